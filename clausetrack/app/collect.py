"""Which files a command is about: the files that were named, and the clause files in the directories that were named."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from clausetrack.app.settings import PROJECT_FILE
from clausetrack.errors import ClausetrackError
from clausetrack.files import STDIN_NAME, unreadable

_SUFFIXES: Final = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Collected:
    """Files in order, each once. ``searched`` are those that a search of a directory brought; ``errors`` what could not be looked at."""

    files: tuple[str, ...]
    searched: frozenset[str]
    errors: tuple[ClausetrackError, ...]


def collect(paths: Sequence[str]) -> Collected:
    """Find the files under paths; directories are searched for YAML files, hidden folders and the project file left out."""
    files: dict[str, bool] = {}
    errors: list[ClausetrackError] = []
    for path in paths:
        if path != STDIN_NAME and Path(path).is_dir():
            for found in _search(path, errors):
                files.setdefault(found, True)
        else:
            files[path] = False
    searched = frozenset(path for path, by_search in files.items() if by_search)
    return Collected(tuple(files), searched, tuple(errors))


def _search(directory: str, errors: list[ClausetrackError]) -> Iterator[str]:
    def note(fault: OSError) -> None:
        errors.append(unreadable(fault.filename or directory, fault))

    for folder, subfolders, names in os.walk(directory, onerror=note):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(_SUFFIXES) and not name.startswith(".") and name != PROJECT_FILE:
                # What a directory lists is shown as the user would write it.
                yield os.path.normpath(os.path.join(folder, name))  # noqa: PTH118 - pathlib is ten times slower here
