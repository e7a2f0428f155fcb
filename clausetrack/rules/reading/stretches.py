"""Stretches of a text in order: which of them touch a place, without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

from clausetrack.model.span import Span


class Placed(Protocol):
    """Anything with a place in a text."""

    @property
    def start(self) -> int:
        """The first character."""
        ...

    @property
    def end(self) -> int:
        """The character behind the last."""
        ...


P = TypeVar("P", bound=Placed)


def touching(ordered: Sequence[P], place: Placed) -> Sequence[P]:
    """Give those of an ordered sequence of disjoint stretches that share a character with a place, or lie within it."""
    first = bisect_right(ordered, place.start, key=attrgetter("end"))
    return ordered[first : bisect_left(ordered, place.end, lo=first, key=attrgetter("start"))]


def merged(spans: Iterable[Span]) -> list[Span]:
    """Give spans in order, those that overlap as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
