"""The margins of columns, also of those on which few lines stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from clausetrack.documents.pdf.page import Column, Line

_NEAR: Final = 3.0
"""Points by which margins differ that are the same."""

_OUTLYING: Final = 33
"""One line of so many may stand beyond the margins: a table, or what is set too wide."""

_SUPPORT: Final = 0.1
"""Share of the lines that stand within margins which others are taken to have too."""

_MANY: Final = 12
"""Lines of a column that show its margins."""

_COMMON: Final = 24
"""Different margins that are kept: left and right pages, columns, and what stands sideways."""

_WIDER: Final = 1.8
"""Times the width of a column with many lines that its margins take at most: less than two columns."""

_FULL: Final = 0.9
"""Share of the margins' width that the lines of a page reach where some of them are full."""

_CENTRED: Final = 0.02
"""Share of the column by which the middle of a centred line may be beside that of the column."""


class Margins(NamedTuple):
    """Left and right edge of the text in a column; ``full`` is how far its lines go where they are not set flush."""

    left: float
    right: float
    full: float

    @property
    def width(self) -> float:
        """Give the width between the margins."""
        return self.right - self.left

    def centres(self, line: Line) -> bool:
        """Say whether a line stands in the middle."""
        return line.left - self.left > 2 * line.size and self.balances(line)

    def balances(self, line: Line) -> bool:
        """Say whether a line leaves as much room at its left as at its right, if any."""
        middle = (self.left + self.right) / 2
        return abs(line.centre - middle) <= max(_CENTRED * self.width, 0.6 * line.size)


def margins(columns: Sequence[Column]) -> list[Margins]:
    """Give the margins of each column: those that most columns have which it fits into.

    A column with few lines may be much narrower than the text is elsewhere, one with many only a little.
    """
    own = [_edges(column) for column in columns]
    lengths = Counter[Margins]()
    for column, edges in zip(columns, own, strict=True):
        if len(column.lines) >= _MANY:
            lengths[edges] += len(column.lines)
    enough = _SUPPORT * sum(lengths.values())
    common = [edges for edges, _ in lengths.most_common(_COMMON) if _support(edges, lengths) >= enough]
    return [_around(edges, common, len(column.lines)) for column, edges in zip(columns, own, strict=True)]


def _edges(column: Column) -> Margins:
    lefts, rights = sorted(line.left for line in column.lines), sorted(line.right for line in column.lines)
    few = len(lefts) // _OUTLYING
    left, right = round(lefts[few]), round(rights[-1 - few])
    return Margins(left, right, right)


def _support(edges: Margins, lengths: Counter[Margins]) -> int:
    return sum(count for other, count in lengths.items() if _are_near(edges, other))


def _are_near(edges: Margins, other: Margins) -> bool:
    return abs(edges.left - other.left) <= _NEAR and abs(edges.right - other.right) <= _NEAR


def _around(edges: Margins, common: Sequence[Margins], lines: int) -> Margins:
    fitting = [other for other in common if other.left <= edges.left + _NEAR and other.right >= edges.right - _NEAR]
    if lines < _MANY:
        return min(fitting, key=_width, default=edges)
    widest = max((other for other in fitting if other.width <= _WIDER * edges.width), key=_width, default=edges)
    return widest._replace(full=edges.right) if edges.width > _FULL * widest.width else widest


def _width(margins: Margins) -> float:
    return margins.width
