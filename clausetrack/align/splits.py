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
    return _groups(texts, texts.old, texts.new, nominated, partner, left)


def merges(texts: Texts, nominated: Iterable[Pair], partner: Mapping[int, int], left: frozenset[int]) -> list[Group]:
    """Give the new clauses that were merged: from their partner and some of the old clauses that are ``left`` over."""
    return _groups(texts, texts.new, texts.old, ((j, i) for i, j in nominated), partner, left)


def _groups(
    texts: Texts,
    wholes: Mapping[int, Text],
    parts: Mapping[int, Text],
    nominated: Iterable[Pair],
    partner: Mapping[int, int],
    left: frozenset[int],
) -> list[Group]:
    offers: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for part, (_, whole) in _best_wholes(texts, wholes, parts, nominated, partner, left).items():
        offers[whole].append((texts.mass(wholes[whole].terms & parts[part].terms), part))
    found = []
    for whole, offered in sorted(offers.items()):
        ordered = [part for _, part in sorted(offered, key=lambda offer: (-offer[0], offer[1]))]
        group = _conserve(texts, wholes[whole], parts, partner.get(whole), ordered)
        if group:
            found.append(Group(whole, *group))
    return found


def _best_wholes(
    texts: Texts,
    wholes: Mapping[int, Text],
    parts: Mapping[int, Text],
    nominated: Iterable[Pair],
    partner: Mapping[int, int],
    left: frozenset[int],
) -> dict[int, tuple[float, int]]:
    """Give, for every clause left over, the whole that explains most of what no partner explains."""
    best: dict[int, tuple[float, int]] = {}
    for whole, part in sorted(nominated):
        if part not in left or partner.get(whole) == part or not parts[part].terms:
            continue
        shared = wholes[whole].terms & parts[part].terms
        if texts.mass(shared) < CONTAINED * parts[part].mass:
            continue
        beside = parts[partner[whole]].terms if partner.get(whole) in parts else frozenset()
        own = texts.mass(shared - beside)
        if own >= OWN * parts[part].mass and own > best.get(part, (0.0, 0))[0]:
            best[part] = (own, whole)
    return best


def _conserve(
    texts: Texts, whole: Text, parts: Mapping[int, Text], partner: int | None, offered: Sequence[int]
) -> tuple[tuple[int, ...], float] | None:
    accepted: list[int] = []
    covered: set[int] = set()
    total = 0.0
    for part in offered if partner is None else (partner, *offered):
        shared = whole.terms & parts[part].terms
        if part == partner and texts.mass(shared) < CONTAINED * parts[part].mass:
            return None
        if texts.mass(shared - covered) >= OWN * parts[part].mass:
            accepted.append(part)
            covered |= shared
            total += parts[part].mass
    conserved = texts.mass(covered) / max(whole.mass, total)
    if len(accepted) < 2 or conserved < CONSERVED:  # noqa: PLR2004 - one part is no split
        return None
    return tuple(sorted(accepted)), conserved
