"""One step of a timeline: two revisions compared, as a timeline tells it.

What only the coding changed has no direction there: a clause that was coded anew is no stronger for it. And what a
partial set does not show has not gone.
"""

from __future__ import annotations

from dataclasses import replace

from clausetrack.app.diff import diff_sets
from clausetrack.app.settings import Settings
from clausetrack.app.words import words_only
from clausetrack.diff.pairs import pair
from clausetrack.model.alignment import Match
from clausetrack.model.change import Change, Diff, Direction, Row
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.timeline import Stage
from clausetrack.rules.compare import compare, compose


def step(before: Stage, after: Stage, settings: Settings) -> Diff:
    """Compare two revisions; of documents only the words. What it says of the whole is `directed`'s business."""
    sides = _sides(before, after)
    trust_ids = None if before.is_coded and after.is_coded else False
    diff = diff_sets(*sides, settings, trust_ids=trust_ids)
    is_partial = after.clause_set.revision.completeness == "partial"
    rows = (_told(row, is_partial=is_partial) for row in diff.rows)
    return replace(diff, rows=tuple(rows if trust_ids is False else map(_renamed, rows)))


def directed(stage: Stage) -> Stage:
    """Give a stage whose comparison has the direction that its rows and changes have by now."""
    if stage.diff is None:
        return stage
    found = [*map(_direction, stage.diff.changes), *(row.direction for row in stage.diff.rows)]
    return replace(stage, diff=replace(stage.diff, direction=compose(found)))


def again(settings: Settings, last: Clause, before: Stage, clause: Clause, after: Stage) -> Row:
    """Compare a clause that came back with what it was when it was there last."""
    sides = _sides(_alone(before, last), _alone(after, clause))
    match = Match("paired", sides[0].clauses, sides[1].clauses, matched_by="id" if last.id == clause.id else "digest")
    (row,) = compare(*sides, [pair(match)], settings.severities).rows
    return _told(row, is_partial=False)


def _sides(before: Stage, after: Stage) -> tuple[ClauseSet, ClauseSet]:
    old, new = before.clause_set, after.clause_set
    if before.is_coded and after.is_coded:
        return old, new
    return words_only(old, new, old_is_coded=before.is_coded, new_is_coded=after.is_coded)


def _alone(stage: Stage, clause: Clause) -> Stage:
    return replace(stage, clause_set=replace(stage.clause_set, clauses=(clause,), locator=None))


def _told(row: Row, *, is_partial: bool) -> Row:
    if is_partial and row.match.relation == "removed" and not any(change.cause == "event" for change in row.changes):
        return Row(match=row.match, became="unseen")
    if row.direction != "neutral" and any(change.cause == "coding" for change in row.changes):
        return replace(row, direction=compose(map(_direction, row.changes)))
    return row


def _renamed(row: Row) -> Row:
    match = row.match
    is_renamed = match.relation == "paired" and match.old[0].id != match.new[0].id
    return replace(row, became="renamed") if is_renamed else row


def _direction(change: Change) -> Direction:
    return "neutral" if change.cause == "coding" else change.direction
