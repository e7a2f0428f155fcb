"""A clause set: one revision of one agreement, with its sources, clauses and events."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from clausetrack.model.clause import Clause, Relation
from clausetrack.model.notebook import table
from clausetrack.model.position import Locator
from clausetrack.model.record import Record, record
from clausetrack.model.source import Source


@record(kw_only=True)
class Agreement(Record):
    """What stays the same through all revisions: the agreement's identity, parties and legal nature."""

    id: str
    title: str
    instrument: str | None = None
    legal_status: str | None = None
    parties: tuple[str, ...] = ()
    dates: dict[str, str] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()
    note: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)


@record(kw_only=True)
class Revision(Record):
    """One version of the agreement. In a ``partial`` one, what is not there is unknown, not absent."""

    id: str
    basis: str
    as_of: str | None = None
    follows: str | None = None
    fork: str | None = None
    completeness: str | None = None
    language: str | None = None
    note: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)


@record
class Actor(Record):
    """An actor that has no code of its own, declared by the file: a company, an agency, a role."""

    id: str
    name: str
    note: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)


@record(kw_only=True)
class Event(Record):
    """Something that happened to the agreement without a change of its words."""

    date: str
    type: str
    clauses: tuple[str, ...] = ()
    place: str | None = None
    note: str | None = None
    source: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)


@record(kw_only=True)
class ClauseSet(Record):
    """One file. ``locator`` gives places in the file and takes no part in comparisons."""

    agreement: Agreement
    revision: Revision
    clauses: tuple[Clause, ...] = ()
    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)
    format: str = "clausetrack/clause-set/1"
    locator: Locator | None = field(default=None, compare=False, repr=False)

    def clause(self, clause_id: str) -> Clause:
        """Give the first clause with the id; KeyError where there is none."""
        for clause in self.clauses:
            if clause.id == clause_id:
                return clause
        raise KeyError(clause_id)

    def _repr_html_(self) -> str:
        """Draw the clauses as a table in a notebook."""
        rows = [(clause.id, clause.kind, clause.number or "", clause.text) for clause in self.clauses]
        return table(("clause", "kind", "number", "text"), rows, f"{self.agreement.title}, {self.revision.id}")
