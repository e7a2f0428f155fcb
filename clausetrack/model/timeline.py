"""Revisions of one agreement in order, what each changed, and the clauses followed through them."""

from __future__ import annotations

from typing import Final, Literal

from clausetrack.errors import ClausetrackError
from clausetrack.model.change import Diff, Row
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet, Event
from clausetrack.model.record import Record, record

Order = Literal["follows", "dates", "names", "given", "commits"]
ORDERS: Final[dict[Order, str]] = {
    "follows": "as they follow one another",
    "dates": "by their own dates",
    "names": "by the dates in their names",
    "given": "as they were given",
    "commits": "by commit",
}
"""How revisions were put in order, in words."""

Link = Literal["first", "added", "same", "changed", "split", "merged", "joined", "gone", "unseen", "returned"]


@record
class Commit(Record):
    """A commit that touched a file: its id, author's day (ISO 8601), author, subject, and the file's path there.

    ``deletes`` says that the file is not there any more.
    """

    id: str
    date: str
    author: str
    subject: str
    path: str
    deletes: bool = False


@record(kw_only=True)
class Stage(Record):
    """One revision on a timeline.

    ``name`` tells it from the others, ``date`` (ISO 8601, reduced precision) is where it stands on the axis, ``diff``
    compares it with the one that it follows, by index ``before``, which need not be the last one before it; both are
    None for the first. Directions in it leave out what only the coding changed. ``is_coded`` is False for a document,
    of which only the words are compared. ``events`` are those that no earlier revision has. ``deleted`` is the commit
    that deleted the file after this state of it.
    """

    name: str
    clause_set: ClauseSet
    file: str = ""
    date: str | None = None
    is_coded: bool = True
    diff: Diff | None = None
    before: int | None = None
    commit: Commit | None = None
    deleted: Commit | None = None
    events: tuple[Event, ...] = ()


@record(kw_only=True)
class Node(Record):
    """A clause at one stage of its thread; None where it is not there any more.

    ``row`` is the comparison that led here. ``force`` is its word of the scale: the file's, or that of all norms in its
    text; None where they differ, or none is known. ``norms`` counts them, step by step of the scale. ``others`` are
    threads by index: those that were split off together with it, that were merged into it, or, where it
    joined another, that one.
    """

    stage: int
    clause: Clause | None
    link: Link
    row: Row | None = None
    force: str | None = None
    norms: tuple[int, ...] = ()
    others: tuple[int, ...] = ()


@record(kw_only=True)
class Thread(Record):
    """One clause through the revisions, stage by stage; ``origin`` is the thread that it was split from."""

    nodes: tuple[Node, ...]
    origin: int | None = None

    @property
    def clause(self) -> Clause:
        """The clause as it was last."""
        return next(node.clause for node in reversed(self.nodes) if node.clause is not None)


@record(kw_only=True)
class Timeline(Record):
    """Revisions in order with the threads of their clauses, in the order in which they are to be drawn.

    ``unread`` are commits whose state of the file cannot be read, each with the reason.
    """

    title: str
    agreement: str
    stages: tuple[Stage, ...]
    order: Order
    threads: tuple[Thread, ...] = ()
    unread: tuple[tuple[Commit, ClausetrackError], ...] = ()


@record
class Lineage(Record):
    """One clause from first to last: ``path`` leads through threads (by index) and their nodes.

    It goes from the clause that it was split from to the one that it joined, where there are such.
    """

    timeline: Timeline
    asked: str
    path: tuple[tuple[int, Node], ...]

    @property
    def clause(self) -> Clause:
        """The clause as it was last."""
        return next(node.clause for _, node in reversed(self.path) if node.clause is not None)


@record
class Run(Record):
    """Words of a clause that came with one stage, by its index; runs joined are the text."""

    stage: int
    text: str


@record(kw_only=True)
class Origin(Record):
    """Where a clause of the last revision comes from: stages, by index.

    ``substance`` is the one that last changed its substance, with the row that says what; ``words`` the one that last
    changed its words. Both are ``first`` where nothing changed since the clause was there.
    """

    clause: Clause
    first: int
    substance: int
    words: int
    row: Row | None = None
    runs: tuple[Run, ...] = ()


@record
class Blame(Record):
    """A revision, the last of the timeline, clause by clause; with the words' own origins where ``has_words``."""

    timeline: Timeline
    origins: tuple[Origin, ...]
    has_words: bool = False
