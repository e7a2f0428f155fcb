"""How the documents of a corpus are called: one file has one name, however its path was typed.

A name is a path as seen from the folder in which the index was first built, where the file lies in it, and else the
whole path. The index keeps where that folder is as seen from itself, so that both can be moved together.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import Final, NamedTuple

from clausetrack.files import write_atomically

BASE: Final = "base"
"""The file of an index that keeps where its base is."""


class Names:
    """The names of an index: paths as seen from its base, or whole."""

    def __init__(self, base: str) -> None:
        self._base = PurePath(base)

    def of(self, path: str) -> str:
        """Name what a path leads to. Links on the way to it are followed, itself it is not."""
        full = os.path.abspath(path)  # noqa: PTH100 - pathlib does not take away `..`
        folder, own = os.path.split(full)
        return self._seen(PurePath(os.path.realpath(folder), own))

    def within(self, folder: str, inner: str) -> str:
        """Name a file in a folder that has a name, by its path as seen from there."""
        return self._seen(PurePath(self.full(folder), inner))

    def _seen(self, full: PurePath) -> str:
        return shown((full.relative_to(self._base) if full.is_relative_to(self._base) else full).as_posix())

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
    file, here = index / BASE, os.path.realpath(index)
    if not file.exists():
        write_atomically(str(file), os.fsencode(_seen_from(here, os.path.realpath(os.curdir))))
    return Names(os.path.realpath(os.path.join(here, os.fsdecode(file.read_bytes()))))  # noqa: PTH118 - bytes of a path


def _seen_from(folder: str, path: str) -> str:
    try:
        return os.path.relpath(path, folder)
    except ValueError:  # on another drive
        return path
