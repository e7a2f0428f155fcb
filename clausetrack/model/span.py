"""A stretch of a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From ``start`` to ``end`` of a text, in characters from 0, the end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words of the span."""
        return text[self.start : self.end]
