"""Where the words of old clauses stand in the document that they were drafted from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from clausetrack.documents.docx.places import Placed
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.report.docx.flow import Piece, line
from clausetrack.report.docx.sequence import Step

_REACH: Final = 60
"""Blocks that are searched for the next words: a table of contents or an annex that is no clause is passed over."""

_NEAR: Final = 2
"""Blocks in which words are taken for those that are meant however short they are."""

_LONG: Final = 16
"""Characters of words that hardly stand in a block by chance."""


class Spot(NamedTuple):
    """Characters ``start`` to ``end`` of a block's text; ``shown`` are those before that its automatic label shows."""

    block: int
    start: int
    end: int
    shown: int = 0


Spots = tuple[Spot, ...]
"""Where words stand: in one block, or in several that each go on where the one before ends."""


class Place(NamedTuple):
    """Where a clause stands: its number, its heading and each of its lines; empty for what was not found."""

    number: Spots
    heading: Spots
    lines: tuple[Spots, ...]

    @property
    def spots(self) -> Spots:
        """What was found, in order."""
        return (*self.number, *self.heading, *(spot for line_ in self.lines for spot in line_))


class Finder:
    """Finds the words of the old side in blocks, each behind those that were found before.

    ``clauses`` are the places of clauses by their identity, ``parts`` those of headings of parts by their keys.
    """

    def __init__(self, placed: Sequence[Placed], known: ClauseSet, order: Iterable[Step]) -> None:
        self._labels = [f"{entry.block.label} " if entry.block.label else "" for entry in placed]
        self._texts = [label + entry.block.text for label, entry in zip(self._labels, placed, strict=True)]
        self._block = self._at = 0
        self.title = self.find(line(known.agreement.title))
        hints = {id(clause): _hint(known, at) for at, clause in enumerate(known.clauses)}
        self.clauses: dict[int, Place] = {}
        self.parts: dict[tuple[object, ...], Spots] = {}
        for step in order:
            if step.old is None or step.kind == "to":
                continue
            if step.old.level:
                self.parts[step.old.key] = self.find(line(step.old.title))
            for clause in step.old.clauses:
                self.clauses[id(clause)] = self._clause(clause, hints.get(id(clause)))

    def find(self, words: str, last: int | None = None) -> Spots:
        """Find words behind the last ones, in no later block than ``last`` where it is given; go on behind them."""
        if not words:
            return ()
        stop = min(self._block + _REACH, len(self._texts)) if last is None else min(last + 1, len(self._texts))
        for block in range(self._block, stop):
            start = _whole(words, self._texts[block], self._at if block == self._block else 0)
            is_near = block - self._block < _NEAR or len(words) >= _LONG
            if start >= 0 and (is_near or words == self._texts[block]):
                self._block, self._at = block, start + len(words)
                return (self._spot(block, start, len(words)),)
            spots = self._chain(words, block) if block != self._block or not self._at else ()
            if spots:
                self._block, self._at = spots[-1].block + 1, 0
                return spots
        return ()

    def _chain(self, words: str, block: int) -> Spots:
        """Find words that are whole blocks, with a space for each break between them: a marker on a line of its own."""
        spots: list[Spot] = []
        rest = words
        while rest and block < len(self._texts) and rest.startswith(self._texts[block]):
            spots.append(self._spot(block, 0, len(self._texts[block])))
            rest = rest[len(self._texts[block]) :].removeprefix(" ")
            block += 1
        return () if rest else tuple(spots)

    def _spot(self, block: int, start: int, length: int) -> Spot:
        shift = len(self._labels[block])
        shown = min(max(0, shift - start), length)
        return Spot(block, max(0, start - shift), max(0, start - shift + length), shown)

    def _clause(self, clause: Clause, hint: int | None) -> Place:
        """Find a clause. ``hint`` is the block that its words begin in, as its draft says."""
        number = self._above(line(clause.number or ""), hint)
        heading = self._above(line(clause.heading or ""), hint)
        if hint is not None and hint > self._block:
            self._block, self._at = hint, 0
        return Place(number, heading, tuple(map(self.find, clause.text.split("\n"))))

    def _above(self, words: str, hint: int | None) -> Spots:
        """Find a number or heading: the last one before the words of its clause, as far as these are known."""
        found = last = self.find(words, hint)
        while last and hint is not None and last[-1].block < hint:
            kept = (self._block, self._at)
            last = self.find(words, hint - 1)
            if not last:
                self._block, self._at = kept
                break
            found = last
        return found


def _whole(words: str, text: str, start: int) -> int:
    """Find words in a text that are not cut out of longer ones; -1 where they are not there."""
    found = text.find(words, start)
    while found >= 0:
        end = found + len(words)
        if not (text[found - 1 : found].isalnum() and words[0].isalnum() and words[0].isascii()) and not (
            text[end : end + 1].isalnum() and words[-1].isalnum() and words[-1].isascii()
        ):
            return found
        found = text.find(words, found + 1)
    return found


def _hint(known: ClauseSet, at: int) -> int | None:
    place = known.locator.locate(("clauses", at)) if known.locator is not None else None
    return place.line - 1 if place is not None and place.label is not None else None


def shared(spots: Spots, pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Share pieces out among the blocks that their old words stand in; the space between two blocks is in none."""
    shares: list[list[Piece]] = [[] for _ in spots]
    number, gap = 0, 0
    left = [spot.shown + spot.end - spot.start for spot in spots]
    for piece in pieces:
        text = piece.text
        if piece.op == "insert":
            shares[number].append(piece)
            continue
        while text:
            cut = min(gap, len(text))
            text, gap = text[cut:], gap - cut
            taken = text[: left[number]] if number + 1 < len(spots) else text
            if taken:
                shares[number].append(piece._replace(text=taken))
            text = text[len(taken) :]
            left[number] -= len(taken)
            if not left[number] and number + 1 < len(spots):
                number, gap = number + 1, 1
    return shares
