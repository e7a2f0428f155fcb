"""How alike agreements are, as one page of HTML: a heat map with like beside like, and the pairs that share most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from clausetrack.model.corpus import Resemblance
from clausetrack.report.counting import counted
from clausetrack.report.holdings import labels_of, name_of, shortened
from clausetrack.report.html.frame import page
from clausetrack.report.registry import Options
from clausetrack.report.resemblance.picture import STEPS, png
from clausetrack.report.resemblance.remarks import meaning, remarks, summary
from clausetrack.report.visible import one_line

_PAIRS: Final = 100
"""Pairs in the table below the map."""

_NAMED: Final = 80
"""Agreements up to which the rows of the map bear names; a row is then as high as a line of small type."""

_FIGURED: Final = 25
"""Agreements up to which the squares bear their percents: a square is then as wide as three digits."""

_LABEL: Final = 44
"""Letters of a name beside the map, where it has no more room on a page of usual width."""

_ROOMY: Final = 32
_ROW: Final = 18
_SIDE: Final = 900
"""Pixels of a row with percents and of one with a name alone (as the style has them), and of the side of a map whose
rows bear neither."""

_HALF: Final = 0.47
_MOST: Final = 0.62
"""Shares from which black is read better than white in the dark, and white better than black in the light: either way
there are 4.5 to 1 (WCAG 2.2, 1.4.3)."""


class _Square(NamedTuple):
    figure: str
    style: str


def render(result: Resemblance, options: Options) -> str:
    """Draw the map and the table. Without a tree, where there are too many agreements, there is no map.

    MissingExtraError where the template engine is not installed.
    """
    number = len(result.order)
    labels = labels_of([result.holdings[leaf] for leaf in result.order])
    row = _ROOMY if number <= _FIGURED else _ROW if number <= _NAMED else max(_SIDE // max(number, 1), 1)
    said = summary(result)
    context: dict[str, Any] = {
        "heading": f"Clauses in common: {counted(len(result.holdings), 'document')}",
        "summary": said[0].upper() + said[1:],
        "meaning": meaning(result),
        "remarks": list(remarks(result)),
        "number": number,
        "total": len(result.holdings),
        "side": number * row,
        "size": "roomy" if number <= _FIGURED else "named" if number <= _NAMED else "",
        "picture": png(_cells(result, result.similarity), number, number) if number else "",
        "exact": png(_cells(result, list(map(result.verbatim, range(len(result.left))))), number, number)
        if number
        else "",
        "scale": png(bytes(range(STEPS + 1)), STEPS + 1, 1),
        "squares": list(_squares(result)) if number <= _FIGURED else [],
        "labels": list(zip(labels, shortened(labels, _LABEL), strict=True)),
        "pairs": _pairs(result),
        "lowest": f"{result.lowest:.0%}" if result.lowest else "",
        "version": options.version,
    }
    return page("resemblance.html.jinja", ("resemblance",), context)


def _cells(result: Resemblance, shares: Sequence[float]) -> bytes:
    number = len(result.order)
    rows = {leaf: row for row, leaf in enumerate(result.order)}
    cells = bytearray(number * number)
    for row in range(number):
        cells[row * number + row] = STEPS
    for one, other, share in zip(result.left, result.right, shares, strict=True):
        value = round(share * STEPS)
        cells[rows[one] * number + rows[other]] = cells[rows[other] * number + rows[one]] = value
    return bytes(cells)


def _squares(result: Resemblance) -> Iterator[list[_Square]]:
    """Yield the rows of the map as figures; there is none where a pair is not listed, and in the diagonal."""
    shares: dict[tuple[int, int], float] = {}
    for one, other, share in zip(result.left, result.right, result.similarity, strict=True):
        shares[one, other] = shares[other, one] = share
    for one in result.order:
        yield [_square(shares.get((one, other))) for other in result.order]


def _square(share: float | None) -> _Square:
    if share is None:
        return _Square("", "")
    return _Square(f"{share * 100:.0f}", "most" if share >= _MOST else "half" if share >= _HALF else "")


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
            "exact": f"{result.verbatim(pair):.0%}",
        }
        for pair in best
    ]
