"""Results to standard output or to files: in UTF-8, whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click

from clausetrack import __version__
from clausetrack.cli.exits import cannot_write
from clausetrack.cli.options import TEMPLATE
from clausetrack.cli.pager import page
from clausetrack.errors import InputError
from clausetrack.files import read_text, write_atomically
from clausetrack.report.registry import Options, render

_USUAL: Final = 80
"""Columns where there is no terminal to ask."""

_NARROWEST: Final = 60
_WIDEST: Final = 120
"""Columns beyond which lines get too long to read."""


def wants_color(choice: str) -> bool:
    """Say whether to colour: as asked, else as NO_COLOR and CLICOLOR_FORCE say, else only on a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("CLICOLOR_FORCE", "0") not in {"", "0"}:
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def terminal_options(color: str, **more: Any) -> Options:
    """Give the options for drawing on this terminal."""
    width = min(max(_columns(), _NARROWEST), _WIDEST)
    return Options(color=wants_color(color), width=width, version=__version__, **more)


def _columns() -> int:
    """Give the width of the terminal; COLUMNS wins, as everywhere."""
    said = os.environ.get("COLUMNS", "")
    if said.isascii() and said.isdigit() and 0 < len(said) < 6:  # noqa: PLR2004 - no terminal is a million wide
        return int(said) or _USUAL
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else _USUAL
    except (OSError, ValueError):
        return _USUAL


def write_results(
    kind: str, result: Any, wanted: Sequence[tuple[str, str | None]], output: str | None, options: Options
) -> None:
    """Draw a result in every format that was asked for, each to its file.

    At most one goes to standard output, or to ``output``. All are drawn before any is written, and files are written
    before standard output, so that what fails, fails with nothing said.
    """
    template = _template()
    chosen = list(wanted) or ([] if template else [("text", None)])
    _refuse_shared_targets([*chosen, *([("the template", None)] if template else [])], output)
    plain = options._replace(color=False, width=_WIDEST)
    drawn: list[tuple[str | None, str | bytes]] = []
    for name, file in chosen:
        target = file or output
        drawn.append((target, render(kind, result, name, plain if target else options)))
    if template:
        drawn.append((output, _filled(kind, result, template, plain)))
    for target, text in sorted(drawn, key=lambda entry: entry[0] is None):
        write(text, target)


def _template() -> str | None:
    context = click.get_current_context(silent=True)
    template: str | None = context.meta.get(TEMPLATE) if context else None
    return template


def _filled(kind: str, result: Any, template: str, options: Options) -> str:
    from clausetrack.report.template import fill  # noqa: PLC0415 - only who has a template pays for it

    return fill(kind, result, read_text(template), template, options)


def _refuse_shared_targets(chosen: Sequence[tuple[str, str | None]], output: str | None) -> None:
    first: dict[str, str] = {}
    for name, file in chosen:
        target = file or output
        place = str(Path(target).absolute()) if target else ""
        if place in first:
            where = f"'{target}'" if target else "standard output"
            raise click.UsageError(f"{first[place]} and {name} cannot both go to {where}; write --format {name}=FILE")
        first[place] = name
    if output and all(file is not None for _, file in chosen):
        raise click.UsageError(f"every format has a file of its own, so nothing is left for --output {output}")


def write(content: str | bytes, target: str | None) -> None:
    """Write a result to a file, atomically, or to standard output; text in UTF-8. InputError where that fails.

    UsageError where what is not text would go to a terminal.
    """
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    if target and target != "-":
        write_atomically(target, data)
        return
    if sys.stdout is None:
        raise InputError("cannot write: it is closed", file="<stdout>")
    if isinstance(content, str) and page(content):
        return
    if isinstance(content, bytes) and sys.stdout.isatty():
        raise click.UsageError("this is no text, and would garble the terminal; write it with --output FILE")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise cannot_write(fault) from None
