"""A clause: one commitment, dialogue, statement, definition, procedure or provision of an agreement."""

from __future__ import annotations

from dataclasses import field
from typing import Any, Final

from clausetrack.model.record import Record, record
from clausetrack.model.source import Evidence

KINDS: Final = ("commitment", "dialogue", "statement", "definition", "procedure", "provision")


@record
class Relation(Record):
    """A typed reference: ``clause``, ``agreement#clause``, ``agreement@revision#clause``, or an agreement alone."""

    type: str
    target: str
    note: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)


@record
class Meeting(Record):
    """One meeting of a dialogue that was held; ``date`` is ISO 8601, reduced precision allowed."""

    date: str
    place: str | None = None
    note: str | None = None
    source: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)


@record(kw_only=True)
class Clause(Record):
    """One clause of one revision. ``id`` is its identity for life; number, heading, path and order may change.

    Fields that do not belong to the clause's kind are None or empty. Dates and durations are ISO 8601 strings.
    ``extra`` holds the free keys that start with ``x-``.
    """

    id: str
    kind: str
    text: str
    number: str | None = None
    path: tuple[str, ...] = ()
    heading: str | None = None
    # commitments, procedures and provisions
    actors: tuple[str, ...] = ()
    bearer: str | None = None
    counterpart: tuple[str, ...] = ()
    polarity: str | None = None
    force: str | None = None
    conditions: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    deadline: str | None = None
    subject: str | None = None
    # dialogues
    participants: tuple[str, ...] = ()
    level: str | None = None
    track: str | None = None
    every: str | None = None
    occurrence: str | None = None
    origin: str | None = None
    upgraded_from: str | None = None
    held: tuple[Meeting, ...] = ()
    topics: tuple[str, ...] = ()
    # statements
    speaker: tuple[str, ...] = ()
    attribution: str | None = None
    stance: str | None = None
    targets: tuple[str, ...] = ()
    # definitions
    term: str | None = None
    # all kinds
    status: str | None = None
    domains: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    aligns_with: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    confidence: str | None = None
    note: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)
