"""What is near to a clause, for the terminal: how near, where, and the redline from the clause asked about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from clausetrack.model.corpus import Asked, Neighbour, Similar
from clausetrack.report.counting import counted
from clausetrack.report.folding import columns, fold
from clausetrack.report.holdings import facts_of, place_of, spot_of
from clausetrack.report.redline import redline
from clausetrack.report.registry import Options
from clausetrack.report.style import paint
from clausetrack.report.visible import one_line

_MARGIN: Final = "    "
_SIGNS: Final = {"exact": "=", "near": "≈", "related": "~"}
_STYLES: Final = {"exact": "strengthened", "near": "neutral", "related": "faint"}


def render(result: Similar, options: Options) -> str:
    """Draw each clause that was asked about, and its neighbours below it."""
    lines: list[str] = []
    for asked in result.asked:
        lines += [*_asked(asked, options), ""]
    lines.append(f"among {counted(result.clauses, 'clause')} of {counted(result.documents, 'document')}")
    return "\n".join(lines) + "\n"


def _asked(asked: Asked, options: Options) -> Iterator[str]:
    heading = fold(f"{one_line(asked.label)}: {_shortened(asked.text)}", options.width)
    yield from (paint(line, "title", color=options.color) for line in heading)
    if not asked.neighbours:
        yield f"{_MARGIN}nothing is like it"
    for neighbour in asked.neighbours:
        yield from _neighbour(neighbour, options)


def _neighbour(neighbour: Neighbour, options: Options) -> Iterator[str]:
    sign = f"{_SIGNS[neighbour.relation]} {neighbour.relation}"
    much = {"exact": "", "near": f" {neighbour.likeness:.0%}", "related": f" {neighbour.score:.0%} of the words"}
    copies = f", {neighbour.copies:,} copies" if neighbour.copies > 1 else ""
    said = f"{sign}{much[neighbour.relation]}{copies}"
    place = place_of(neighbour.place)
    fits = columns(said) + 2 + columns(place) <= options.width  # a place that is broken cannot be copied
    yield paint(said, _STYLES[neighbour.relation], color=options.color) + (f"  {place}" if fits else "")
    yield from () if fits else fold(place, options.width, _MARGIN, _MARGIN)
    facts = " · ".join(facts_of(neighbour.place))
    yield from (paint(line, "faint", color=options.color) for line in fold(facts, options.width, _MARGIN, _MARGIN))
    yield from (paint(line, "faint", color=options.color) for line in _others(neighbour, options))
    width = options.width - len(_MARGIN)
    if neighbour.relation == "near" or (neighbour.relation == "related" and _is_comparable(neighbour)):
        lines = redline(neighbour.edits, width, color=options.color)
    else:
        lines = fold(_shortened(neighbour.place.clause.text), width) if neighbour.relation == "related" else []
    yield from (_MARGIN + line for line in lines)


def _others(neighbour: Neighbour, options: Options) -> list[str]:
    """Name the other clauses with the same words, those that are listed, and say how many more there are."""
    others = [spot_of(spot) for spot in neighbour.spots[1:]]
    more = neighbour.copies - 1 - len(others)
    if not others:
        return []
    said = f"also in {', '.join(others)}" + (f", … and {more:,} more" if more > 0 else "")
    return fold(said, options.width, _MARGIN, _MARGIN)


def _is_comparable(neighbour: Neighbour) -> bool:
    """Say whether a redline can be read: half of the shorter of the two texts stays, and a quarter of the longer."""
    sizes = Counter[str]()
    for edit in neighbour.edits:
        sizes[edit.op] += len(edit.text)
    less, more = sorted((sizes["delete"], sizes["insert"]))
    return sizes["equal"] >= max(less, more / 3)


def _shortened(text: str, most: int = 240) -> str:
    """Give the beginning of a text: three lines of a terminal tell which clause it is."""
    line = one_line(text)
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + "…"
