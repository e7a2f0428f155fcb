"""Pages of HTML that are one file: styles and scripts stand in them, and a policy that allows these and nothing else.

A page is a template that extends ``page.html.jinja``. Every text that a template prints goes through `visible` and is
escaped, unless it is `Html`, which was made of escaped texts before.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from html import escape
from importlib import import_module, resources
from typing import Any

from clausetrack.errors import MissingExtraError
from clausetrack.report.visible import visible


class Html(str):
    """Markup that is safe to print: every text in it was escaped when it was made."""

    __slots__ = ()

    def __html__(self) -> str:
        """Give itself, as template engines ask for it."""
        return self


def shown(text: str) -> Html:
    """Give a text as markup, with what cannot be seen shown as an escape."""
    return Html(escape(visible(text)))


def page(template: str, parts: Sequence[str], context: dict[str, Any]) -> str:
    """Draw a page. ``parts`` name the styles and scripts (``diff`` for diff.css and diff.js) beside the frame's own.

    MissingExtraError where the template engine is not installed.
    """
    style, script = _sources("style.css", *(f"{name}.css" for name in parts)), _script(parts)
    found = _environment().get_template(template)
    text: str = found.render(context, style=Html(style), script=Html(script), policy=policy(style, script))
    return text.strip("\n") + "\n"


def policy(style: str, script: str) -> str:
    """Give the Content-Security-Policy (W3C, level 3) under which this style and this script run, and nothing else.

    Nothing is fetched but images that stand in the page itself, no form is sent, and no base address is set.
    """
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _script(parts: Sequence[str]) -> str:
    """Give all scripts as one, in a scope of its own."""
    return f'"use strict";\n(() => {{\n{_sources("behaviour.js", *(f"{name}.js" for name in parts))}}})();\n'


def _sources(*names: str) -> str:
    folder = resources.files(__package__)
    return "".join((folder / name).read_text(encoding="utf-8") for name in names)


@cache
def _environment() -> Any:
    try:
        jinja2 = import_module("jinja2")
    except ModuleNotFoundError:
        raise MissingExtraError("a report in HTML needs jinja2", hint="pip install 'clausetrack[reports]'") from None
    return jinja2.Environment(
        loader=jinja2.PackageLoader("clausetrack.report", "html"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _finalize(value: Any) -> Any:
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
