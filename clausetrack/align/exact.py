"""Pairs that need no judgement: the analyst's word, a shared id, the same text on both sides.

A text that stands once on each side pairs its clauses. Repeated texts ("Reserved.", boilerplate) are paired where they
continue a run of pairs, as in a patience diff, and are otherwise left to the comparison of texts in their surroundings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from clausetrack.align.terms import body
from clausetrack.model.clause import Clause

Pair = tuple[int, int]

SHORTEST: Final = 20
"""A text of fewer characters says too little to pair clauses wherever they stand; it takes a neighbour as well."""


def by_id(old: Sequence[Clause], new: Sequence[Clause]) -> dict[int, int]:
    """Pair the clauses that bear the same id; of an id used twice, the first on each side."""
    places: dict[str, int] = {}
    for index, clause in enumerate(new):
        places.setdefault(clause.id, index)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for index, clause in enumerate(old):
        place = places.get(clause.id)
        if place is not None and place not in taken:
            pairs[index] = place
            taken.add(place)
    return pairs


def by_digest(
    old: Sequence[Clause], new: Sequence[Clause], fixed: dict[int, int], allowed: Callable[[int, int], bool]
) -> dict[int, int]:
    """Pair clauses of the same text beyond the ``fixed`` pairs, as far as that is certain. Linear."""
    taken = set(fixed.values())
    old_keys = [None if index in fixed else _key(clause) for index, clause in enumerate(old)]
    new_keys = [None if index in taken else _key(clause) for index, clause in enumerate(new)]
    old_count, new_count = Counter(old_keys), Counter(new_keys)
    places = {key: index for index, key in enumerate(new_keys) if key}
    pairs = {
        index: places[key]
        for index, key in enumerate(old_keys)
        if key and len(key) >= SHORTEST and old_count[key] == 1 == new_count[key] and allowed(index, places[key])
    }
    _continue_runs(old_keys, new_keys, fixed, pairs, allowed)
    return pairs


def _continue_runs(
    old_keys: list[str | None],
    new_keys: list[str | None],
    fixed: dict[int, int],
    pairs: dict[int, int],
    allowed: Callable[[int, int], bool],
) -> None:
    taken = set(pairs.values())
    for step in (1, -1):
        for start_old, start_new in sorted((fixed | pairs).items(), reverse=step < 0):
            i, j = start_old + step, start_new + step
            while (
                0 <= i < len(old_keys)
                and 0 <= j < len(new_keys)
                and i not in pairs
                and j not in taken
                and old_keys[i]
                and old_keys[i] == new_keys[j]
                and allowed(i, j)
            ):
                pairs[i] = j
                taken.add(j)
                i, j = i + step, j + step


def _key(clause: Clause) -> str:
    return " ".join(body(clause).split())
