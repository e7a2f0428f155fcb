"""How markers count: at which depth a marker stands, and how it is read, told by what is open and what comes after."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from clausetrack.draft.outline.headings import SPEAKS
from clausetrack.draft.outline.lines import Line, looks_heading
from clausetrack.draft.outline.marks import Mark, Reading, exceeds, follows, is_first

PROSE: Final = "¶"
BULLET: Final = "•"
HEADING: Final = "#"
"""Styles of what is open without a marker that counts."""

NO_LEVEL: Final = 98
"""Where a heading stands of which the reader does not know the level: below all that have one."""

_SHORT: Final = 8
"""Words up to which what stands behind a number, without a full stop, is a heading even if it has a verb: "3. What you
may not do"."""

_CAN_HEAD: Final = frozenset(("1", "I", "A", "一"))
"""Alphabets of markers that stand before headings, without the reader's word, unless in brackets: "(a)" is a point."""


class Open(NamedTuple):
    """What is open at a depth. ``is_bare``: it has a heading and no words, so that paragraphs below count as such."""

    node: int
    style: str
    reading: Reading | None
    heading_level: int | None
    item_level: int | None
    is_bare: bool = False

    @property
    def is_point(self) -> bool:
        """Say whether words without a marker that follow belong to what is above it."""
        counts = self.reading is not None and self.reading.alphabet in "ai①"
        return self.style == BULLET or (counts and not self.is_bare)


