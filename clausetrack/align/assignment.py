"""The best one-to-one assignment on a sparse graph of candidates, where a clause may also stay alone.

Old clauses are seated one by one along cheapest augmenting paths (the Hungarian method with shortest paths, Jonker and
Volgenant 1987, on adjacency lists). A cost is a negative gain; staying alone costs nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush

from clausetrack.align.exact import Pair


def assign(gains: Mapping[Pair, float]) -> dict[int, int]:
    """Choose pairs, each clause in at most one, so that their gains add up to the most; gains of zero or less never."""
    seating = _Seating()
    for (i, j), gain in sorted(gains.items()):
        if gain > 0:
            seating.costs[i].append((j, -gain))
    for row in list(seating.costs):
        seating.seat(row)
    return {row: column for column, row in sorted(seating.owner.items(), key=lambda seat: seat[1])}


@dataclass(slots=True)
class _Seating:
    """Who sits where, and the prices (dual variables) that prove it best so far."""

    costs: defaultdict[int, list[tuple[int, float]]] = field(default_factory=lambda: defaultdict(list))
    owner: dict[int, int] = field(default_factory=dict)
    seat_of: dict[int, int] = field(default_factory=dict)
    row_price: dict[int, float] = field(default_factory=dict)
    column_price: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))

    def seat(self, start: int) -> None:
        """Seat one more row, or leave it or another one alone, whichever is cheapest."""
        self.row_price[start] = min(0.0, *(cost - self.column_price[j] for j, cost in self.costs[start]))
        came_from: dict[int, int] = {}
        settled: dict[int, float] = {}
        best: dict[int, float] = {}
        heap: list[tuple[float, int]] = []
        row, walked = start, 0.0
        alone, alone_row = -self.row_price[start], start
        while True:
            for column, cost in self.costs[row]:
                length = walked + cost - self.row_price[row] - self.column_price[column]
                if column not in settled and length < best.get(column, float("inf")):
                    best[column], came_from[column] = length, row
                    heappush(heap, (length, column))
            while heap and heap[0][1] in settled:
                heappop(heap)
            if not heap or alone <= heap[0][0]:
                self._reprice(start, settled, alone)
                self._shift(start, alone_row, came_from)
                return
            walked, column = heappop(heap)
            if column not in self.owner:
                self._reprice(start, settled, walked)
                self._take(start, column, came_from)
                return
            settled[column] = walked
            row = self.owner[column]
            if walked - self.row_price[row] < alone:
                alone, alone_row = walked - self.row_price[row], row

    def _reprice(self, start: int, settled: Mapping[int, float], reached: float) -> None:
        for column, length in settled.items():
            self.column_price[column] += length - reached
            self.row_price[self.owner[column]] += reached - length
        self.row_price[start] += reached

    def _shift(self, start: int, leaver: int, came_from: Mapping[int, int]) -> None:
        """Let ``leaver`` stay alone, and its seat go along the path to ``start``."""
        if leaver != start:
            self._take(start, self.seat_of.pop(leaver), came_from)

    def _take(self, start: int, column: int, came_from: Mapping[int, int]) -> None:
        while True:
            row = came_from[column]
            left = self.seat_of.get(row)
            self.owner[column], self.seat_of[row] = row, column
            if row == start:
                return
            if left is None:  # pragma: no cover - every row on a path but the first has a seat
                raise AssertionError(row)
            column = left
