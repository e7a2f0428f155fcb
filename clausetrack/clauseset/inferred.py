"""How a draft says what nobody has looked at yet: free keys on a clause, and what accepts them.

``x-inferred`` lists the fields that were read by rule, ``x-doubtful`` gives the reason of doubt for those that want a
look first, ``x-cues`` the words that the force rests on. A field that a person has accepted or corrected is in neither;
a clause without any is one that a person vouches for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from clausetrack.model.clause import Clause

INFERRED: Final = "x-inferred"
DOUBTFUL: Final = "x-doubtful"
CUES: Final = "x-cues"


class Doubt(NamedTuple):
    """A field of a clause that wants a look, and why, in words."""

    field: str
    reason: str


def mark(clause: Clause, fields: Sequence[str], doubted: Iterable[Doubt] = (), cues: Sequence[str] = ()) -> Clause:
    """Mark fields of a clause as inferred, some of them as doubtful, and keep the cues of its force."""
    marks: dict[str, Any] = {
        INFERRED: list(fields),
        DOUBTFUL: {doubt.field: doubt.reason for doubt in doubted},
        CUES: list(cues),
    }
    return replace(clause, extra={**clause.extra, **{key: value for key, value in marks.items() if value}})


def inferred(clause: Clause) -> tuple[str, ...]:
    """Give the fields of a clause that were inferred and not accepted yet; whatever is not a list of words is none."""
    listed = clause.extra.get(INFERRED)
    return tuple(field for field in listed if isinstance(field, str)) if isinstance(listed, list) else ()


def doubts(clause: Clause) -> tuple[Doubt, ...]:
    """Give the doubtful fields of a clause, in the order in which they are best looked at."""
    listed = clause.extra.get(DOUBTFUL)
    return tuple(Doubt(str(field), str(reason)) for field, reason in _items(listed))


def accept(clause: Clause, field: str) -> Clause:
    """Take a field as it stands: it is neither inferred nor doubtful any more. Others stay as they are."""
    extra = dict(clause.extra)
    fields = [each for each in inferred(clause) if each != field]
    doubted = {each: reason for each, reason in _items(extra.get(DOUBTFUL)) if each != field}
    for key, value in ((INFERRED, fields), (DOUBTFUL, doubted)):
        extra.pop(key, None)
        if value:
            extra[key] = value
    return replace(clause, extra=_ordered(extra, clause.extra))


def _items(listed: object) -> Iterable[tuple[Any, Any]]:
    return listed.items() if isinstance(listed, Mapping) else ()


def _ordered(extra: dict[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """Give the keys in the order in which they stood."""
    return {key: extra[key] for key in before if key in extra}
