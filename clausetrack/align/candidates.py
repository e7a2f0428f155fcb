"""Which pairs of clauses are worth a comparison: those that share rare terms, and those that stand in the same gap.

An index from term to clauses is read rarest term first. Every clause reads a bounded number of terms and entries, so
the work grows with the number of clauses, whatever they say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import nlargest
from typing import Final

from clausetrack.align.exact import Pair
from clausetrack.align.terms import Text, Texts

KEPT: Final = 4
"""Counterparts kept for each clause, seen from either side. On real pairs six find no more."""

ENTRIES_READ: Final = 256
"""Index entries read for a clause, those of its rarest terms first. On real pairs twice as many find no more."""

LONGEST_ENTRY: Final = 64
"""A term in more clauses than this picks none of them out."""

REACH: Final = 3
"""How far from a pair its neighbours are looked for; further off, order says little more."""


@dataclass(slots=True)
class Budget:
    """Comparisons that may still be made; ``exhausted`` says that some were not made for want of it."""

    left: int
    exhausted: bool = field(default=False)

    def take(self, wanted: int) -> bool:
        """Spend ``wanted`` comparisons, or say that there are not so many left."""
        if wanted > self.left:
            self.exhausted = True
            return False
        self.left -= wanted
        return True


def nominate(texts: Texts, old_open: Iterable[int], new_open: Iterable[int], budget: Budget) -> set[Pair]:
    """Give the pairs of open clauses that share the most of what is rare, seen from either side."""
    old = {index: texts.old[index] for index in old_open}
    new = {index: texts.new[index] for index in new_open}
    there = {(i, j) for i, found in _nearest(old, new, texts.weight, budget) for j in found}
    back = {(i, j) for j, found in _nearest(new, old, texts.weight, budget) for i in found}
    return there | back


def beside(anchors: Mapping[int, int], old_open: frozenset[int], new_open: frozenset[int]) -> set[Pair]:
    """Give the pairs of open clauses that stand beside paired ones, in step with them or one off."""
    steps = [(a, a + off) for a in range(-REACH, REACH + 1) for off in (-1, 0, 1) if a and abs(a + off) <= REACH]
    return {(i + a, j + b) for i, j in anchors.items() for a, b in steps if i + a in old_open and j + b in new_open}


def _nearest(
    here: Mapping[int, Text], there: Mapping[int, Text], weight: list[float], budget: Budget
) -> Iterable[tuple[int, list[int]]]:
    index: defaultdict[int, list[int]] = defaultdict(list)
    for place, text in there.items():
        for term in text.terms:
            index[term].append(place)
    for place, text in here.items():
        shared: defaultdict[int, float] = defaultdict(float)
        unread = ENTRIES_READ
        for size, term in _rarest(text, index):
            unread -= size
            if unread < 0 or not budget.take(size):
                break
            gain = weight[term]
            for other in index[term]:
                shared[other] += gain
        yield place, nlargest(KEPT, shared, shared.__getitem__)


def _rarest(text: Text, index: Mapping[int, list[int]]) -> list[tuple[int, int]]:
    """Give the terms that the other side has, with the length of their entries, the shortest first."""
    known = [(len(index[term]), term) for term in text.terms if term in index]
    return sorted(entry for entry in known if entry[0] <= LONGEST_ENTRY)
