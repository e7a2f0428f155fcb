"""A matrix as one page of HTML: a heat map with words in its cells, and below it the texts that they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.matrix import Cell, Column, Line, Matrix, Wording
from clausetrack.report.html.frame import Html, page
from clausetrack.report.html.redline import redline
from clausetrack.report.html.words import language
from clausetrack.report.matrix.colours import shade
from clausetrack.report.matrix.layout import departs, grid, legend, said
from clausetrack.report.matrix.words import (
    DEPARTURES,
    DOUBTFUL,
    alone,
    caveats,
    counted,
    departed,
    departure_words,
    own,
    says,
    shared,
    spread,
    title,
)
from clausetrack.report.registry import Options
from clausetrack.report.visible import one_line

_LONG: Final = 40
"""Rows from which on the table scrolls under its head, and texts out of sight are not laid out."""


class Words(NamedTuple):
    """One clause as the page has it: where it stands, what it is, its words, and its family, which pairs it."""

    place: str
    facts: str
    text: str
    family: str
    language: str


class Box(NamedTuple):
    """One cell: whose it is, where it leads, its shade, its lines, its departure's sign and words, and its clauses.

    ``also`` are those who have the same, further on in the row; ``is_again`` says that another had it before. Paper
    has it once.
    """

    name: str
    anchor: str
    shade: str
    lines: tuple[str, ...]
    sign: str
    departure: str
    is_unsettled: bool
    clauses: tuple[Words, ...]
    also: tuple[str, ...] = ()
    is_again: bool = False


class Part(NamedTuple):
    """One row: its name, its cells, what is said of it, and the redline of its strongest and weakest wording.

    ``told`` are the texts that a redline has, which paper need not have again.
    """

    anchor: str
    label: str
    boxes: tuple[Box, ...]
    ends: tuple[str, str] | None
    redlines: tuple[tuple[str, str, Html], ...]
    told: frozenset[str]


class Head(NamedTuple):
    """The head of a row or a column of the table: its name, where its texts are, whether it is the model text's."""

    name: str
    anchor: str = ""
    is_model: bool = False


def render(result: Matrix, options: Options) -> str:
    """Draw a matrix. MissingExtraError where the template engine is not installed."""
    parts = [_part(result, number, line) for number, line in enumerate(result.lines)]
    anchors = {line.key: part for line, part in zip(result.lines, parts, strict=True)}
    laid = grid(result)
    sets = [Head(one_line(c.name), is_model=at == result.reference) for at, c in enumerate(result.columns)]
    rows = [Head(part.label, part.anchor) for part in parts]
    heads, names = (rows, sets) if laid.is_turned else (sets, rows)
    context = {
        "title": title(result),
        "heads": heads,
        "rows": [
            (name, [parts[line].boxes[column] for line, column in places])
            for name, places in zip(names, laid.rows, strict=True)
        ],
        "blocks": laid.blocks,
        "sets": [_about(column) for column in result.columns],
        "parts": parts,
        "counted": counted(result),
        "everywhere": [anchors[line.key] for line in shared(result)],
        "own": [(_upper(alone(result, c.name)), [anchors[line.key] for line in lines]) for c, lines in own(result)],
        "departed": [
            (anchors[line.key], [_departure(column, cell) for column, cell in found])
            for line in result.lines
            if (found := departed(result, line))
        ],
        "model": one_line(result.columns[result.reference].name) if result.reference is not None else "",
        "spreads": [part for part in parts if part.ends],
        "caveats": [f"{_upper(note)}." for note in caveats(result)],
        "where": [one_line(condition) for condition in result.where],
        "legend": list(legend(result)),
        "by": result.by,
        "is_long": max(len(parts), len(names)) > _LONG,
        "version": options.version,
    }
    return page("matrix.html.jinja", ("matrix",), context)


def _upper(text: str) -> str:
    return one_line(f"{text[:1].upper()}{text[1:]}")


def _departure(column: Column, cell: Cell) -> tuple[str, str, str]:
    """Give who departs, the sign, and how."""
    sign = DEPARTURES[cell.departure][0] if cell.departure else ""
    return one_line(column.name), sign, one_line(departure_words(cell))


def _part(matrix: Matrix, number: int, line: Line) -> Part:
    boxes = [_box(matrix, f"c{number + 1}-{at + 1}", at, cell) for at, cell in enumerate(line.cells)]
    compared = [entry for entry in line.comparisons if entry.edits]
    redlines = tuple((_holder(matrix, e.first), _holder(matrix, e.second), redline(e.edits)) for e in compared)
    told = frozenset(wording.clause.text for entry in compared for wording in (entry.first, entry.second))
    return Part(f"row{number + 1}", one_line(line.label), tuple(_joined(boxes)), spread(matrix, line), redlines, told)


def _joined(boxes: Sequence[Box]) -> Iterator[Box]:
    """Yield the cells of a row, the first of those that have the same with the names of the others."""
    same: dict[object, list[Box]] = {}
    for box in boxes:
        same.setdefault(_content(box), []).append(box)
    for box in boxes:
        first, *others = same[_content(box)]
        if box is first:
            yield box._replace(also=tuple(other.name for other in others) if box.clauses else ())
        else:
            yield box._replace(is_again=bool(box.clauses))


def _content(box: Box) -> object:
    """Give what makes two cells the same to a reader: not where their clauses stand, nor how they are named."""
    return box.lines, tuple((words.facts, words.text) for words in box.clauses)


def _holder(matrix: Matrix, wording: Wording) -> str:
    return one_line(f"{matrix.columns[wording.column].name} ({says(wording)})")


def _box(matrix: Matrix, anchor: str, at: int, cell: Cell) -> Box:
    is_compared = at != matrix.reference and departs(cell)
    sign = DEPARTURES[cell.departure][0] if cell.departure and is_compared else ""
    return Box(
        one_line(matrix.columns[at].name),
        anchor,
        shade(cell),
        said(cell),
        sign,
        one_line(departure_words(cell)) if is_compared else "",
        cell.unsettled is not None,
        tuple(_words(matrix, wording) for wording in cell.wordings),
    )


def _words(matrix: Matrix, wording: Wording) -> Words:
    clause = wording.clause
    facts: list[str | None] = [clause.kind, *says(wording).split(", ")]
    facts += [f"by {clause.deadline}" if clause.deadline else "", clause.status]
    facts += [f"precise in {', '.join(wording.precision)}" if wording.precision else ""]
    facts += ["part of a clause elsewhere" if wording.is_part else ""]
    doubtful = matrix.by == "family" and wording.confidence < DOUBTFUL
    facts += [f"may not belong here (confidence {wording.confidence:.2f})" if doubtful else ""]
    return Words(
        _dotted([clause.id, clause.number]),
        _dotted(facts),
        clause.text if clause.text.strip() else clause.heading or "",
        wording.family or "",
        language(matrix.columns[wording.column].clause_set.revision.language),
    )


def _dotted(facts: Sequence[str | None]) -> str:
    return " · ".join(dict.fromkeys(one_line(fact) for fact in facts if fact))


def _about(column: Column) -> Mapping[str, str]:
    known: ClauseSet = column.clause_set
    facts = (known.revision.as_of or known.revision.id, known.revision.basis, known.revision.completeness)
    return {
        "name": one_line(column.name),
        "title": one_line(known.agreement.title),
        "facts": one_line(" · ".join(filter(None, (*facts, _clauses(len(known.clauses)))))),
    }


def _clauses(number: int) -> str:
    return f"{number} clause{'s' * (number != 1)}"
