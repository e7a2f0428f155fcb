"""Clauses chosen from a set, to be listed."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.record import Record, record


@record
class Quote(Record):
    """A sentence that a clause was read from: its words, None where the document does not have it, and its place."""

    text: str | None
    place: str


@record
class Listing(Record):
    """The set, the clauses chosen from it in its order, and for each by id what is read from its text.

    ``quotes`` are by id the sentences that a clause was read from, where the documents are at hand.
    """

    clause_set: ClauseSet
    clauses: tuple[Clause, ...]
    read: dict[str, dict[str, Any]] = field(default_factory=dict)
    quotes: dict[str, tuple[Quote, ...]] = field(default_factory=dict)
