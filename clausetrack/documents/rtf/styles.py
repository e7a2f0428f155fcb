"""The styles of an RTF file, as far as they tell headings and tables of contents (RTF 1.9.1, "Style Sheet")."""

from __future__ import annotations

from typing import NamedTuple

from clausetrack.documents.headings import heading_level, is_contents
from clausetrack.documents.rtf.format import outline_of


class Heading(NamedTuple):
    """What the style of a paragraph says of it: the level of a heading, 0 for none; whether it lists contents."""

    level: int = 0
    contents: bool = False


class Styles:
    """The styles by number, put together from the words and the name of one after the other."""

    def __init__(self) -> None:
        self._headings: dict[int, Heading] = {}
        self._next()

    def _next(self) -> None:
        self._number, self._base = 0, -1
        self._level: int | None = None

    def __getitem__(self, number: int) -> Heading:
        """Give what a style says; a style that is not there says nothing."""
        return self._headings.get(number, Heading())

    def word(self, word: str, number: int | None) -> None:
        """Take a control word of the style that is being defined."""
        if word == "s":
            self._number = number or 0
        elif word == "sbasedon":
            self._base = number or 0
        elif word == "outlinelevel":
            self._level = outline_of(number)
        elif word in {"cs", "ds", "ts"}:
            # Styles of words, sections and tables count apart, and are never asked for.
            self._number = -1

    def name(self, name: str) -> None:
        """Take the name of a style, which ends its definition."""
        clean = name.strip().rstrip(";").strip()
        if clean:
            level = heading_level(clean) if self._level is None else self._level
            if level is None:
                level = self[self._base].level
            self._headings.setdefault(self._number, Heading(level, is_contents(clean)))
            self._next()
