"""Numbered paragraphs, points and bullets, with the headings between them where a text has no named divisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from clausetrack.draft.outline.counting import BULLET, HEADING, NO_LEVEL, PROSE, Counting, Open, heads_section
from clausetrack.draft.outline.headings import heading_lines
from clausetrack.draft.outline.lines import Line, looks_heading
from clausetrack.draft.outline.marks import Mark, Reading
from clausetrack.draft.outline.tree import Node, Tree

_DEEPEST: Final = 10
"""Levels inside each other. The deepest agreements have six: section, 1, 1.1, (a), (i), (A)."""

_LOOKS_LEVEL: Final = 99
"""Where a heading stands that only looks like one: below all that the reader knows to be headings."""


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
        self._counting = Counting(lines, 0, 0)

    def place(self, start: int, end: int, first_start: int | None = None) -> None:
        """Place the lines ``start`` to ``end``; of the first, only what stands behind ``first_start`` (full text)."""
        self._counting = Counting(self._lines, start, end)
        at = start
        if first_start is not None and at < end:
            self._words(self._lines[at], first_start)
            at += 1
        while at < end:
            line = self._lines[at]
            if line.marks:
                at += self._marked(at, end)
            elif line.bullet:
                self._bulleted(line)
                at += 1
            else:
                at += self._heading(at, end) or self._words(line, 0)

    def _marked(self, at: int, end: int) -> int:
        """Open a node for each marker of a line that counts; give how many lines were used."""
        line = self._lines[at]
        words = line.shift
        node = None
        for mark in line.marks:
            depth, reading = self._counting.depth(mark, at)
            if reading is None:
                break
            node = self._open_item(mark, reading, line, depth)
            words = mark.end
        return self._words(line, 0) if node is None else self._item_words(node, at, end, words)

    def _open_item(self, mark: Mark, reading: Reading, line: Line, depth: int) -> int:
        self._counting.cut(min(depth, _DEEPEST - 1))
        node = self._tree.open(
            Node(
                "item",
                self._top,
                printed=mark.printed,
                body=mark.body,
                alphabet=reading.alphabet,
                value=reading.value,
                style=mark.style,
                says_heading=line.says_heading,
            )
        )
        self._tree.label(node, line, mark.start, mark.end)
        level = (line.level or NO_LEVEL) if line.says_heading else None
        self._counting.stack.append(Open(node, mark.style, reading, level, line.level if line.is_item else None))
        return node

    def _item_words(self, node: int, at: int, end: int, words: int) -> int:
        line = self._lines[at]
        if not line.says_heading and not (
            self._is_region and heads_section(self._lines, at, end, bracketed=len(self._counting.stack) == 1)
        ):
            self._tree.add(node, "words", line, words)
            return 1
        self._tree.head(node, line, words)
        self._counting.stack[-1] = self._counting.stack[-1]._replace(is_bare=True)
        count = 1
        while not line.says_heading and at + count < end and self._heading_goes_on(at + count):
            self._tree.head(node, self._lines[at + count], 0)
            count += 1
        return count

    def _heading_goes_on(self, at: int) -> bool:
        line, before = self._lines[at], self._lines[at - 1]
        return before.text.isupper() and line.full.isupper() and heading_lines(self._lines, at, at + 1) > 0

    def _bulleted(self, line: Line) -> None:
        stack = self._counting.stack
        depth = len(stack)
        for at in range(len(stack) - 1, -1, -1):
            level = stack[at].item_level
            if stack[at].style == BULLET and (line.level is None or level is None or line.level <= level):
                depth = at
        self._counting.cut(min(depth, _DEEPEST - 1))
        node = self._tree.open(Node("bullet", self._top, style=BULLET))
        self._tree.label(node, line, 0, line.bullet)
        self._tree.add(node, "words", line, line.bullet)
        stack.append(Open(node, BULLET, None, None, line.level))

    def _heading(self, at: int, end: int) -> int:
        """Open a node for a heading without a number; give how many lines it takes, 0 where there is none."""
        line = self._lines[at]
        if not self._is_region or not (line.says_heading or self._looks_heading(at, end)):
            return 0
        known = line.says_heading and (line.level is not None or not self._counting.is_inside_section(at))
        level = line.level or NO_LEVEL if known else _LOOKS_LEVEL
        self._counting.cut(self._counting.above(level), resume=True)
        node = self._tree.open(Node("heading", self._top, says_heading=line.says_heading))
        count = max(1, heading_lines(self._lines, at, end))
        for each in self._lines[at : at + count]:
            self._tree.head(node, each, 0)
        self._counting.stack.append(Open(node, HEADING, None, level, None, is_bare=True))
        return count

    def _looks_heading(self, at: int, end: int) -> bool:
        """Say whether a line that no reader calls a heading is one: a sentence before it, and text below."""
        numbered = self._counting.has_sections and not self._lines[at].full.isupper()
        count = 0 if numbered else heading_lines(self._lines, at, end)
        if not count or at + count >= end:
            return False
        before = at == 0 or self._lines[at - 1].full[-1:] in ".!?。)" or self._lines[at - 1].says_heading
        below = self._lines[at + count]
        return before and (bool(below.marks or below.bullet) or not looks_heading(below.full))

    def _words(self, line: Line, start: int) -> int:
        """Give words without a marker to what they go on with, or, in a region, a node of their own; one line."""
        self._counting.cut(self._continued(line))
        top = self._counting.stack[-1] if self._counting.stack else None
        goes_on = line.is_row and top is not None and top.style == PROSE
        if self._is_region and not goes_on and (top is None or top.style == PROSE or top.is_bare):
            if top and top.style == PROSE:
                self._counting.cut(len(self._counting.stack) - 1)
            node = self._tree.open(Node("prose", self._top))
            self._counting.stack.append(Open(node, PROSE, None, None, None))
        self._tree.add(self._top, "words", line, start)
        return 1

    def _continued(self, line: Line) -> int:
        """Give the depth that words go on at: behind points, in the paragraph that has them."""
        stack = self._counting.stack
        depth = len(stack)
        if depth and self._tree.pieces[-1].role == "label":
            # a marker on a line of its own
            return depth
        if depth and line.full[:1].islower():
            return depth - 1 if stack[-1].is_point else depth
        while depth and stack[depth - 1].is_point:
            depth -= 1
        return depth

    @property
    def _top(self) -> int:
        return self._counting.stack[-1].node if self._counting.stack else self._base
