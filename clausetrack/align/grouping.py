"""Splits, merges and gathered subjects among the clauses that pairing left over, without contradictions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clausetrack.align.confidence import GATHERED
from clausetrack.align.exact import Pair
from clausetrack.align.splits import merges, splits
from clausetrack.align.subjects import gathered
from clausetrack.align.terms import Texts


@dataclass(frozen=True, slots=True)
class Group:
    """One old clause and several new ones, or several old and one new, by index, with the confidence (0 to 1)."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Left:
    """The clauses of either side that have no counterpart yet."""

    old: frozenset[int]
    new: frozenset[int]


def groups(
    texts: Texts,
    nominated: Iterable[Pair],
    reworded: Mapping[int, int],
    paired: Mapping[int, int],
    left: Left,
    *,
    whole: bool,
) -> list[Group]:
    """Find the groups: best conserved first, each clause in one at most.

    ``reworded`` are the pairs whose texts differ, so that a third clause may have a part in them; ``paired`` are all pairs.
    ``whole`` says that all texts were read, without which the subject of a clause is not known.
    """
    nominated = list(nominated)
    backwards = {new: old for old, new in reworded.items()}
    found = [
        *(
            Group((entry.whole,), entry.parts, entry.conserved)
            for entry in splits(texts, nominated, reworded, left.new)
        ),
        *(
            Group(entry.parts, (entry.whole,), entry.conserved)
            for entry in merges(texts, nominated, backwards, left.old)
        ),
    ]
    kept = _apart(sorted(found, key=lambda group: -group.confidence))
    if not whole:
        return kept
    left = Left(
        left.old - {index for group in kept for index in group.old},
        left.new - {index for group in kept for index in group.new},
    )
    return _gather(texts, kept, paired, left)


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


def _gather(texts: Texts, kept: list[Group], paired: Mapping[int, int], left: Left) -> list[Group]:
    grouped_old = {index for group in kept for index in group.old}
    grouped_new = {index for group in kept for index in group.new}
    there = {i: {j} for i, j in paired.items() if i not in grouped_old and j not in grouped_new}
    there |= {i: set(group.new) for group in kept for i in group.old}
    back: dict[int, set[int]] = {}
    for i, news in there.items():
        for j in news:
            back.setdefault(j, set()).add(i)
    merged = [
        Group(tuple(sorted(movers | back.get(j, set()))), (j,), GATHERED)
        for j, movers in sorted(gathered(texts.old, texts.new, left.old, there).items())
        if all(len(there[i]) == 1 for i in back.get(j, ()))
    ]
    split = [
        Group((i,), tuple(sorted(movers | there.get(i, set()))), GATHERED)
        for i, movers in sorted(gathered(texts.new, texts.old, left.new, back).items())
        if all(len(back[j]) == 1 for j in there.get(i, ()))
    ]
    # A merge that gathers more clauses takes the place of the merge that it grew from.
    return _apart([*merged, *split, *kept])
