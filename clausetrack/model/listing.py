"""Clauses chosen from a set, to be listed."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.record import Record, record


@record
class Listing(Record):
    """The set, the clauses chosen from it in its order, and for each by id what is read from its text."""

    clause_set: ClauseSet
    clauses: tuple[Clause, ...]
    read: dict[str, dict[str, Any]] = field(default_factory=dict)
