"""What stands on a page of a PDF: words, lines and rules, in points from the top left corner, reading upright."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from clausetrack.model.document import Box

ASCENT: Final = 0.8
DESCENT: Final = 0.22
"""Height over and depth under the base line, in sizes of type, of the usual text faces."""

LARGE: Final = 2.5
"""Times the size of the text from which type is that of a poster or a watermark: titles are rarely twice as large."""

UNDER: Final = 0.35
"""Sizes below the base line where an underline is at most."""

_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


class Word(NamedTuple):
    """Characters without white space. ``base`` is the distance of the base line from the page's top.

    ``glued`` says that neither the file nor a gap parts it from the word before. ``artifact`` is set where the file
    itself calls it page furniture.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    glued: bool
    artifact: bool


class Rule(NamedTuple):
    """A thin horizontal line."""

    left: float
    right: float
    top: float


class Upright(NamedTuple):
    """A thin vertical line, as between the cells of a table."""

    left: float
    top: float
    bottom: float


class Line(NamedTuple):
    """Words on one base line. ``raised`` are the spans of ``text`` that stand above it in smaller type.

    ``hang`` is the left edge of the second word, to which the text behind a marker is set; ``gap`` is the space before
    it, in sizes of type. ``cells`` are the pieces that wide gaps part, with their left edges, where there is more than
    one. ``runs_in`` says that bold words end with a stop within the line, as headings do that text follows on the line.
    ``notes`` are the labels of the footnotes that were called in the text. ``linked`` is how many characters lead
    elsewhere when they are clicked.
    """

    page: int
    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    underlined: bool = False
    artifact: bool = False
    hang: float = 0.0
    gap: float = 0.0
    first: float = 0.0
    raised: tuple[tuple[int, int], ...] = ()
    runs_in: bool = False
    cells: tuple[tuple[float, str], ...] = ()
    notes: tuple[str, ...] = ()
    linked: float = 0.0

    @property
    def box(self) -> Box:
        """Give the rectangle around the line."""
        top, bottom = self.base - ASCENT * self.size, self.base + DESCENT * self.size
        return Box(round(self.left, 1), round(top, 1), round(self.right, 1), round(bottom, 1))

    @property
    def centre(self) -> float:
        """Give the middle of the line."""
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        """Give the width of the line."""
        return self.right - self.left


class Page(NamedTuple):
    """A page: its number from 1, its size in points, and what stands on it. Lines are pieces, not yet in order."""

    number: int
    width: float
    height: float
    lines: list[Line]
    rules: list[Rule]
    uprights: list[Upright]
    pictured: bool


class Column(NamedTuple):
    """Lines of one column of a page, or of a part of it that goes over all columns, from top to bottom."""

    page: int
    left: float
    right: float
    lines: list[Line]


def runs_left(text: str) -> bool:
    """Say whether text is of a script that is written from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None
