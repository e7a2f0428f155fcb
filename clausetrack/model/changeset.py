"""Many comparisons at once: every clause file that changed between two revisions of a repository."""

from __future__ import annotations

from typing import Literal

from clausetrack.errors import ClausetrackError
from clausetrack.model.change import Diff
from clausetrack.model.record import Record, record


@record(kw_only=True)
class FileChange(Record):
    """One clause file that changed: ``old`` and ``new`` are its paths, which differ after a renaming.

    ``diff`` compares its two states; a set that is new is compared with one without clauses, and so is one that is
    gone. Where a state cannot be read there is none, and ``fault`` says why.
    """

    status: Literal["added", "removed", "changed", "renamed"]
    old: str
    new: str
    diff: Diff | None = None
    fault: ClausetrackError | None = None


@record
class Changeset(Record):
    """The clause files that changed in a range, in the order of their paths; ``range`` is as it was asked for."""

    range: str
    files: tuple[FileChange, ...]
