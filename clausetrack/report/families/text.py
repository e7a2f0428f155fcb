"""Families of clauses, for the terminal: the commonest wording, how far the others are from it, and who has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.model.corpus import Families, Family, Wording
from clausetrack.report.counting import counted
from clausetrack.report.folding import fold
from clausetrack.report.holdings import capped_buckets, place_of
from clausetrack.report.redline import redline
from clausetrack.report.registry import Options
from clausetrack.report.style import paint
from clausetrack.report.visible import one_line

_MARGIN: Final = "    "
_DEPARTURES: Final = 5
"""Departures that are shown of a family: JSON has twenty, and a terminal has no more lines."""

_TEXT: Final = 400
"""Characters of the commonest wording: five lines."""


def render(result: Families, options: Options) -> str:
    """Draw the families that are asked for, and a count of all."""
    lines: list[str] = []
    for number, family in enumerate(result.families, 1):
        lines += [*_family(number, family, options), ""]
    of = f" of {result.number:,}" if len(result.families) < result.number else ""
    shown = "families" if of or len(result.families) != 1 else "family"
    alone = counted(result.alone, "clause is", "clauses are")
    total = f"{len(result.families):,}{of} {shown} of {counted(result.clauses, 'clause')} in "
    total += f"{counted(result.documents, 'document')}; {alone} in no other document"
    for line in (total, *capped_buckets(result)):
        lines += fold(line, options.width)
    return "\n".join(lines) + "\n"


def _family(number: int, family: Family, options: Options) -> Iterator[str]:
    head = f"{number}. {counted(family.clauses, 'clause')} in {counted(family.documents, 'document')}, "
    head += counted(family.distinct, "wording")
    yield from (paint(line, "title", color=options.color) for line in fold(head, options.width))
    if family.distinct > 1:
        spread = f"like the commonest wording: {family.mean:.0%} on average, {family.lowest:.0%} at least"
        yield from fold(spread, options.width, _MARGIN, _MARGIN)
    if family.forces:
        said = f"force: {_forces(family.forces)}"
        without = family.clauses - sum(family.forces.values())
        said += f", none {without:,}" if without else ""
        yield from fold(said, options.width, _MARGIN, _MARGIN)
    for place, wording in enumerate(family.wordings[: _DEPARTURES + 1]):
        yield from _departure(wording, options) if place else _commonest(wording, options)
    if (rest := family.distinct - min(len(family.wordings), _DEPARTURES + 1)) > 0:
        yield f"{_MARGIN}… {counted(rest, 'wording')} more"


def _commonest(wording: Wording, options: Options) -> Iterator[str]:
    text = one_line(wording.text)
    text = text if len(text) <= _TEXT else text[: _TEXT - 1].rsplit(" ", 1)[0] + "…"
    yield from fold(text, options.width, _MARGIN, _MARGIN)
    yield from _places(wording, options)


def _departure(wording: Wording, options: Options) -> Iterator[str]:
    forces = wording.forces
    is_one = list(forces.values()) == [wording.clauses]  # the number of the clauses says it already
    force = f", {one_line(*forces) if is_one else _forces(forces)}" if forces else ""
    said = f"≠ {counted(wording.clauses, 'clause')}, {wording.likeness:.0%} alike{force}"
    margin = _MARGIN + "  "
    yield from (paint(line, "narrowed", color=options.color) for line in fold(said, options.width, _MARGIN, margin))
    yield from (margin + line for line in redline(wording.edits, options.width - len(margin), color=options.color))
    yield from _places(wording, options)


def _forces(forces: dict[str, int]) -> str:
    return ", ".join(f"{one_line(force)} {number:,}" for force, number in forces.items())


def _places(wording: Wording, options: Options, most: int = 3) -> Iterator[str]:
    shown = [place_of(place) for place in wording.places[:most]]
    more = wording.clauses - len(shown)
    text = ", ".join(shown) + (f" and {more:,} more" if more > 0 and shown else "")
    lines = fold(text, options.width, f"{_MARGIN}  ", f"{_MARGIN}  ") if text else []
    yield from (paint(line, "faint", color=options.color) for line in lines)
