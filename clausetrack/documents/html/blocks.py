"""From a tree of HTML to blocks, in one walk.

Every element that starts a line of its own ends the block before it. A block whose words are only a marker, "(a)" in a
cell or a box of its own, is the label of the one that follows: gazettes set their lists so. A paragraph is a heading
where it is styled as one: wholly bold, or in the middle, or named so by its class.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Any, Final

from clausetrack.documents.html.lists import Counter
from clausetrack.documents.html.notes import Notes
from clausetrack.documents.html.tables import Row, is_layout, row
from clausetrack.documents.html.tree import BLOCKS, Event, events, is_hidden, parse, words_of
from clausetrack.documents.inline import Said, Words, is_heading_like
from clausetrack.documents.lines import Line, is_marker, layout, paragraphs
from clausetrack.documents.text import blocks as text_blocks
from clausetrack.documents.text import split_lines
from clausetrack.model.document import Block
from clausetrack.model.position import Position

NO_NOTES: Final = Notes({}, {}, frozenset())

_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_MIDDLE: Final = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_BOLD_TAGS: Final = frozenset(["b", "strong", "th"])
_BOLD_WORDS: Final = frozenset(["bold", "fett", "gras"])
_TITLE_WORDS: Final = frozenset(["heading", "title", "titre", "ti", "sti", "stitle", "subtitle", "titel"])
"""Words in the class of a paragraph that is a heading; ``ti`` and ``sti`` are those of the EU's Official Journal."""

_PLAIN: Final = frozenset(["p", "div", "center"])
"""Elements that are a heading only by their looks."""

_LABEL: Final = re.compile(r"[^\W\d]{2,12}(?:\s+(?:\d{1,4}[a-z]{0,6}|[IVXLC]{1,7}|[A-Z]))?\.?$")
"""The label of a part on a line of its own; what stands below it in the same heading is its title, if it starts one."""


def fragment_blocks(markup: str, file: str, before: int) -> Iterator[Block]:
    """Give the blocks of HTML inside another text; ``before`` counts the lines above it."""
    root = parse(markup, file)
    if root is not None:
        hidden = frozenset(element for element in root.iter() if isinstance(element.tag, str) and is_hidden(element))
        yield from blocks(root, file, hidden, before=before)


def blocks(
    root: Any, file: str, left_out: Container[Any] = frozenset(), notes: Notes = NO_NOTES, *, before: int = 0
) -> Iterator[Block]:
    """Give the blocks of the text below an element. ``before`` counts lines above the first of the HTML."""
    flow = _Flow(file, notes, before)
    skipped: Any = None
    for event in events(root, left_out):
        if skipped is None:
            yield from flow.step(event)
            skipped = event.element if event.kind == "start" and flow.skip else None
        elif event.kind == "end" and event.element is skipped:
            skipped = None
            flow.leave(event.element)
    yield from flow.flush()
    yield from flow.marker_alone()


