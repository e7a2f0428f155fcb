"""How likely clauses of many sets are counterparts: as `align` judges two sets, on texts that are read once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from clausetrack.align.assignment import assign
from clausetrack.align.candidates import beside
from clausetrack.align.engine import CHOSEN
from clausetrack.align.exact import Pair
from clausetrack.align.labels import Label, between, worn
from clausetrack.align.scores import Judgement, Likeness, compare, judge, judge_texts
from clausetrack.align.terms import Texts, body, read
from clausetrack.model.clauseset import ClauseSet
from clausetrack.survey.clustering import Link
from clausetrack.survey.family import Place
from clausetrack.survey.known import Known
from clausetrack.survey.languages import foreign, is_translated, language_of
from clausetrack.survey.neighbours import nearest

OTHER_SUBJECT: Final = 10.0
"""Log-odds that coded domains take from a pair that has none in common. It is the analysts' word that two clauses are
about different things, and outweighs any likeness of phrase and place; the same text stays one family."""

UNLIKE: Final = 0.08
NO_KIN: Final = -3.0
"""Texts whose cosine is below this share accidents. Of agreements that were written apart, place alone makes no
counterparts, so such a pair counts as one in twenty. On treaties whose alignment is known nothing is lost by it."""


@dataclass(slots=True)
class Judged:
    """What was compared: for each text of a node, one clause.

    ``text_of`` has the number of each clause's text in ``texts``. ``pairs`` are by two sets, lower first, the pairs of
    their clauses that were compared; ``links`` what these say of two nodes; ``weights`` how many texts each node has.
    """

    text_of: dict[Place, int]
    texts: Texts
    pairs: dict[tuple[int, int], list[Pair]]
    links: dict[tuple[int, int], Link]
    weights: list[int]


def judged(sets: Sequence[ClauseSet], sure: Known, *, coded: Sequence[bool]) -> Judged:
    """Compare what is near, and judge it between each two sets. ``coded`` says of each set whether an analyst did."""
    text_of, places = _speakers(sets, sure)
    clauses = [sets[s].clauses[i] for s, i in places]
    texts = read(clauses, (), range(len(clauses)), ())
    found = sorted(nearest(texts.old, places, texts.weight, len(sets)))
    # Each text is seen from both sides of a comparison.
    likeness = compare(Texts(texts.old, texts.old, texts.weight), found)
    by_sets: defaultdict[tuple[int, int], dict[Pair, Likeness]] = defaultdict(dict)
    for (one, other), like in likeness.items():
        (s, i), (t, j) = sorted((places[one], places[other]))
        by_sets[s, t][i, j] = like
    weights = [0] * len(sure.nodes)
    for place in places:
        weights[sure.node_of[place]] += 1
    pairs = {key: list(compared) for key, compared in by_sets.items()}
    surroundings = Surroundings(
        foreign([language_of(found) for found in sets]),
        places,
        Texts(texts.old, texts.old, texts.weight),
        text_of,
        [len(body(clause)) for clause in clauses],
        [[_digits(clause.number) for clause in found.clauses] for found in sets],
    )
    return Judged(text_of, texts, pairs, _links(sets, sure, by_sets, coded, surroundings), weights)


def _speakers(sets: Sequence[ClauseSet], sure: Known) -> tuple[dict[Place, int], list[Place]]:
    """Give each clause the number of its text, and each text a clause: what is the same in a node is compared once."""
    numbers: dict[tuple[int, str], int] = {}
    text_of: dict[Place, int] = {}
    places: list[Place] = []
    for node, found in enumerate(sure.nodes):
        for s, i in found:
            text_of[s, i] = number = numbers.setdefault((node, body(sets[s].clauses[i])), len(places))
            if number == len(places):
                places.append((s, i))
    return text_of, places


def _links(
    sets: Sequence[ClauseSet],
    sure: Known,
    by_sets: Mapping[tuple[int, int], Mapping[Pair, Likeness]],
    coded: Sequence[bool],
    surroundings: Surroundings,
) -> dict[tuple[int, int], Link]:
    labels = [worn(found.clauses) for found in sets]
    seats = [dict(node) for node in sure.nodes]
    links: defaultdict[tuple[int, int], Link] = defaultdict(lambda: (0.0, 0))
    for s, t in sorted(by_sets.keys() | surroundings.foreign):
        compared = by_sets.get((s, t), {})
        fixed = {-1: -1, len(sets[s].clauses): len(sets[t].clauses)}
        for i in range(len(sets[s].clauses)):
            j = seats[sure.node_of[s, i]].get(t)
            if j is not None:
                fixed[i] = j
        kinds = between(labels[s], labels[t])
        if (s, t) in surroundings.foreign:
            compared, verdict, least = surroundings.judged(s, t, compared, fixed, kinds)
        else:
            verdict, least = judge(compared, fixed, kinds), UNLIKE
        for (i, j), odds in zip(verdict.pairs, verdict.in_context, strict=True):
            one, other = sorted((sure.node_of[s, i], sure.node_of[t, j]))
            if one != other:
                total, count = links[one, other]
                likely = odds if compared[i, j][0] >= least else min(odds, NO_KIN)
                apart = coded[s] and coded[t] and _differ(sets[s].clauses[i].domains, sets[t].clauses[j].domains)
                links[one, other] = (total + likely - OTHER_SUBJECT * apart, count + 1)
    return dict(links)


@dataclass(slots=True)
class Surroundings:
    """What stands where in sets of different languages, whose words say nothing of each other.

    ``foreign`` has the pairs of sets, lower first, that are compared so. ``places`` are the clauses that speak for
    their texts, as in `judged`; ``lengths`` are in characters, text by text; ``numbers`` are digits, clause by clause.
    """

    foreign: set[tuple[int, int]]
    places: Sequence[Place]
    texts: Texts
    text_of: Mapping[Place, int]
    lengths: Sequence[int]
    numbers: Sequence[Sequence[str]]

    def judged(
        self, s: int, t: int, compared: Mapping[Pair, Likeness], fixed: Mapping[int, int], kinds: Sequence[Label]
    ) -> tuple[Mapping[Pair, Likeness], Judgement, float]:
        """Judge as `align` does: pairs that share rare terms, then those that stand beside likely ones.

        Give what was compared, what is thought of it, and how alike texts must be to be more than accidents: not at all
        in a translation. Which it is, the lengths of likely pairs say, or of those of one number or place; what stands
        beside these is then judged once more.
        """
        by_text = judge_texts(compared)
        compared = self._widened(s, t, compared, fixed, _best(by_text.pairs, by_text.by_text))
        verdict = judge(compared, fixed, kinds)
        best = _best(verdict.pairs, verdict.in_context)
        for likely in (best, {**self._seeds(s, t), **best}):
            pairs = ((self.lengths[self.text_of[s, i]], self.lengths[self.text_of[t, j]]) for i, j in likely.items())
            if is_translated(pairs):
                compared = self._widened(s, t, compared, fixed, likely)
                return compared, judge(compared, {**likely, **fixed}, kinds), 0.0
        return compared, verdict, UNLIKE

    def _seeds(self, s: int, t: int) -> dict[int, int]:
        """Give the clauses of one number, or, of sets that have as many, those in one place."""
        old, new = self.numbers[s], self.numbers[t]
        if len(old) == len(new):
            return {i: i for i in range(len(old))}
        count = Counter(filter(None, old)), Counter(filter(None, new))
        there = {number: j for j, number in enumerate(new) if count[1][number] == 1}
        return {i: there[number] for i, number in enumerate(old) if count[0][number] == 1 and number in there}

    def _widened(
        self,
        s: int,
        t: int,
        compared: Mapping[Pair, Likeness],
        fixed: Mapping[int, int],
        likely: Mapping[int, int],
    ) -> Mapping[Pair, Likeness]:
        """Add the pairs that stand beside fixed and likely ones."""
        old, new = (frozenset(i for u, i in self.places if u == side) for side in (s, t))
        open_old, open_new = old - fixed.keys(), new - set(fixed.values())
        nearby = beside({**likely, **fixed}, open_old, open_new) | {
            (i, j) for i, j in likely.items() if i in open_old and j in open_new
        }
        nearby -= compared.keys()
        numbers = {(self.text_of[s, i], self.text_of[t, j]): (i, j) for i, j in sorted(nearby)}
        found = compare(self.texts, sorted(numbers))
        return {**compared, **{numbers[pair]: like for pair, like in found.items()}}


def _digits(number: str | None) -> str:
    """Give the digits of a printed number, which are the same in many languages."""
    return "".join(filter(str.isdecimal, number or ""))


def _best(pairs: Sequence[Pair], odds: Sequence[float]) -> dict[int, int]:
    return assign({pair: each - CHOSEN for pair, each in zip(pairs, odds, strict=True)})


def _differ(some: Sequence[str], others: Sequence[str]) -> bool:
    return bool(some) and bool(others) and set(some).isdisjoint(others)
