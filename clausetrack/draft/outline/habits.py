"""How the divisions of a region are headed: before their label, behind it, run into the text, or under a group's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from clausetrack.draft.outline.divisions import Division
from clausetrack.draft.outline.headings import READERS, USUAL, habit, heading_lines, stopped
from clausetrack.draft.outline.lines import Line, looks_heading
from clausetrack.draft.outline.tree import Tree

_MOST_GROUPS = 3
"""Lines of a heading over several articles, printed in the middle of a page."""


@dataclass(slots=True)
class Region:
    """A stretch of lines with named divisions; ``end`` is where its provisions end, ``ranks`` goes by kind."""

    lines: Sequence[Line]
    start: int
    end: int
    found: Sequence[Division]
    unit: str | None
    ranks: dict[str, int]
    before: bool = False
    """Whether headings stand before the labels of units."""
    way: str | None = None
    """How headings run into the text where they have no line of their own."""
    is_titled: bool = False
    """Whether what stands over the region, an annex's heading, is told apart already."""
    stops: bool = False
    """Whether a full stop may end a heading on a line of its own, since headings are usual here."""
    leads: list[int] = field(default_factory=list)
    """How many lines before each division's label belong to it, or to a group that begins with it."""

    @property
    def first(self) -> int:
        """Where a line may head the label below it at the earliest: the first line of all is the title."""
        return self.start if self.is_titled else self.start + 1

    def is_unit(self, division: Division) -> bool:
        """Say whether a division is, or is inside, what can be a clause."""
        return self.unit is not None and self.ranks[division.name.kind] >= self.ranks[self.unit]

    def label_end(self, at: int) -> int:
        """Give the line before which the text of a division ends: where what belongs to the next one begins."""
        return self.found[at + 1].line - self.leads[at + 1] if at + 1 < len(self.found) else self.end


def read_habits(region: Region) -> None:
    """Find out how the divisions of a region are headed."""
    units = [at for at, division in enumerate(region.found) if region.is_unit(division)]
    region.before = _heads_before(region, units)
    region.way = habit(_unheaded(region, at) for at in units)
    region.stops = region.way is None and _may_stop(region, units)
    region.leads = [_lead(region, at) for at in range(len(region.found))]


def _heads_before(region: Region, units: Sequence[int]) -> bool:
    """Say whether most units have their heading in the line before their label, and none behind it."""
    lines = region.lines
    before = after = 0
    for at in units:
        line = region.found[at].line
        alone = not lines[line].full[region.found[at].name.rest :].strip()
        end = region.found[at + 1].line if at + 1 < len(region.found) else region.end
        if alone and heading_lines(lines, line + 1, end - 1):
            after += 1
        elif line > region.first and _heads(lines, line - 1) and (at == 0 or _is_free(region, at)):
            before += 1
    return before > max(after, 1) and 2 * before >= len(units)


def _may_stop(region: Region, units: Sequence[int]) -> bool:
    """Say whether most units have a heading on the line below their label, of which some end with a full stop."""
    lines, plain, stop = region.lines, 0, 0
    for at in units:
        below = region.found[at].line + 1
        end = region.found[at + 1].line if at + 1 < len(region.found) else region.end
        if below + 1 < end and not lines[below].marks and not lines[below].bullet:
            plain += heading_lines(lines, below, end - 1) > 0
            stop += stopped(lines[below].full) > 0
    return min(plain, stop) > 1 and plain + stop >= USUAL * len(units)


def _is_free(region: Region, at: int) -> bool:
    """Say whether the line before a division is neither the label above it nor the heading of that label."""
    above = region.found[at - 1]
    alone = not region.lines[above.line].full[above.name.rest :].strip()
    return above.line < region.found[at].line - (2 if alone else 1)


def _heads(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].full
    bracketed = text[0] in "(（[" and text[-1] in ")）]"
    return not lines[at].marks and not lines[at].bullet and (bracketed or heading_lines(lines, at, at + 1) > 0)


