"""A pager for results that do not fit on the terminal, chosen as git chooses its own."""

from __future__ import annotations

import os
import shlex
import sys
from typing import Final

_LESS: Final = "FRX"
"""What less is told unless the user tells it otherwise, as git does: to end where all fits on one screen, to let
colours through, and to leave the screen as it was."""


def page(text: str) -> bool:
    """Show text in a pager; False where there is none to be used, so that it is to be printed.

    A pager is used on a terminal, for what is longer than it: that of ``CLAUSETRACK_PAGER``, else of ``PAGER``, else
    less. An empty one, or ``cat``, means none.
    """
    if sys.stdout is None or not sys.stdout.isatty() or os.environ.get("TERM") == "dumb" or _fits(text):
        return False
    command = shlex.split(_wanted())
    return bool(command) and command[0] != "cat" and _shown(command, text)


def _wanted() -> str:
    names = ("CLAUSETRACK_PAGER", "PAGER")
    return next((os.environ[name] for name in names if name in os.environ), "less")


def _fits(text: str) -> bool:
    try:
        lines = os.get_terminal_size(sys.stdout.fileno()).lines
    except (OSError, ValueError):
        return True
    # The prompt below takes a line too. A terminal that does not say how tall it is has none.
    return not lines or text.count("\n") < lines


def _shown(command: list[str], text: str) -> bool:
    import subprocess  # noqa: PLC0415 - 8 ms that only a long result on a terminal has to pay

    environment = {"LESS": _LESS, "LV": "-c", **os.environ}
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)  # noqa: S603 - the user's own choice, run without a shell
    except OSError:
        return False
    try:
        pager.communicate(text.encode("utf-8", "replace"))
    except BrokenPipeError:
        pass  # whoever quits a pager has seen enough
    except KeyboardInterrupt:
        pager.wait()
    return True
