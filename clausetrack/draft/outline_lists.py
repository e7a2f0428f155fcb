"""Numbered paragraphs, points and bullets: which marker stands at which depth, told by sequence and nesting."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from clausetrack.draft.outline_headings import SPEAKS, heading_lines
from clausetrack.draft.outline_lines import Line, looks_heading
from clausetrack.draft.outline_marks import Mark, Reading, exceeds, follows, is_first
from clausetrack.draft.outline_tree import Node, Tree

_DEEPEST: Final = 10
"""Levels inside each other. The deepest agreements have six: section, 1, 1.1, (a), (i), (A)."""

_NO_LEVEL: Final = 98
"""Where a heading stands of which the reader does not know the level: below all that have one."""

_LOOKS_LEVEL: Final = 99
"""Where a heading stands that only looks like one: below all that the reader knows to be headings."""

_SHORT: Final = 8
"""Words up to which what stands behind a number, without a full stop, is a heading even if it has a verb: "3. What you
may not do"."""

_CAN_HEAD: Final = frozenset(("1", "I", "A", "一"))
"""Alphabets of markers that stand before headings, without the reader's word; "(a)" counts points."""


class _Open(NamedTuple):
    node: int
    style: str
    reading: Reading | None
    heading_level: int | None
    item_level: int | None
    is_bare: bool = False
    """It has a heading and no words of its own: paragraphs below count for themselves."""


