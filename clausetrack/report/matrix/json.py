"""A matrix for programs: the JSON whose schema is `matrix`."""

from __future__ import annotations

from typing import Any, Final

from clausetrack.model.matrix import Cell, Column, Comparison, Line, Matrix, Reason, Wording
from clausetrack.report.jsonable import to_json
from clausetrack.report.matrix.words import own, shared
from clausetrack.report.registry import Options

SCHEMA: Final = "clausetrack/matrix/1"


def render(result: Matrix, options: Options) -> str:
    """Draw the matrix: columns, rows with a cell for each column, and the clauses in each cell with their words."""
    del options
    return to_json(
        {
            "schema": SCHEMA,
            "by": result.by,
            "where": list(result.where),
            "reference": result.reference,
            "columns": [_column(column) for column in result.columns],
            "rows": [_row(line) for line in result.lines],
            "summary": {
                "in_all": [line.key for line in shared(result)],
                "in_one": [
                    {"column": result.columns.index(column), "rows": [line.key for line in lines]}
                    for column, lines in own(result)
                ],
            },
        }
    )


def _column(column: Column) -> dict[str, Any]:
    known = column.clause_set
    return {
        "name": column.name,
        "code": column.code,
        "agreement": known.agreement.id,
        "title": known.agreement.title,
        "revision": known.revision.id,
        "as_of": known.revision.as_of,
        "basis": known.revision.basis,
        "completeness": known.revision.completeness,
        "language": known.revision.language,
        "coded": column.is_coded,
        "clauses": len(known.clauses),
    }


def _row(line: Line) -> dict[str, Any]:
    return {
        "key": line.key,
        "label": line.label,
        "in": list(line.having),
        "cells": [_cell(cell) for cell in line.cells],
        "strongest": _named(line.strongest),
        "weakest": _named(line.weakest),
        "redlines": [_comparison(entry) for entry in line.comparisons],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "presence": cell.presence,
        "force": cell.force,
        "polarity": cell.polarity,
        "departure": cell.departure,
        "changes": [_reason(reason) for reason in cell.reasons],
        "precision": list(cell.precision),
        "clauses": [_wording(wording) for wording in cell.wordings],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {"rule": reason.rule, "direction": reason.direction, "message": reason.message}


def _wording(wording: Wording) -> dict[str, Any]:
    clause = wording.clause
    return {
        "id": clause.id,
        "family": wording.family,
        "confidence": wording.confidence,
        "part": wording.is_part,
        "kind": clause.kind,
        "number": clause.number,
        "heading": clause.heading,
        "text": clause.text,
        "force": wording.force,
        "polarity": wording.polarity,
        "level": clause.level,
        "every": clause.every,
        "occurrence": clause.occurrence,
        "deadline": clause.deadline,
        "status": clause.status,
        "precision": list(wording.precision),
    }


def _named(wording: Wording | None) -> dict[str, Any] | None:
    return {"column": wording.column, "clause": wording.clause.id} if wording is not None else None


def _comparison(entry: Comparison) -> dict[str, Any]:
    return {
        "from": _named(entry.first),
        "to": _named(entry.second),
        "edits": [{"op": edit.op, "text": edit.text} for edit in entry.edits],
    }
