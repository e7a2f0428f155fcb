"""Which clauses moved: the fewest that explain the new order.

All pairs that can keep their order together stay (a longest increasing subsequence; Fredman 1975, n log n). The others
moved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def moved(order: Sequence[int]) -> set[int]:
    """Give the positions in ``order`` (new places, read in old order; all different) that left their place."""
    tops: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for position, value in enumerate(order):
        length = bisect_left(tops, value)
        before.append(holders[length - 1] if length else -1)
        tops[length : length + 1] = [value]
        holders[length : length + 1] = [position]
    stayed = set()
    position = holders[-1] if holders else -1
    while position >= 0:
        stayed.add(position)
        position = before[position]
    return set(range(len(order))) - stayed
