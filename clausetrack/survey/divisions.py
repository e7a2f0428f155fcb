"""Families that are parts of another: a clause of one agreement whose words stand in several clauses of others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from clausetrack.align.exact import Pair
from clausetrack.align.splits import splits
from clausetrack.align.terms import Texts
from clausetrack.survey.family import Family, Place
from clausetrack.survey.judgement import Judged


def joined(families: Sequence[Family], judged: Judged) -> list[Family]:
    """Join families to the one that they are part of, where that holds for each of their texts."""
    parting = _Parting(families, judged)
    gone: dict[int, tuple[int, float]] = {}
    kept: set[int] = set()
    for (part, whole), (share, texts) in sorted(parting.evidence().items(), key=lambda found: (-found[1][0], found[0])):
        wanted = {judged.text_of[place] for place in families[part].places}
        if part not in gone and part not in kept and whole not in gone and wanted <= texts:
            gone[part] = (whole, share)
            kept.add(whole)
    return [_grown(family, at, families, gone) for at, family in enumerate(families) if at not in gone]


def _grown(family: Family, at: int, families: Sequence[Family], gone: dict[int, tuple[int, float]]) -> Family:
    likely = dict(family.confidence)
    for part, (whole, share) in gone.items():
        if whole == at:
            likely |= dict.fromkeys(families[part].places, round(share, 3))
    places = sorted(likely)
    several = {s for (s, _), (t, _) in pairwise(places) if s == t}
    return Family(tuple(places), likely, frozenset(place for place in places if place[0] in several))


class _Parting:
    """What speaks for a family to be part of another."""

    def __init__(self, families: Sequence[Family], judged: Judged) -> None:
        self.judged = judged
        self.families = families
        self.family_of = {place: at for at, family in enumerate(families) for place in family.places}
        self.members = [dict(reversed(family.places)) for family in families]

    def evidence(self) -> dict[tuple[int, int], tuple[float, set[int]]]:
        """Give, by part and whole, the share of words that is conserved (0 to 1), and the texts for which it is."""
        found: dict[tuple[int, int], tuple[float, set[int]]] = {}
        for (t, s), pairs in sorted(self._candidates().items()):
            for whole, part, share in self._divided(t, s, pairs):
                most, texts = found.setdefault((self.family_of[part], self.family_of[whole]), (0.0, set()))
                texts.add(self.judged.text_of[part])
                found[self.family_of[part], self.family_of[whole]] = (max(most, share), texts)
        return found

    def _candidates(self) -> dict[tuple[int, int], list[Pair]]:
        """Give, by the set of the wholes and that of the parts, pairs whose part has no counterpart there."""
        found: defaultdict[tuple[int, int], list[Pair]] = defaultdict(list)
        for (s, t), pairs in self.judged.pairs.items():
            for i, j in pairs:
                if t not in self.members[self.family_of[s, i]]:
                    found[t, s].append((j, i))
                if s not in self.members[self.family_of[t, j]]:
                    found[s, t].append((i, j))
        return found

    def _divided(self, t: int, s: int, pairs: Sequence[Pair]) -> Iterator[tuple[Place, Place, float]]:
        """Yield wholes in one set, parts in the other that joined no clause of the first, and what is conserved."""
        seats = {i: self.members[self.family_of[t, i]].get(s) for i, _ in pairs}
        partner = {i: j for i, j in seats.items() if j is not None}
        left = frozenset(j for _, j in pairs)
        known = self.judged.texts
        texts = Texts(
            {i: known.old[self.judged.text_of[t, i]] for i in seats},
            {j: known.old[self.judged.text_of[s, j]] for j in sorted(left | set(partner.values()))},
            known.weight,
        )
        for group in splits(texts, pairs, partner, left):
            for part in left.intersection(group.parts):
                yield (t, group.whole), (s, part), group.conserved
