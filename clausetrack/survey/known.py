"""What needs no judgement between many sets: the analyst's word, ids between revisions, equal texts.

Clauses that are known to correspond are one node; a node has one clause of a set, at most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from clausetrack.align.exact import SHORTEST
from clausetrack.align.pins import resolve
from clausetrack.align.terms import body
from clausetrack.model.alignment import Pin
from clausetrack.model.clauseset import ClauseSet
from clausetrack.survey.family import Place

Pins = Callable[[ClauseSet, ClauseSet], Sequence[Pin]]
"""Gives the analyst's word on two sets."""


@dataclass(slots=True)
class Known:
    """Every clause's node, by its place; the clauses of each node; and the nodes that may never meet."""

    node_of: dict[Place, int]
    nodes: list[list[Place]]
    apart: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    parts: set[Place] = field(default_factory=set)


def known(sets: Sequence[ClauseSet], pins: Pins | None, *, trust_ids: Sequence[bool]) -> Known:
    """Join what is known to correspond. ``trust_ids`` says of each set whether its ids are more than a guess.

    The analyst's word comes first, then ids between revisions of one agreement, then equal texts. The analyst alone may
    put two clauses of one set together.
    """
    joined = _Joined({(s, i): {(s, i)} for s, found in enumerate(sets) for i in range(len(found.clauses))})
    forbidden = _pinned(joined, sets, pins)
    barred = {frozenset(pair) for pair in forbidden}
    for group in (*_same_ids(sets, trust_ids), *_same_texts(sets)):
        first = group[0]
        for other in group[1:]:
            joined.join(first, other, barred)
    return joined.result(forbidden)


@dataclass(slots=True)
class _Joined:
    """Sets of clauses that were joined, by each of their clauses."""

    group_of: dict[Place, set[Place]]
    parts: set[Place] = field(default_factory=set)

    def join(self, one: Place, other: Place, barred: set[frozenset[Place]], *, said: bool = False) -> None:
        """Join the groups of two clauses, unless they share a set and nobody ``said`` so, or are barred."""
        first, second = self.group_of[one], self.group_of[other]
        if first is second:
            return
        shared = {s for s, _ in first} & {s for s, _ in second}
        if not said and (shared or any(frozenset((a, b)) in barred for a in first for b in second if barred)):
            return
        first |= second
        self.parts |= {place for place in first if place[0] in shared}
        for place in second:
            self.group_of[place] = first

    def result(self, forbidden: Iterable[tuple[Place, Place]]) -> Known:
        """Give the groups as nodes, in the order of their first clauses."""
        nodes = [sorted(group) for place, group in self.group_of.items() if place == min(group)]
        node_of = {place: node for node, group in enumerate(nodes) for place in group}
        found = Known(node_of, nodes, parts=self.parts)
        for one, other in forbidden:
            if node_of[one] != node_of[other]:
                found.apart[node_of[one]].add(node_of[other])
                found.apart[node_of[other]].add(node_of[one])
        return found


def _pinned(joined: _Joined, sets: Sequence[ClauseSet], pins: Pins | None) -> list[tuple[Place, Place]]:
    """Join what the analyst joined, and give what the analyst forbade."""
    declaring = {s for s, found in enumerate(sets) if any(clause.aligns_with for clause in found.clauses)}
    forbidden: list[tuple[Place, Place]] = []
    for t in range(len(sets)):
        for s in range(t):
            said = pins(sets[s], sets[t]) if pins is not None else ()
            if not said and s not in declaring and t not in declaring:
                continue
            pinned = resolve(sets[s], sets[t], said)
            for i, j in pinned.where:
                joined.join((s, i), (t, j), set(), said=True)
            forbidden += [((s, i), (t, j)) for i, j in sorted(pinned.forbidden)]
    return forbidden


def _same_ids(sets: Sequence[ClauseSet], trust_ids: Sequence[bool]) -> Iterator[list[Place]]:
    """Yield the clauses of one id in the revisions of one agreement; of an id used twice in a set, the first."""
    groups: defaultdict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    for s, found in enumerate(sets):
        if trust_ids[s]:
            for i, clause in enumerate(found.clauses):
                groups[found.agreement.id, clause.id].setdefault(s, i)
    yield from (list(group.items()) for group in groups.values() if len(group) > 1)


def _same_texts(sets: Sequence[ClauseSet]) -> Iterator[list[Place]]:
    """Yield the clauses of one text, unless a set has it twice: which is meant is then for the surroundings to say."""
    groups: defaultdict[str, list[Place]] = defaultdict(list)
    for s, found in enumerate(sets):
        for i, clause in enumerate(found.clauses):
            text = " ".join(body(clause).split())
            if len(text) >= SHORTEST:
                groups[text].append((s, i))
    for group in groups.values():
        if len(group) > 1 and len({s for s, _ in group}) == len(group):
            yield group
