"""Clause sets made of texts, and what a comparison of two of them says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from clausetrack.diff.pairs import pair
from clausetrack.model.alignment import Match
from clausetrack.model.change import Change, Diff
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import Agreement, ClauseSet, Event, Revision
from clausetrack.rules.compare import compare
from clausetrack.rules.severity import Severities


def clause_set(
    *clauses: Clause,
    revision: str = "one",
    basis: str = "primary-text",
    language: str | None = "en",
    events: Sequence[Event] = (),
    **of: Any,
) -> ClauseSet:
    return ClauseSet(
        agreement=Agreement(id="demo", title="Demo", **of),
        revision=Revision(id=revision, basis=basis, language=language),
        clauses=clauses,
        events=tuple(events),
    )


def provisions(*texts: str) -> list[Clause]:
    """One provision a text, numbered from 1; a text in the form "7: …" has that number and its id from it."""
    return [
        Clause(id=f"c{index}", kind="provision", number=str(index), text=text) for index, text in enumerate(texts, 1)
    ]


def by_id(old: ClauseSet, new: ClauseSet) -> list[Match]:
    """Match clauses by their ids, in the order of the new set, and what is gone at the end."""
    before = {clause.id: clause for clause in old.clauses}
    after = {clause.id: clause for clause in new.clauses}
    found = [
        Match("paired", (before[clause.id],), (clause,), "id") if clause.id in before else Match("added", (), (clause,))
        for clause in new.clauses
    ]
    return found + [Match("removed", (clause,), ()) for clause in old.clauses if clause.id not in after]


def diff(old: ClauseSet, new: ClauseSet, matches: Iterable[Match] | None = None) -> Diff:
    found = by_id(old, new) if matches is None else list(matches)
    return compare(old, new, [pair(match) for match in found], Severities())


def reworded(old: str, new: str, language: str | None = "en", **of: Any) -> Diff:
    """Compare two sets that differ in the text of one clause."""
    one = clause_set(*provisions(old), language=language, **of)
    return diff(one, clause_set(*provisions(new), revision="two", language=language, **of))


def changes(found: Diff) -> list[Change]:
    return [*found.changes, *(change for row in found.rows for change in row.changes)]


def rules(found: Diff) -> set[str]:
    return {change.rule for change in changes(found)}


def told(old: str, new: str, language: str | None = "en") -> dict[str, str]:
    """Give the directions by rule of what is said of a text that became another."""
    return {change.rule: change.direction for change in changes(reworded(old, new, language))}
