"""How the documents of a corpus are called: one file has one name, however its path was typed.

A name is a path as seen from the folder in which the index was first built, where the file lies in it, and else the
whole path. The index keeps where that folder is as seen from itself, so that both can be moved together.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import Final, NamedTuple

from clausetrack.files import write_atomically

_FILE: Final = "base"


class Names:
    """The names of an index: paths as seen from its base, or whole."""

    def __init__(self, base: str) -> None:
        self._base = PurePath(base)

    def of(self, path: str) -> str:
        """Name what a path leads to. Links on the way to it are followed, itself it is not."""
        full = os.path.abspath(path)  # noqa: PTH100 - pathlib does not take away `..`
        folder, own = os.path.split(full)
        found = PurePath(os.path.realpath(folder), own)
        if found.is_relative_to(self._base):
            found = found.relative_to(self._base)
        return shown(found.as_posix())

    def within(self, folder: str, inner: str) -> str:
        """Name a file in a folder that has a name, by its path as seen from there."""
        name = shown(PurePath(inner).as_posix())
        return name if folder == "." else f"{folder.rstrip('/')}/{name}"

    def full(self, name: str) -> str:
        """Give the whole path that a name stands for, links not followed."""
        return (self._base / name).as_posix()


class Input(NamedTuple):
    """What was named to be indexed: its path, its name, and what stands between it and the names of its documents.

    The mark is empty for a file that is a document.
    """

    path: str
    name: str
    mark: str


def shown(path: str) -> str:
    r"""Give a path in letters that UTF-8 has; bytes of a name that are none are shown as ``\xe9``."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path).decode("utf-8", "backslashreplace")
    return path


def names_of(index: Path) -> Names:
    """Give the names of an index; one that is new takes the working directory for its base. OSError, InputError."""
    file, here = index / _FILE, os.path.realpath(index)
    if not file.exists():
        write_atomically(str(file), os.fsencode(_seen_from(here, os.path.realpath(os.curdir))))
    return Names(os.path.realpath(os.path.join(here, os.fsdecode(file.read_bytes()))))  # noqa: PTH118 - bytes of a path


def _seen_from(folder: str, path: str) -> str:
    try:
        return os.path.relpath(path, folder)
    except ValueError:  # on another drive
        return path
