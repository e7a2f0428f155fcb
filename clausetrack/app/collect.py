"""Which files a command is about: those that were named, and the clause files in the directories that were named."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from clausetrack.app.settings import PROJECT_FILE
from clausetrack.errors import ClausetrackError
from clausetrack.files import STDIN_NAME, unreadable

_SUFFIXES: Final = (".yaml", ".yml")
_MARKS: Final = re.compile(r"clausetrack/|^(?:agreement|clauses|revision):", re.MULTILINE)
_OTHER_FORMATS: Final = ("clausetrack/fingerprint/", "clausetrack/baseline/")
_HEAD: Final = 4096
"""Characters in which a file of ours has shown what it is."""


class Collected(NamedTuple):
    """Files in order, each once.

    ``searched`` are those that a search of a directory brought, ``errors`` what could not be looked at.
    """

    files: tuple[str, ...]
    searched: frozenset[str]
    errors: tuple[ClausetrackError, ...]


def collect(paths: Sequence[str]) -> Collected:
    """Find the files under paths.

    Directories are searched for YAML files; hidden ones and the project file are left out. A file that is named twice,
    in whatever way, is one file.
    """
    files: dict[str, str] = {}
    searched: set[str] = set()
    errors: list[ClausetrackError] = []
    for path in paths:
        if path == STDIN_NAME or not Path(path).is_dir():
            files.setdefault(_key(path), path)
            searched.discard(files[_key(path)])
            continue
        for file in _search(path, errors):
            if files.setdefault(_key(file), file) is file:
                searched.add(file)
    return Collected(tuple(files.values()), frozenset(searched), tuple(errors))


def _key(path: str) -> str:
    return path if path == STDIN_NAME else os.path.abspath(path)  # noqa: PTH100 - pathlib is ten times slower here


def _search(directory: str, errors: list[ClausetrackError]) -> Iterator[str]:
    def note(fault: OSError) -> None:
        errors.append(unreadable(fault.filename or directory, fault))

    for folder, subfolders, names in os.walk(directory, onerror=note):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(_SUFFIXES) and not name.startswith(".") and name != PROJECT_FILE:
                # What a directory lists is shown as the user would write it.
                yield os.path.normpath(os.path.join(folder, name))  # noqa: PTH118 - pathlib is ten times slower here


def clause_files(collected: Collected) -> list[str]:
    """Give the files that may be clause sets: all that were named, and of what a search brought those that look so."""
    return [file for file in collected.files if file not in collected.searched or _looks_like_a_set(file)]


def _looks_like_a_set(file: str) -> bool:
    try:
        with Path(file).open(encoding="utf-8", errors="replace") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return True  # who reads it whole says what is wrong with it
    return is_ours(head) and not any(mark in head for mark in _OTHER_FORMATS)


def is_ours(text: str) -> bool:
    """Say whether a YAML file that a search brought is meant to be ours, valid or not; an empty one is."""
    return not text.strip() or _MARKS.search(text[:_HEAD]) is not None
