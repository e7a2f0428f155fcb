"""How sure an alignment is, in probabilities that hold: of the pairs at 0.9, nine in ten are right.

The log-odds of the judgement are those of a candidate. A pair that was also chosen, against all others, is likelier
than that where they are low, and a little less likely where they are high; two parameters, fitted on real pairs, put
that right (Platt 1999). ``benchmarks/alignment.py`` prints how well it holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from clausetrack.align.scores import FITTED, Judgement, chance
from clausetrack.model.alignment import MatchedBy

SLOPE: Final = 0.61
SHIFT: Final = 1.12

DIGEST: Final = 0.999
"""Equal texts: all of some 3,600 in the reference pairs are right; a copy may still have been pasted elsewhere."""

GATHERED: Final = 0.7
"""Clauses gathered into one by their subject: few cases are known, so no more than likely."""


def of_pair(odds: float) -> float:
    """Give the probability that a chosen pair is right, from its log-odds."""
    return round(chance(SLOPE * odds + SHIFT), 3)


def of_absence(odds: Iterable[float]) -> float:
    """Give the probability that a clause has no counterpart, from the log-odds of its candidates."""
    return round(1 - max(map(chance, odds), default=0.0), 3)


def decided_by(judgement: Judgement, place: int) -> MatchedBy:
    """Say what decided a chosen pair: its text, else its labels or its surroundings, whichever said more."""
    if judgement.by_text[place] > 0:
        return "text"
    _, one, both, *_, said = judgement.context_measures[place]
    weights = FITTED.context
    return "heading" if weights[5] * said > weights[1] * one + weights[2] * both else "context"
