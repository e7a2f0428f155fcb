"""Edits of words where they stand in a document, collected by block, and made when all of them are known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from clausetrack.documents.docx.places import Placed
from clausetrack.language.edits import word_edits
from clausetrack.report.docx import lines
from clausetrack.report.docx.elements import Maker
from clausetrack.report.docx.flow import Op, Piece
from clausetrack.report.docx.letters import Letters
from clausetrack.report.docx.looks import unmarked
from clausetrack.report.docx.placing import Spot, Spots, shared
from clausetrack.report.docx.tables import Tables, is_whole, ranges

_OLD: Final[frozenset[Op]] = frozenset(("equal", "delete", "from"))


class Blocks:
    """Edits the blocks of a document; nothing but rows that go or come is changed before ``settle``."""

    def __init__(self, placed: Sequence[Placed], tables: Tables, maker: Maker) -> None:
        self._placed = placed
        self._tables = tables
        self._maker = maker
        self._letters: dict[int, Letters] = {}
        self._rewritten: dict[int, list[tuple[int, int, str]]] = {}

    def settle(self) -> None:
        """Make the edits."""
        for block, letters in sorted(self._letters.items()):
            self._settle(block, letters)
        self._rewrite()

    def change(self, spots: Spots, pieces: Sequence[Piece]) -> None:
        """Change the words that stand in some places into what pieces say."""
        for spot, part in zip(spots, shared(spots, pieces), strict=True):
            self._in_block(spot, part)

    def _in_block(self, spot: Spot, pieces: Sequence[Piece]) -> None:
        letters = self._of(spot.block)
        at, shown = spot.start, spot.shown
        if shown and any(piece.op == "insert" for piece in pieces):
            # The number that both lines begin with counts by itself.
            old = "".join(piece.text for piece in pieces if piece.op in _OLD)
            new = unmarked(new_side(pieces), old[:shown])
            pieces, shown = [Piece(edit.op, edit.text) for edit in word_edits(old[shown:], new)], 0
        for piece in pieces:
            if piece.op == "insert":
                self.insert(spot, at, piece.text)
                continue
            length = len(piece.text) - min(shown, len(piece.text))
            shown -= len(piece.text) - length
            if piece.op != "equal" and letters.is_known:
                letters.mark(at, at + length, piece.op)
            elif piece.op != "equal":
                self._rewritten.setdefault(spot.block, []).append((at, at + length, ""))
            at += length

    def insert(self, spot: Spot, at: int, text: str) -> None:
        """Insert words before a character of a block."""
        letters = self._of(spot.block)
        if not letters.is_known or not letters.insert(at, "insert", text):
            self._rewritten.setdefault(spot.block, []).append((at, at, text))

    def row(self, spot: Spot, pieces: Sequence[Piece], mark: Op) -> Any:
        """Change a row cell by cell; one that goes, or whose cells are others, goes as a whole, and another comes.

        Give the last paragraph of what stands there now.
        """
        placed = self._placed[spot.block]
        if all(piece.op == "equal" for piece in pieces):
            return placed.paragraphs[-1]
        new = new_side(pieces)
        cells = ranges(placed, spot.start, spot.end)
        texts = lines.cells(new)
        fits = mark == "equal" and len(texts) == len(cells) and self._of(spot.block).is_known
        if fits and all(end > start or self._tables.cell(placed, at) is not None for at, start, end in cells):
            for (at, start, end), text in zip(cells, texts, strict=True):
                self._cell(spot.block, at, (start, end), text)
        elif not is_whole(placed, spot.start, spot.end):
            self._in_block(spot, pieces)
        else:
            return self._replace(spot.block, new)
        return placed.paragraphs[-1]

    def _cell(self, block: int, number: int, within: tuple[int, int], new: str) -> None:
        letters, placed = self._of(block), self._placed[block]
        at, end = within
        if at == end and new:
            run = self._maker.run(list(self._maker.texts(new)), None)
            self._tables.cell(placed, number).append(self._maker.wrapped("insert", run))  # type: ignore[union-attr] # it was looked for
            return
        for edit in word_edits(placed.block.text[at:end], new):
            if edit.op == "insert":
                letters.insert(at, "insert", edit.text, within)
                continue
            if edit.op == "delete":
                letters.mark(at, at + len(edit.text), "delete")
            at += len(edit.text)

    def _replace(self, block: int, new: str) -> Any:
        """Let a row go, and another one come behind it, unless nothing does; give the last paragraph there."""
        paragraph = self._placed[block].paragraphs[-1]
        made = self._tables.behind(paragraph, new) if new else paragraph
        self._tables.go(self._tables.of(paragraph))
        return made

    def width(self, spots: Spots) -> int:
        """Give the cells of the row that a line is in, 0 where it is in none."""
        known = len(spots) == 1 and self._placed[spots[0].block].block.kind == "row"
        return len(ranges(self._placed[spots[0].block], spots[0].start, spots[0].end)) if known else 0

    def _of(self, block: int) -> Letters:
        if block not in self._letters:
            self._letters[block] = Letters(self._placed[block])
        return self._letters[block]

    def _settle(self, block: int, letters: Letters) -> None:
        """Make the edits of a block: one of which nothing stays goes with its mark."""
        if not letters.is_changed:
            return
        if letters.keeps_words or self._placed[block].block.kind == "row":
            letters.apply(self._maker)
            return
        for paragraph in letters.paragraphs:
            self._maker.take_away(paragraph, letters.fate)

    def _rewrite(self) -> None:
        """Replace as a whole the blocks whose letters are not known one by one."""
        for block, edits in self._rewritten.items():
            paragraphs, text = self._placed[block].paragraphs, self._placed[block].block.text
            for start, end, new in sorted(edits, reverse=True):
                text = text[:start] + new + text[end:]
            if self._placed[block].block.kind == "row":
                self._replace(block, text)
                continue
            if any(map(str.isalnum, text)):
                paragraphs[-1].addnext(self._maker.paragraph([("insert", text)], "insert", paragraphs[-1]))
            for paragraph in paragraphs:
                self._maker.take_away(paragraph, "delete")


def new_side(pieces: Sequence[Piece]) -> str:
    """Give the words of pieces that are there on the new side."""
    return "".join(piece.text for piece in pieces if piece.op in {"equal", "insert"})
