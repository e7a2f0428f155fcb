"""Exit statuses, and how errors end the program, in one place.

0 nothing found, or below the threshold; 1 findings at or above it; 2 the command line or an input is wrong; 3 a fault of the program;
130 interrupted; 141 the reader of the output went away, as a shell has it for SIGPIPE.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Final

import click

from clausetrack.errors import ClausetrackError, InvalidFileError

OK: Final = 0
FOUND: Final = 1
WRONG_INPUT: Final = 2
FAULT: Final = 3
INTERRUPTED: Final = 130
CLOSED_PIPE: Final = 141

DEBUG: Final = "CLAUSETRACK_DEBUG"
"""Environment variable that lets a fault of the program show its traceback."""


def run(command: Callable[[], int | None]) -> int:
    """Run a command and give the exit status; errors are told on standard error, never as a traceback."""
    try:
        return command() or OK
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show(sys.stderr)
        return WRONG_INPUT
    except ClausetrackError as error:
        tell(error)
        return WRONG_INPUT
    except BrokenPipeError:
        _abandon_output()
        return CLOSED_PIPE
    except Exception as error:  # noqa: BLE001 - the last line of defence, so that no user ever sees a traceback unasked
        return _fault(error)


def tell(error: ClausetrackError) -> None:
    """Tell an error, and all its parts, on standard error."""
    from clausetrack.report.visible import visible  # noqa: PLC0415 - only an error pays for it

    parts = error.faults if isinstance(error, InvalidFileError) else (error,)
    for part in parts:
        where = f"{part.where}: " if part.where else ""
        print(visible(f"{where}error: {part.what}"), file=sys.stderr)  # noqa: T201 - this is where errors are printed
        if part.hint:
            print(visible(f"    {part.hint}"), file=sys.stderr)  # noqa: T201


def _abandon_output() -> None:
    """Point standard output nowhere, so that the interpreter's own flush at the end does not fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fault(error: Exception) -> int:
    if os.environ.get(DEBUG):
        raise error
    print(  # noqa: T201
        f"clausetrack: a fault of the program: {type(error).__name__}: {error}\n"
        f"    please report it, with the output that {DEBUG}=1 gives",
        file=sys.stderr,
    )
    return FAULT
