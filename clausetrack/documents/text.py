"""Plain text: a line is a paragraph, unless the lines are wrapped; :mod:`clausetrack.documents.lines` tells.

Form feeds number the pages. Cells with tabs between are rows, where at least two lines in a row have as many. Lines in
the middle of a wrapped text are headings. "[1]" right behind a word calls the footnote that starts with "[1]".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Final

from clausetrack.documents.encoding import decode_text
from clausetrack.documents.lines import Hyphenation, Layout, Line, is_marker, joined, layout, paragraphs, whole_words
from clausetrack.documents.reading import Reading, document
from clausetrack.documents.running_lines import without_running_lines
from clausetrack.documents.specks import is_speck
from clausetrack.model.document import Block, Document
from clausetrack.model.position import Position

MEDIA_TYPE: Final = "text/plain"

_LINE_END: Final = re.compile(r"\r\n?|\n")
_NOTE: Final = re.compile(r"\A\[(\d{1,3})\]\s+(?=\S)")
_OPEN_ENDS: Final = (".", ",", ";", ":")
"""What a heading in the middle does not end with, and a line of an address or of a signature may."""

_CALL: Final = re.compile(r"(?<=[^\s\[(])\[(\d{1,3})\]")
"""A call stands right behind its word; "at [12]" and "see [12]" name a paragraph or a book."""


def read(data: bytes, file: str, reading: Reading) -> Document:
    """Read plain text. InputError where its encoding cannot be told, with line and column where a byte is wrong."""
    del reading
    lines = without_running_lines(list(split_lines(decode_text(data, file))))
    lines = [line for line in lines if not is_speck(line.text)]
    return document(data, file, MEDIA_TYPE, _noted(list(blocks(lines, file))))


def split_lines(text: str) -> Iterator[Line]:
    """Give the lines of a text, numbered from 1, with tabs as spaces; with their pages where there are form feeds.

    A form feed ends a line; both parts have the line's number.
    """
    page = 1 if "\f" in text else None
    for number, line in enumerate(_LINE_END.split(text), 1):
        for place, part in enumerate(line.split("\f") if page else (line,)):
            if page and place:
                page += 1
            yield Line(number, part.rstrip(), page)


def blocks(lines: Sequence[Line], file: str) -> Iterator[Block]:
    """Give the blocks of plain text from its lines."""
    flat = [line._replace(text=line.text.expandtabs()) for line in lines]
    set, hyphenation = layout(flat), Hyphenation(flat)
    tables = _tables(lines)
    for is_table, run in groupby(zip(lines, flat, tables, strict=True), lambda entry: entry[2]):
        if is_table:
            yield from (_row(line, file) for line, _, _ in run if line.text)
        else:
            for found in paragraphs([line for _, line, _ in run], set):
                yield _block(found, joined(found, hyphenation), file, is_heading=_is_heading(found, set))


def _tables(lines: Sequence[Line]) -> list[bool]:
    """Say of each line whether it is in a table: it has tabs, and the next or the last line with text has as many."""
    filled = [(index, len(_cells(line))) for index, line in enumerate(lines) if line.text]
    found = [False] * len(lines)
    for (first, count), (second, other) in pairwise(filled):
        if count == other > 1:
            found[first : second + 1] = [True] * (second + 1 - first)
    return found


def _cells(line: Line) -> tuple[str, ...]:
    """Give the cells of a line; a marker and a text behind a tab are one cell, as an item is no table."""
    if "\t" not in line.text:
        return (line.text,)
    cells = tuple(" ".join(whole_words(cell).split()) for cell in line.text.strip().split("\t"))
    return (line.text,) if len(cells) == 2 and is_marker(cells[0]) else cells  # noqa: PLR2004 - a marker and a text


def _row(line: Line, file: str) -> Block:
    cells = _cells(line)
    place = Position(file, line.number, line.indent + 1, line.number, len(line.text) + 1)
    return Block("row", " | ".join(cells), place, page=line.page, cells=cells)


def _is_heading(lines: Sequence[Line], set: Layout) -> bool:
    if not set.wrapped or lines[-1].text.endswith(_OPEN_ENDS):
        return False
    return set.is_centred(lines) and any(map(str.isalpha, lines[0].text))


def _block(lines: Sequence[Line], text: str, file: str, *, is_heading: bool) -> Block:
    first, last = lines[0], lines[-1]
    place = Position(file, first.number, first.indent + 1, last.number, len(last.text) + 1)
    return Block("heading" if is_heading else "paragraph", " ".join(whole_words(text).split()), place, page=first.page)


def _noted(found: Sequence[Block]) -> Iterator[Block]:
    """Set footnotes apart, and take their calls out of the texts; what looks like a call of no footnote stays."""
    labels = dict(_footnotes(found))
    known = frozenset(labels.values())
    for index, block in enumerate(found):
        if index in labels:
            yield replace(block, kind="footnote", text=_NOTE.sub("", block.text, count=1), label=labels[index])
        elif block.kind != "row" and (calls := tuple(call for call in _CALL.findall(block.text) if call in known)):
            text = _CALL.sub(lambda call: "" if call[1] in known else call[0], block.text)
            yield replace(block, text=text, notes=calls)
        else:
            yield block


def _footnotes(found: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Give index and label of each footnote: what starts with a label that an earlier block calls, once a call."""
    called: set[str] = set()
    for index, block in enumerate(found):
        label = _NOTE.match(block.text)
        if label and label[1] in called and block.kind != "row":
            called.discard(label[1])
            yield index, label[1]
        elif block.kind != "row":
            called.update(_CALL.findall(block.text))
