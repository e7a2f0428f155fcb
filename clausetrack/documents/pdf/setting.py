"""How a document is set: the distances between its lines, its indentation, and when a line is a short one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from clausetrack.documents.pdf.margins import Margins
from clausetrack.documents.pdf.marks import Labels, is_ended, is_lower, marker
from clausetrack.documents.pdf.page import Column, Line, runs_left

ROOM: Final = 1.3
"""Sizes of room beside what a word needs that make a line a short one: two spaces of a typewriter are 1.2, and stand
behind a full stop."""

INDENT: Final = 0.8
"""Sizes of type of the smallest indentation."""

_FARTHEST: Final = 3.0
"""Sizes between the base lines of the lines of a paragraph at most."""

_SOLID: Final = 1.3
"""Sizes from base line to base line at most, where no paragraph of several lines shows it."""

_CHANCE: Final = 0.08
"""Share of all distances between lines that one has which is not by chance."""

_OTHER_SIZE: Final = 0.08
"""Share by which sizes of type differ that are not the same."""

_STARTS: Final = 10
_MARKED: Final = 0.9
"""So many beginnings of paragraphs, and so large a share of them with indentation or marker, show that all have it."""


class Setting:
    """How a document is set: how far its lines are apart, and whether each paragraph starts with a mark.

    Distances are known for each size of type, in points, from base line to base line.
    """

    def __init__(self, columns: Sequence[Column], margins: Sequence[Margins], labels: Labels) -> None:
        self.labels = labels
        within: dict[int, Counter[float]] = {}
        between: dict[int, Counter[float]] = {}
        starts = Counter[bool]()
        for column, edges in zip(columns, margins, strict=True):
            for before, line in pairwise(column.lines):
                ended = is_ended(before.text)
                distance = line.base - before.base
                if not differ(before, line) and 0 < distance < _FARTHEST * line.size:
                    counts = within if is_lower(line.text) and not ended else between
                    counts.setdefault(round(line.size), Counter())[round(distance * 2) / 2] += 1
                if ended and is_short(before, line, edges):
                    starts[is_marked(line, edges)] += 1
        self._leading = {size: min(_smallest(counts), _SOLID * size) for size, counts in between.items()}
        self._leading |= {size: _smallest(counts) for size, counts in within.items()}
        total = starts.total()
        self.is_marked = total >= _STARTS and starts[True] >= _MARKED * total

    def leading(self, size: float) -> float:
        """Give the distance between lines of a size of type."""
        return self._leading.get(round(size), 1.2 * size)


def _smallest(distances: Counter[float]) -> float:
    """Give the smallest distance that is not a chance one."""
    enough = _CHANCE * distances.total()
    return min(distance for distance, count in distances.items() if count >= enough)


def differ(before: Line, line: Line) -> bool:
    """Say whether two lines are in type of other sizes."""
    return abs(before.size - line.size) > _OTHER_SIZE * max(before.size, line.size)


def is_short(before: Line, line: Line, margins: Margins) -> bool:
    """Say whether the first word of a line would have fitted into the line before."""
    room = before.left - margins.left if runs_left(before.text) else margins.full - before.right
    return room > line.first + ROOM * line.size


def is_marked(line: Line, margins: Margins) -> bool:
    """Say whether a line starts with an indentation or a marker."""
    return line.left - margins.left > INDENT * line.size or marker(line.text) is not None
