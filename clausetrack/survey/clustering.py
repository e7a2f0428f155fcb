"""Nodes gathered into clusters by the average of what links them (UPGMA; Sokal and Michener 1958), on a sparse graph.

Two clusters that share a set never join, nor do two that were forbidden to; the likeliest join comes first, so that a
clause goes where most of what is known of it says, and no chain of likely pairs ties what is unlikely together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

Link = tuple[float, int]
"""The sum of the log-odds between two clusters, and of how many pairs."""

Offer = tuple[float, int, int, int, int]
"""A join: the log-odds, negative, the first nodes of both clusters, the lower first, and the clusters."""


@dataclass(slots=True)
class Cluster:
    """Nodes that were joined; the log-odds at which each of them came to the others."""

    nodes: list[int]
    sets: set[int]
    weight: int
    odds: dict[int, float] = field(default_factory=dict)


def clusters(
    sets: Sequence[Collection[int]],
    weights: Sequence[int],
    links: Mapping[tuple[int, int], Link],
    apart: Mapping[int, Collection[int]],
    *,
    least: float,
    unseen: float,
) -> list[Cluster]:
    """Join nodes as long as the average log-odds between two clusters are at least ``least``.

    ``sets`` and ``weights`` are of each node the sets that it stands in and how many texts it has; ``links`` are
    between nodes, lower first. A pair without one counts ``unseen``.
    """
    joining = _Joining(least, unseen, apart)
    for node, found in enumerate(sets):
        joining.alive[node] = Cluster([node], set(found), weights[node])
    for (one, other), link in links.items():
        if not joining.are_apart(one, other):
            joining.links[one][other] = joining.links[other][one] = link
            joining.heap += joining.offers(one, other)
    heapify(joining.heap)
    joining.run(len(sets))
    return [joining.alive[key] for key in sorted(joining.alive, key=lambda key: min(joining.alive[key].nodes))]


@dataclass(slots=True)
class _Joining:
    least: float
    unseen: float
    apart: Mapping[int, Collection[int]]
    alive: dict[int, Cluster] = field(default_factory=dict)
    links: defaultdict[int, dict[int, Link]] = field(default_factory=lambda: defaultdict(dict))
    heap: list[Offer] = field(default_factory=list)

    def are_apart(self, one: int, other: int) -> bool:
        first, second = self.alive[one], self.alive[other]
        if not first.sets.isdisjoint(second.sets):
            return True
        return bool(self.apart) and any(not set(second.nodes).isdisjoint(self.apart.get(n, ())) for n in first.nodes)

    def offers(self, one: int, other: int) -> list[Offer]:
        """Give a join as it stands on the heap, if it is likely enough; the first nodes decide ties."""
        total, pairs = self.links[one][other]
        first, second = self.alive[one], self.alive[other]
        wanted = first.weight * second.weight
        odds = (total + max(wanted - pairs, 0) * self.unseen) / max(wanted, pairs)
        if odds >= self.least:
            low, high = sorted((first.nodes[0], second.nodes[0]))
            return [(-odds, low, high, one, other)]
        return []

    def run(self, fresh: int) -> None:
        while self.heap:
            minus, _, _, one, other = heappop(self.heap)
            if one in self.alive and other in self.alive:
                self._join(one, other, fresh, -minus)
                fresh += 1

    def _join(self, one: int, other: int, fresh: int, odds: float) -> None:
        first, second = sorted((self.alive.pop(one), self.alive.pop(other)), key=lambda c: (-c.weight, c.nodes[0]))
        came = dict.fromkeys(second.nodes, odds) if first.odds else dict.fromkeys((*first.nodes, *second.nodes), odds)
        kept = first.odds | {node: min(value, second.odds.get(node, value)) for node, value in came.items()}
        joined = Cluster(
            sorted((*first.nodes, *second.nodes)), first.sets | second.sets, first.weight + second.weight, kept
        )
        self.alive[fresh] = joined
        mine, theirs = self.links.pop(one), self.links.pop(other)
        for third in (mine.keys() | theirs.keys()) - {one, other}:
            known = self.links[third]
            a, b = known.pop(one, (0.0, 0)), known.pop(other, (0.0, 0))
            if not self.are_apart(fresh, third):
                self.links[fresh][third] = known[fresh] = (a[0] + b[0], a[1] + b[1])
                for offer in self.offers(fresh, third):
                    heappush(self.heap, offer)
