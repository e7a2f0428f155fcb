"""Clause files in canonical form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from clausetrack.app.collect import collect, is_ours
from clausetrack.app.settings import Settings
from clausetrack.app.validate import default_path
from clausetrack.clauseset.load import canonical_text
from clausetrack.clauseset.syntax import parse
from clausetrack.errors import ClausetrackError, InputError
from clausetrack.files import STDIN_NAME, decode, read_bytes, write_atomically

_CLAUSE_SET: Final = "clausetrack/clause-set/"


class Formatted(NamedTuple):
    """A file, whether it was (or would be) changed, its canonical and its original text, or why it has none."""

    file: str
    changed: bool = False
    text: str = ""
    original: str = ""
    error: ClausetrackError | None = None


def format_files(paths: Sequence[str], settings: Settings, *, write: bool) -> list[Formatted]:
    """Format files and directories, the project's clause folder where no path is given; write what changed if asked.

    InputError where no path is given and the project has no clause folder.
    """
    collected = collect(paths or [default_path(settings)])
    results = [Formatted(error.file or "", error=error) for error in collected.errors]
    for file in collected.files:
        result = _format(file, settings.max_bytes, searched=file in collected.searched)
        if result is not None:
            results.append(_written(result) if write and result.changed and file != STDIN_NAME else result)
    return results


def _format(file: str, limit: int, *, searched: bool) -> Formatted | None:
    """Format one file; None for one that a search brought and that is no clause set."""
    try:
        data = read_bytes(file, limit=limit)
        shown = "<stdin>" if file == STDIN_NAME else file
        original = decode(data, shown)
        if searched and not is_ours(original):
            return None
        tree = parse(original, shown)
        if isinstance(tree.data, dict) and not _is_clause_set(tree.data):
            if searched:
                return None
            raise InputError("this is no clause set", file=shown, hint="'fmt' formats clause sets only")
        text = canonical_text(tree)
    except ClausetrackError as error:
        return Formatted(file, error=error)
    return Formatted(file, text.encode("utf-8") != data, text, original)


def _is_clause_set(data: dict[str, object]) -> bool:
    if not {"format", "agreement", "clauses"} & data.keys():
        return False
    return str(data.get("format", _CLAUSE_SET)).startswith(_CLAUSE_SET)


def _written(result: Formatted) -> Formatted:
    try:
        write_atomically(result.file, result.text.encode("utf-8"))
    except ClausetrackError as error:
        return Formatted(result.file, error=error)
    return result
