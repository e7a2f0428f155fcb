"""Markdown (CommonMark with tables and footnotes), read with markdown-it-py; every block knows its lines.

A list item or a paragraph that is wholly bold and short is a heading, as programs write it that turn web pages into
Markdown; so is a first line that is wholly bold. HTML in the text is read as HTML, and nothing in it is run.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from clausetrack.documents.encoding import decode_text
from clausetrack.documents.html.blocks import fragment_blocks
from clausetrack.documents.inline import Said, Words, is_heading_like
from clausetrack.documents.lines import Line
from clausetrack.documents.markdown.grammar import MAX_NESTING, grammar
from clausetrack.documents.markdown.navigation import without_navigation
from clausetrack.documents.reading import Reading, document
from clausetrack.documents.text import blocks as text_blocks
from clausetrack.errors import InputError
from clausetrack.model.document import Block, Document
from clausetrack.model.position import Position

MEDIA_TYPE: Final = "text/markdown"

_FRONT: Final = re.compile(r"\A---[ \t]*\n(?:(?!---|\.\.\.)[^\n]*\n){1,200}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_ENTRY: Final = re.compile(
    r"^(title|author|publisher|date|published|url|lang|language)[ \t]*:[ \t]*(\S[^\n]*)$", re.MULTILINE
)
_ENTRIES: Final = {"date": "published", "lang": "language"}
_CALL: Final = re.compile(r"\[\^([^\]\s^]{1,40})\]")
_ATTRIBUTES: Final = re.compile(r"\{(?::\s?)?[#.][^{}]{1,200}\}\Z")
_SPAN: Final = re.compile(r"\[([^\[\]]*)\]\{[#.][^{}]{1,200}\}")
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read(data: bytes, file: str, reading: Reading) -> Document:
    """Read Markdown. InputError where its encoding cannot be told, or where lists and quotes nest too deep."""
    del reading
    text = re.sub(r"\r\n?", "\n", decode_text(data, file))
    front = _FRONT.match(text)
    metadata = {_ENTRIES.get(key, key): value.strip("\"' ") for key, value in _ENTRY.findall(front[0])} if front else {}
    body = "\n" * front[0].count("\n") + text[front.end() :] if front else text
    tokens = grammar(file).parse(body)
    # The parser leaves out, without a word, what is deeper.
    if any(token.level >= MAX_NESTING - 1 for token in tokens):
        raise InputError(f"lists and quotes nest deeper than {MAX_NESTING}", file=file, hint="make it flatter")
    return document(
        data, file, MEDIA_TYPE, _noted(list(_Walk(without_navigation(tokens, body), file).blocks())), metadata=metadata
    )


def _noted(found: Sequence[Block]) -> Iterator[Block]:
    """Take the calls of footnotes out of the texts; what looks like a call of no footnote stays."""
    known = {block.label for block in found if block.kind == "footnote"}
    for block in found:
        calls = tuple(call for call in _CALL.findall(block.text) if call in known)
        text = _uncalled(block.text, known)
        if calls and text:
            cells = tuple(_uncalled(cell, known) for cell in block.cells)
            yield replace(block, text=" | ".join(cells) if cells else text, cells=cells, notes=calls)
        else:
            yield block


def _uncalled(text: str, known: Container[str | None]) -> str:
    return " ".join(_CALL.sub(lambda call: "" if call[1] in known else call[0], text).split())


def _unmarked(lines: Iterable[Said]) -> Iterator[Said]:
    """Take the attributes away that Pandoc and kramdown write behind headings and texts: "{#fees}", "[fee]{.mark}"."""
    for line in lines:
        text = _ATTRIBUTES.sub("", _SPAN.sub(r"\1", line.text)).rstrip() if "{" in line.text else line.text
        if text:
            yield line._replace(text=text)


class _Walk:
    """Goes through the tokens once, and gives blocks; what is open is kept in the fields."""

    def __init__(self, tokens: Sequence[Any], file: str) -> None:
        self.tokens = tokens
        self.file = file
        self.lists: list[tuple[int, int] | None] = []
        """For each list that is open the number last written and the number last shown; None for bullets."""
        self.labels: list[str] = []
        self.heading: int | None = None
        self.note: str | None = None
        self.cells: list[str] | None = None
        self.row_line = 0

    def blocks(self) -> Iterator[Block]:
        for token in self.tokens:
            kind = token.type
            if kind == "inline":
                yield from self._words(token)
            elif kind in {"fence", "code_block"}:
                yield from self._code(token)
            elif kind == "html_block":
                self.labels = []
                yield from fragment_blocks(token.content, self.file, token.map[0])
            elif kind == "tr_close":
                yield from self._row()
            else:
                self._step(token)

    def _step(self, token: Any) -> None:
        """Note what opens and closes."""
        kind = token.type
        if kind in {"heading_open", "heading_close"}:
            self.heading = int(token.tag[1]) if token.nesting > 0 else None
        elif kind in {"ordered_list_open", "bullet_list_open"}:
            self.lists.append((-1, -1) if kind[0] == "o" else None)
        elif kind in {"ordered_list_close", "bullet_list_close"}:
            self.lists.pop()
        elif kind == "list_item_open":
            self._number(token)
        elif kind == "list_item_close":
            self.labels = []
        elif kind in {"footnote_open", "footnote_close"}:
            self.note = token.meta["label"] if token.nesting > 0 else None
        elif kind == "tr_open":
            self.cells = []
            self.row_line = token.map[0] if token.map else self.row_line + 1

    def _number(self, token: Any) -> None:
        """Give an item its label: as it is written, or the next number where writers leave counting to the program.

        CommonMark takes numbers on both sides of a blank line for one list, and a browser would count on; the writer
        of a text, or the program that made it of a page, meant the numbers. Only a number that comes twice on end is
        left to be counted.
        """
        entry = self.lists[-1]
        if entry is None:
            self.labels.append("•")
            return
        written, shown = int(token.info), int(token.info)
        if written == entry[0]:
            shown = entry[1] + 1
        self.lists[-1] = (written, shown)
        self.labels.append(f"{shown}{token.markup}")

    def _words(self, token: Any) -> Iterator[Block]:
        words = _words(token.children or ())
        if self.cells is not None:
            self.cells.append(" ".join(line.text for line in words.said()))
            return
        lines = [*_unmarked(words.said(numbered=bool(self.labels) and self.labels[-1] != "•"))]
        if self.heading:
            lines = [lines[0]._replace(text=" ".join(line.text for line in lines))] if lines else []
        start, end = token.map
        for index, line in enumerate(lines):
            stop = max(start + lines[index + 1].line if index + 1 < len(lines) else end, start + line.line + 1)
            yield self._block(line.text, Position(self.file, start + line.line + 1, 1, stop), is_bold=line.bold)

    def _block(self, text: str, place: Position, *, is_bold: bool) -> Block:
        label = " ".join(self.labels) or None
        self.labels = []
        if self.heading:
            return Block("heading", text, place, level=self.heading, label=label)
        if self.note:
            return Block("footnote", text, place, label=self.note)
        if is_bold and is_heading_like(text):
            if label and self.lists and self.lists[-1]:
                # What follows a heading is no longer counted with it.
                self.lists[-1] = (-1, -1)
            return Block("heading", text, place, label=label)
        return Block(
            "item" if label else "paragraph", text, place, level=len(self.lists) if label else None, label=label
        )

    def _code(self, token: Any) -> Iterator[Block]:
        """Read what is set as code as plain text: agreements indent their points, and mean no program."""
        first = token.map[0] + (2 if token.type == "fence" else 1)
        lines = [Line(number, text.rstrip()) for number, text in enumerate(token.content.split("\n"), first)]
        for block in text_blocks(lines, self.file):
            label, self.labels = " ".join(self.labels) or None, []
            yield replace(block, kind="item", label=label, level=len(self.lists)) if label else block

    def _row(self) -> Iterator[Block]:
        cells, self.cells = tuple(self.cells or ()), None
        if any(cells):
            place = Position(self.file, self.row_line + 1, 1, self.row_line + 1)
            yield Block("row", " | ".join(cells), place, cells=cells)


def _words(tokens: Iterable[Any]) -> Words:
    """Take the words out of inline markup: of a link and an image what they show, of HTML what is not a tag."""
    words, bold = Words(), 0
    for token in tokens:
        kind = token.type
        if kind in {"strong_open", "strong_close"}:
            bold += token.nesting
        elif kind in {"softbreak", "hardbreak"}:
            words.break_line(hard=kind == "hardbreak")
        elif kind == "html_inline":
            if _BREAK.fullmatch(token.content):
                words.break_line(hard=True)
        else:
            words.add(token.content, bold=bold > 0)
    return words
