"""What changed between two clause sets: raw differences, and the typed changes that rules make of them."""

from __future__ import annotations

from dataclasses import field
from typing import Any, Final, Literal

from clausetrack.model.alignment import Match
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.notebook import table
from clausetrack.model.position import Position
from clausetrack.model.record import Record, record
from clausetrack.model.scales import Severity as Severity  # noqa: PLC0414 - part of what a change is, shared with findings

Direction = Literal["strengthened", "weakened", "broadened", "narrowed", "mixed", "neutral"]
DIRECTIONS: Final = ("strengthened", "weakened", "broadened", "narrowed", "mixed", "neutral")
Cause = Literal["text", "event", "coding"]
Became = Literal["returned", "seen", "unseen", "renamed"]


@record
class WordEdit(Record):
    """A run of words that both texts share, or that only one has. ``text`` is verbatim, with its spaces."""

    op: Literal["equal", "delete", "insert"]
    text: str


@record
class FieldDelta(Record):
    """A field that differs: its values as the model has them, None or empty where it is not there."""

    field: str
    old: Any
    new: Any


@record
class Pair(Record):
    """A match with what differs in it, before anything is judged.

    ``fields`` has the fields that differ, by name: all where the match is one to one, else the status alone, where all
    clauses of a side have the same; ``edits`` turn the old text into
    the new one (texts of several clauses are joined by a line break) and are empty where the texts are the same.
    """

    match: Match
    fields: dict[str, FieldDelta] = field(default_factory=dict)
    edits: tuple[WordEdit, ...] = ()

    @property
    def old(self) -> Clause | None:
        """The old clause, or the first of them."""
        return self.match.old[0] if self.match.old else None

    @property
    def new(self) -> Clause | None:
        """The new clause, or the first of them."""
        return self.match.new[0] if self.match.new else None


@record
class Site(Record):
    """One side of a change: the value there, and where it stands."""

    value: Any
    position: Position | None = None


@record(kw_only=True)
class Change(Record):
    """One typed change.

    ``fingerprint`` depends on the agreement, clause, rule and values, never on the wording of messages.
    ``clauses`` are the ids, in the new set, of the clauses that a change of the whole agreement is found in: a name
    that changed everywhere is one change.
    """

    rule: str
    direction: Direction
    cause: Cause
    severity: Severity
    message: str
    fingerprint: str
    old: Site | None = None
    new: Site | None = None
    edits: tuple[WordEdit, ...] = ()
    clauses: tuple[str, ...] = ()


@record(kw_only=True)
class Row(Record):
    """A match and what changed in it; ``edits`` turn the old text into the new one, empty where they are the same.

    ``became`` is of timelines, which know more than two revisions: a clause that came was there before and is compared
    with what it was then ("returned"; "seen" where it had only not been seen), one that is not there was not seen in a
    set that is partial ("unseen"), or a clause has another id than before ("renamed").
    """

    match: Match
    changes: tuple[Change, ...] = ()
    direction: Direction = "neutral"
    edits: tuple[WordEdit, ...] = ()
    became: Became | None = None

    @property
    def clause(self) -> Clause:
        """The clause that names the row: the new one where there is one."""
        return (self.match.new or self.match.old)[0]


@record
class Breakdown(Record):
    """Rows that changed, counted: for each actor, domain or kind (``key``) how many by direction.

    Or added and removed.
    """

    key: str
    counts: tuple[tuple[str, dict[str, int]], ...]


@record(kw_only=True)
class Diff(Record):
    """The result of a comparison: changes of the agreement as a whole, and a row for every match."""

    old: ClauseSet
    new: ClauseSet
    rows: tuple[Row, ...]
    changes: tuple[Change, ...] = ()
    direction: Direction = "neutral"
    exhausted: bool = False
    operations: tuple[dict[str, Any], ...] = ()
    breakdown: Breakdown | None = None

    def _repr_html_(self) -> str:
        """Draw the rows that changed as a table in a notebook."""
        rows = [
            (row.match.relation, row.clause.id, row.direction, "; ".join(change.message for change in row.changes))
            for row in self.rows
            if row.changes
        ]
        caption = f"{self.new.agreement.title}: {self.old.revision.id} → {self.new.revision.id}"
        return table(("relation", "clause", "direction", "what changed"), rows, caption)
