"""What the readers of word processors' formats share: paragraphs and tables as they are found, made blocks at the end.

A reader gives `Entry` after `Entry` in reading order. Tables become entries as soon as they end: rows, or what they
only lay out. `blocks` then tells headings by look, for which the look of the whole text must be known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final
from unicodedata import east_asian_width

from clausetrack.documents.headings import (
    Look,
    is_capitals,
    reads_as_heading,
    reads_as_paragraph,
    stands_out,
    usual,
)
from clausetrack.documents.reading import SEVERAL
from clausetrack.documents.tongues import are_two
from clausetrack.model.document import Block, BlockKind
from clausetrack.model.position import Position

MAX_TABLES: Final = 32
"""Tables in tables. Layouts made by programs reach five or six."""

_SPACE: Final = re.compile(r"[^\S\n]+")
_BREAK: Final = re.compile(r" ?\n[ \n]*")
_MARKER: Final = re.compile(
    r"[-–—•·●○◦▪■□*]|\((?:[0-9]{1,3}|[A-Za-z]{1,5}|[\u4e00-\u9fff])\)|(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,5}|[A-Za-z]{1,5})[.)]"
    r"|[0-9]{1,3}(?:\.[0-9]{1,3}){1,5}"
)
"""What stands alone in the first column of a table that only lays out a list."""

_WORD: Final = re.compile(r"[^\W\d_]{2}|第")


_PLAIN: Final = Look()


@dataclass(slots=True)
class Entry:
    """One paragraph, row or footnote. ``heading`` is the level of its style, from 1, 0 where that is none's.

    ``text`` is on one line already; ``level`` is that of its list, from 1.
    """

    text: str
    kind: BlockKind = "paragraph"
    label: str | None = None
    level: int | None = None
    heading: int = 0
    look: Look = _PLAIN
    notes: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    page: int | None = None
    elements: tuple[object, ...] = ()
    """What it was read from, for who edits the document."""
    tongue: int = 0
    """Which of several languages it is in, as in a block."""


Cell = list[Entry]


def one_line(text: str) -> str:
    """Put a text on one line: white space becomes one space, a line break too, but none between Han characters."""
    spaced = _SPACE.sub(" ", text).strip()
    if "\n" not in spaced:
        return spaced

    def joined(found: re.Match[str]) -> str:
        before, after = spaced[found.start() - 1 : found.start()], spaced[found.end() : found.end() + 1]
        return "" if _is_unspaced(before) and _is_unspaced(after) else " "

    return _BREAK.sub(joined, spaced).strip()


def _is_unspaced(char: str) -> bool:
    return bool(char) and east_asian_width(char) in "WF" and not "\uac00" <= char <= "\ud7a3"


def paragraph(entry: Entry) -> Iterator[Entry]:
    """Give a paragraph, unless nothing is in it. One that is a number and no words has its number for words.

    That is so only of a number that a word belongs to ("Article 5"): a bare number without words says nothing.
    """
    if entry.text:
        yield entry
    elif entry.label and _WORD.search(entry.label):
        yield replace(entry, text=entry.label, label=None, kind="paragraph")


def table(rows: Sequence[Sequence[Cell]]) -> Iterator[Entry]:
    """Give what a table holds: its rows, or the paragraphs that it only lays out in one column or behind markers."""
    if all(len(row) <= 1 for row in rows):
        yield from (entry for row in rows for cell in row for entry in cell)
    elif _is_list(rows):
        yield from (entry for mark, content in rows for entry in _items(mark, content))
    elif _is_bilingual(rows):
        yield from _beside(rows)
    else:
        yield from (entry for row in rows for entry in _row(row))


def _is_list(rows: Sequence[Sequence[Cell]]) -> bool:
    marks = [_marks(row[0]) for row in rows if row]
    return (
        all(len(row) == 2 for row in rows)  # noqa: PLR2004 - the marker and what it marks
        and any(marks)
        and all(not mark or _MARKER.fullmatch(mark) for mark in marks)
        and all(entry.kind != "row" for row in rows for entry in row[1])
    )


def _is_bilingual(rows: Sequence[Sequence[Cell]]) -> bool:
    """Say whether a table only sets two languages beside each other."""
    beside = [row for row in rows if len(row) == 2]  # noqa: PLR2004 - two languages
    if any(len(row) > 2 for row in rows):  # noqa: PLR2004 - two languages
        return False
    return are_two(*([_said(entry) for row in beside for entry in row[side]] for side in (0, 1)))


def _beside(rows: Sequence[Sequence[Cell]]) -> Iterator[Entry]:
    """Give one language after the other; what stands in a cell over both is shared."""
    for row in rows:
        if row:
            yield from (replace(entry, tongue=len(row) - 1) for entry in row[0])
    for row in rows:
        yield from (replace(entry, tongue=2) for cell in row[1:] for entry in cell)


def in_several(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Give the notice that a document is in several languages, where it is."""
    count = max((entry.tongue for entry in entries), default=0)
    return (SEVERAL.format(count),) if count else ()


def _marks(cell: Cell) -> str:
    return " ".join(_said(entry) for entry in cell).strip()


def _items(mark: Cell, content: Cell) -> Iterator[Entry]:
    label = _marks(mark)
    for at, entry in enumerate(content):
        if at == 0 and label:
            yield replace(entry, kind="item", label=label, level=1, heading=0)
        elif entry.kind == "item" and entry.level is not None:
            yield replace(entry, level=entry.level + 1)
        else:
            yield entry


def _row(cells: Sequence[Cell]) -> Iterator[Entry]:
    texts = tuple(_marks(cell) for cell in cells)
    if any(texts):
        entries = [entry for cell in cells for entry in cell]
        notes = tuple(note for entry in entries for note in entry.notes)
        page = entries[0].page if entries else None
        elements = tuple(element for entry in entries for element in entry.elements)
        yield Entry(" | ".join(texts), "row", cells=texts, notes=notes, page=page, elements=elements)


def _said(entry: Entry) -> str:
    return f"{entry.label} {entry.text}".strip() if entry.label else entry.text


def footnotes(label: str, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Give the paragraphs of a footnote; the first one has its label."""
    # What was nothing but the note's own mark has no words left.
    for entry, own in zip_longest((entry for entry in entries if entry.text), (label,)):
        if entry is not None:
            yield Entry(_said(entry), "footnote", label=own, page=entry.page)


def blocks(entries: Sequence[Entry], file: str) -> Iterator[Block]:
    """Make blocks of what a reader found, in that order, headings told by style and by look."""
    plain = [entry for entry in entries if entry.kind in {"paragraph", "item"} and not entry.heading]
    body = usual((_seen(entry), len(entry.text)) for entry in plain)
    for number, entry in enumerate(entries, 1):
        kind, level = _kind(entry, body)
        yield Block(
            kind,
            entry.text,
            Position(file, line=number, label=f"paragraph {number}"),
            page=entry.page,
            level=level,
            label=entry.label or None,
            cells=entry.cells,
            notes=entry.notes,
            tongue=entry.tongue,
        )


def _kind(entry: Entry, body: Look) -> tuple[BlockKind, int | None]:
    if entry.kind in {"row", "footnote"}:
        return entry.kind, None
    if entry.heading and not reads_as_paragraph(entry.text):
        return "heading", entry.heading
    if not entry.heading and stands_out(_seen(entry), body) and reads_as_heading(entry.text):
        return "heading", entry.level
    return ("item", entry.level) if entry.label else ("paragraph", None)


def _seen(entry: Entry) -> Look:
    return entry.look._replace(caps=entry.look.caps or is_capitals(entry.text))
