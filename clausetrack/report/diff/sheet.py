"""A comparison as a table: which columns it has and what stands in them, the same for every kind of sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Final, NamedTuple

from clausetrack.model.change import Change, Diff, Row, Site
from clausetrack.model.clause import Clause
from clausetrack.report import rows
from clausetrack.report.registry import Options
from clausetrack.report.visible import visible

Cell = str | float | None

COLUMNS: Final = (
    *("what happened", "severity", "rule", "change", "clause", "number", "heading", "kind"),
    *("old value", "new value", "old text", "new text", "whose", "domains", "cause", "old place", "new place"),
    *("confidence", "fingerprint"),
)


class Line(NamedTuple):
    """One change: its cells by column, its label (a key of `rows.SIGNS`), and the row that it belongs to, if any."""

    cells: tuple[Cell, ...]
    label: str
    row: Row | None


def lines(result: Diff, options: Options) -> Iterator[Line]:
    """Yield a line for every change, the weightiest rows first; noise only where everything is asked for."""
    for change in result.changes:
        yield Line(_agreement(change), change.direction, None)
    for row in rows.ordered(row for row in result.rows if (options.all and row.changes) or rows.is_news(row)):
        for change in row.changes:
            if options.all or change.rule not in rows.NOISE:
                yield Line(_cells(row, change), rows.label(row), row)


def _agreement(change: Change) -> tuple[Cell, ...]:
    said = (change.direction, change.severity, change.rule, change.message, "", "", "", "agreement")
    return tuple(
        map(_shown, (*said, *_values(change), "", "", "", "", change.cause, *_places(change), None, change.fingerprint))
    )


def _cells(row: Row, change: Change) -> tuple[Cell, ...]:
    clause = row.clause
    is_whole = row.match.relation in {"added", "removed"} or change.direction == "neutral"
    label = rows.label(row) if is_whole else change.direction
    said = (label, change.severity, change.rule, change.message, rows.name(row), rows.numbers(row))
    about = (clause.heading, clause.kind, *_values(change), _text(row.match.old), _text(row.match.new))
    whose = (", ".join(clause.actors or clause.participants or clause.speaker), ", ".join(clause.domains))
    rest = (change.cause, *_places(change), row.match.confidence, change.fingerprint)
    return tuple(map(_shown, (*said, *about, *whose, *rest)))


def _values(change: Change) -> tuple[Cell, Cell]:
    return _value(change.old), _value(change.new)


def _value(site: Site | None) -> Cell:
    if site is None:
        return None
    return site.value if isinstance(site.value, float | int | None) else _words(site.value)


def _words(value: Any) -> str:
    """Give a value in words: the entries of a list, or what a record says, separated by commas."""
    if isinstance(value, tuple | list):
        return ", ".join(map(_words, value))
    if is_dataclass(value):
        return _words([part for field in fields(value) if (part := getattr(value, field.name))])
    return str(value)


def _places(change: Change) -> tuple[Cell, Cell]:
    return tuple(str(site.position) if site and site.position else None for site in (change.old, change.new))  # type: ignore[return-value] # it has two


def _text(clauses: tuple[Clause, ...]) -> str:
    return "\n\n".join(clause.text for clause in clauses)


def _shown(cell: Cell) -> Cell:
    return visible(cell) if isinstance(cell, str) else cell
