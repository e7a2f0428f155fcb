"""Stepping through what a draft says is doubtful: each step accepted, corrected or left for later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from clausetrack.clauseset.inferred import accept, doubts
from clausetrack.clauseset.load import dumps, loads
from clausetrack.errors import InvalidFileError
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet


class Step(NamedTuple):
    """One doubtful field: of which clause, what it says now, and why it is doubted."""

    clause: Clause
    field: str
    reason: str

    @property
    def value(self) -> str:
        """The field's value in words; lists are separated by commas, nothing is the empty text."""
        value = getattr(self.clause, self.field, None)
        return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")


def steps(clause_set: ClauseSet) -> Iterator[Step]:
    """Yield what is doubtful in a set, clause by clause."""
    for clause in clause_set.clauses:
        yield from (Step(clause, doubt.field, doubt.reason) for doubt in doubts(clause))


def accepted(clause_set: ClauseSet, step: Step) -> ClauseSet:
    """Give the set with a field taken as it stands."""
    return _with(clause_set, step, {})


def corrected(clause_set: ClauseSet, step: Step, words: str) -> ClauseSet:
    """Give the set with another value in a field: a word, or words separated by commas; nothing takes the value out.

    InvalidFileError where the format does not allow it.
    """
    is_list = isinstance(getattr(step.clause, step.field, None), tuple)
    given = tuple(part.strip() for part in words.split(",") if part.strip())
    value: Any = given if is_list else words.strip() or None
    changed = _with(clause_set, step, {step.field: value})
    # Through the very check that the file will meet; its lines mean nothing to somebody who answers a question.
    try:
        loads(dumps(replace(changed, locator=None)))
    except InvalidFileError as error:
        for fault in error.faults:
            fault.file = fault.line = fault.column = None
        raise
    return changed


def _with(clause_set: ClauseSet, step: Step, values: dict[str, Any]) -> ClauseSet:
    clauses = tuple(
        accept(replace(clause, **values), step.field) if clause.id == step.clause.id else clause
        for clause in clause_set.clauses
    )
    return replace(clause_set, clauses=clauses)
