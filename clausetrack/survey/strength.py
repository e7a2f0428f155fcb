"""How strong and how precise a wording is: by the file's word, else by what its text says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from clausetrack.language.force import read_force
from clausetrack.language.quantities import quantities
from clausetrack.language.quantity import QuantityKind
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.matrix import Precision, Wording
from clausetrack.model.scales import FORCE, LEVEL

Strength = tuple[int, int, float]
"""Rank of the force, rank of the level, meetings a year; -1 and 0 where there is none. Compared in this order."""

_PRECISE: Final[dict[QuantityKind, Precision]] = {
    "date": "date",
    "duration": "period",
    "frequency": "rhythm",
    "amount": "amount",
    "percentage": "share",
    "fraction": "share",
    "count": "number",
}

_DURATION: Final = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
_DAYS: Final = (365.25, 30.4375, 7.0, 1.0)
"""Days of a year, a month, a week, a day: mean lengths of the Gregorian calendar."""


def force_of(clause: Clause, found: ClauseSet) -> str | None:
    """Give the force of a clause: the file's word, that of a statement, else what its text says; None where nothing."""
    if clause.force is not None:
        return clause.force
    if clause.kind == "statement":
        return "stance"
    reading = read_force(
        clause.text,
        found.revision.language,
        binding={"binding": True, "non-binding": False}.get(found.agreement.legal_status or ""),
        reported=found.revision.basis == "news-report",
    )
    return reading.force


def precision_of(clause: Clause, language: str | None) -> tuple[Precision, ...]:
    """Say what a clause is precise in: by the fields, and by what stands in its text."""
    return tuple(dict.fromkeys(_precision(clause, language)))


def _precision(clause: Clause, language: str | None) -> Iterator[Precision]:
    if clause.deadline:
        yield "date"
    if clause.every:
        yield "rhythm"
    for found in quantities(clause.text, language):
        yield _PRECISE[found.kind]


def strength(wording: Wording) -> Strength:
    """Give what wordings are ordered by: force, then of dialogues the level, then how often they are held."""
    clause = wording.clause
    force = FORCE.index(wording.force) if wording.force in FORCE else -1
    return force, _level(clause), per_year(clause.every)


def comparable(wordings: Sequence[Wording]) -> tuple[list[Wording], Callable[[Wording], Strength]]:
    """Give the wordings whose strength is known, and by what they compare.

    Dialogues compare by level, if that is not known of two of them by rhythm; all else by force. What is not known of a
    wording does not make it weak.
    """
    if wordings and all(wording.clause.kind == "dialogue" for wording in wordings):
        levels = [wording for wording in wordings if wording.clause.level in LEVEL]
        if len(levels) > 1:
            return levels, lambda wording: (0, _level(wording.clause), per_year(wording.clause.every))
        return [w for w in wordings if w.clause.every], lambda wording: (0, 0, per_year(wording.clause.every))
    return [w for w in wordings if w.force in FORCE], lambda wording: (strength(wording)[0], 0, 0.0)


def _level(clause: Clause) -> int:
    return LEVEL.index(clause.level) if clause.level in LEVEL else -1


def per_year(every: str | None) -> float:
    """Give how often a year something comes that comes every ISO 8601 duration; 0 where that says nothing."""
    match = _DURATION.fullmatch(every or "")
    days = sum(int(n or 0) * days for n, days in zip(match.groups(), _DAYS, strict=True)) if match else 0.0
    return _DAYS[0] / days if days else 0.0
