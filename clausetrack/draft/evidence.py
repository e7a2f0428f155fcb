"""Where each clause was read: the sentences of its passage, counted as in the fingerprint of the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from clausetrack.draft.passage import Passage, Stretch
from clausetrack.language.digest import sentence_digest
from clausetrack.language.sentences import sentences
from clausetrack.model.document import Block
from clausetrack.model.source import Evidence
from clausetrack.model.span import Span

MOST_SENTENCES: Final = 24
"""Sentences up to which every one is named. Nine articles in ten of a treaty have fewer; of a longer clause the first
sentence of each paragraph and point is named, by which a change of the source is found all the same for nearly all of
them, in a file that can still be read."""


class Sentences:
    """The sentences of a document's blocks, each worked out once."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._spans = lru_cache(maxsize=1)(lambda block: sentences(self._blocks[block].text))

    def evidence(self, passage: Passage, source: str) -> tuple[Evidence, ...]:
        """Give the sentences that a passage was read from, in reading order."""
        found = [place for stretch in passage.stretches for place in self._within(stretch)]
        if len(found) > MOST_SENTENCES:
            first: dict[int, tuple[int, int, Span]] = {}
            for place in found:
                first.setdefault(place[0], place)
            found = list(first.values())
        return tuple(self._evidence(block, number, span, source) for block, number, span in found)

    def _within(self, stretch: Stretch) -> Iterator[tuple[int, int, Span]]:
        for number, span in enumerate(self._spans(stretch.block), 1):
            if span.start < stretch.end and stretch.start < span.end:
                yield stretch.block, number, span

    def _evidence(self, block: int, number: int, span: Span, source: str) -> Evidence:
        text = self._blocks[block].text
        return Evidence(source, self._blocks[block].page, block + 1, number, sentence_digest(span.of(text)))
