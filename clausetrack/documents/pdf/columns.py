"""Reading order: the columns of a page, found by the white between them.

A column gutter is white over many lines with text of some width at both sides, whose lines mostly fill their column;
that tells it from the white behind list markers and between the cells of a table. Lines that lie over a gutter, such
as a heading over both columns, part the page into bands, and each band is read column by column. What a page says
too little of (the last one, with a few lines in each column) is read with the gutters of the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from operator import attrgetter
from statistics import median
from typing import Final

from clausetrack.documents.pdf.page import Column, Line, Page, runs_left
from clausetrack.documents.specks import is_speck
from clausetrack.documents.tongues import are_two

_FULL: Final = 0.62
"""Share of the text's width that no line of a column has; a little over half, as columns may differ in width."""

_GUTTER: Final = 0.7
"""Sizes of type of the narrowest white between columns."""

_STRAY: Final = 0.08
"""Share of the lines that may lie in a gutter: headings over columns, and a few lines that stick out."""

_LINES: Final = 4
"""Lines that a column has at least on a page that shows it."""

_FILLED: Final = 0.62
"""Share of a column that half of its lines fill at least. Cells of tables are ragged."""

_NARROWEST: Final = 9.0
"""Sizes of type of the narrowest column, some twenty characters; narrower ones are of tables."""

_TABLE_RULES: Final = 3
"""Rules across a gutter that make it one between cells."""

_SAME: Final = 0.3
"""Sizes by which the base lines of the pieces of one line differ at most."""

_BIN: Final = 2.0
"""Points of the steps in which white is looked for."""

_TYPICAL: Final = 0.25
"""Share of the pages that have a gutter at a place before it is used for the others."""


def columns(pages: Sequence[Page]) -> list[list[Column]]:
    """Give the columns of each page in reading order. The pages' lines are from top to bottom."""
    found = [_Layout(page) for page in pages]
    places = Counter(
        round(gutter / 6) for layout in found for gutter in {g for _, gutters in layout.bands for g in gutters}
    )
    usual = [place * 6.0 for place, count in places.items() if count >= max(2, _TYPICAL * len(pages))]
    return [layout.columns(usual) for layout in found]


class _Layout:
    """The bands of a page, each with the places of its gutters."""

    def __init__(self, page: Page) -> None:
        self._page = page
        lines = page.lines
        self._left = min((line.left for line in lines), default=0.0)
        self._right = max((line.right for line in lines), default=page.width)
        self.bands: list[tuple[list[Line], list[float]]] = []
        for narrow, stretch in self._stretches():
            self.bands.append((stretch, self._gutters(stretch) if narrow else []))

    def columns(self, usual: Sequence[float]) -> list[Column]:
        """Give the columns in reading order; ``usual`` are the gutters of other pages."""
        made: list[Column] = []
        for stretch, gutters in self.bands:
            for band, splits in _crossed(stretch, gutters or self._fitting(stretch, usual)):
                made += self._read(band, splits)
        return list(_united(made))

    def _stretches(self) -> Iterator[tuple[bool, list[Line]]]:
        """Give the lines by stretches in which no line is as wide as the text, and others."""
        full = _FULL * (self._right - self._left)
        stretch: list[Line] = []
        was_narrow = True
        for line in self._page.lines:
            narrow = line.width < full
            if stretch and narrow != was_narrow:
                yield was_narrow, stretch
                stretch = []
            stretch.append(line)
            was_narrow = narrow
        if stretch:
            yield was_narrow, stretch

    def _gutters(self, stretch: list[Line]) -> list[float]:
        if len(stretch) < 2 * _LINES:
            return []
        size = median(line.size for line in stretch)
        edges = [self._left, *self._white(stretch, _GUTTER * size), self._right]
        while len(edges) > len((self._left, self._right)):
            weak = next(
                (index for index, (a, b) in enumerate(pairwise(edges)) if not _is_column(stretch, a, b, size)), None
            )
            if weak is None:
                break
            del edges[weak if weak == len(edges) - 2 else weak + 1]
        return [edge for edge in edges[1:-1] if not self._is_table(stretch, edge)]

    def _white(self, stretch: list[Line], width: float) -> Iterator[float]:
        """Give the middles of the white strips that are at least so wide, there where they are whitest."""
        changes = [0] * (int((self._right - self._left) / _BIN) + 3)
        for line in stretch:
            changes[int((line.left - self._left) / _BIN)] += 1
            changes[int((line.right - self._left) / _BIN) + 1] -= 1
        covered = list(accumulate(changes))
        start = 0
        for white, strip in groupby(covered, lambda count: count <= _STRAY * len(stretch)):
            counts = list(strip)
            if white and 0 < start < len(covered) - len(counts) and len(counts) * _BIN >= width:
                yield self._left + (start + _emptiest(counts)) * _BIN
            start += len(counts)

    def _is_table(self, stretch: list[Line], gutter: float) -> bool:
        top, bottom = stretch[0].base - 2 * stretch[0].size, stretch[-1].base + stretch[-1].size
        across = {round(r.top) for r in self._page.rules if r.left < gutter < r.right and top < r.top < bottom}
        return len(across) >= _TABLE_RULES and not _is_bilingual(stretch, gutter)

    def _fitting(self, stretch: list[Line], usual: Sequence[float]) -> list[float]:
        return [
            gutter
            for gutter in usual
            if not any(line.left < gutter - 3 and line.right > gutter + 3 for line in stretch)
            and any(line.right <= gutter for line in stretch)
            and any(line.left >= gutter for line in stretch)
            and not self._is_table(stretch, gutter)
        ]

    def _read(self, band: list[Line], gutters: Sequence[float]) -> Iterator[Column]:
        edges = [self._left, *sorted(gutters), self._right]
        pairs = list(pairwise(edges))
        if runs_left("".join(line.text for line in band[:5])):
            pairs.reverse()
        for left, right in pairs:
            inside = [
                line for line in band if left <= line.centre < right or (right == self._right and line.centre >= right)
            ]
            if inside:
                start = self._left if left == self._left else min(line.left for line in inside)
                end = self._right if right == self._right else max(line.right for line in inside)
                yield Column(self._page.number, start, end, list(_whole(inside)))


