"""How alike agreements are, as one page of HTML: a heat map with like beside like, and the pairs that share most."""

from __future__ import annotations

from typing import Any, Final

from clausetrack.model.corpus import Resemblance
from clausetrack.report.holdings import counted, name_of
from clausetrack.report.html.frame import page
from clausetrack.report.registry import Options
from clausetrack.report.resemblance.picture import STEPS, png
from clausetrack.report.resemblance.text import passed_over
from clausetrack.report.visible import one_line

_PAIRS: Final = 100
"""Pairs in the table below the map."""

_NAMED: Final = 80
"""Agreements up to which the rows of the map bear names; a row is then as high as a line of small type."""

_ROW: Final = 18
_SIDE: Final = 900
"""Pixels of a row that bears a name (as the style has it), and of the side of a map whose rows bear none."""


def render(result: Resemblance, options: Options) -> str:
    """Draw the map and the table. Without a tree, where there are too many agreements, there is no map.

    MissingExtraError where the template engine is not installed.
    """
    number = len(result.order)
    is_named = number <= _NAMED
    context: dict[str, Any] = {
        "heading": f"Clauses in common: {counted(len(result.holdings), 'document')}",
        "number": number,
        "total": len(result.holdings),
        "side": number * (_ROW if is_named else max(_SIDE // max(number, 1), 1)),
        "is_named": is_named,
        "picture": png(_cells(result), number, number) if number else "",
        "names": [name_of(result.holdings[leaf]) for leaf in result.order],
        "pairs": _pairs(result),
        "pair_count": counted(len(result.left), "pair"),
        "lowest": f"{result.least:.0%}",
        "remarks": passed_over(result, options._replace(width=10_000)),
        "version": options.version,
    }
    return page("resemblance.html.jinja", ("resemblance",), context)


def _cells(result: Resemblance) -> bytes:
    number = len(result.order)
    rows = {leaf: row for row, leaf in enumerate(result.order)}
    cells = bytearray(number * number)
    for row in range(number):
        cells[row * number + row] = STEPS
    for one, other, similarity in zip(result.left, result.right, result.similarity, strict=True):
        value = round(similarity * STEPS)
        cells[rows[one] * number + rows[other]] = cells[rows[other] * number + rows[one]] = value
    return bytes(cells)


def _pairs(result: Resemblance) -> list[dict[str, Any]]:
    best = sorted(range(len(result.left)), key=lambda pair: (-result.similarity[pair], pair))[:_PAIRS]
    return [
        {
            "one": name_of(result.holdings[result.left[pair]]),
            "one_name": one_line(result.holdings[result.left[pair]].name),
            "other": name_of(result.holdings[result.right[pair]]),
            "other_name": one_line(result.holdings[result.right[pair]].name),
            "shared": f"{result.shared[pair]:,}",
            "similarity": f"{result.similarity[pair]:.0%}",
        }
        for pair in best
    ]
