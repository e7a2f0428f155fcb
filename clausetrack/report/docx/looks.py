"""What new paragraphs look like in a document that is edited in place: like those around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from clausetrack.documents.docx.names import W
from clausetrack.documents.docx.places import Placed
from clausetrack.report.docx import flow
from clausetrack.report.docx.flow import Op, Paragraph, Piece
from clausetrack.report.docx.placing import Place, Spots

_MARKER: Final = re.compile(r"(?:\(?\w{1,4}[.)](?:\w{1,4}[.)]?){0,6}|[-–—•·])\s+")
"""What stands before a paragraph that belongs to a list."""

Words = list[tuple[Op, str]]


class Looks:
    """``title`` is the place of the last clause with a line above it, ``body`` the last paragraph of clauses' words."""

    def __init__(self, placed: Sequence[Placed], places: Sequence[Place]) -> None:
        self._placed = placed
        self.title = next((place for place in places if place.number or place.heading), None)
        self.body: Any = None
        for spots in (spots for place in reversed(places) for spots in reversed(place.lines) if spots):
            self.saw(spots)

    def paragraph(self, spots: Spots) -> Any:
        """Give the paragraph that words end in."""
        return self._placed[spots[-1].block].paragraphs[-1]

    def saw(self, spots: Spots) -> None:
        """Note where words of a clause stand, unless it is in a table."""
        if self._placed[spots[-1].block].block.kind != "row":
            self.body = self.paragraph(spots)

    def of(self, paragraph: Paragraph, pieces: Sequence[Piece]) -> Iterator[tuple[Words, Any]]:
        """Yield the paragraphs that new words make, each with one that it is to look like."""
        if paragraph.role != "clause":
            words = [(piece.op, piece.text) for piece in pieces]
            yield (words, self._heading_like()) if paragraph.role == "part" else self.listed(words)
            return
        numbers = [(piece.op, piece.text) for piece in pieces if piece.is_number]
        headings = [(piece.op, piece.text) for piece in pieces if not piece.is_number and piece.text != flow.GAP]
        place = self.title
        if place is None or not place.number or not place.heading:
            yield [(piece.op, piece.text) for piece in pieces], self._heading_like()
        elif place.number[0].start == place.number[0].end:
            yield headings, self.paragraph(place.heading)
        elif place.number[-1].block == place.heading[0].block:
            text = self._placed[place.number[-1].block].block.text
            between = text[place.number[-1].end : place.heading[0].start]
            gap = [(pieces[0].op, between)] if numbers and headings else []
            yield [*numbers, *gap, *headings], self.paragraph(place.number)
        else:
            yield from (
                (words, self.paragraph(spot))
                for words, spot in ((numbers, place.number), (headings, place.heading))
                if words
            )

    def _heading_like(self) -> Any:
        place = self.title
        spots = (place.heading or place.number) if place else ()
        return self.paragraph(spots) if spots else self.body

    def listed(self, words: Words) -> tuple[Words, Any]:
        """Give the words of a paragraph, without a marker that the numbering of its like shows by itself."""
        if words:
            return [(words[0][0], without_number(words[0][1], self.body)), *words[1:]], self.body
        return words, self.body


def without_number(text: str, like: Any | None) -> str:
    """Give the text of a paragraph, without a marker that the numbering of its like shows by itself."""
    marker = _MARKER.match(text)
    is_numbered = like is not None and like.find(f"{W}pPr/{W}numPr") is not None
    return text[marker.end() :] if marker and is_numbered else text


def unmarked(text: str, label: str) -> str:
    """Give a line without the marker that it begins with: one like an automatic label, whatever it counts to."""
    like = re.sub(r"[^\W_]{1,4}", r"\\w{1,6}", re.sub(r"[^\w\s]", lambda sign: f"\\{sign[0]}", label.strip()))
    marker = re.match(rf"{like}\s+", text) or _MARKER.match(text)
    return text[marker.end() :] if marker else text
