"""Clauses that were searched for, for the terminal: where each stands, what it is, and its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.model.corpus import Hits, Place
from clausetrack.report.counting import counted
from clausetrack.report.folding import fold
from clausetrack.report.holdings import facts_of, place_of
from clausetrack.report.registry import Options
from clausetrack.report.style import paint
from clausetrack.report.visible import one_line

_MARGIN: Final = "    "
_TEXT: Final = 400
"""Characters of a clause that are shown: five lines."""


def render(result: Hits, options: Options) -> str:
    """Draw the clauses that were found, the best first, and how many there are."""
    lines: list[str] = []
    for place in result.places:
        lines += [*_place(place, options), ""]
    of = f"{len(result.places):,} of " if len(result.places) < result.total else ""
    lines.append(of + counted(result.total, "clause"))
    return "\n".join(lines) + "\n"


def _place(place: Place, options: Options) -> Iterator[str]:
    heading = fold(place_of(place), options.width, "", _MARGIN)
    yield from (paint(line, "title", color=options.color) for line in heading)
    clause = place.clause
    facts = " · ".join((*facts_of(place), clause.kind, *filter(None, (clause.force, ", ".join(clause.actors)))))
    yield from (
        paint(line, "faint", color=options.color) for line in fold(one_line(facts), options.width, _MARGIN, _MARGIN)
    )
    text = one_line(clause.text)
    text = text if len(text) <= _TEXT else text[: _TEXT - 1].rsplit(" ", 1)[0] + "…"
    yield from fold(text, options.width, _MARGIN, _MARGIN)
