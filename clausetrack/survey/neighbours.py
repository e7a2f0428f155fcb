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
"""Counterparts kept for a clause, seen from it: two in each of eight other sets. With more sets, families hang together
by those that are nearest."""

PER_SET: Final = 2
"""A counterpart, and the rival that its likeness is held against."""

ENTRIES_READ: Final = 128
LONGEST_ENTRY: Final = 32
"""Index entries read for a clause, and the longest one that says something, for each set that is compared."""

MOST_SETS: Final = 12
"""So many sets more entries are read for; with more, a clause's rarest terms find its nearest ones all the same."""


def nearest(texts: Mapping[int, Text], places: list[Place], weight: list[float], sets: int) -> set[tuple[int, int]]:
    """Give the pairs of texts that are worth a comparison, by index in ``places``, lower first. Linear in the texts."""
    scale = min(sets, MOST_SETS)
    index: defaultdict[int, list[int]] = defaultdict(list)
    for at, text in texts.items():
        for term in text.terms:
            index[term].append(at)
    size = {term: len(found) for term, found in index.items()}
    norm = [texts[at].mass ** -0.5 if texts[at].mass else 0.0 for at in range(len(places))]
    pairs: set[tuple[int, int]] = set()
    for at, text in texts.items():
        shared: defaultdict[int, float] = defaultdict(float)
        unread = ENTRIES_READ * scale
        for taken, term in sorted((size[term], term) for term in text.terms):
            unread -= taken
            if unread < 0 or taken > LONGEST_ENTRY * scale:
                break
            if taken > 1:
                gain = weight[term]
                for other in index[term]:
                    shared[other] += gain
        pairs.update((min(at, other), max(at, other)) for other in _best(at, shared, norm, places))
    return pairs


def _best(at: int, shared: Mapping[int, float], norm: list[float], places: list[Place]) -> list[int]:
    """Give the nearest texts of other sets, at most two of a set."""
    here, taken, found = places[at][0], Counter[int](), list[int]()
    for other in nlargest(4 * KEPT, shared, lambda other: (shared[other] * norm[other], -other)):
        s = places[other][0]
        if s != here and taken[s] < PER_SET:
            taken[s] += 1
            found.append(other)
            if len(found) == KEPT:
                break
    return found
