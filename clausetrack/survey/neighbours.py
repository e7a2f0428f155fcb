"""Which clauses of many sets are worth a comparison: those that share the most of what is rare.

To compare all clauses of all pairs of sets would take work with the square of their number. One index over all sets
gives every clause its nearest ones wherever they stand, at most two of a set: a counterpart and its rival.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from heapq import nlargest
from typing import Final

from clausetrack.align.terms import Text
from clausetrack.survey.family import Place

KEPT: Final = 16
KEPT_OF_MANY: Final = 12
"""Counterparts kept for a clause, seen from it: two in each of eight other sets. With more sets, families hang together
by those that are nearest, and fewer do; with ten, families of thirty real treaties begin to fall apart."""

PER_SET: Final = 2
"""A counterpart, and the rival that its likeness is held against."""

_LOOKED_AT: Final = 4 * KEPT
"""Texts that are looked at to find these: several may be of one set."""

MANY: Final = 4 * _LOOKED_AT
FAINT: Final = 1 / 8
"""Of more texts than this, those that share less than an eighth of what the nearest shares are not looked at."""

ENTRIES_READ: Final = 128
LONGEST_ENTRY: Final = 32
"""Index entries read for a clause, and the longest one that says something, for each set that is compared."""

MOST_SETS: Final = 8
"""So many sets more entries are read for; with more, a clause's rarest terms find its nearest ones all the same."""


def kept(sets: int) -> int:
    """Say how many counterparts are kept for a clause where so many sets are compared."""
    return KEPT if (sets - 1) * PER_SET <= KEPT else KEPT_OF_MANY


def nearest(texts: Mapping[int, Text], places: list[Place], weight: list[float], sets: int) -> set[tuple[int, int]]:
    """Give the pairs of texts that are worth a comparison, by index in ``places``, lower first. Linear in the texts."""
    scale, room = min(sets, MOST_SETS), kept(sets)
    index: defaultdict[int, list[int]] = defaultdict(list)
    for at, text in texts.items():
        for term in text.terms:
            index[term].append(at)
    telling = (term for term, found in index.items() if 1 < len(found) <= LONGEST_ENTRY * scale)
    rarest = sorted(telling, key=lambda term: (len(index[term]), term))
    rank = {term: number for number, term in enumerate(rarest)}
    entries = [(index[term], weight[term]) for term in rarest]
    norm = [texts[at].mass ** -0.5 if texts[at].mass else 0.0 for at in range(len(places))]
    pairs: set[tuple[int, int]] = set()
    for at, text in texts.items():
        shared: defaultdict[int, float] = defaultdict(float)
        unread = ENTRIES_READ * scale
        for number in sorted([rank[term] for term in text.terms if term in rank]):
            entry, gain = entries[number]
            unread -= len(entry)
            if unread < 0:
                break
            for other in entry:
                shared[other] += gain
        pairs.update((min(at, other), max(at, other)) for other in _best(at, shared, norm, places, room))
    return pairs


def _best(at: int, shared: Mapping[int, float], norm: list[float], places: list[Place], room: int) -> list[int]:
    """Give the nearest texts of other sets, at most two of a set."""
    here, taken, found = places[at][0], Counter[int](), list[int]()
    least = max(shared.values(), default=0.0) * FAINT if len(shared) > MANY else 0.0
    likely = nlargest(_LOOKED_AT, [(gain * norm[other], -other) for other, gain in shared.items() if gain >= least])
    for _, minus in likely:
        s = places[-minus][0]
        if s != here and taken[s] < PER_SET:
            taken[s] += 1
            found.append(-minus)
            if len(found) == room:
                break
    return found
