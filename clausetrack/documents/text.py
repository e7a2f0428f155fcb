"""Plain text: a line is a paragraph, unless the lines are wrapped.

Some plain text has one paragraph on each line, however long, with or without blank lines between; a program breaks the
lines when it shows them. Other plain text was broken when it was written, to fit a width, and blank lines part its
paragraphs. A text counts as wrapped, and its paragraphs as what blank lines part, where

- the widest line is between `_NARROWEST` and `_WIDEST` columns wide, and
- at least half of the breaks between two lines that are not blank can only be there to fit the width: the line before
  does not end a sentence, and the first word of the line after would not have fitted behind it.

Headings and lists in a wrapped text thus do no harm, and short lines in a text that is not wrapped make it no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final
from unicodedata import east_asian_width

from clausetrack.documents.reading import Reading, document
from clausetrack.files import decode
from clausetrack.model.document import Block, Document
from clausetrack.model.position import Position

MEDIA_TYPE: Final = "text/plain"

_WIDEST: Final = 132
"""Columns of the widest line that text is wrapped to: those of a line printer. Mails take 72, source code up to 120."""

_NARROWEST: Final = 40
"""Columns of the narrowest text that is wrapped, that of a newspaper's. Below stand lists, tables and verses."""

_RAGGED: Final = 0.15
"""Share of the widest line by which lines fall short at a break. In seventeen licences wrapped by hand or by editors,
over four fifths of the breaks are within it; in source code, where breaks mean something, a fifth."""

_LINE_END: Final = re.compile(r"\r\n?|\n")
_SENTENCE_END: Final = re.compile("[.!?:;\u3002\uff01\uff1f\uff1a\uff1b][\"'\u201d\u2019\xbb)\\]\u300d\u300f]*$")

_Line = tuple[int, str]
"""The number of a line, from 1, and its text without white space at its end."""


def read(data: bytes, file: str, reading: Reading) -> Document:
    """Read plain text in UTF-8. InputError with line and column where it is not UTF-8."""
    del reading
    text = decode(data, file).removeprefix("\ufeff")
    lines = [(number, line.expandtabs().rstrip()) for number, line in enumerate(_LINE_END.split(text), 1)]
    return document(data, file, MEDIA_TYPE, (_block(lines, file) for lines in _paragraphs(lines)))


def _paragraphs(lines: Sequence[_Line]) -> Iterator[Sequence[_Line]]:
    groups = [list(group) for filled, group in groupby(lines, lambda line: bool(line[1])) if filled]
    return iter(groups) if _is_wrapped(groups) else ([line] for group in groups for line in group)


def _is_wrapped(groups: Sequence[Sequence[_Line]]) -> bool:
    widest = max((_columns(line) for group in groups for _, line in group), default=0)
    width = (1 - _RAGGED) * widest
    breaks = [_is_wrap(before, after, width) for group in groups for (_, before), (_, after) in pairwise(group)]
    return _NARROWEST <= widest <= _WIDEST and 2 * sum(breaks) >= max(len(breaks), 1)


def _is_wrap(before: str, after: str, width: float) -> bool:
    first = after.split(maxsplit=1)[0]
    word = first[0] if _is_unspaced(first[0]) else first
    return _columns(before) + 1 + _columns(word) > width and not _SENTENCE_END.search(before)


def _columns(line: str) -> int:
    """Count the columns that a line takes on a screen, where wide characters take two."""
    return len(line) if line.isascii() else sum(1 + (east_asian_width(char) in "WF") for char in line)


def _block(lines: Sequence[_Line], file: str) -> Block:
    (first, opening), (last, closing) = lines[0], lines[-1]
    column = len(opening) - len(opening.lstrip()) + 1
    return Block("paragraph", _joined(lines), Position(file, first, column, last, len(closing) + 1))


def _joined(lines: Sequence[_Line]) -> str:
    texts = [line.strip() for _, line in lines]
    parts = texts[:1]
    for before, after in pairwise(texts):
        parts += ("" if _is_unspaced(before[-1]) and _is_unspaced(after[0]) else " ", after)
    return "".join(parts)


def _is_unspaced(char: str) -> bool:
    """Say whether a character belongs to a script that sets no spaces between words: wide, and not Korean."""
    return east_asian_width(char) in "WF" and not "\uac00" <= char <= "\ud7a3"
