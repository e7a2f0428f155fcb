"""A matrix as a table of clauses: one line for each clause in each row, and one for each cell without any."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.model.matrix import Cell, Column, Line, Matrix, Wording
from clausetrack.report.visible import visible

COLUMNS: Final = (
    *("row", "label", "agreement", "name", "revision", "presence", "departure", "clause", "number", "heading", "kind"),
    *("force", "level", "every", "deadline", "status", "precision", "family", "confidence", "text"),
)

Value = str | float | None


def lines(result: Matrix) -> Iterator[tuple[Value, ...]]:
    """Yield the cells of every line, row by row and in each agreement by agreement."""
    for line in result.lines:
        for column, cell in zip(result.columns, line.cells, strict=True):
            for wording in cell.wordings or (None,):
                yield tuple(map(_shown, (*_about(line, column, cell), *_of(wording))))


def _about(line: Line, column: Column, cell: Cell) -> tuple[Value, ...]:
    known = column.clause_set
    return line.key, line.label, known.agreement.id, column.name, known.revision.id, cell.presence, cell.departure


def _of(wording: Wording | None) -> tuple[Value, ...]:
    if wording is None:
        return (None,) * (len(COLUMNS) - 7)
    clause = wording.clause
    said = (clause.id, clause.number, clause.heading, clause.kind, wording.force, clause.level, clause.every)
    rest = (", ".join(wording.precision), wording.family, wording.confidence, clause.text)
    return (*said, clause.deadline, clause.status, *rest)


def _shown(cell: Value) -> Value:
    return visible(cell) if isinstance(cell, str) else cell
