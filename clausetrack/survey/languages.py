"""Sets in different languages: which are, and which may be one text in two languages.

Words say nothing there; numbers, headings and surroundings do, but they would also pair the articles of agreements that
have nothing in common. What tells a translation is that long passages stay long, and short ones short (Gale and Church
1993).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log, sqrt
from typing import Final

from clausetrack.model.clauseset import ClauseSet

COMPARED: Final = 4
"""Sets of other languages that a set is compared with by surroundings; with more, families hang together by these."""

FEWEST: Final = 8
"""Pairs from which on lengths say something: of eight, a correlation of 0.7 comes about by chance once in twenty
times."""

ALIKE: Final = 0.7
"""Correlation of lengths (natural logarithms of characters) from which on a set passes for a translation. A treaty in
English and French has 0.998; two treaties on the seas, paired by number, have 0.25."""


def language_of(found: ClauseSet) -> str:
    """Give the language of a set without country and script; "" where it is not known."""
    return (found.revision.language or "").partition("-")[0].casefold()


def differ(one: str, other: str) -> bool:
    """Say whether two languages are known to differ."""
    return bool(one) and bool(other) and one != other


def foreign(languages: Sequence[str]) -> set[tuple[int, int]]:
    """Give the pairs of sets, lower first, that are compared across languages: each set with the next few."""
    count = len(languages)
    if len({language for language in languages if language}) < 2:  # noqa: PLR2004 - else none differ
        return set()
    found: set[tuple[int, int]] = set()
    for s in range(count):
        others = [t % count for t in range(s + 1, s + count) if differ(languages[s], languages[t % count])]
        found |= {(min(s, t), max(s, t)) for t in others[:COMPARED]}
    return found


def is_translated(lengths: Iterable[tuple[int, int]]) -> bool:
    """Say whether texts that stand in the same places are as long as each other, measured by what is usual there."""
    logs = [(log(one), log(other)) for one, other in lengths if one and other]
    return len(logs) >= FEWEST and _correlation(logs) >= ALIKE


def _correlation(points: Sequence[tuple[float, float]]) -> float:
    """Give Pearson's correlation; 0 where one side does not vary."""
    mean = [sum(side) / len(points) for side in zip(*points, strict=True)]
    offs = [(x - mean[0], y - mean[1]) for x, y in points]
    spread = sqrt(sum(x * x for x, _ in offs) * sum(y * y for _, y in offs))
    return sum(x * y for x, y in offs) / spread if spread else 0.0
