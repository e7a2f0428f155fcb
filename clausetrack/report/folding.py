"""Texts folded to a width in columns, as a terminal counts them: wide characters take two, combining ones none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

_PIECE: Final = re.compile(r"\s+|\S+")
_ZERO_WIDTH: Final = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f")
_NO_START: Final = frozenset("、。，．・：；？！）］｝」』】〕〉》々ー,.;:!?)]}’”…")
"""Characters that no line starts with, in scripts that break between any two others (JIS X 4051, in short)."""


def columns(text: str) -> int:
    """Count the columns that a text takes on a terminal."""
    return len(text) if text.isascii() else sum(map(_width, text))


def padded(text: str, width: int) -> str:
    """Give a text with spaces up to a width in columns."""
    return text + " " * (width - columns(text))


def fold(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Give the lines of a text, each at most ``width`` columns wide, at least one.

    ``first`` stands before the first line, ``rest`` before the others. Lines are broken at spaces; between wide
    characters, whose scripts have no spaces; and within a word only where it is longer than a line.
    """
    lines: list[str] = []
    lead, line, used = first, "", columns(first)
    for gap, piece, taken in _pieces(text, max(width - max(columns(first), columns(rest)), 1)):
        if line and used + len(gap) + taken > width:
            lines.append(lead + line)
            lead, line, used = rest, "", columns(rest)
        space = gap if line else ""
        line += space + piece
        used += len(space) + taken
    return [*lines, (lead + line).rstrip()]


def cut(line: str, width: int) -> str:
    """Give a line with the sign that there is more, without its last words where there is no room for it.

    Where there is but one word, or a script without spaces, it loses its last characters instead.
    """
    while columns(line) + 2 > width and " " in line.strip():
        line = line.rstrip().rpartition(" ")[0]
    if columns(line) + 2 <= width:
        return f"{line} …"
    while line and columns(line) + 1 > width:
        line = line[:-1]
    return f"{line}…"


def _pieces(text: str, most: int) -> Iterator[tuple[str, str, int]]:
    """Yield what may not be broken, with the space before it and the columns that it takes."""
    gap = ""
    for match in _PIECE.finditer(text):
        word = match.group()
        if word.isspace():
            gap = " "
            continue
        for piece in _breakable(word, most):
            yield gap, piece, columns(piece)
            gap = ""


def _breakable(word: str, most: int) -> Iterator[str]:
    """Yield a word in parts: as a whole where it fits and has no wide characters."""
    if columns(word) <= most and len(word) == columns(word):
        yield word
        return
    part, used, after_wide = "", 0, False
    for char in word:
        width = _width(char)
        is_wide = width > 1
        if part and (used + width > most or ((is_wide or after_wide) and char not in _NO_START and width)):
            yield part
            part, used = "", 0
        part, used, after_wide = part + char, used + width, is_wide or (after_wide and not width)
    yield part


@lru_cache(maxsize=4096)
def _width(char: str) -> int:
    if char.isascii():
        return 1
    import unicodedata  # noqa: PLC0415 - only texts beyond ASCII pay for it

    if char in _ZERO_WIDTH or unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
