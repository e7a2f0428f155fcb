"""Revisions put in order: as they follow one another, else by date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.timeline import Order

_DATE: Final = re.compile(
    r"(?<![0-9])([12][0-9]{3})(?:([-_.]?)(0[1-9]|1[0-2])(?:\2(0[1-9]|[12][0-9]|3[01]))?)?(?![0-9])"
)
"""A year, a month or a day in a name: 2025, 2025-06, 20250618, 2025_06_18."""


class Revised(NamedTuple):
    """A revision to be put in order, and the name of its file without folder and ending; empty where it has none."""

    clause_set: ClauseSet
    stem: str = ""
    is_coded: bool = True


class Ordered(NamedTuple):
    """Indices in order, by what they were ordered, and of each of those given, as far as it is known, two things.

    They are its date, and the index of the one that it says it follows; None where that is not among them.
    """

    indices: tuple[int, ...]
    order: Order
    dates: tuple[str | None, ...]
    bases: tuple[int | None, ...]


def date_in(name: str) -> str | None:
    """Give the date in a name, as ISO 8601 of reduced precision; the last one where there are several."""
    found = [*_DATE.finditer(name)]
    if not found:
        return None
    year, _, month, day = found[-1].groups()
    return "-".join(filter(None, (year, month, day)))


def ordered(given: Sequence[Revised]) -> Ordered:
    """Put revisions in order.

    Where all but one say which they follow, by that. Else by the dates in the names of the files where they are
    documents and all names have one, by their own where all have one, or as they are given.
    """
    named = [date_in(entry.stem) for entry in given]
    own = [_own(entry) for entry in given]
    by_names = any(not entry.is_coded for entry in given) and all(named) and len(set(named)) == len(given)
    dates = named if by_names else own
    order: Order = "names" if by_names else "dates" if all(dates) else "given"
    places = list(range(len(given)))
    if all(dates):
        places.sort(key=lambda at: dates[at] or "")
    known = {entry.clause_set.revision.id: at for at, entry in reversed([*enumerate(given)])}
    bases = [known.get(entry.clause_set.revision.follows or "") for entry in given]
    is_chain = len(given) > 1 and sum(base is not None for base in bases) == len(given) - 1
    return Ordered(tuple(_chained(bases, places)), "follows" if is_chain else order, tuple(dates), tuple(bases))


def _own(entry: Revised) -> str | None:
    return entry.clause_set.revision.as_of or date_in(entry.clause_set.revision.id) or date_in(entry.stem)


def _chained(bases: Sequence[int | None], places: Sequence[int]) -> list[int]:
    """Put every revision behind the one that it follows; the rest of the order stays. A circle is cut."""
    done: dict[int, None] = {}
    for place in places:
        chain: dict[int, None] = {}
        at: int | None = place
        while at is not None and at not in done and at not in chain:
            chain[at] = None
            at = bases[at]
        done.update(dict.fromkeys(reversed(chain)))
    return list(done)
