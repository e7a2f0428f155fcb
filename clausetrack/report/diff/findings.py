"""A comparison as findings, for the formats of code hosts and build servers: every change is one, at its line."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.model.change import Change, Diff, Row
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.finding import Finding, Validation
from clausetrack.model.position import Position
from clausetrack.report import rows
from clausetrack.report.registry import Options


def findings(result: Diff, options: Options) -> Validation:
    """Give the changes as findings, those of a row in its order; numbering and typography where all is asked for.

    A change is shown where it stands in the new file. What is gone from there has no line, and stands at its top.
    """
    found = [_finding(change, result, None) for change in result.changes]
    indices = {id(clause): index for index, clause in enumerate(result.new.clauses)}
    for row in rows.ordered(result.rows):
        found += (_finding(change, result, _place(row, result, indices), row) for change in _shown(row, options))
    return Validation(
        findings=tuple(found),
        about="diff",
        files=(_file(result.new),),
        clauses=len(result.new.clauses),
        unreadable=(),
        passed_over=(),
    )


def _shown(row: Row, options: Options) -> Iterator[Change]:
    return (
        change for change in row.changes if change.severity != "off" and (options.all or change.rule not in rows.NOISE)
    )


def _finding(change: Change, result: Diff, place: Position | None, row: Row | None = None) -> Finding:
    return Finding(
        rule=change.rule,
        severity=change.severity,
        message=f"{rows.name(row)}: {change.message}" if row else change.message,
        position=_at(change, result) or place or Position(_file(result.new)),
        help=f"{change.direction}" if change.direction != "neutral" else "",
        clause=row.clause.id if row else None,
        fingerprint=change.fingerprint,
    )


def _at(change: Change, result: Diff) -> Position | None:
    """Give the place of a change in the new file."""
    place = change.new.position if change.new else None
    return place if place and place.file == _file(result.new) else None


def _place(row: Row, result: Diff, indices: dict[int, int]) -> Position | None:
    index = indices.get(id(row.match.new[0])) if row.match.new else None
    locator = result.new.locator
    return locator.locate(("clauses", index)) if locator is not None and index is not None else None


def _file(clause_set: ClauseSet) -> str:
    """Name the file of a set; one that was read from none goes by its agreement."""
    locator = clause_set.locator
    return locator.locate(()).file if locator is not None else clause_set.agreement.id