def _is_bilingual(stretch: Sequence[Line], gutter: float) -> bool:
    """Say whether what looks like two cells of a table in each row is a text in two languages, row by row."""
    return are_two(
        (line.text for line in stretch if line.right <= gutter), (line.text for line in stretch if line.left >= gutter)
    )


def _emptiest(counts: Sequence[int]) -> float:
    """Give the middle of the longest run of the smallest count."""
    least = min(counts)
    best, start = (0, 0), 0
    for count, run in groupby(counts):
        length = sum(1 for _ in run)
        best = max(best, (length, start)) if count == least else best
        start += length
    return best[1] + best[0] / 2


def _is_column(stretch: list[Line], left: float, right: float, size: float) -> bool:
    inside = [line for line in stretch if line.left >= left - 1 and line.right <= right + 1]
    if len(inside) < _LINES:
        return False
    start, end = min(line.left for line in inside), max(line.right for line in inside)
    width = end - start
    whole = list(_whole(inside))
    return (
        len(whole) >= _LINES and width >= _NARROWEST * size and median(line.width for line in whole) >= _FILLED * width
    )


def _crossed(stretch: list[Line], gutters: Sequence[float]) -> Iterator[tuple[list[Line], Sequence[float]]]:
    """Part a stretch at the lines that lie over a gutter."""
    band: list[Line] = []
    for line in stretch:
        if any(line.left < gutter - 1 and line.right > gutter + 1 for gutter in gutters):
            if band:
                yield band, gutters
            yield [line], ()
            band = []
        else:
            band.append(line)
    if band:
        yield band, gutters


def _united(columns: Sequence[Column]) -> Iterator[Column]:
    """Put together columns over the same width that follow each other."""
    for _, group in groupby(columns, attrgetter("left", "right")):
        parts = list(group)
        yield parts[0]._replace(lines=_without_specks(_whole([line for part in parts for line in part.lines])))


def _whole(lines: Sequence[Line]) -> Iterator[Line]:
    """Put the pieces that stand on one base line together, from left to right."""
    level: list[Line] = []
    for line in lines:
        if level and line.base - level[0].base > _SAME * min(line.size, level[0].size):
            yield _joined(level)
            level = []
        level.append(line)
    if level:
        yield _joined(level)


def _without_specks(lines: Iterable[Line]) -> list[Line]:
    return [line for line in lines if not is_speck(line.text)]


def _joined(level: list[Line]) -> Line:
    if len(level) == 1:
        return level[0]
    level.sort(key=lambda line: line.left, reverse=any(runs_left(line.text) for line in level))
    text, raised = "", []
    for line in level:
        text += " " if text else ""
        raised += [(start + len(text), end + len(text)) for start, end in line.raised]
        text += line.text
    first, second = level[:2]
    lone = " " not in first.text
    widest = max(level, key=lambda line: len(line.text))
    cells = tuple(cell for line in level for cell in line.cells or ((line.left, line.text),))
    return first._replace(
        text=text,
        left=min(line.left for line in level),
        right=max(line.right for line in level),
        base=widest.base,
        size=widest.size,
        bold=sum(len(line.text) for line in level if line.bold) * 2 > len(text),
        underlined=all(line.underlined for line in level),
        hang=second.left if lone else first.hang,
        gap=(second.left - first.right) / first.size if lone else first.gap,
        raised=tuple(raised),
        cells=cells,
        linked=sum(line.linked for line in level),
    )
