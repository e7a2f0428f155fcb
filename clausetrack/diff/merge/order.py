"""Two orders that were made of one: who stayed keeps the old order, who moved or came stands as its side has it.

Moved are the fewest that explain a side's order (:mod:`clausetrack.align.moves`). What one side moved or added follows
the last that stayed before it there. Where both sides put something at one place, both stay, in an order that depends
on what they put and not on which side it was.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from clausetrack.align.moves import moved

Keys = Sequence[Hashable]


class Order(NamedTuple):
    """The merged order of keys, and the keys that both sides moved to different places."""

    keys: list[Hashable]
    apart: set[Hashable]


def merged_order(base: Keys, ours: Keys, theirs: Keys, *, favour: str | None = None) -> Order:
    """Merge two orders of what was one; keys stand once in each. What either side has is in the result once.

    ``favour`` (``ours`` or ``theirs``) decides where both moved the same to different places.
    """
    sides = (ours, theirs)
    known = [frozenset(side) for side in sides]
    shifted = [_moved(base, side, keys) for side, keys in zip(sides, known, strict=True)]
    stable = [key for key in base if all(key in keys for keys in known) and not any(key in away for away in shifted)]
    rank = {key: place for place, key in enumerate(stable)}
    both = (shifted[0] & shifted[1]) | ((known[0] & known[1]) - frozenset(base))
    runs = [
        _runs(ours, rank, shifted[1] - shifted[0]),
        _runs(theirs, rank, shifted[0] - shifted[1]),
    ]
    apart = _settle(runs, both, favour)
    result: list[Hashable] = []
    for place in range(-1, len(stable)):
        result += stable[place : place + 1] if place >= 0 else []
        result += _together(runs[0].get(place, []), runs[1].get(place, []))
    return Order(result, apart & shifted[0] & shifted[1])


def _moved(base: Keys, side: Keys, known: frozenset[Hashable]) -> set[Hashable]:
    """Give the keys that left their place among those that base and side share."""
    place = {key: index for index, key in enumerate(side)}
    shared = [key for key in base if key in known]
    if all(place[a] < place[b] for a, b in pairwise(shared)):
        return set()
    return {shared[index] for index in moved([place[key] for key in shared])}


def _runs(side: Keys, rank: dict[Hashable, int], foreign: set[Hashable]) -> dict[int, list[Hashable]]:
    """Give what a side put behind each place that stayed, -1 for the start; what only the other moved is foreign."""
    runs: dict[int, list[Hashable]] = {}
    place = -1
    for key in side:
        if key in rank:
            place = rank[key]
        elif key not in foreign:
            runs.setdefault(place, []).append(key)
    return runs


def _settle(runs: list[dict[int, list[Hashable]]], both: Iterable[Hashable], favour: str | None) -> set[Hashable]:
    """Leave what both sides placed at one place, the favoured or the earlier, and give what they placed apart."""
    where = [{key: place for place, run in side.items() for key in run} for side in runs]
    apart = {key for key in both if where[0][key] != where[1][key]}
    for key in apart:
        is_later = where[0][key] > where[1][key] if favour is None else favour == "theirs"
        leaving = 0 if is_later else 1
        runs[leaving][where[leaving][key]].remove(key)
    return apart


def _together(one: list[Hashable], other: list[Hashable]) -> list[Hashable]:
    """Put two runs at one place in an order that does not depend on which is which."""
    if not (one and other) or one == other:
        return one or other
    first, second = sorted((one, other), key=repr)
    shared = set(first) & set(second)
    if [key for key in first if key in shared] != [key for key in second if key in shared]:
        return [*first, *(key for key in second if key not in shared)]
    result: list[Hashable] = []
    rest = iter(second)
    for key in first:
        if key in shared:
            result += [*_until(rest, key), key]
        else:
            result.append(key)
    return [*result, *rest]


def _until(keys: Iterable[Hashable], end: Hashable) -> Iterable[Hashable]:
    for key in keys:
        if key == end:
            return
        yield key
