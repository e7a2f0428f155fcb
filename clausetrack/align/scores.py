"""How likely two clauses are counterparts: first by their texts, then in the light of their surroundings.

Both steps are logistic: a weighted sum of a few measures, fitted once on real pairs (``benchmarks/alignment.py --fit``
shows how, and what it is worth on kinds of documents that the fit has not seen). The second step is repeated, so that
what became likely lends support to its neighbours, and what became unlikely stops standing in another's way (relaxation
labelling; Rosenfeld, Hummel and Zucker 1976).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Final

from clausetrack.align.candidates import REACH
from clausetrack.align.exact import Pair
from clausetrack.align.labels import Label, evidence
from clausetrack.align.terms import Text, Texts

Measures = tuple[float, ...]
Likeness = tuple[float, float]
"""How alike two texts are as a whole (cosine, 0 to 1), and in their openings (share of the longer one's weight)."""

CONTEXT_MEASURES: Final = ("text", "one neighbour", "both neighbours", "rival of old", "rival of new", "labels")


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the measures of both steps, in their order, each with its constant last."""

    text: Measures
    context: Measures


FITTED: Final = Weights(
    text=(0.51, 1.82, 1.55, -0.66),
    context=(0.69, 1.48, 2.39, -0.21, -0.15, 0.79, -2.23),
)

ROUNDS: Final = 3
"""Repetitions of the second step; after the third hardly a pair changes."""

STILL: Final = 0.02
"""Where no probability changes by more than this, another round would not change what is chosen."""

BLUR: Final = 0.02
"""Added to likenesses before their ratio is taken: below it, they are accidents of common words."""

SURE_OPENING: Final = 0.02
SURE_RIVAL: Final = 0.01
"""How near to 0 and 1 a share still gains in log-odds: an opening of 16 words and a rival are no finer measures."""

FAINT: Final = 0.05
"""A pair less likely than this lends its neighbours nothing."""

OFF_STEP: Final = 0.7
"""What support is worth where neighbours are not equally far on both sides: a clause between them came or went."""


@dataclass(slots=True)
class Judgement:
    """The candidates and what is thought of each: log-odds by text, and by text in its surroundings."""

    pairs: list[Pair]
    text_measures: list[Measures]
    by_text: list[float]
    context_measures: list[Measures]
    in_context: list[float]

    def chances(self) -> dict[Pair, float]:
        """Give the probability of every candidate."""
        return {pair: chance(odds) for pair, odds in zip(self.pairs, self.in_context, strict=True)}


def judge(
    compared: Mapping[Pair, Likeness], fixed: Mapping[int, int], kinds: Sequence[Label], weights: Weights = FITTED
) -> Judgement:
    """Judge the candidates, given the pairs that are fixed."""
    judgement = judge_texts(compared, weights)
    for _ in range(ROUNDS if compared else 0):
        before = judgement.in_context
        judgement.context_measures = measure_context(judgement, fixed, kinds)
        judgement.in_context = [weigh(entry, weights.context) for entry in judgement.context_measures]
        if all(map(_settled, before, judgement.in_context)):
            break
    return judgement


def judge_texts(compared: Mapping[Pair, Likeness], weights: Weights = FITTED) -> Judgement:
    """Judge the candidates by their texts alone."""
    pairs = sorted(compared)
    measures = measure_texts(compared, pairs)
    by_text = [weigh(entry, weights.text) for entry in measures]
    return Judgement(pairs, measures, by_text, [], by_text)


def compare(texts: Texts, pairs: Iterable[Pair]) -> dict[Pair, Likeness]:
    """Compare the texts of every pair."""
    return {(i, j): _likeness(texts, texts.old[i], texts.new[j]) for i, j in pairs}


def measure_texts(compared: Mapping[Pair, Likeness], pairs: Sequence[Pair]) -> list[Measures]:
    """Give the measures of the first step for every pair."""
    likenesses = [compared[pair][0] for pair in pairs]
    return [
        (
            logit(compared[pair][1], SURE_OPENING),
            log((likeness + BLUR) / (old_rival + BLUR)),
            log((likeness + BLUR) / (new_rival + BLUR)),
        )
        for pair, likeness, (old_rival, new_rival) in zip(pairs, likenesses, _rivals(pairs, likenesses), strict=True)
    ]


def measure_context(judgement: Judgement, fixed: Mapping[int, int], kinds: Sequence[Label]) -> list[Measures]:
    """Give the measures of the second step for every pair, by what is thought of all of them so far."""
    pairs = judgement.pairs
    chances = [chance(odds) for odds in judgement.in_context]
    before, after = _support(pairs, chances, fixed)
    rivals = _rivals(pairs, chances)
    said = evidence(kinds, pairs, chances)
    return [
        (
            judgement.by_text[place],
            max(before[place], after[place]),
            min(before[place], after[place]),
            logit(rivals[place][0], SURE_RIVAL),
            logit(rivals[place][1], SURE_RIVAL),
            said[place],
        )
        for place in range(len(pairs))
    ]


def _settled(before: float, now: float) -> bool:
    return abs(chance(before) - chance(now)) < STILL


def weigh(measures: Measures, weights: Measures) -> float:
    """Give the log-odds: the weighted sum of the measures, and the constant."""
    return weights[-1] + sum(map(float.__mul__, measures, weights))


def chance(odds: float) -> float:
    """Turn log-odds into a probability."""
    return 1 / (1 + exp(-odds)) if odds > -700 else 0.0  # noqa: PLR2004 - where exp overflows


def logit(share: float, sure: float) -> float:
    """Turn a share into log-odds, kept at a distance of ``sure`` from certainty."""
    kept = min(max(share, sure), 1 - sure)
    return log(kept / (1 - kept))


def _likeness(texts: Texts, old: Text, new: Text) -> Likeness:
    if not old.terms or not new.terms:
        return 0.0, 0.0
    shared = texts.mass(old.terms & new.terms)
    opening = texts.mass(old.lead & new.lead) / max(old.lead_mass, new.lead_mass)
    return shared / (old.mass * new.mass) ** 0.5, opening


def _rivals(pairs: Sequence[Pair], values: Sequence[float]) -> list[tuple[float, float]]:
    """Give, for every pair, the best value among the other pairs of its old clause, and of its new clause."""
    old_best = _best_two((i, value) for (i, _), value in zip(pairs, values, strict=True))
    new_best = _best_two((j, value) for (_, j), value in zip(pairs, values, strict=True))

    def rival(best: tuple[float, float], value: float) -> float:
        return best[1] if value >= best[0] else best[0]

    return [(rival(old_best[i], value), rival(new_best[j], value)) for (i, j), value in zip(pairs, values, strict=True)]


def _best_two(values: Iterable[tuple[int, float]]) -> dict[int, tuple[float, float]]:
    best: dict[int, tuple[float, float]] = {}
    for place, value in values:
        first, second = best.get(place, (0.0, 0.0))
        if value > first:
            best[place] = (value, first)
        elif value > second:
            best[place] = (first, value)
        else:
            best.setdefault(place, (first, second))
    return best


def _support(
    pairs: Sequence[Pair], chances: Sequence[float], fixed: Mapping[int, int]
) -> tuple[list[float], list[float]]:
    """Give the support that every pair has from likely pairs shortly before it, and shortly after it."""
    place = {pair: index for index, pair in enumerate(pairs)}
    before, after = [0.0] * len(pairs), [0.0] * len(pairs)
    sources = [*((pair, 1.0) for pair in fixed.items()), *zip(pairs, chances, strict=True)]
    for (i, j), likely in sources:
        if likely < FAINT:
            continue
        for a, b, worth in _STEPS:
            index = place.get((i + a, j + b))
            if index is not None and likely * worth > before[index]:
                before[index] = likely * worth
            index = place.get((i - a, j - b))
            if index is not None and likely * worth > after[index]:
                after[index] = likely * worth
    return before, after


_STEPS: Final = [
    (a, b, (1.0 if a == b else OFF_STEP) / max(a, b)) for a in range(1, REACH + 1) for b in range(1, REACH + 1)
]
