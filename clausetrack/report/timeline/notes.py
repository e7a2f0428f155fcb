"""What a reader must know before believing a timeline: whether it is of one agreement, and how it is ordered."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from clausetrack.errors import ClausetrackError
from clausetrack.model.change import Diff
from clausetrack.model.timeline import Commit, Timeline
from clausetrack.report.timeline import words
from clausetrack.report.visible import one_line

_COMMON: Final = 0.1
"""Share of the smaller of two documents' clauses that have a counterpart, below which they are not revisions of one.

Revisions of one platform's terms have 0.75 and more in common, terms and a treaty nothing; two treaties of one kind
have 0.35, which cannot be told from a revision that changed much.
"""

_FEW: Final = 3
"""Clauses of the smaller document up to which nothing is said: each of them may have been written anew."""


def warnings(timeline: Timeline) -> list[str]:
    """Say where the revisions are hardly those of one agreement."""
    ids = dict.fromkeys(stage.clause_set.agreement.id for stage in timeline.stages if stage.is_coded)
    if len(ids) > 1:
        return [f"these are {len(ids)} agreements, not revisions of one: {', '.join(ids)}"]
    return [
        f"{stage.name} has next to nothing in common with {_base(timeline, at)}: is it another agreement?"
        for at, stage in enumerate(timeline.stages)
        if stage.diff is not None and not stage.is_coded and not _has_common(stage.diff)
    ]


def _has_common(diff: Diff) -> bool:
    """Say whether enough clauses have a counterpart."""
    smaller = min(len(diff.old.clauses), len(diff.new.clauses))
    shared = sum(row.match.relation not in {"added", "removed"} for row in diff.rows)
    return smaller <= _FEW or shared >= _COMMON * smaller


def _base(timeline: Timeline, at: int) -> str:
    """Name the revision that another one is compared with."""
    before = timeline.stages[at].before
    return timeline.stages[at - 1 if before is None else before].name


def caveats(timeline: Timeline) -> list[str]:
    """Say what a reader must know before believing that something came, went or changed."""
    alone = len(timeline.stages) == 1
    notes = ["this is the only revision, so there is nothing to compare"] if alone else []
    notes += [*_links(timeline), *_ties(timeline)]
    partial = sum(stage.clause_set.revision.completeness == "partial" for stage in timeline.stages)
    if partial:
        which = "all revisions are" if partial == len(timeline.stages) else f"{partial} of the revisions {_be(partial)}"
        notes.append(f"{which} partial: what is not seen there is unknown, not absent")
    drafted = sum(not stage.is_coded for stage in timeline.stages)
    if drafted:
        which = "the revisions are" if drafted == len(timeline.stages) else f"{drafted} of the revisions {_be(drafted)}"
        noun = "a document" if drafted == 1 != len(timeline.stages) else "documents"
        notes.append(f"{which} {noun}: only the words are compared")
    if any(stage.diff is not None and stage.diff.exhausted for stage in timeline.stages):
        notes.append("the search for counterparts was cut short by its budget; some may have been missed")
    return notes


def _be(number: int) -> str:
    return "is" if number == 1 else "are"


def remarks(timeline: Timeline) -> list[str]:
    """Give the caveats, and before them the commits that deleted the file, and those that cannot be read."""
    deleted = [words.deletion(stage) for stage in timeline.stages if stage.deleted is not None]
    return [*deleted, *(unread(commit, fault) for commit, fault in timeline.unread), *caveats(timeline)]


def unread(commit: Commit, fault: ClausetrackError) -> str:
    """Say that a commit is left out, and why."""
    return f"commit {commit.id[:8]} is left out: {fault}"


def numbers(timeline: Timeline) -> list[str]:
    """Explain the brackets around numbers, where there are any."""
    gone = (thread for thread in timeline.threads if thread.nodes[-1].clause is None and thread.clause.number)
    used = any(not timeline.stages[thread.nodes[-1].stage].is_coded for thread in gone)
    return ["a number in brackets is that of a clause that is gone"] if used else []


def _links(timeline: Timeline) -> Iterator[str]:
    """Say which revisions follow one that is not there, and which are compared with another than the one before."""
    if timeline.order == "commits":
        return
    known = {stage.clause_set.revision.id for stage in timeline.stages}
    for at, stage in enumerate(timeline.stages):
        follows = stage.clause_set.revision.follows
        if follows and follows not in known:
            instead = f"; it is compared with {_base(timeline, at)}, the one before it" if at else ""
            yield f"{stage.name} follows {follows}, which is not here{instead}"
        elif stage.before is not None and stage.before != at - 1:
            base = timeline.stages[stage.before].name
            yield f"{stage.name} follows {base} and is compared with it, not with {timeline.stages[at - 1].name}"


def _ties(timeline: Timeline) -> Iterator[str]:
    """Say which revisions have one date, where dates put them in order."""
    if timeline.order not in {"dates", "names"}:
        return
    for date, group in groupby(timeline.stages, key=lambda stage: stage.date):
        names = [stage.name for stage in group]
        if len(names) > 1:
            yield f"{', '.join(names)} have one date, {date}: they stand as they were named"


def sentence(note: str) -> str:
    """Give a note as a sentence."""
    text = one_line(note)
    end = "" if text.endswith("?") else "."
    return f"{text[:1].upper()}{text[1:]}{end}"
