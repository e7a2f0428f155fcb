"""How strong and how precise a wording is: by the file's word, else by what its text says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from clausetrack.language.force import read_norms
from clausetrack.language.quantities import quantities
from clausetrack.language.quantity import QuantityKind
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.force import Polarity
from clausetrack.model.matrix import Precision, Wording
from clausetrack.model.scales import FORCE, LEVEL, TERMINAL_STATUS

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

_POLARITY: Final[dict[str, Polarity]] = {"do": "do", "refrain": "refrain"}

_SAID: Final = frozenset({"recital", "stance"})
"""What promises nothing. One sentence of it is not what a section comes to that is mostly something else."""

_DURATION: Final = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
_DAYS: Final = (365.25, 30.4375, 7.0, 1.0)
"""Days of a year, a month, a week, a day: mean lengths of the Gregorian calendar."""


class Held(NamedTuple):
    """How strongly a clause holds, and whether to do something or not to do it; None where nothing is claimed."""

    force: str | None = None
    polarity: Polarity | None = None


def held(clause: Clause, found: ClauseSet) -> Held:
    """Say how strongly a clause holds: by the file's word, else by the strongest norm of its text.

    A section of a document has many norms, and what it opens with is not what it is about. Of a statement the force is
    stance. The polarity is that of all norms that are as strong as the strongest; None where these differ.
    """
    if clause.force is not None:
        return Held(clause.force, _POLARITY.get(clause.polarity or ""))
    if clause.kind == "statement":
        return Held("stance")
    norms = read_norms(
        clause.text,
        found.revision.language,
        binding={"binding": True, "non-binding": False}.get(found.agreement.legal_status or ""),
        reported=found.revision.basis == "news-report",
    )
    known = [norm for norm in norms if norm.force in FORCE]
    if not known:
        return Held()
    force = max((norm.force for norm in known if norm.force is not None), key=FORCE.index)
    if force in _SAID and 2 * sum(norm.end - norm.start for norm in known) < len(clause.text.strip()):
        return Held()
    polarities = {norm.polarity or "do" for norm in known if norm.force == force}
    read = polarities.pop() if len(polarities) == 1 else None
    return Held(force, _POLARITY.get(clause.polarity or "", read))


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
    wording does not make it weak. What was stopped is no step of the scale, nor are what is to be done and what is not
    to be done steps of one: where wordings say both, those are compared that more of them say, or none.
    """
    live = [wording for wording in wordings if wording.clause.status not in TERMINAL_STATUS]
    if live and all(wording.clause.kind == "dialogue" for wording in live):
        levels = [wording for wording in live if wording.clause.level in LEVEL]
        if len(levels) > 1:
            return levels, lambda wording: (0, _level(wording.clause), per_year(wording.clause.every))
        return [w for w in live if w.clause.every], lambda wording: (0, 0, per_year(wording.clause.every))
    return _one_way([w for w in live if w.force in FORCE]), lambda wording: (strength(wording)[0], 0, 0.0)


def _one_way(wordings: list[Wording]) -> list[Wording]:
    """Leave out what says the contrary of most; all of them where it is as many as they are."""
    count = Counter(wording.polarity for wording in wordings)
    if not (count["do"] and count["refrain"]):
        return wordings
    if count["do"] == count["refrain"]:
        return []
    other = "refrain" if count["do"] > count["refrain"] else "do"
    return [wording for wording in wordings if wording.polarity != other]


def _level(clause: Clause) -> int:
    return LEVEL.index(clause.level) if clause.level in LEVEL else -1


def per_year(every: str | None) -> float:
    """Give how often a year something comes that comes every ISO 8601 duration; 0 where that says nothing."""
    match = _DURATION.fullmatch(every or "")
    days = sum(int(n or 0) * days for n, days in zip(match.groups(), _DAYS, strict=True)) if match else 0.0
    return _DAYS[0] / days if days else 0.0
