"""Splits, merges and gathered subjects among the clauses that pairing left over, without contradictions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from clausetrack.align.confidence import GATHERED
from clausetrack.align.exact import Pair
from clausetrack.align.splits import merges, splits
from clausetrack.align.subjects import gathered
from clausetrack.align.terms import Texts
from clausetrack.model.alignment import MatchedBy


@dataclass(frozen=True, slots=True)
class Group:
    """One old clause and several new ones, or several old and one new, by index; what decided; confidence (0 to 1)."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    how: MatchedBy
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Left:
    """The clauses of either side that have no counterpart yet."""

    old: frozenset[int]
    new: frozenset[int]


def divided(texts: Texts, nominated: Iterable[Pair], partners: Mapping[int, int], left: Left) -> list[Group]:
    """Find splits and merges: best conserved first, each clause in one at most.

    ``partners`` are the pairs that may have a third part; pinned pairs and equal texts have none.
    """
    nominated = list(nominated)
    backwards = {new: old for old, new in partners.items()}
    cut = splits(texts, nominated, partners, left.new)
    joined = merges(texts, nominated, backwards, left.old)
    found = [
        *(Group((entry.whole,), entry.parts, "text", entry.conserved) for entry in cut),
        *(Group(entry.parts, (entry.whole,), "text", entry.conserved) for entry in joined),
    ]
    return _apart(sorted(found, key=lambda group: -group.confidence))


def with_gathered(
    texts: Texts,
    groups: list[Group],
    paired: Mapping[int, int],
    left: Left,
    allowed: Callable[[int, int], bool],
) -> list[Group]:
    """Add subjects that were gathered into one clause; such a group takes the place of the one that it grew from."""
    there = {i: {j} for i, j in paired.items()} | {i: set(group.new) for group in groups for i in group.old}
    back: dict[int, set[int]] = {}
    for i, news in there.items():
        for j in news:
            back.setdefault(j, set()).add(i)
    merged = [
        Group(tuple(sorted(movers | back.get(j, set()))), (j,), "context", GATHERED)
        for j, movers in sorted(gathered(texts.old, texts.new, left.old - there.keys(), there).items())
        if all(there[i] == {j} for i in back.get(j, ()))
    ]
    split = [
        Group((i,), tuple(sorted(movers | there.get(i, set()))), "context", GATHERED)
        for i, movers in sorted(gathered(texts.new, texts.old, left.new - back.keys(), back).items())
        if all(back[j] == {i} for j in there.get(i, ()))
    ]
    fresh = [group for group in (*merged, *split) if all(allowed(i, j) for i in group.old for j in group.new)]
    return _apart([*fresh, *groups])


def _apart(found: Iterable[Group]) -> list[Group]:
    kept: list[Group] = []
    old_used: set[int] = set()
    new_used: set[int] = set()
    for group in found:
        if old_used.isdisjoint(group.old) and new_used.isdisjoint(group.new):
            kept.append(group)
            old_used.update(group.old)
            new_used.update(group.new)
    return kept
