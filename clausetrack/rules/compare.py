"""Change rules applied: drafts become changes, with cause, severity, places and fingerprint; changes make a row's direction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from types import ModuleType
from typing import Any

from clausetrack.model.alignment import Match
from clausetrack.model.change import Cause, Change, Diff, Direction, Pair, Row, Site
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.position import Path
from clausetrack.rules import change_registry as registry
from clausetrack.rules.change import coding_changed, source_discrepancy
from clausetrack.rules.change_subject import Case, Comparison, Draft
from clausetrack.rules.severity import Severities


def compare(
    old: ClauseSet, new: ClauseSet, pairs: Sequence[Pair], severities: Severities, *, exhausted: bool = False
) -> Diff:
    """Judge all pairs of a comparison and the agreements as a whole."""
    comparison = Comparison(old, new, tuple(pairs), _eventful(old, new))
    judge = _Judge(comparison, severities)
    changes = judge.agreement()
    rows = tuple(judge.row(pair) for pair in pairs)
    everything = [change.direction for change in changes] + [row.direction for row in rows]
    return Diff(old=old, new=new, rows=rows, changes=changes, direction=compose(everything), exhausted=exhausted)


def compose(directions: Iterable[Direction]) -> Direction:
    """Compose directions: strengthened (weakened) only where something rises (falls) and nothing does the opposite, else mixed.

    Strength and breadth are two axes; one that moves alone names the whole, two that move the same way take the name of strength.
    """
    found = set(directions) - {"neutral"}
    if not found:
        return "neutral"
    up, down = found & {"strengthened", "broadened"}, found & {"weakened", "narrowed"}
    if "mixed" in found or (up and down):
        return "mixed"
    for name in ("strengthened", "weakened", "broadened", "narrowed"):
        if name in found:
            return name  # type: ignore[return-value] # the names are directions
    return "neutral"


class _Judge:
    """Applies the rules to one comparison."""

    def __init__(self, comparison: Comparison, severities: Severities) -> None:
        self.comparison = comparison
        self.severities = severities
        self.places = (_Places(comparison.old), _Places(comparison.new))
        self.discrepant = comparison.old.revision.basis != comparison.new.revision.basis

    def agreement(self) -> tuple[Change, ...]:
        drafts = [(module, draft) for module in registry.AGREEMENT for draft in module.check(self.comparison)]
        changes = [self._change(module, draft, None, draft.cause or "text") for module, draft in drafts]
        return tuple(change for change in changes if change is not None)

    def row(self, pair: Pair) -> Row:
        if pair.match.relation == "paired" and not pair.fields and not pair.match.moved:
            return Row(match=pair.match)
        case = Case(pair, self.comparison)
        drafts = [(module, draft) for module in registry.PAIR for draft in module.check(case)]
        covered = frozenset(draft.field for _, draft in drafts)
        drafts += [(coding_changed, draft) for draft in coding_changed.check(case, covered)]
        causes = [draft.cause or self._cause(case) for _, draft in drafts]
        if self.discrepant and "text" in causes and pair.match.relation != "added":
            note = Draft("neutral", "", "the two sets were read from different kinds of sources", cause="coding")
            drafts, causes = [*drafts, (source_discrepancy, note)], [*causes, "coding"]
        changes = [
            self._change(module, draft, pair, cause) for (module, draft), cause in zip(drafts, causes, strict=True)
        ]
        kept = tuple(change for change in changes if change is not None)
        return Row(match=pair.match, changes=kept, direction=compose(change.direction for change in kept))

    def _cause(self, case: Case) -> Cause:
        """Decide why something changed: an event that names the clause, else the words where they differ, else the coding."""
        ids = {clause.id for clause in (*case.pair.match.old, *case.pair.match.new)}
        if case.pair.match.relation in {"added", "removed"}:
            return "event" if ids & self.comparison.eventful else "text"
        words = {"text", "heading", "number", "path"} & case.pair.fields.keys()
        if words or case.pair.edits or case.pair.match.moved:
            return "text"
        return "event" if ids & self.comparison.eventful else "coding"

    def _change(self, module: ModuleType, draft: Draft, pair: Pair | None, cause: Cause) -> Change | None:
        default = draft.severity or module.SEVERITY
        severity = self.severities.of(module.ID, default, self.comparison.new.agreement.id)
        if severity == "off":
            return None
        match = pair.match if pair else None
        return Change(
            rule=module.ID,
            direction=draft.direction,
            cause=cause,
            severity=severity,
            message=draft.message,
            fingerprint=self._fingerprint(module.ID, draft, match),
            old=self._site(0, draft, match.old[0].id if match and match.old else None, draft.old),
            new=self._site(1, draft, match.new[0].id if match and match.new else None, draft.new),
            edits=draft.edits,
        )

    def _site(self, side: int, draft: Draft, clause: str | None, value: Any) -> Site | None:
        if clause is None and "." not in draft.field:
            return None
        return Site(value, self.places[side].of(clause, draft.field))

    def _fingerprint(self, rule: str, draft: Draft, match: Match | None) -> str:
        """Hash what changed: agreement, clauses, rule and values; neither numbers of clauses nor the message."""
        clauses = [clause.id for clause in (*match.old, *match.new)] if match else []
        parts = (self.comparison.new.agreement.id, *clauses, rule, draft.field, draft.key, draft.old, draft.new)
        return sha256("\x1f".join(map(repr, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class _Places:
    """Finds where the fields of clauses stand in a set."""

    def __init__(self, clause_set: ClauseSet) -> None:
        self.locator = clause_set.locator
        self.index = {clause.id: index for index, clause in enumerate(clause_set.clauses)}

    def of(self, clause: str | None, field: str) -> Any:
        if self.locator is None:
            return None
        path: Path = (
            tuple(field.split(".")) if clause is None else ("clauses", self.index[clause], *([field] if field else []))
        )
        return self.locator.locate(path)


def _eventful(old: ClauseSet, new: ClauseSet) -> frozenset[str]:
    known = set(map(_event_key, old.events))
    return frozenset(clause for event in new.events if _event_key(event) not in known for clause in event.clauses)


def _event_key(event: Any) -> tuple[Any, ...]:
    return event.date, event.type, event.clauses
