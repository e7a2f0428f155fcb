"""What rules need to know of other files: small enough to keep for a thousand files and to send between processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import NamedTuple

from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.position import Path


class ClauseOutline(NamedTuple):
    """A clause by its place in the file, its id, kind and status."""

    place: int
    id: str
    kind: str
    status: str | None


class EventOutline(NamedTuple):
    """An event by its date and type, and the ids of the clauses that it names."""

    date: str
    type: str
    clauses: tuple[str, ...]


class Outline(NamedTuple):
    """A clause file in short. ``references`` pairs the path of every reference with what it says."""

    file: str
    agreement: str
    revision: str
    follows: str | None = None
    fork: bool = False
    as_of: str | None = None
    clauses: tuple[ClauseOutline, ...] = ()
    references: tuple[tuple[Path, str], ...] = ()
    events: tuple[EventOutline, ...] = ()


def outline(clause_set: ClauseSet, file: str) -> Outline:
    """Give the outline of a clause set that was read from ``file``."""
    revision = clause_set.revision
    return Outline(
        file=file,
        agreement=clause_set.agreement.id,
        revision=revision.id,
        follows=revision.follows,
        fork=revision.fork is not None,
        as_of=revision.as_of,
        clauses=tuple([ClauseOutline(i, c.id, c.kind, c.status) for i, c in enumerate(clause_set.clauses)]),
        references=tuple(_references(clause_set)),
        events=tuple(EventOutline(event.date, event.type, event.clauses) for event in clause_set.events),
    )


def _references(clause_set: ClauseSet) -> Iterator[tuple[Path, str]]:
    for number, relation in enumerate(clause_set.agreement.relations):
        target = relation.target
        yield ("agreement", "relations", number, "target"), target if "#" in target else f"{target}#"
    for index, clause in enumerate(clause_set.clauses):
        for number, relation in enumerate(clause.relations):
            yield ("clauses", index, "relations", number, "target"), relation.target
        for number, reference in enumerate(clause.aligns_with):
            yield ("clauses", index, "aligns_with", number), reference.removeprefix("!")
    for index, event in enumerate(clause_set.events):
        for number, reference in enumerate(event.clauses):
            yield ("events", index, "clauses", number), reference


class Project(NamedTuple):
    """The clause files that are known together, by agreement.

    ``unread`` are the files that are there and cannot be read, by what their path says of them: folder and name.
    """

    agreements: Mapping[str, tuple[Outline, ...]] = {}
    unread: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of(cls, outlines: Iterable[Outline], unread: Iterable[str] = ()) -> Project:
        """Group outlines by agreement, each file once; ``unread`` are paths."""
        grouped: dict[str, dict[str, Outline]] = {}
        for entry in outlines:
            grouped.setdefault(entry.agreement, {})[entry.file] = entry
        paths = map(PurePath, unread)
        return cls(
            {agreement: tuple(files.values()) for agreement, files in grouped.items()},
            frozenset((path.parent.name, path.stem) for path in paths),
        )

    def revisions(self, agreement: str) -> tuple[Outline, ...]:
        """Give all known revisions of an agreement, in no particular order."""
        return self.agreements.get(agreement, ())

    def revision(self, agreement: str, revision: str) -> Outline | None:
        """Give one revision of an agreement, or None where it is not known."""
        return next((entry for entry in self.revisions(agreement) if entry.revision == revision), None)

    def is_unread(self, agreement: str, revision: str | None = None) -> bool:
        """Say whether a revision, or any of an agreement, stands in a file that cannot be read."""
        return any(folder == agreement and revision in {None, name} for folder, name in self.unread)
