"""Tables, where rules between the rows or aligned cells over several lines show them clearly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from clausetrack.documents.pdf.page import Column, Line, Rule, Upright

_ROWS: Final = 3
"""Lines with aligned cells that make a table without rules."""

_CELLS: Final = 3
"""Cells of a line in a table without rules: a marker and its text are two."""

_RULES: Final = 3
"""Rules one below the other, equally wide, that make a table: above, between and below its rows."""

_EDGE: Final = 6.0
"""Points by which the ends of the rules of one table differ at most."""

_GAP: Final = 4.0
"""Points between the pieces of one rule: each cell may have its own."""

_BORDER: Final = 6.0
"""Points between vertical rules that are the two sides of one border, or the borders of two cells."""

_WIDTH: Final = 0.4
"""Share of the column that the rules of a table take at least."""


class Row(NamedTuple):
    """A row of a table: the lines in it, and the texts of its cells."""

    lines: list[Line]
    cells: list[list[str]]


def parts(column: Column, rules: Sequence[Rule], uprights: Sequence[Upright]) -> Iterator[list[Line] | Row]:
    """Give the lines of a column that are text, and the rows of the tables between them."""
    lines = column.lines
    start = 0
    for first, end, rows in _found(column, rules, uprights):
        if first > start:
            yield lines[start:first]
        yield from rows
        start = end
    if start < len(lines):
        yield lines[start:]


def _found(column: Column, rules: Sequence[Rule], uprights: Sequence[Upright]) -> Iterator[tuple[int, int, list[Row]]]:
    end = 0
    for tops in _grids(column, rules):
        inside = [
            index for index in range(end, len(column.lines)) if tops[0] < column.lines[index].base <= tops[-1] + 1
        ]
        if not inside:
            continue
        rows = list(_ruled_rows([column.lines[index] for index in inside], tops, _edges(uprights, tops)))
        if len(rows) > 1 and 2 * sum(len(row.cells) > 1 for row in rows) >= len(rows):
            yield from _aligned(column.lines, end, inside[0])
            yield inside[0], inside[-1] + 1, rows
            end = inside[-1] + 1
    yield from _aligned(column.lines, end, len(column.lines))


def _grids(column: Column, rules: Sequence[Rule]) -> Iterator[list[float]]:
    """Give the heights of the rules of each table."""
    width = column.right - column.left
    grid: list[Rule] = []
    for rule in _whole_rules(rules):
        if rule.right - rule.left < _WIDTH * width or rule.right < column.left or rule.left > column.right:
            continue
        if grid and (abs(rule.left - grid[-1].left) > _EDGE or abs(rule.right - grid[-1].right) > _EDGE):
            if len(grid) >= _RULES:
                yield [rule.top for rule in grid]
            grid = []
        grid.append(rule)
    if len(grid) >= _RULES:
        yield [rule.top for rule in grid]


def _whole_rules(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Put the pieces of rules at one height together. The rules are from top to bottom."""
    level: list[Rule] = []
    for rule in rules:
        if level and rule.top - level[0].top > 2:  # noqa: PLR2004 - points: the thickness of two borders
            yield from _merged(level)
            level = []
        level.append(rule)
    yield from _merged(level)


def _merged(level: list[Rule]) -> Iterator[Rule]:
    level.sort()
    whole: Rule | None = None
    for rule in level:
        if whole and rule.left - whole.right <= _GAP:
            whole = whole._replace(right=max(whole.right, rule.right))
        else:
            if whole:
                yield whole
            whole = rule
    if whole:
        yield whole


def _edges(uprights: Sequence[Upright], tops: Sequence[float]) -> list[float]:
    """Give the left edges of the columns of a table that has vertical rules."""
    edges: list[float] = []
    for left, top, bottom in sorted(uprights):
        if bottom > tops[0] + 1 and top < tops[-1] - 1 and (not edges or left - edges[-1] > _BORDER):
            edges.append(left)
    return edges[:-1]


def _ruled_rows(lines: Sequence[Line], tops: Sequence[float], edges: Sequence[float]) -> Iterator[Row]:
    edges = edges or _left_edges(lines)
    at = 0
    for bottom in tops[1:]:
        row: list[Line] = []
        while at < len(lines) and lines[at].base <= bottom + 1:
            row.append(lines[at])
            at += 1
        if row:
            yield _row(row, edges)


def _row(lines: list[Line], edges: Sequence[float]) -> Row:
    cells: list[list[str]] = [[] for _ in edges]
    for line in lines:
        for left, text in line.cells or ((line.left, line.text),):
            cells[max((index for index, edge in enumerate(edges) if edge <= left + 1), default=0)].append(text)
    return Row(lines, cells)


def _left_edges(lines: Sequence[Line]) -> list[float]:
    """Give the left edges of the columns of a table, by its lines with the most cells."""
    most = max(len(line.cells) for line in lines)
    starts = [[left for left, _ in line.cells] for line in lines if len(line.cells) == most]
    return [min(lefts) for lefts in zip(*starts, strict=True)] or [0.0]


def _aligned(lines: Sequence[Line], start: int, end: int) -> Iterator[tuple[int, int, list[Row]]]:
    """Give the tables without rules: lines in a row with as many cells, which start or end at the same places."""
    run: list[int] = []
    for index in range(start, end + 1):
        line = lines[index] if index < end else None
        if line and run and len(line.cells) == len(lines[run[-1]].cells) and _is_below(lines[run[-1]], line):
            run.append(index)
            continue
        if len(run) >= _ROWS:
            yield run[0], run[-1] + 1, [Row([lines[at]], [[text] for _, text in lines[at].cells]) for at in run]
        run = [index] if line and len(line.cells) >= _CELLS else []


def _is_below(before: Line, line: Line) -> bool:
    lefts = zip(before.cells, line.cells, strict=True)
    return all(abs(one[0] - other[0]) <= 2 * line.size for one, other in lefts)
