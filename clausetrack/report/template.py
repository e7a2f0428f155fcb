"""A house's own form: a template (jinja2) that is filled with what the JSON of the same result has.

The template comes from a file that somebody may have sent, so that it runs in jinja2's sandbox: it sees plain data, and
can call nothing but filters and what the data's own types have. In a template for HTML or XML texts are escaped.
"""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import PurePath
from types import TracebackType
from typing import Any, Final

from clausetrack.errors import InputError, MissingExtraError
from clausetrack.report.registry import Options, render

_MARKUP: Final = frozenset({".html", ".htm", ".xhtml", ".xml", ".svg"})
"""Ends of names of templates whose texts are escaped; ``.jinja`` and ``.j2`` behind them are looked through."""


def fill(kind: str, result: Any, template: str, file: str, options: Options) -> str:
    """Fill a template with a result; ``file`` is the name that messages give the template.

    The names that it sees are the keys of the result's JSON, whose schema is published. InputError with the line where
    the template is wrong, MissingExtraError where jinja2 is not installed.
    """
    sandbox, exceptions = _library("jinja2.sandbox"), _library("jinja2.exceptions")
    environment = sandbox.ImmutableSandboxedEnvironment(
        autoescape=_is_markup(file),
        undefined=import_module("jinja2").StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    data = json.loads(render(kind, result, "json", options))
    try:
        filled: str = environment.from_string(template).render(data)
    except exceptions.TemplateSyntaxError as fault:
        raise InputError(f"the template is wrong: {fault.message}", file=file, line=fault.lineno) from None
    except RecursionError:
        raise InputError("the template calls itself without end", file=file) from None
    except Exception as fault:  # noqa: BLE001 - whatever a template does wrong is the template's fault
        what = str(fault).partition("\n")[0] or type(fault).__name__
        raise InputError(f"the template fails: {what}", file=file, line=_line(fault.__traceback__)) from None
    return filled


def _is_markup(file: str) -> bool:
    suffixes = [suffix.lower() for suffix in PurePath(file).suffixes if suffix.lower() not in {".jinja", ".j2"}]
    return bool(suffixes) and suffixes[-1] in _MARKUP


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError:
        raise MissingExtraError("templates need jinja2", hint="pip install 'clausetrack[reports]'") from None


def _line(traceback: TracebackType | None) -> int | None:
    """Give the last line of the template that a fault went through; jinja2 writes them into the traceback."""
    line = None
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename in {"<template>", "<unknown>"}:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
