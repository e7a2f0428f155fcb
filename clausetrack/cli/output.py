"""Results to standard output or to files: in UTF-8, whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import click

from clausetrack import __version__
from clausetrack.errors import InputError
from clausetrack.files import write_atomically
from clausetrack.report.registry import Options, render

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
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def terminal_options(color: str, **more: Any) -> Options:
    """Give the options for drawing on this terminal."""
    width = min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)
    return Options(color=wants_color(color), width=width, version=__version__, **more)


def write_results(
    kind: str, result: Any, wanted: Sequence[tuple[str, str | None]], output: str | None, options: Options
) -> None:
    """Draw a result in every format that was asked for, each to its file; at most one goes to standard output or to ``output``."""
    chosen = list(wanted) or [("text", None)]
    loose = [name for name, file in chosen if file is None]
    if len(loose) > 1:
        names = " and ".join(loose)
        raise click.UsageError(f"{names} cannot both go to one place; write --format {loose[0]}=FILE")
    plain = replace(options, color=False, width=_WIDEST)
    for name, file in chosen:
        target = file or output
        text = render(kind, result, name, plain if target else options)
        write(text, target)


def write(text: str, target: str | None) -> None:
    """Write text to a file, atomically, or to standard output."""
    data = text.encode("utf-8", "replace")
    if target:
        write_atomically(target, data)
        return
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as fault:
        # What is left in the buffer can never be written; without this the interpreter complains once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        reason = "no space left" if fault.errno == errno.ENOSPC else (fault.strerror or str(fault)).lower()
        raise InputError(f"cannot write: {reason}", file="<stdout>") from None
