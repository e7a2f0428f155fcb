"""What rules need to know of other files: small enough to keep for a thousand files and to send between processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.position import Path


@dataclass(frozen=True, slots=True)
class ClauseOutline:
    """A clause by its place in the file, its id, kind and status."""

    index: int
    id: str
    kind: str
    status: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A clause file in short. ``references`` pairs the path of every reference with what it says."""

    file: str
    agreement: str
    revision: str
    follows: str | None = None
    fork: bool = False
    as_of: str | None = None
    clauses: tuple[ClauseOutline, ...] = ()
    references: tuple[tuple[Path, str], ...] = ()
    eventful: frozenset[str] = frozenset()

    def ids(self) -> frozenset[str]:
        """Give the ids of all clauses."""
        return frozenset(clause.id for clause in self.clauses)


def outline(clause_set: ClauseSet, file: str) -> Outline:
    """Give the outline of a clause set that was read from ``file``."""
    return Outline(
        file=file,
        agreement=clause_set.agreement.id,
        revision=clause_set.revision.id,
        follows=clause_set.revision.follows,
        fork=clause_set.revision.fork is not None,
        as_of=clause_set.revision.as_of,
        clauses=tuple(
            [ClauseOutline(i, clause.id, clause.kind, clause.status) for i, clause in enumerate(clause_set.clauses)]
        ),
        references=tuple(_references(clause_set)),
        eventful=frozenset(clause for event in clause_set.events for clause in event.clauses),
    )


def _references(clause_set: ClauseSet) -> Iterator[tuple[Path, str]]:
    for index, clause in enumerate(clause_set.clauses):
        for number, relation in enumerate(clause.relations):
            yield ("clauses", index, "relations", number, "target"), relation.target
        for number, reference in enumerate(clause.aligns_with):
            yield ("clauses", index, "aligns_with", number), reference.removeprefix("!")
    for index, event in enumerate(clause_set.events):
        for number, reference in enumerate(event.clauses):
            yield ("events", index, "clauses", number), reference


@dataclass(frozen=True, slots=True)
class Project:
    """The clause files that are known together, by agreement."""

    agreements: dict[str, tuple[Outline, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, outlines: Iterable[Outline]) -> Project:
        """Group outlines by agreement, each file once."""
        grouped: dict[str, dict[str, Outline]] = {}
        for entry in outlines:
            grouped.setdefault(entry.agreement, {})[entry.file] = entry
        return cls({agreement: tuple(files.values()) for agreement, files in grouped.items()})

    def revisions(self, agreement: str) -> tuple[Outline, ...]:
        """Give all known revisions of an agreement, in no particular order."""
        return self.agreements.get(agreement, ())

    def revision(self, agreement: str, revision: str) -> Outline | None:
        """Give one revision of an agreement, or None where it is not known."""
        return next((entry for entry in self.revisions(agreement) if entry.revision == revision), None)
