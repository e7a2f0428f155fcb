"""Characters for which the file has a shape, but no text.

A face that was embedded in part may lack the table from its glyphs to characters, or have one with gaps. pdfium then
gives the number of the glyph. In most faces that text is set in the glyphs are numbered in one order, that of the
Macintosh character set from the space as number 3 (TrueType Reference Manual, 'post' table), without the non-breaking
space; so a number tells the character. Old faces number their characters like ASCII instead. Which of the two holds
shows in the document: by one of them there are letters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from clausetrack.documents.pdf.page import Page

_UNKNOWN: Final = 0xF0000
"""Numbers of glyphs are kept above this, in a private area that no face uses, until the whole document is known."""

_LAST: Final = 0xFFFF

_FIRST_GLYPH: Final = 3
_ORDER: Final = (
    bytes(range(0x20, 0x7F)).decode() + bytes(code for code in range(0x80, 0xF0) if code != 0xCA).decode("mac_roman")  # noqa: PLR2004 - the non-breaking space
)
"""Characters in the order of their glyphs, as far as faces agree."""


def unknown(glyph: int) -> str:
    """Give what stands for a glyph without text until `resolved` knows better."""
    return chr(_UNKNOWN + min(glyph, _LAST))


def resolved(pages: Sequence[Page]) -> tuple[list[Page], int]:
    """Give the pages with characters for the glyphs without text, and how many such there were."""
    counts = Counter(
        char
        for page in pages
        for line in page.lines
        if not line.text.isascii()
        for char in line.text
        if _is_unknown(char)
    )
    if not counts:
        return list(pages), 0
    by_order = {char: _by_order(char) for char in counts}
    by_number = {char: _by_number(char) for char in counts}
    better = max((by_number, by_order), key=lambda table: _letters(counts, table))
    table = str.maketrans(better)
    return [
        page._replace(
            lines=[
                line._replace(
                    text=line.text.translate(table),
                    cells=tuple((left, text.translate(table)) for left, text in line.cells),
                )
                for line in page.lines
            ]
        )
        for page in pages
    ], sum(counts.values())


def _letters(counts: Counter[str], table: dict[str, str]) -> int:
    return sum(count for char, count in counts.items() if table[char].isalpha())


def _is_unknown(char: str) -> bool:
    return _UNKNOWN <= ord(char) <= _UNKNOWN + _LAST


def _by_order(char: str) -> str:
    index = ord(char) - _UNKNOWN - _FIRST_GLYPH
    return _ORDER[index] if 0 <= index < len(_ORDER) else " "


def _by_number(char: str) -> str:
    number = ord(char) - _UNKNOWN
    return chr(number) if chr(number).isprintable() else " "
