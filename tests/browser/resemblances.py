"""Heat maps of corpora: four documents whose squares bear figures, and forty whose rows bear names alone."""

from __future__ import annotations

from array import array
from itertools import combinations

from harbours import OPTIONS

from clausetrack.model.corpus import Holding, Resemblance
from clausetrack.report.registry import render


def resemblance(documents):
    """Give documents of one title of which every two share clauses, but the last shares none."""
    pairs = list(combinations(range(documents - 1), 2))
    return Resemblance(
        holdings=tuple(
            Holding(name=f"quays/{number}.txt", agreement=f"a{number}", revision="2026", title="Terms of the Quay")
            for number in range(documents)
        ),
        left=array("q", [one for one, _ in pairs]),
        right=array("q", [other for _, other in pairs]),
        shared=array("q", [3] * len(pairs)),
        exact=array("q", [1] * len(pairs)),
        similarity=array("d", [0.6] * len(pairs)),
        least=0.5,
        lowest=0.1,
        order=tuple(range(documents)),
        capped=2,
        largest=30,
    )


PAGES = {
    "alike": lambda: render("resemblance", resemblance(4), "html", OPTIONS),
    "alike-many": lambda: render("resemblance", resemblance(40), "html", OPTIONS),
}
