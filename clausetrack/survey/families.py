"""Families: which clauses of many sets are counterparts, all sets at once, so that what matches is transitive.

1. What needs no judgement makes nodes (`known`).
2. Every text finds its nearest ones in the other sets (`neighbours`); each pair is judged as between two sets alone, by
   the texts and in its surroundings, with the weights of the alignment of two (`judgement`).
3. Nodes are gathered by the average of what links them (`clustering`); a family has one clause of a set, at most.
4. Families whose clauses are parts of another's clauses join it (`divisions`): one clause there, several here.

The sets are taken in an order of their own, so that the order in which they are given does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from clausetrack.align import confidence
from clausetrack.align.engine import CHOSEN
from clausetrack.model.clauseset import ClauseSet
from clausetrack.survey.clustering import Cluster, clusters
from clausetrack.survey.divisions import joined
from clausetrack.survey.family import Family
from clausetrack.survey.judgement import judged
from clausetrack.survey.known import Known, Pins, known
from clausetrack.survey.neighbours import PER_SET, kept

UNSEEN: Final = -2.0
"""Log-odds of a pair that is not among the nearest of either clause where there is room for all sets: about one in
eight. Where there is room for a part of the sets alone, not to be there says as much less."""


def families(
    sets: Sequence[ClauseSet], *, pins: Pins | None = None, coded: Sequence[bool] | None = None
) -> tuple[Family, ...]:
    """Part the clauses of all sets into families, in the order of their first clauses.

    ``pins`` gives the analyst's word on two sets. ``coded`` says of each set whether an analyst made it, so that its
    ids hold from revision to revision and its domains are meant; by default one did. SettingsError for a pin on a
    clause that is not there.
    """
    by_hand = coded if coded is not None else [True] * len(sets)
    given: defaultdict[str, list[int]] = defaultdict(list)
    for s, found in enumerate(sets):
        given[_print(found)].append(s)
    # A set that is given twice is looked at once, and has its clauses in both places.
    columns = [given[key] for key in sorted(given)]
    firsts = [column[0] for column in columns]
    found_families = _found([sets[s] for s in firsts], pins, [by_hand[s] for s in firsts])
    return tuple(sorted((_given(family, columns) for family in found_families), key=lambda family: family.places))


def _print(found: ClauseSet) -> str:
    """Give what a set is ordered and known by: its agreement, its revision and a digest of its clauses."""
    parts = (part for c in found.clauses for part in (c.id, c.number or "", c.heading or "", c.text, *c.aligns_with))
    digest = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{found.agreement.id}\0{found.revision.id}\0{digest}"


def _found(sets: Sequence[ClauseSet], pins: Pins | None, coded: Sequence[bool]) -> list[Family]:
    sure = known(sets, pins, trust_ids=coded)
    pairs = judged(sets, sure, coded=coded)
    # With many sets, few of the others can be among the nearest.
    room = min(1.0, kept(len(sets)) / (PER_SET * max(len(sets) - 1, 1)))
    gathered = clusters(
        [{s for s, _ in node} for node in sure.nodes],
        pairs.weights,
        pairs.links,
        sure.apart,
        least=CHOSEN,
        unseen=UNSEEN * room,
    )
    return joined([_family(cluster, sure) for cluster in gathered], pairs)


def _family(cluster: Cluster, sure: Known) -> Family:
    places = sorted(place for node in cluster.nodes for place in sure.nodes[node])
    odds = {place: cluster.odds.get(node) for node in cluster.nodes for place in sure.nodes[node]}
    likely = {place: 1.0 if odd is None else confidence.of_pair(odd) for place, odd in odds.items()}
    return Family(tuple(places), likely, frozenset(sure.parts.intersection(places)))


def _given(family: Family, columns: Sequence[Sequence[int]]) -> Family:
    """Give a family by the sets as they were given."""
    places = {(s, i): (column, i) for column, i in family.places for s in columns[column]}
    likely = {place: family.confidence[was] for place, was in places.items()}
    return Family(
        tuple(sorted(places)), likely, frozenset(place for place, was in places.items() if was in family.parts)
    )