class Counting:
    """The markers of a stretch of lines, and what of them is open."""

    def __init__(self, lines: Sequence[Line], start: int, end: int) -> None:
        self._lines, self._start, self._end = lines, start, end
        self._places: dict[tuple[str, str, tuple[int, ...]], list[int]] = defaultdict(list)
        self._resume: dict[tuple[str, str], Reading] = {}
        self.stack: list[Open] = []
        sections = 0
        for at in range(start, end):
            for mark in lines[at].marks:
                for reading in mark.readings:
                    self._places[mark.style, reading.alphabet, reading.value].append(at)
            sections += bool(lines[at].marks) and can_head(lines[at])
        self.has_sections = sections > 1
        """Whether numbers head the sections, so that a line that only looks like a heading is none."""

    def cut(self, depth: int, *, resume: bool = False) -> None:
        """Close all from a depth on; with ``resume`` their numbers may go on below a new heading."""
        for entry in self.stack[depth:] if resume else ():
            if entry.reading:
                self._resume[entry.style, entry.reading.alphabet] = entry.reading
        del self.stack[depth:]

    def above(self, level: int) -> int:
        """Give the depth below the headings that stand above a heading of a level."""
        depths = (at + 1 for at, entry in enumerate(self.stack) if (entry.heading_level or level) < level)
        return max(depths, default=0)

    def is_inside_section(self, at: int) -> bool:
        """Say whether a numbered section of no known level is open, and not the last: it holds what has none."""
        return any(
            entry.heading_level == NO_LEVEL and entry.reading and self._next(entry.style, entry.reading, at) is not None
            for entry in self.stack
        )

    def depth(self, mark: Mark, at: int) -> tuple[int, Reading | None]:
        """Give the depth at which a marker of a line stands and how it is read; None where it is no marker."""
        line = self._lines[at]
        going_on = [
            (depth, reading)
            for depth in self._alike(mark, line)
            for reading in mark.readings
            if (before := self.stack[depth].reading) and follows(before, reading)
        ]
        first = next(filter(is_first, mark.readings), None)
        if going_on:
            depth, reading = self._likeliest(going_on, line)
            if first in {None, reading} or not self._begins(mark, first, reading, at):
                return depth, reading
        return self._begin(mark, first, at) if first else self._out_of_turn(mark, at)

    def introduces(self, at: int) -> bool:
        """Say whether the line before one announces a list."""
        return at > 0 and self._lines[at - 1].full.rstrip()[-1:] in (":", "：", "—", "–")

    def _alike(self, mark: Mark, line: Line) -> list[int]:
        """Give the depths, the innermost first, at which markers of a style stand; a heading's go with headings'."""
        depths = [depth for depth in range(len(self.stack) - 1, -1, -1) if self.stack[depth].style == mark.style]
        heads = [depth for depth in depths if self.stack[depth].heading_level is not None]
        return heads if line.says_heading and heads else depths

    def _likeliest(self, going_on: list[tuple[int, Reading]], line: Line) -> tuple[int, Reading]:
        """Choose between levels that count alike: a heading goes with headings, an item with items of its depth."""
        alike = [
            (depth, reading)
            for depth, reading in going_on
            if self.stack[depth].is_bare == can_head(line)
            and (not line.is_item or self.stack[depth].item_level in {None, line.level})
        ]
        return (alike or going_on)[0]

    def _begins(self, mark: Mark, first: Reading | None, going_on: Reading, at: int) -> bool:
        """Say whether "(i)" begins a new count rather than going on behind (h): (ii) comes before any (j)."""
        second, due = self._next(mark.style, first, at) if first else None, self._next(mark.style, going_on, at)
        return second is not None and (due is None or second < due)

    def _next(self, style: str, reading: Reading, at: int) -> int | None:
        value = (*reading.value[:-1], reading.value[-1] + 1)
        known = self._places.get((style, reading.alphabet, value), [])
        place = bisect_right(known, at)
        return known[place] if place < len(known) else None

    def _begin(self, mark: Mark, first: Reading, at: int) -> tuple[int, Reading | None]:
        """Give the depth of a new count: inside what is open, or in place of one of its kind."""
        line = self._lines[at]
        if not mark.style and not line.shift and self._next(mark.style, first, at) is None:
            return 0, None
        shape = (first.alphabet, len(first.value))
        same = [
            depth
            for depth, entry in enumerate(self.stack)
            if entry.style == mark.style
            and entry.reading
            and (entry.reading.alphabet, len(entry.reading.value)) == shape
        ]
        depth = len(self.stack)
        if same and not self._nests(self.stack[same[-1]], line, at):
            depth = same[-1]
        if line.says_heading and line.level is not None:
            depth = min(depth, self.above(line.level))
        if depth == len(self.stack) and self.stack and self.stack[-1].style == PROSE:
            depth -= line.says_heading or not self.introduces(at) or (depth == 1 and self._is_body(mark, first, at))
        return depth, first

    def _is_body(self, mark: Mark, first: Reading, at: int) -> bool:
        """Say whether a colon announces the whole text, not a list: the numbers are sections, or hold most of it.

        The items of a list begin small or end with what asks for the next one; sections do neither.
        """
        line = self._lines[at]
        if heads_section(self._lines, at, self._end):
            return True
        if line.text[:1].islower() or line.text[-1:] in ";,；，" or len(line.text.split()) <= _SHORT:
            return False
        last, reading = at, first
        while (found := self._next(mark.style, reading, last)) is not None:
            last, reading = found, reading._replace(value=(*reading.value[:-1], reading.value[-1] + 1))
        return 2 * (last - at) >= self._end - self._start

    def _nests(self, outer: Open, line: Line, at: int) -> bool:
        """Say whether a new count stands inside one of its kind, rather than behind it."""
        if outer.item_level is not None and line.is_item and line.level is not None:
            return line.level > outer.item_level
        if outer.reading and not is_first(outer.reading) and outer is self.stack[-1] and self._is_next(outer, at):
            # the next number is due, and this is none
            return True
        return (outer.is_bare and not can_head(line)) or self.introduces(at)

    def _is_next(self, outer: Open, at: int) -> bool:
        """Say whether a line is the one behind the marker of what is open."""
        before = self._lines[at - 1].marks if at else ()
        return bool(before) and outer.reading in before[-1].readings and before[-1].style == outer.style

    def _out_of_turn(self, mark: Mark, at: int) -> tuple[int, Reading | None]:
        """Place a marker that is neither next nor first: numbering goes on below a new heading, or has a gap."""
        line = self._lines[at]
        for reading in mark.readings:
            before = self._resume.get((mark.style, reading.alphabet))
            if before and follows(before, reading):
                return self.above(line.level or NO_LEVEL) if line.says_heading else len(self.stack), reading
        for depth in self._alike(mark, line):
            before = self.stack[depth].reading
            for reading in mark.readings:
                if before and exceeds(before, reading):
                    missing = line.says_heading or self._next(mark.style, before, at) is None
                    return (depth, reading) if missing and mark.style else (0, None)
        if not self.stack and mark.readings[0].value == (2,) and (mark.style or line.text[:1] >= "\u3000"):
            # the first paragraph often has no number
            return 0, mark.readings[0]
        likely = next((reading for reading in mark.readings if self._next(mark.style, reading, at) is not None), None)
        return (len(self.stack), likely) if mark.style and likely else (0, None)


def can_head(line: Line, *, bracketed: bool = False) -> bool:
    """Say whether the words behind a marker may be a heading: no sentence, by its look and its first word.

    ``bracketed``: also behind a number in brackets, as "(1)".
    """
    if line.says_heading:
        return True
    text = line.text.rstrip()
    own = line.marks[-1]
    alphabet = own.readings[0].alphabet
    if alphabet not in _CAN_HEAD or (own.style == "()" and not (bracketed and alphabet == "1")):
        return False
    if text[-1:] in ".:;," or SPEAKS.match(text):
        return False
    return looks_heading(text) or (len(text.split()) <= _SHORT and text[:1].isupper())


def heads_section(lines: Sequence[Line], at: int, end: int, *, bracketed: bool = False) -> bool:
    """Say whether a line with a marker heads a section: its words look like a heading, and no sibling is below."""
    line = lines[at]
    if at + 1 >= end or not can_head(line, bracketed=bracketed):
        return False
    below = lines[at + 1].marks
    own = line.marks[-1]
    is_sibling = bool(below) and (below[0].style, below[0].readings[0].alphabet) == (
        own.style,
        own.readings[0].alphabet,
    )
    return not is_sibling or any(map(is_first, below[0].readings))
