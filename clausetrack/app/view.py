"""A part of a comparison: chosen clauses, chosen rules; and counts of what changed by actor, domain or kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from clausetrack.app.where import predicate
from clausetrack.errors import UnknownNameError, nearest
from clausetrack.model.change import Breakdown, Diff, Row
from clausetrack.model.clause import Clause
from clausetrack.rules.change_registry import CHANGE
from clausetrack.rules.compare import compose

_UNSAID: Final = "(none)"
"""Where clauses stand in a breakdown that say nothing of the kind."""

KEYS: Final[dict[str, Callable[[Clause], Sequence[str]]]] = {
    "actor": lambda clause: (*clause.actors, *clause.participants, *clause.speaker),
    "domain": lambda clause: clause.domains,
    "kind": lambda clause: (clause.kind,),
}


def chosen(diff: Diff, where: Iterable[str], only: Iterable[str]) -> Diff:
    """Give a comparison with the rows of which a clause meets all conditions.

    And the changes of the rules that are named.
    """
    rows = diff.rows
    conditions = list(where)
    if conditions:
        wanted = predicate(conditions)
        rows = tuple(row for row in rows if any(map(wanted, (*row.match.old, *row.match.new))))
    rules = frozenset(_rule(name) for name in only)
    if not rules:
        return replace(diff, rows=rows)
    kept = tuple(_only(row, rules) for row in rows)
    named = tuple(row for row in kept if row.changes)
    return replace(diff, rows=named, changes=tuple(change for change in diff.changes if change.rule in rules))


def _only(row: Row, rules: frozenset[str]) -> Row:
    changes = tuple(change for change in row.changes if change.rule in rules)
    return replace(row, changes=changes, direction=compose(change.direction for change in changes))


def _rule(name: str) -> str:
    if name not in CHANGE:
        guess = nearest(name, CHANGE)
        raise UnknownNameError(f"there is no change rule '{name}'", hint=f"did you mean '{guess}'?" if guess else "")
    return name


def breakdown(diff: Diff, key: str) -> Breakdown:
    """Count the rows that changed by actor, domain or kind of their clauses, and by direction or relation."""
    counts: dict[str, Counter[str]] = {}
    for row in diff.rows:
        label = row.match.relation if row.match.relation in {"added", "removed"} else row.direction
        if row.changes:
            for name in dict.fromkeys(KEYS[key](row.clause)) or (_UNSAID,):
                counts.setdefault(name, Counter())[label] += 1
    return Breakdown(key, tuple((name, dict(counts[name])) for name in sorted(counts)))