def _unheaded(region: Region, at: int) -> str:
    """Give the text that a heading may be run into; "" where the heading has its own line, or there is none."""
    division = region.found[at]
    line = region.lines[division.line]
    rest = line.full[division.name.rest :]
    if rest.strip():
        return "" if line.says_heading or looks_heading(rest) else rest
    end = region.found[at + 1].line if at + 1 < len(region.found) else region.end
    below = division.line + 1
    if below >= end or region.lines[below].marks or heading_lines(region.lines, below, end - 1):
        return ""
    return region.lines[below].full


def _lead(region: Region, at: int) -> int:
    division, lines = region.found[at], region.lines
    if region.before and region.is_unit(division):
        return 1 if division.line > region.first and _heads(lines, division.line - 1) else 0
    least = region.found[at - 1].line + 1 if at else region.start
    count = 0
    while count < _MOST_GROUPS and division.line - count > least and _stands_alone(lines[division.line - count - 1]):
        count += 1
    behind = division.line - count
    if at == 0:
        # all lines up to here are the title
        return count if behind > least else 0
    own = 1 if not lines[region.found[at - 1].line].full[region.found[at - 1].name.rest :].strip() else 0
    headed = own * heading_lines(lines, least, division.line)
    # the heading of the division above, or all that it says, is no heading of this one
    count = min(count, division.line - least - headed)
    return count if division.line - count > least + headed or (headed and lines[division.line - 1].says_heading) else 0


def _stands_alone(line: Line) -> bool:
    if line.marks or line.bullet or line.is_quoted:
        return False
    return line.says_heading or (line.full.isupper() and looks_heading(line.full))


def head(tree: Tree, region: Region, at: int, node: int) -> tuple[int, int | None]:
    """Put a division's label and heading into the tree.

    Gives the line on which its text begins, and where in its full text, None where all of it is text.
    """
    division, lines = region.found[at], region.lines
    line, rest = lines[division.line], lines[division.line].full[division.name.rest :]
    own = region.leads[at] if region.before and region.is_unit(division) else 0
    for each in lines[division.line - own : division.line]:
        tree.head(node, each, 0)
    tree.label(node, line, 0, division.name.rest)
    end = region.label_end(at)
    only = not region.is_unit(division) and at + 1 < len(region.found)
    if not rest.strip():
        return _head_below(tree, region, division.line + 1, end, node, headed=own > 0, only=only)
    if line.says_heading or (looks_heading(rest) and (only or division.line + 1 < end)):
        return _head_beside(tree, region, division, end, node)
    split = READERS[region.way](rest) if region.way else 0
    tree.head(node, line, division.name.rest, division.name.rest + split)
    return division.line, division.name.rest + split


def _head_below(
    tree: Tree, region: Region, below: int, end: int, node: int, *, headed: bool, only: bool
) -> tuple[int, int | None]:
    """Put a heading in the lines below a label into the tree; ``only``: it may be all that the division has."""
    lines = region.lines
    count = 0 if headed else heading_lines(lines, below, end)
    if not count and region.stops and below + 1 < end and not lines[below].marks and stopped(lines[below].full):
        tree.head(node, lines[below], 0)
        return below + 1, None
    if count and (only or below + count < end or lines[below].says_heading):
        for each in lines[below : below + count]:
            tree.head(node, each, 0)
        return below + count, None
    split = (
        READERS[region.way](lines[below].full)
        if region.way and not headed and below < end and not lines[below].marks
        else 0
    )
    if split:
        tree.head(node, lines[below], 0, split)
        return below, split
    return below, None


def _head_beside(tree: Tree, region: Region, division: Division, end: int, node: int) -> tuple[int, int | None]:
    lines, below = region.lines, division.line + 1
    rest = lines[division.line].full[division.name.rest :]
    tree.head(node, lines[division.line], division.name.rest)
    more = rest.isupper() and below < end and lines[below].full.isupper()
    count = heading_lines(lines, below, end) if more else 0
    for each in lines[below : below + count]:
        tree.head(node, each, 0)
    return below + count, None