class Lists:
    """Places the lines of a stretch under a node.

    ``is_region`` says that the stretch has no named divisions, so that its numbers and headings are its sections, and
    that paragraphs without a number count for themselves.
    """

    def __init__(self, tree: Tree, lines: Sequence[Line], base: int, *, is_region: bool) -> None:
        self._tree = tree
        self._lines = lines
        self._base = base
        self._is_region = is_region
        self._stack: list[_Open] = []
        self._resume: dict[tuple[str, str], Reading] = {}
        self._places: dict[tuple[str, str, tuple[int, ...]], list[int]] = {}
        self._has_sections = False

    def place(self, start: int, end: int, first_start: int | None = None) -> None:
        """Place the lines ``start`` to ``end``; of the first, only what stands behind ``first_start`` (full text)."""
        self._prepare(start, end)
        at = start
        while at < end:
            line = self._lines[at]
            if at == start and first_start is not None:
                self._words(line, first_start)
                at += 1
            elif line.marks and not line.is_quoted:
                at += self._marked(at, end)
            elif line.bullet:
                self._bulleted(line)
                at += 1
            else:
                at += self._heading(at, end) or self._plain(line)

    def _prepare(self, start: int, end: int) -> None:
        places: dict[tuple[str, str, tuple[int, ...]], list[int]] = defaultdict(list)
        sections = 0
        for at in range(start, end):
            line = self._lines[at]
            for mark in line.marks:
                for reading in mark.readings:
                    places[mark.style, reading.alphabet, reading.value].append(at)
            if line.marks and line.marks[-1].readings[0].alphabet in _CAN_HEAD:
                sections += _can_head(line)
        self._places = places
        self._has_sections = sections > 1

    # -- lines with markers

    def _marked(self, at: int, end: int) -> int:
        """Open a node for each marker of a line that counts; give how many lines were used."""
        line = self._lines[at]
        words = line.shift
        node = None
        for mark in line.marks:
            depth, reading = self._depth(mark, line, at)
            if reading is None:
                break
            node = self._open_item(mark, reading, line, depth)
            words = mark.end
        if node is None:
            return self._plain(line)
        return self._item_words(node, line, at, end, words)

    def _open_item(self, mark: Mark, reading: Reading, line: Line, depth: int) -> int:
        self._cut(depth)
        if len(self._stack) >= _DEEPEST:
            self._cut(_DEEPEST - 1)
        node = self._tree.open(
            Node(
                "item",
                self._top(),
                printed=mark.printed,
                body=mark.body,
                alphabet=reading.alphabet,
                value=reading.value,
                style=mark.style,
                says_heading=line.says_heading,
            )
        )
        self._tree.label(node, line, mark.start, mark.end)
        level = (line.level or _NO_LEVEL) if line.says_heading else None
        self._stack.append(_Open(node, mark.style, reading, level, line.level if line.is_item else None))
        return node

    def _item_words(self, node: int, line: Line, at: int, end: int, words: int) -> int:
        if line.says_heading or (self._is_region and self._heads(line, at, end)):
            self._tree.head(node, line, words)
            self._stack[-1] = self._stack[-1]._replace(is_bare=True)
            count = 1
            while not line.says_heading and at + count < end and self._goes_on(at + count):
                self._tree.head(node, self._lines[at + count], 0)
                count += 1
            return count
        self._tree.add(node, "words", line, words)
        return 1

    def _goes_on(self, at: int) -> bool:
        line, before = self._lines[at], self._lines[at - 1]
        return before.text.isupper() and line.full.isupper() and heading_lines(self._lines, at, at + 1) > 0

    def _heads(self, line: Line, at: int, end: int) -> bool:
        """Say whether the words behind a marker are a heading: they look like one, and something stands below."""
        if not self._is_region or line.marks[-1].readings[0].alphabet not in _CAN_HEAD or at + 1 >= end:
            return False
        below = self._lines[at + 1]
        sibling = bool(below.marks) and _sort(below.marks[0]) == _sort(line.marks[-1])
        first = sibling and any(map(is_first, below.marks[0].readings))
        return _can_head(line) and (not sibling or first)

    def _depth(self, mark: Mark, line: Line, at: int) -> tuple[int, Reading | None]:
        """Give the depth at which a marker stands and how it is read; None where it is no marker."""
        going_on = [
            (depth, reading)
            for depth in self._alike(mark, line)
            for reading in mark.readings
            if (before := self._stack[depth].reading) and follows(before, reading)
        ]
        first = next(filter(is_first, mark.readings), None)
        if going_on:
            depth, reading = self._likeliest(going_on, line)
            if first is None or first == reading or not self._begins(mark, first, reading, at):
                return depth, reading
        if first:
            return self._begin(mark, first, line, at)
        return self._out_of_turn(mark, line, at)

    def _alike(self, mark: Mark, line: Line) -> list[int]:
        """Give the depths, the innermost first, at which markers of a style stand; a heading's go with headings'."""
        depths = [depth for depth in range(len(self._stack) - 1, -1, -1) if self._stack[depth].style == mark.style]
        heads = [depth for depth in depths if self._stack[depth].heading_level is not None]
        return heads if line.says_heading and heads else depths

    def _likeliest(self, going_on: list[tuple[int, Reading]], line: Line) -> tuple[int, Reading]:
        """Choose between levels that count alike: a heading goes with headings, an item with items of its depth."""
        alike = [
            (depth, reading)
            for depth, reading in going_on
            if (self._tree.nodes[self._stack[depth].node].heading != [])
            == (line.says_heading or looks_heading(line.text))
            and (not line.is_item or self._stack[depth].item_level in (None, line.level))
        ]
        return (alike or going_on)[0]

    def _begins(self, mark: Mark, first: Reading, going_on: Reading, at: int) -> bool:
        """Say whether "(i)" begins a new count rather than going on behind (h): (ii) comes before any (j)."""
        second, due = self._next(mark, first, at), self._next(mark, going_on, at)
        return second is not None and (due is None or second < due)

    def _next(self, mark: Mark, reading: Reading, at: int) -> int | None:
        value = (*reading.value[:-1], reading.value[-1] + 1)
        known = self._places.get((mark.style, reading.alphabet, value), [])
        place = bisect_right(known, at)
        return known[place] if place < len(known) else None

    def _begin(self, mark: Mark, first: Reading, line: Line, at: int) -> tuple[int, Reading | None]:
        """Give the depth of a new count: inside what is open, or in place of one of its kind."""
        if not mark.style and not line.shift and self._next(mark, first, at) is None:
            return 0, None
        same = [
            depth
            for depth, entry in enumerate(self._stack)
            if entry.style == mark.style
            and entry.reading
            and (entry.reading.alphabet, len(entry.reading.value)) == (first.alphabet, len(first.value))
        ]
        depth = len(self._stack)
        if same and not self._nests(self._stack[same[-1]], line, at):
            depth = same[-1]
        if line.says_heading and line.level is not None:
            depth = min(depth, self._above(line.level))
        if depth == len(self._stack) and self._stack and self._stack[-1].style == "¶":
            depth -= line.says_heading or not self._introduces(at)
        return depth, first

    def _nests(self, outer: _Open, line: Line, at: int) -> bool:
        if outer.item_level is not None and line.is_item and line.level is not None:
            return line.level > outer.item_level
        if outer.reading and not is_first(outer.reading) and self._tree.pieces[-1].node == outer.node:
            # the next number is due, and this is none
            return True
        headed = self._tree.nodes[outer.node].heading != []
        return (headed and not (line.says_heading or looks_heading(line.text))) or self._introduces(at)

    def _introduces(self, at: int) -> bool:
        return at > 0 and self._lines[at - 1].full.rstrip()[-1:] in (":", "：", "—", "–")

    def _out_of_turn(self, mark: Mark, line: Line, at: int) -> tuple[int, Reading | None]:
        """Place a marker that is neither next nor first: numbering goes on below a new heading, or has a gap."""
        for reading in mark.readings:
            before = self._resume.get((mark.style, reading.alphabet))
            if before and follows(before, reading):
                return len(self._stack), reading
        for depth in self._alike(mark, line):
            before = self._stack[depth].reading
            for reading in mark.readings:
                if before and exceeds(before, reading):
                    missing = line.says_heading or self._next(mark, before, at) is None
                    return (depth, reading) if missing and mark.style else (0, None)
        if not self._stack and mark.readings[0].value == (2,) and (mark.style or line.text[:1] >= "\u3000"):
            # the first paragraph often has no number
            return 0, mark.readings[0]
        likely = next((reading for reading in mark.readings if self._next(mark, reading, at) is not None), None)
        return (len(self._stack), likely) if mark.style and likely else (0, None)

    # -- lines without

    def _bulleted(self, line: Line) -> None:
        depth = len(self._stack)
        for at in range(len(self._stack) - 1, -1, -1):
            entry = self._stack[at]
            if entry.style == "•" and (
                line.level is None or entry.item_level is None or line.level <= entry.item_level
            ):
                depth = at
        self._cut(min(depth, _DEEPEST - 1))
        node = self._tree.open(Node("bullet", self._top(), style="•"))
        self._tree.label(node, line, 0, line.bullet)
        self._tree.add(node, "words", line, line.bullet)
        self._stack.append(_Open(node, "•", None, None, line.level))

    def _heading(self, at: int, end: int) -> int:
        """Open a node for a heading without a number; give how many lines it takes, 0 where there is none."""
        line = self._lines[at]
        if not self._is_region or not (line.says_heading or (not self._has_sections and self._looks_heading(at, end))):
            return 0
        level = line.level or _NO_LEVEL if line.says_heading else _LOOKS_LEVEL
        self._cut(self._above(level), resume=True)
        node = self._tree.open(Node("heading", self._top(), says_heading=line.says_heading))
        count = max(1, heading_lines(self._lines, at, end))
        for each in self._lines[at : at + count]:
            self._tree.head(node, each, 0)
        self._stack.append(_Open(node, "#", None, level, None, is_bare=True))
        return count

    def _looks_heading(self, at: int, end: int) -> bool:
        """Say whether a line that no reader calls a heading is one: a sentence before it, and text below."""
        count = heading_lines(self._lines, at, end)
        if not count or at + count >= end:
            return False
        before = at == 0 or self._lines[at - 1].full[-1:] in ".!?。" or self._lines[at - 1].says_heading
        below = self._lines[at + count]
        return before and (bool(below.marks or below.bullet) or not looks_heading(below.full))

    def _plain(self, line: Line) -> int:
        self._words(line, 0)
        return 1

    def _words(self, line: Line, start: int) -> None:
        """Give words without a marker to what they go on with, or, in a region, a node of their own."""
        self._cut(self._continued(line))
        top = self._stack[-1] if self._stack else None
        if self._is_region and (top is None or top.style == "¶" or top.is_bare):
            if top and top.style == "¶":
                self._cut(len(self._stack) - 1)
            node = self._tree.open(Node("prose", self._top()))
            self._stack.append(_Open(node, "¶", None, None, None))
        self._tree.add(self._top(), "words", line, start)

    def _continued(self, line: Line) -> int:
        """Give the depth that words go on at: behind points, in the paragraph that has them."""
        depth = len(self._stack)
        if depth and self._stack[-1].style == "¶":
            return depth
        if line.full[:1].islower() and depth:
            return depth - 1 if self._stack[-1].style == "•" or _is_point(self._stack[-1]) else depth
        while depth and (self._stack[depth - 1].style == "•" or _is_point(self._stack[depth - 1])):
            depth -= 1
        return depth

    # -- the stack

    def _top(self) -> int:
        return self._stack[-1].node if self._stack else self._base

    def _above(self, level: int) -> int:
        """Give the depth below the headings that stand above a heading of a level."""
        depth = 0
        for at, entry in enumerate(self._stack):
            if entry.heading_level is not None and entry.heading_level < level:
                depth = at + 1
        return depth

    def _cut(self, depth: int, *, resume: bool = False) -> None:
        for entry in self._stack[depth:] if resume else ():
            if entry.reading:
                self._resume[entry.style, entry.reading.alphabet] = entry.reading
        del self._stack[depth:]


def _sort(mark: Mark) -> tuple[str, str]:
    return mark.style, mark.readings[0].alphabet


def _is_point(entry: _Open) -> bool:
    return entry.reading is not None and entry.reading.alphabet in "ai①" and not entry.is_bare


def _can_head(line: Line) -> bool:
    """Say whether the words behind a marker may be a heading: no sentence, by its look and its first word."""
    if line.says_heading:
        return True
    text = line.text.rstrip()
    if text[-1:] in ".:;," or SPEAKS.match(text):
        return False
    return looks_heading(text) or (len(text.split()) <= _SHORT and text[:1].isupper())
