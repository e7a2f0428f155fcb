"""Exit statuses, and how errors end the program, in one place.

0 nothing found, or below the threshold; 1 findings at or above it; 2 the command line, an input or an output is wrong;
3 a fault of the program; 130 interrupted; 141 the reader of the output went away, as a shell has it for SIGPIPE.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Final

import click

from clausetrack.errors import ClausetrackError, InputError, InvalidFileError

OK: Final = 0
FOUND: Final = 1
WRONG_INPUT: Final = 2
FAULT: Final = 3
INTERRUPTED: Final = 130
CLOSED_PIPE: Final = 141

DEBUG: Final = "CLAUSETRACK_DEBUG"
"""Environment variable that lets a fault of the program show its traceback."""

COMPLETE: Final = "_CLAUSETRACK_COMPLETE"
"""Environment variable by which a shell asks for completions."""


def run(command: Callable[[], int | None]) -> int:
    """Run a command and give the exit status; errors are told on standard error, never as a traceback."""
    try:
        return _told(command)
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        abandon_output()
        return CLOSED_PIPE
    except SystemExit:
        if os.environ.get(COMPLETE):
            raise
        # Click's answer to a closed pipe, whoever wrote to it.
        abandon_output()
        return CLOSED_PIPE
    except Exception as error:  # noqa: BLE001 - the last line of defence, so that no user ever sees a traceback unasked
        return _fault(error)


def tell(error: ClausetrackError) -> None:
    """Tell an error, and all its parts, on standard error."""
    for part in error.faults if isinstance(error, InvalidFileError) else (error,):
        where = f"{part.where}: " if part.where else ""
        say(f"{where}error: {part.what}")
        if part.hint:
            say(f"    {part.hint}")


def say(text: str) -> None:
    """Write a line to standard error, hidden characters shown; where that is gone, nobody is there to be told."""
    from clausetrack.report.visible import visible  # noqa: PLC0415 - only an error or a notice pays for it

    if sys.stderr is not None:
        with suppress(OSError):
            print(visible(text), file=sys.stderr)  # noqa: T201 - this is where errors are printed


def cannot_write(fault: OSError) -> InputError:
    """Turn the failure of standard output into an error for the user, and give the output up."""
    abandon_output()
    reason = "no space left" if fault.errno == errno.ENOSPC else (fault.strerror or str(fault)).lower()
    return InputError(f"cannot write: {reason}", file="<stdout>")


def abandon_output() -> None:
    """Point standard output nowhere: what is left in its buffer can never be written, and must not fail at the end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _told(command: Callable[[], int | None]) -> int:
    """Run a command; tell what is wrong with the command line, an input or an output."""
    try:
        return command() or OK
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show(sys.stderr)
    except ClausetrackError as error:
        tell(error)
    except OSError as error:
        # Inputs tell their failures as errors of ours; a full disk is that of the output, of a help text for one.
        if error.errno != errno.ENOSPC:
            raise
        tell(cannot_write(error))
    return WRONG_INPUT


def _fault(error: Exception) -> int:
    if os.environ.get(DEBUG):
        raise error
    say(f"clausetrack: a fault of the program: {type(error).__name__}: {error}")
    say(f"    please report it, with the output that {DEBUG}=1 gives")
    return FAULT
