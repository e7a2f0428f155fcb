"""What a change rule is given, and what it gives back."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from clausetrack.model.change import Cause, Direction, FieldDelta, Pair, Severity, WordEdit
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.record import Record, record
from clausetrack.rules.reading.reading import Reading
from clausetrack.rules.reading.setting import Setting


@record
class Draft(Record):
    """A change as a rule sees it. ``field`` says where it stands in the clause (in the set, for rules on agreements).

    ``cause`` is decided by the engine where it is None; ``severity`` is the rule's where it is None. ``key`` tells
    apart
    several changes of one rule in one clause, in words that do not depend on the message (the item that was added,
    say).
    """

    direction: Direction
    field: str
    message: str
    old: Any = None
    new: Any = None
    cause: Cause | None = None
    severity: Severity | None = None
    key: str = ""
    edits: tuple[WordEdit, ...] = ()
    clauses: tuple[str, ...] = ()


class Comparison:
    """Both sets with their pairs, for rules that have to look beyond their pair."""

    def __init__(self, old: ClauseSet, new: ClauseSet, pairs: tuple[Pair, ...] = ()) -> None:
        self.old = old
        self.new = new
        self.pairs = pairs
        self.setting = Setting(old, new, pairs)

    @property
    def same_agreement(self) -> bool:
        """Whether both are revisions of one agreement."""
        return self.old.agreement.id == self.new.agreement.id

    @property
    def discrepant(self) -> bool:
        """Whether the two sets were read from sources of different kinds."""
        return self.old.revision.basis != self.new.revision.basis

    @cached_property
    def eventful(self) -> frozenset[str]:
        """Ids of the clauses that an event of the new set names, and none of the old."""
        known = {(event.date, event.type, event.clauses) for event in self.old.events}
        news = (event for event in self.new.events if (event.date, event.type, event.clauses) not in known)
        return frozenset(clause for event in news for clause in event.clauses)


class Case:
    """One pair to be judged, with the comparison that it is part of, and what its words say."""

    def __init__(self, pair: Pair, comparison: Comparison) -> None:
        self.pair = pair
        self.comparison = comparison
        self.reading = Reading(pair.edits, comparison.setting)

    @property
    def old(self) -> Clause | None:
        """The old clause, or the first of several."""
        return self.pair.old

    @property
    def new(self) -> Clause | None:
        """The new clause, or the first of several."""
        return self.pair.new

    def delta(self, name: str) -> FieldDelta | None:
        """Give what changed in a field, or None."""
        return self.pair.fields.get(name)

    def coded(self, *names: str) -> bool:
        """Say whether either side gives one of the fields itself, so that its word wins over what its text says."""
        clauses = (*self.pair.match.old, *self.pair.match.new)
        return any(getattr(clause, name) for clause in clauses for name in names)

    @property
    def reworded(self) -> bool:
        """Whether words changed: more than typography, numbers of references and names that changed everywhere."""
        return "words" in self.reading.news


@record
class Said(Record):
    """The fields of a pair that rules have spoken of so far, and those of which they found the substance changed."""

    fields: frozenset[str] = frozenset()
    substance: frozenset[str] = frozenset()
