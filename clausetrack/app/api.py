"""The public functions: what the command line is a thin layer over."""

from __future__ import annotations

import os

from clausetrack.app.diff import diff_sets, diff_specs
from clausetrack.app.inputs import read_set
from clausetrack.app.settings import Settings, load_settings
from clausetrack.app.validate import validate as validate_paths
from clausetrack.clauseset.load import dumps, loads
from clausetrack.files import write_atomically
from clausetrack.model.change import Diff
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.finding import Validation

__all__ = ["diff", "dump", "dumps", "load", "load_settings", "loads", "validate"]


def load(path: str | os.PathLike[str]) -> ClauseSet:
    """Read a clause set from a file, or from ``REV:PATH`` as in git; a document is drafted.

    InputError where it cannot be read, InvalidFileError with all its faults where it is none.
    """
    return read_set(os.fspath(path))


def dump(clause_set: ClauseSet, path: str | os.PathLike[str]) -> None:
    """Write a clause set to a file in canonical form, with the comments of the file that it was read from."""
    write_atomically(os.fspath(path), dumps(clause_set).encode("utf-8"))


def validate(*paths: str | os.PathLike[str], settings: Settings | None = None) -> Validation:
    """Check clause files and directories, the project's clause folder where none is given.

    Syntax, schema, rules and evidence are looked at, under the settings of the project that the working directory is
    in, unless others are given (by `load_settings`). What cannot be read is part of the result.
    """
    return validate_paths([os.fspath(path) for path in paths], settings or load_settings())


def diff(
    old: ClauseSet | str | os.PathLike[str], new: ClauseSet | str | os.PathLike[str], settings: Settings | None = None
) -> Diff:
    """Say what changed between two clause sets, given as such or by path.

    Severities are the rules' own unless settings are given.
    """
    if isinstance(old, ClauseSet) or isinstance(new, ClauseSet):
        return diff_sets(_as_set(old), _as_set(new), settings)
    return diff_specs(os.fspath(old), os.fspath(new), settings or Settings())


def _as_set(given: ClauseSet | str | os.PathLike[str]) -> ClauseSet:
    return given if isinstance(given, ClauseSet) else read_set(os.fspath(given), fields=False)
