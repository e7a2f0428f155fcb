"""Lines to paragraphs, also over the ends of columns and pages.

A line begins a paragraph where the space above it is larger than that between lines, where the type changes, where it
is set in from the one before, where it starts with a marker or is a label, or where the line before had room for its
first word; text is filled line by line, so room that was not used was not there to be used. Each of these has
exceptions: see `_begins`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from clausetrack.documents.pdf_marks import Labels, is_blank, is_ended, is_listing, is_lower, marker
from clausetrack.documents.pdf_page import Column, Line, runs_left
from clausetrack.documents.pdf_tables import Row

_INDENT: Final = 0.8
"""Sizes of type of the smallest indentation."""

_APART: Final = 1.3
"""Times the usual distance between base lines that parts paragraphs."""

_BIT_APART: Final = 1.12
"""Times the usual distance that parts paragraphs where the text is ended too."""

_ROOM: Final = 1.3
"""Sizes of room beside what a word needs that make a line a short one: two spaces of a typewriter are 1.2, and stand
behind a full stop."""

_MUCH_ROOM: Final = 0.3
"""Share of the column that makes a line a short one although its text goes on."""

_TABBED: Final = 0.6
"""Sizes of the gap behind a marker that was set with a tab."""

_CENTRED: Final = 0.02
"""Share of the column by which the middle of a centred line may be beside that of the column."""

_FARTHEST: Final = 3.0
"""Sizes between the base lines of the lines of a paragraph at most."""

_SOLID: Final = 1.3
"""Sizes from base line to base line at most, where no paragraph of several lines shows it."""

_CHANCE: Final = 0.08
"""Share of all distances between lines that one has which is not by chance."""

_OTHER_SIZE: Final = 0.08


class Margins(NamedTuple):
    """Left and right edge of the text in a column; ``full`` is how far its lines go where they are not set flush."""

    left: float
    right: float
    full: float


class Paragraph(NamedTuple):
    """Lines that belong together. ``centred`` says that each stands in the middle of its column."""

    lines: list[Line]
    margins: Margins
    centred: bool


def paragraphs(pieces: Sequence[Column | Row], labels: Labels) -> list[Paragraph | Row]:
    """Give the paragraphs of a document whose columns are in reading order, and the rows of tables between them."""
    columns = [piece for piece in pieces if isinstance(piece, Column)]
    margins = iter(_margins(columns))
    setting = _Setting(columns, labels)
    made: list[Paragraph | Row] = []
    open_: tuple[list[Line], Margins] | None = None
    for piece in pieces:
        if isinstance(piece, Row):
            made += [_closed(*open_), piece] if open_ else [piece]
            open_ = None
            continue
        edges = next(margins)
        for index, line in enumerate(piece.lines):
            after = piece.lines[index + 1] if index + 1 < len(piece.lines) else None
            if open_ and not _parts(setting, open_, line, after, edges, first=not index):
                open_[0].append(line)
            else:
                made += [_closed(*open_)] if open_ else []
                open_ = [line], edges
    return made + ([_closed(*open_)] if open_ else [])


def _parts(
    setting: _Setting, open_: tuple[list[Line], Margins], line: Line, after: Line | None, edges: Margins, *, first: bool
) -> bool:
    lines, before = open_
    return setting.begins_over(lines, before, line, edges) if first else setting.begins(lines, line, after, edges)


def _closed(lines: list[Line], margins: Margins) -> Paragraph:
    centred = all(_is_centred(line, margins) for line in lines if line.page == lines[0].page)
    return Paragraph(lines, margins, centred)


def _margins(columns: Sequence[Column]) -> list[Margins]:
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


def _support(edges: Margins, lengths: Counter[Margins]) -> int:
    return sum(count for other, count in lengths.items() if _are_near(edges, other))


def _are_near(edges: Margins, other: Margins) -> bool:
    return abs(edges.left - other.left) <= _NEAR and abs(edges.right - other.right) <= _NEAR


_NEAR: Final = 3.0
"""Points by which margins differ that are the same."""

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


def _edges(column: Column) -> Margins:
    lefts, rights = sorted(line.left for line in column.lines), sorted(line.right for line in column.lines)
    few = len(lefts) // 33
    left, right = round(lefts[few]), round(rights[-1 - few])
    return Margins(left, right, right)


def _around(edges: Margins, common: Sequence[Margins], lines: int) -> Margins:
    fitting = [other for other in common if other.left <= edges.left + _NEAR and other.right >= edges.right - _NEAR]
    if lines < _MANY:
        return min(fitting, key=_width, default=edges)
    widest = max((other for other in fitting if _width(other) <= _WIDER * _width(edges)), key=_width, default=edges)
    return widest._replace(full=edges.right) if _width(edges) > _FULL * _width(widest) else widest


def _width(margins: Margins) -> float:
    return margins.right - margins.left


def _is_centred(line: Line, margins: Margins) -> bool:
    width = margins.right - margins.left
    room = line.left - margins.left
    middle = (margins.left + margins.right) / 2
    return room > 2 * line.size and abs(line.centre - middle) <= max(_CENTRED * width, 0.6 * line.size)


class _Setting:
    """How a document is set: the usual distance between lines for each size of type, and whether paragraphs are
    indented."""

    def __init__(self, columns: Sequence[Column], labels: Labels) -> None:
        self._is_label = labels.has
        within: dict[int, Counter[float]] = {}
        between: dict[int, Counter[float]] = {}
        for column in columns:
            for before, line in pairwise(column.lines):
                distance = line.base - before.base
                if not _is_other_type(before, line) and 0 < distance < _FARTHEST * line.size:
                    goes_on = is_lower(line.text) and not is_ended(before.text)
                    counts = within if goes_on else between
                    counts.setdefault(round(line.size), Counter())[round(distance * 2) / 2] += 1
        self._leading = {size: min(_smallest(counts), _SOLID * size) for size, counts in between.items()}
        self._leading |= {size: _smallest(counts) for size, counts in within.items()}

    def begins(self, lines: list[Line], line: Line, after: Line | None, margins: Margins) -> bool:
        """Say whether a line begins a paragraph behind the lines of another in the same column."""
        before = lines[-1]
        distance = line.base - before.base
        if distance < -line.size or is_blank(before.text) or self._is_apart(lines, distance, line, after):
            return True
        if _is_other_type(before, line) or (self._is_label(before.text) and len(lines) == 1):
            return True
        centred = _is_centred(before, margins), _is_centred(line, margins)
        capitals = before.text.isupper(), line.text.isupper()
        if all(capitals) and not is_ended(before.text) and not marker(line.text):
            return self._is_label(line.text)
        if all(centred):
            return self._is_label(line.text) or before.text.isupper() != line.text.isupper() or is_ended(before.text)
        short = _is_short(before, line, margins)
        ended = is_ended(before.text)
        if capitals == (True, False) and short and len(before.text) > 2:  # noqa: PLR2004 - initials
            return True
        if centred[0] and len(lines) > 1 and short and line.left < before.left:
            return True
        return self._begins_by_setting(lines, line, margins, short=short, ended=ended)

    def _begins_by_setting(self, lines: list[Line], line: Line, margins: Margins, *, short: bool, ended: bool) -> bool:
        before = lines[-1]
        if _is_broken(before.text):
            return False
        if line.bold != before.bold and (short or ended):
            return True
        if self._is_label(line.text) and (short or ended):
            return True
        if marker(line.text) and (ended or short or is_listing(before.text) or line.gap > _TABBED):
            return True
        hangs = len(lines) == 1 and abs(line.left - before.hang) < 0.5 * line.size
        shift = line.left - before.left
        if shift > _INDENT * line.size and not hangs and not runs_left(line.text):
            return ended or short
        if shift < -_INDENT * line.size and len(lines) > 1 and not runs_left(line.text):
            return ended or short
        if not short:
            return False
        return ended or (not is_lower(line.text) and self._is_much_shorter(lines, line, margins))

    @staticmethod
    def _is_much_shorter(lines: list[Line], line: Line, margins: Margins) -> bool:
        before = lines[-1]
        right = max(other.right for other in (*lines[-4:], line))
        if margins.full - before.right > _MUCH_ROOM * (margins.right - margins.left):
            return True
        return len(lines) > 2 and right - before.right > line.first + _ROOM * line.size

    def begins_over(self, lines: list[Line], margins: Margins, line: Line, edges: Margins) -> bool:
        """Say whether the first line of a column begins a paragraph, and does not go on with that of the column before."""
        before = lines[-1]
        if _is_other_type(before, line) or self._is_label(before.text) or line.bold != before.bold:
            return True
        if is_lower(line.text) and not is_ended(before.text):
            return False
        centred = _is_centred(line, edges)
        if centred or self._is_label(line.text) or _is_centred(before, margins):
            return True
        ended = is_ended(before.text)
        if marker(line.text) and (ended or is_listing(before.text) or line.gap > _TABBED):
            return True
        short = margins.full - before.right > line.first + _ROOM * line.size
        if _is_broken(before.text):
            return False
        if short or ended:
            return not is_lower(line.text) or ended
        return (
            line.left - edges.left > _INDENT * line.size
            and len(lines) > 1
            and line.left - edges.left > lines[-1].left - margins.left + 1
        )

    def _is_apart(self, lines: list[Line], distance: float, line: Line, after: Line | None) -> bool:
        """Say whether the space above a line is more than that between the lines of a paragraph."""
        before = lines[-1]
        usual = self._leading.get(round(before.size), 1.2 * before.size)
        if len(lines) > 1 and lines[-2].page == before.page and before.base > lines[-2].base:
            usual = min(usual, before.base - lines[-2].base)
        elif after and after.base > line.base and abs(after.size - line.size) < 1:
            usual = min(usual, max(after.base - line.base, 0.9 * line.size)) if not is_lower(line.text) else usual
        usual = max(usual, 0.9 * line.size)
        return distance > _APART * usual or (distance > _BIT_APART * usual and is_ended(before.text))


def _is_broken(text: str) -> bool:
    """Say whether a text ends within a word."""
    return text.endswith(("-", "\u00ad")) and text[-2:-1].isalpha()


def _smallest(distances: Counter[float]) -> float:
    """Give the smallest distance that is not a chance one."""
    enough = _CHANCE * sum(distances.values())
    return min(distance for distance, count in distances.items() if count >= enough)


def _is_other_type(before: Line, line: Line) -> bool:
    return abs(before.size - line.size) > _OTHER_SIZE * max(before.size, line.size)


def _is_short(before: Line, line: Line, margins: Margins) -> bool:
    """Say whether the first word of a line would have fitted into the line before."""
    if runs_left(before.text):
        return before.left - margins.left > line.first + _ROOM * line.size
    return margins.full - before.right > line.first + _ROOM * line.size
