"""Change rules applied: drafts become changes, with cause, severity, places and fingerprint; changes make a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from types import ModuleType
from typing import Any, Final

from clausetrack.model.alignment import Match
from clausetrack.model.change import Cause, Change, Diff, Direction, Pair, Row, Site
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.position import Path, Position
from clausetrack.rules import change_registry as registry
from clausetrack.rules.change import source_discrepancy
from clausetrack.rules.change_subject import Case, Comparison, Draft, Said
from clausetrack.rules.severity import Severities

_PRINTED: Final = frozenset({"", "text", "heading", "number", "path"})
"""Fields that hold what is printed in the agreement, and where; the empty one is the clause as a whole."""


def compare(
    old: ClauseSet, new: ClauseSet, pairs: Sequence[Pair], severities: Severities, *, exhausted: bool = False
) -> Diff:
    """Judge all pairs of a comparison, and the agreements as a whole."""
    judge = _Judge(Comparison(old, new, tuple(pairs)), severities)
    rows = tuple(map(judge.row, pairs))
    changes = judge.agreement()
    direction = compose([*(change.direction for change in changes), *(row.direction for row in rows)])
    return Diff(old=old, new=new, rows=rows, changes=changes, direction=direction, exhausted=exhausted)


def compose(directions: Iterable[Direction]) -> Direction:
    """Compose directions into one.

    Strength and coverage are two axes. One that moves alone, and one way, names the whole; where both move, or one
    moves
    both ways, it is mixed.
    """
    found = set(directions) - {"neutral"}
    if not found:
        return "neutral"
    return found.pop() if len(found) == 1 else "mixed"


class _Judge:
    """Applies the rules to one comparison."""

    def __init__(self, comparison: Comparison, severities: Severities) -> None:
        self.comparison = comparison
        self.severities = severities
        self.places = (_Places(comparison.old), _Places(comparison.new))
        self.file = self.places[1].file or comparison.new.agreement.id

    def agreement(self) -> tuple[Change, ...]:
        """Judge the agreements as a whole."""
        drafts = [(module, draft) for module in registry.AGREEMENT for draft in module.check(self.comparison)]
        return self._changes(drafts, None, [draft.cause or "text" for _, draft in drafts])

    def row(self, pair: Pair) -> Row:
        """Judge one pair; one in which nothing differs costs nothing."""
        match = pair.match
        if match.relation == "paired" and not pair.fields and not match.moved:
            return Row(match=match)
        case = Case(pair, self.comparison)
        drafts = list(self._drafts(case))
        causes = [draft.cause or self._cause(case, draft) for _, draft in drafts]
        if self.comparison.discrepant and "text" in causes:
            note = Draft("neutral", "", "the two sets were read from different kinds of sources", cause="coding")
            drafts, causes = [*drafts, (source_discrepancy, note)], [*causes, "coding"]
        changes = self._changes(drafts, match, causes)
        return Row(
            match=match, changes=changes, direction=compose(each.direction for each in changes), edits=pair.edits
        )

    @staticmethod
    def _drafts(case: Case) -> Iterator[tuple[ModuleType, Draft]]:
        """Let all rules judge a pair, those last that judge by what the others have left unsaid."""
        only_place = not case.pair.edits and case.pair.fields.keys() <= _PRINTED
        modules = registry.PLACE if only_place else registry.PAIR
        drafts = [(module, draft) for module in modules for draft in module.check(case)]
        yield from drafts
        said = Said(
            frozenset(draft.field for _, draft in drafts),
            frozenset(draft.field for module, draft in drafts if module.ID not in registry.NOISE),
        )
        for module in registry.LAST:
            for draft in module.check(case, said):
                yield module, draft

    def _cause(self, case: Case, draft: Draft) -> Cause:
        """Decide why something changed: the words where they differ, else an event on the clause, else the coding.

        A clause that came or went did so by an event if one names it. A heading or a number that changed says nothing
        of
        the rest: a field that differs while the text stands was coded otherwise.
        """
        match = case.pair.match
        eventful = any(clause.id in self.comparison.eventful for clause in (*match.old, *match.new))
        if match.relation in {"added", "removed"}:
            return "event" if eventful else "text"
        if case.pair.edits or draft.field in _PRINTED:
            return "text"
        return "event" if eventful else "coding"

    def _changes(
        self, drafts: Sequence[tuple[ModuleType, Draft]], match: Match | None, causes: Sequence[Cause]
    ) -> tuple[Change, ...]:
        found = (
            self._change(module, draft, match, cause) for (module, draft), cause in zip(drafts, causes, strict=True)
        )
        return tuple(change for change in found if change is not None)

    def _change(self, module: ModuleType, draft: Draft, match: Match | None, cause: Cause) -> Change | None:
        severity = self.severities.of(module.ID, draft.severity or module.SEVERITY, self.file)
        if severity == "off":
            return None
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
            clauses=draft.clauses,
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

    @property
    def file(self) -> str | None:
        """The file that the set was read from, where it was read from one."""
        return self.locator.locate(()).file if self.locator else None

    def of(self, clause: str | None, field: str) -> Position | None:
        """Give the place of a field of a clause, or of a section of the set ("agreement.parties")."""
        if self.locator is None:
            return None
        path: Path = tuple(field.split("."))
        if clause is not None:
            path = ("clauses", self.index[clause], *([field] if field else []))
        return self.locator.locate(path)
