"""What comes of a three-way merge: a text, and the places where the two sides contradict each other."""

from __future__ import annotations

from typing import Any, Final, Literal

from clausetrack.model.position import Path, Position
from clausetrack.model.record import Record, record

SIDES: Final = ("base", "ours", "theirs")
ConflictKind = Literal["words", "value", "presence", "place"]
"""Words of a text; a value; an entry that one side removed and the other changed; where an entry stands."""


@record
class Conflict(Record):
    """One place where both sides changed the same to something different.

    ``path`` leads to it in the merged file; ``clause`` is the id of the clause that it is in. ``sides`` has the value
    of each side that has one; of a place that is the id of the entry before, None for the first place. ``before`` and
    ``behind`` are the words around a conflict in a text.
    """

    kind: ConflictKind
    path: Path
    sides: dict[str, Any]
    clause: str | None = None
    before: str = ""
    behind: str = ""
    position: Position | None = None

    @property
    def what(self) -> str:
        """Name what is in conflict: the key, or the list that the entry is in."""
        names = [step for step in self.path if isinstance(step, str) and step != "merge-conflict"]
        return names[-1] if names else "the file"

    def has(self, side: str) -> bool:
        """Say whether a side has a value here; where not, it removed or never had it."""
        return side in self.sides


@record
class Merged(Record):
    """The merged text of a clause file, and the conflicts that are marked in it, in order."""

    text: str
    conflicts: tuple[Conflict, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Say whether nothing is left to decide."""
        return not self.conflicts
