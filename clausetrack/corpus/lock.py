"""One build at a time: a lock on an index that the operating system takes back when its process ends, however it ends.

Questions need no lock: they read a state that was finished, and a build makes another beside it.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from clausetrack.errors import InputError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FILE: Final = "lock"

_PATIENCE: Final = 5.0
"""Seconds in which the workers of a build that was killed let its lock go: they end within one."""

_BEHIND: Final = 1 << 20
"""The byte that Windows locks: behind the number of the process, which others are to read."""


@contextmanager
def exclusive(index: Path) -> Iterator[None]:
    """Hold the lock of an index. InputError where another build holds it, OSError where there can be none."""
    with (index / FILE).open("a+b") as stream:
        waited_until = time.monotonic() + _PATIENCE
        while not _is_taken(stream):
            owner = _owner(stream)
            if _is_alive(owner) or time.monotonic() > waited_until:
                who = f" (pid {owner})" if owner else ""
                raise InputError(
                    f"another build{who} is writing this index",
                    file=str(index),
                    hint="wait until it has ended; questions are answered meanwhile",
                )
            time.sleep(0.05)
        stream.truncate(0)
        stream.write(str(os.getpid()).encode())
        stream.flush()
        yield


def _is_taken(stream: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            stream.seek(_BEHIND)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _owner(stream: IO[bytes]) -> int:
    """Give the process that a lock says it belongs to, 0 where it does not say."""
    stream.seek(0)
    said = stream.read(20)
    return int(said) if said.isdigit() else 0


def _is_alive(process: int) -> bool:
    """Say whether a process is there; where that cannot be asked harmlessly, it is."""
    if not process:
        return False
    if sys.platform == "win32":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
