"""A passage with what is read in it: the phrases that limit it and the references that changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from clausetrack.model.record import Record, record
from clausetrack.model.span import Span
from clausetrack.rules.reading.figures import Figure
from clausetrack.rules.reading.hunks import Edited
from clausetrack.rules.reading.passages import Passage, Piece
from clausetrack.rules.reading.phrases import Phrase
from clausetrack.rules.reading.pointers import Pointer
from clausetrack.rules.reading.stretches import touching


@record
class Side(Record):
    """One side of a passage: the whole text, the sentences of the passage, what was edited, the phrases in them."""

    text: str
    spans: tuple[Span, ...]
    edits: tuple[Span, ...]
    phrases: tuple[Phrase, ...] = ()

    @property
    def words(self) -> str:
        """The text of the passage."""
        return " ".join(span.of(self.text) for span in self.spans)

    def without(self, span: Span, masked: Sequence[Span]) -> str:
        """Give the words of a span that lie in none of the masked ones, which are in order and disjoint."""
        parts, at = [], span.start
        for mask in touching(masked, span):
            parts.append(self.text[at : max(at, mask.start)])
            at = max(at, min(mask.end, span.end))
        parts.append(self.text[at : span.end])
        return " ".join(parts)


@record
class Scene(Record):
    """A passage on both sides, with the pieces that differ."""

    texts: Edited
    old: Side
    new: Side
    pieces: tuple[Piece, ...]
    pointers: tuple[Pointer, ...]
    figures: tuple[Figure, ...]

    @classmethod
    def of(cls, texts: Edited, passage: Passage, pointers: Iterable[Pointer], figures: Iterable[Figure]) -> Scene:
        """Set the scene, without its phrases."""
        old = Side(texts.old, passage.old, tuple(piece.old for piece in passage.pieces))
        new = Side(texts.new, passage.new, tuple(piece.new for piece in passage.pieces))
        return cls(texts, old, new, passage.pieces, tuple(pointers), tuple(figures))

    def limited(self, old: tuple[Phrase, ...], new: tuple[Phrase, ...]) -> Scene:
        """Give the scene with the phrases of both sides."""
        return replace(self, old=replace(self.old, phrases=old), new=replace(self.new, phrases=new))

    @property
    def stood(self) -> bool:
        """Whether the passage has both sides: it neither came nor went as a whole."""
        return bool(self.old.spans and self.new.spans)

    def words(self, piece: Piece) -> tuple[str, str]:
        """Give the words of a piece, verbatim."""
        return piece.old.of(self.old.text), piece.new.of(self.new.text)