class _Flow:
    """What is open at a point of the walk, and the words of the block that is being read."""

    def __init__(self, file: str, notes: Notes, before: int) -> None:
        self.file = file
        self.notes = notes
        self.before = before
        self.words = Words()
        self.line = before + 1
        self.skip = False
        self.bold = 0
        self.headings: list[int | None] = []
        self.lists: list[Counter] = []
        self.tables: list[bool] = []
        self.note: list[str] = []
        self.labels: list[str] = []
        self.in_item = False
        self.alone: Block | None = None
        self.id: str | None = None
        self.styled = False

    def step(self, event: Event) -> Iterator[Block]:
        """Take one step of the walk, and give the blocks that it ends; ``skip`` then says whether to pass on."""
        self.skip = False
        element = event.element
        if event.kind == "text":
            self._say(event.text, element)
        elif element.tag == "br":
            if event.kind == "start":
                self.words.break_line(hard=True)
        elif element.tag in BLOCKS:
            yield from self.flush()
            yield from self._enter(element) if event.kind == "start" else self._end(element)
        elif event.kind == "start":
            self._open(element)
        else:
            self.bold -= _is_bold(element)

    def _say(self, text: str, element: Any) -> None:
        if not self.words and not text.isspace():
            self.line = self.before + (element.sourceline or 1)
        self.words.add(text, bold=self.bold > 0)

    def _open(self, element: Any) -> None:
        """Open an element that stands in the line: a call or a way back is no word of the text."""
        if element in self.notes.calls:
            self.words.call(self.notes.calls[element])
            self.skip = True
        elif element in self.notes.back:
            self.skip = True
        else:
            self.bold += _is_bold(element)
            if element.tag == "img" and element.get("alt"):
                self._say(f" {element.get('alt')} ", element)

    def leave(self, element: Any) -> None:
        """Note the end of an element whose inside was skipped."""
        if element.tag in BLOCKS:
            self._close(element)

    def _enter(self, element: Any) -> Iterator[Block]:
        tag = element.tag
        self.id = element.get("id") or self.id
        self.line = self.before + (element.sourceline or 1)
        self.styled = tag in _PLAIN and _is_styled(element)
        self.bold += _is_bold(element)
        if element in self.notes.notes:
            self.note.append(self.notes.notes[element])
        if (level := _level(element)) is not None:
            self.headings.append(level)
        if tag in {"ul", "ol", "menu", "dir"}:
            self.lists.append(Counter(element))
        elif tag == "li":
            label = self.lists[-1].label(element) if self.lists else "•"
            self.labels += [label] if label else []
            self.in_item = True
        elif tag == "dt":
            self.in_item = True
        elif tag == "table":
            self.tables.append(is_layout(element))
        elif tag == "tr" and not (self.tables and self.tables[-1]):
            yield from self._row(row(element, self.notes))
        elif tag == "pre":
            yield from self._plain(element)

    def _end(self, element: Any) -> Iterator[Block]:
        if element.tag in {"li", "dd", "table", "section"} or _level(element) is not None:
            yield from self.marker_alone()
        self._close(element)

    def _close(self, element: Any) -> None:
        tag = element.tag
        self.bold -= _is_bold(element)
        self.styled = False
        if element in self.notes.notes:
            self.note.pop()
        if _level(element) is not None:
            self.headings.pop()
        if tag in {"ul", "ol", "menu", "dir"}:
            self.lists.pop()
        elif tag in {"li", "dt"}:
            self.labels, self.in_item = [], False
        elif tag == "table":
            self.tables.pop()

    def _row(self, found: Row | None) -> Iterator[Block]:
        if found is not None:
            yield from self.marker_alone()
            place = Position(self.file, self.line)
            yield Block("row", " | ".join(found.cells), place, cells=found.cells, notes=found.calls, id=self._own_id())
            self.skip = True

    def _plain(self, element: Any) -> Iterator[Block]:
        """Read what is set line by line as plain text."""
        yield from self.marker_alone()
        text = "".join(event.text for event in events(element) if event.kind == "text")
        first = self.before + (element.sourceline or 1)
        # The parser takes a line end right behind the tag away, and with it a line from the count.
        yield from text_blocks([line._replace(number=line.number + first - 1) for line in split_lines(text)], self.file)
        self.skip = True

    def _own_id(self) -> str | None:
        id, self.id = self.id, None
        return id

    def flush(self) -> Iterator[Block]:
        """Give what has been said since the last block began."""
        words, self.words = self.words, Words()
        if not words:
            return
        # A point of a numbered clause is one text, whatever stands in bold at its start.
        numbered = bool(self.labels) and self.labels[-1] != "•" and len(self.lists) == 1
        lines = self._lines(words.said(numbered=numbered))
        for index, line in enumerate(lines):
            yield from self._block(line, tuple(words.calls) if index == len(lines) - 1 else ())

    def _lines(self, lines: list[Said]) -> list[Said]:
        """Join the lines of a heading, but for the label of a part; those of a paragraph as those of plain text."""
        if self.headings and len(lines) > 1:
            first = 1 if _LABEL.match(lines[0].text) and not lines[1].text[0].islower() else 0
            rest = lines[first]._replace(text=" ".join(line.text for line in lines[first:]))
            return [*lines[:first], rest]
        flat = [Line(index, line.text) for index, line in enumerate(lines)]
        set = layout(flat)
        if not set.wrapped or len(lines) < _WRAPPED:
            return lines
        groups = paragraphs(flat, set)
        return [Said(" ".join(line.text for line in group), False, 0) for group in groups]

    def _block(self, line: Said, calls: tuple[str, ...]) -> Iterator[Block]:
        label = " ".join(self.labels) or None
        place = Position(self.file, self.line)
        depth = len(self.lists) or None
        if self.headings:
            yield from self.marker_alone()
            yield Block(
                "heading", line.text, place, level=self.headings[-1], label=label, notes=calls, id=self._own_id()
            )
        elif self.note:
            yield Block("footnote", line.text, place, label=self.note[-1], notes=calls, id=self._own_id())
        elif not label and self.alone is None and is_marker(line.text) and not line.text.isdigit():
            self.alone = Block("paragraph", line.text, place, level=depth, id=self._own_id())
            return
        elif self._is_heading(line):
            yield from self.marker_alone()
            yield Block("heading", line.text, place, label=label, notes=calls, id=self._own_id())
        else:
            label = self.alone.text if self.alone and not label else label
            kind: Any = "item" if label or self.in_item else "paragraph"
            if self.alone and self.tables:
                depth = len(self.lists) + len(self.tables)
            id = self._own_id() or (self.alone.id if self.alone else None)
            yield Block(
                kind, line.text, place, level=depth if kind == "item" else None, label=label, notes=calls, id=id
            )
            self.alone = None
        self.labels, self.in_item = [], False

    def marker_alone(self) -> Iterator[Block]:
        """Give a marker that no text followed."""
        if self.alone is not None:
            yield self.alone
            self.alone = None

    def _is_heading(self, line: Said) -> bool:
        return (line.bold or (self.styled and not line.text.endswith("."))) and is_heading_like(line.text)


_WRAPPED: Final = 4
"""Lines between breaks from which on their widths tell whether the breaks are there to fit a width."""


def _is_bold(element: Any) -> bool:
    style = element.get("style")
    return (
        element.tag in _BOLD_TAGS
        or bool(style and _BOLD.search(style[:500]))
        or (element.tag == "span" and not _BOLD_WORDS.isdisjoint(words_of(element)))
    )


def _is_styled(element: Any) -> bool:
    """Say whether a paragraph is set as a heading is: in the middle, or by a class that is named for it."""
    style = element.get("style") or ""
    if "center" in {element.tag, element.getparent().tag, element.get("align")} or _MIDDLE.search(style[:500]):
        return True
    return not _TITLE_WORDS.isdisjoint(words_of(element))


def _level(element: Any) -> int | None:
    """Give the level of a heading, None for what is none."""
    tag = element.tag
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():  # noqa: PLR2004 - h1 to h6
        return int(tag[1])
    if element.get("role") == "heading":
        level = element.get("aria-level") or "2"
        return int(level) if level.isdecimal() and len(level) < 3 else 2  # noqa: PLR2004 - ARIA's own default
    return None
