"""Which clause of one set is which of another."""

from __future__ import annotations

from typing import Final, Literal

from clausetrack.model.clause import Clause
from clausetrack.model.record import Record, record

Relation = Literal["paired", "split", "merged", "added", "removed"]
MatchedBy = Literal["id", "digest", "heading", "text", "context", "analyst"]
RELATIONS: Final = ("paired", "split", "merged", "added", "removed")


@record
class Candidate(Record):
    """A counterpart that was considered: its ids on the other side, its score (0 to 1) and the evidence behind it."""

    clauses: tuple[str, ...]
    score: float
    evidence: tuple[tuple[str, float], ...] = ()


@record
class Pin(Record):
    """The analyst's word: two clauses, by id, are counterparts, or with ``forbid`` are not. ``where`` it was said.

    Several pins of one clause make a split or a merge.
    """

    old: str
    new: str
    forbid: bool = False
    where: str | None = None


@record
class Match(Record):
    """Clauses that correspond.

    Split: one old, several new; merged: several old, one new; added and removed: one side is empty.
    ``confidence`` is the calibrated probability (0 to 1) that the correspondence is right. ``moved`` says that the
    clause left its place among its neighbours; a renumbering alone never does.
    """

    relation: Relation
    old: tuple[Clause, ...]
    new: tuple[Clause, ...]
    matched_by: MatchedBy | None = None
    confidence: float = 1.0
    moved: bool = False
    runner_up: Candidate | None = None
    note: str | None = None


@record
class Alignment(Record):
    """All matches, in the order of the new set, with the removed clauses after the neighbour that they stood behind.

    ``exhausted`` says that the budget on comparisons was met, so that counterparts may have been missed.
    """

    matches: tuple[Match, ...]
    exhausted: bool = False


@record
class Explanation(Record):
    """Why a clause was aligned as it was: its match, and all counterparts that were considered, the best first."""

    clause: Clause
    side: Literal["old", "new"]
    match: Match
    candidates: tuple[Candidate, ...] = ()
    exhausted: bool = False
