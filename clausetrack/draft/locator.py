"""Where the clauses of a drafted set stand in the document: line and column, or page and number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from clausetrack.draft.passage import Passage
from clausetrack.model.document import Document
from clausetrack.model.position import Path, Position

_WITH_LINES: Final = frozenset(("text/plain", "text/markdown"))
"""Media types of which the lines are those that an editor shows, and name a place by themselves."""


class DocumentLocator:
    """Finds clauses, and the sentences that are their evidence, in the document that they were drafted from."""

    def __init__(self, document: Document, passages: Sequence[Passage]) -> None:
        self._document = document
        self._starts = [
            (min((stretch.block for stretch in passage.stretches), default=None), passage.number)
            for passage in passages
        ]

    def locate(self, path: Path, *, key: bool = False) -> Position:
        """Give the place of a clause, whatever of it is asked for; the document's beginning for all else."""
        del key
        at = path[1] if len(path) > 1 and path[0] == "clauses" else None
        if not isinstance(at, int) or not 0 <= at < len(self._starts):
            return Position(self._document.file)
        block, number = self._starts[at]
        return Position(self._document.file) if block is None else self._place(block, number)

    def _place(self, at: int, number: str | None) -> Position:
        block = self._document.blocks[at]
        if self._document.media_type in _WITH_LINES and block.place.label is None:
            return block.place
        page = f"page {block.page}" if block.page is not None else ""
        own = block.place.label if block.place.label != page else None
        where = number or own or f"paragraph {at + 1}"
        return replace(block.place, label=", ".join(part for part in (page, where) if part))
