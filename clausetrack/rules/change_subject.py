"""What a change rule is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from clausetrack.model.change import Cause, Direction, FieldDelta, Pair, Severity, WordEdit
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet


@dataclass(frozen=True, slots=True)
class Draft:
    """A change as a rule sees it. ``field`` says where it stands in the clause (or, for rules on agreements, the section).

    ``cause`` is decided by the engine where it is None; ``severity`` is the rule's where it is None. ``key`` tells apart several
    changes of one rule in one clause, in words that do not depend on the message (the item that was added, say).
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


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sets, for rules that have to look beyond their pair."""

    old: ClauseSet
    new: ClauseSet
    pairs: tuple[Pair, ...] = ()
    eventful: frozenset[str] = field(default_factory=frozenset)
    """Ids of the clauses that an event of the new set names, and none of the old."""

    @property
    def same_agreement(self) -> bool:
        """Whether both are revisions of one agreement."""
        return self.old.agreement.id == self.new.agreement.id


@dataclass(frozen=True, slots=True)
class Case:
    """One pair to be judged, with the comparison that it is part of."""

    pair: Pair
    comparison: Comparison

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

    @property
    def same_words(self) -> bool:
        """Whether the words stand: the texts do not differ."""
        return not self.pair.edits


PairCheck = Callable[[Case], Iterator[Draft]]
AgreementCheck = Callable[[Comparison], Iterator[Draft]]
