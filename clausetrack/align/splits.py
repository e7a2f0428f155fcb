"""Splits and merges: one clause on one side whose words stand in several on the other.

The test is conservation. A whole and its parts say the same: each part is mostly made of the whole, each brings words
that no other part brings, and together they are neither much more nor much less than the whole. A clause that merely
took a passage from another is no part of it, nor is a new clause that quotes an old one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from clausetrack.align.exact import Pair
from clausetrack.align.terms import Text, Texts

CONTAINED: Final = 0.7
"""The least share of a part that stands in the whole: most of it, after one word in seven was edited (which takes away
three of its terms: the word and both pairs it stood in)."""

OWN: Final = 0.5
"""The least share of a part that stands in the whole and in no other part, so that no text is shown twice."""

CONSERVED: Final = 0.7
"""The least share that whole and parts have in common, of whichever is more."""


@dataclass(frozen=True, slots=True)
class Group:
    """A whole and its parts, by index; ``conserved`` is the share of words that they have in common (0 to 1)."""

    whole: int
    parts: tuple[int, ...]
    conserved: float


def splits(texts: Texts, nominated: Iterable[Pair], partner: Mapping[int, int], left: frozenset[int]) -> list[Group]:
    """Give the old clauses that were split: into their partner and some of the new clauses that are ``left`` over."""
    return _Division(texts, texts.old, texts.new, partner, left).groups(nominated)


def merges(texts: Texts, nominated: Iterable[Pair], partner: Mapping[int, int], left: frozenset[int]) -> list[Group]:
    """Give the new clauses that were merged: from their partner and some of the old clauses that are ``left`` over."""
    return _Division(texts, texts.new, texts.old, partner, left).groups((j, i) for i, j in nominated)


@dataclass(frozen=True, slots=True)
class _Division:
    """One side seen as wholes, the other as parts."""

    texts: Texts
    wholes: Mapping[int, Text]
    parts: Mapping[int, Text]
    partner: Mapping[int, int]
    left: frozenset[int]

    def groups(self, nominated: Iterable[Pair]) -> list[Group]:
        """Give the wholes that fall into parts, out of pairs (whole, part) that share words."""
        offers: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        for part, (_, whole) in self._best_wholes(nominated).items():
            offers[whole].append((-self.texts.mass(self._shared(whole, part)), part))
        return [
            group
            for whole, offered in sorted(offers.items())
            if (group := self._conserve(whole, [part for _, part in sorted(offered)]))
        ]

    def _best_wholes(self, nominated: Iterable[Pair]) -> dict[int, tuple[float, int]]:
        """Give, for every clause left over, the whole that explains most of what that whole's partner does not."""
        best: dict[int, tuple[float, int]] = {}
        for whole, part in sorted(nominated):
            if part not in self.left or not self._contains(whole, part):
                continue
            partner = self.parts.get(self.partner.get(whole, -1))
            own = self.texts.mass(self._shared(whole, part) - (partner.terms if partner else frozenset()))
            if own >= OWN * self.parts[part].mass and own > best.get(part, (0.0, 0))[0]:
                best[part] = (own, whole)
        return best

    def _conserve(self, whole: int, offered: Sequence[int]) -> Group | None:
        """Accept the parts that bring words of their own, largest first, if together they are the whole."""
        partner = self.partner.get(whole)
        if partner is not None and not self._contains(whole, partner):
            return None
        accepted: list[int] = []
        covered: set[int] = set()
        for part in offered if partner is None else (partner, *offered):
            shared = self._shared(whole, part)
            if self.texts.mass(shared - covered) >= OWN * self.parts[part].mass:
                accepted.append(part)
                covered |= shared
        total = sum(self.parts[part].mass for part in accepted)
        conserved = self.texts.mass(covered) / max(self.wholes[whole].mass, total)
        if len(accepted) < 2 or conserved < CONSERVED:  # noqa: PLR2004 - one part is no split
            return None
        return Group(whole, tuple(sorted(accepted)), conserved)

    def _shared(self, whole: int, part: int) -> frozenset[int]:
        return self.wholes[whole].terms & self.parts[part].terms

    def _contains(self, whole: int, part: int) -> bool:
        mass = self.parts[part].mass
        return mass > 0 and self.texts.mass(self._shared(whole, part)) >= CONTAINED * mass
