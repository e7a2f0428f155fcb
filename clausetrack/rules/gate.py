"""Approving changes: a threshold, a scope of what was agreed, and a baseline of what was accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

from clausetrack.errors import SettingsError, nearest
from clausetrack.model.change import DIRECTIONS, Change, Diff, Row
from clausetrack.model.gate import Accepted, Refused, Verdict
from clausetrack.model.scales import SEVERITY
from clausetrack.rules.change_registry import CHANGE
from clausetrack.rules.severity import at_least

NOISE: Final = frozenset({"clause-renumbered", "reference-renumbered", "typography-only"})
"""Changes that no agreement on scope has to mention: consequences and typography."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What a gate lets through.

    ``fail_on`` is a severity or a direction, or several of them with commas between; ``allow`` are globs
    ``rule:clause`` of what was agreed; ``accepted`` is
    the baseline; ``today`` (ISO 8601) decides which of its entries have expired.
    """

    fail_on: str | None = None
    allow: tuple[str, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    today: str = ""


def judge(diff: Diff, gate: Gate) -> Verdict:
    """Give what stops a comparison at a gate."""
    expired = tuple(entry for entry in gate.accepted if entry.expires is not None and entry.expires < gate.today)
    holds = {entry.fingerprint for entry in gate.accepted if entry not in expired}
    pairs = list(changes_of(diff))
    refused = [
        Refused(change, row, why)
        for row, change in pairs
        if change.fingerprint not in holds and (why := _objection(row, change, gate))
    ]
    known = {change.fingerprint for _, change in pairs}
    unused = tuple(entry for entry in gate.accepted if entry.fingerprint not in known)
    return Verdict(tuple(refused), unused, expired)


def changes_of(diff: Diff) -> Iterator[tuple[Row | None, Change]]:
    """Yield every change of a comparison with its row; None for the agreement as a whole."""
    yield from ((None, change) for change in diff.changes)
    yield from ((row, change) for row in diff.rows for change in row.changes)


def check_threshold(word: str) -> str:
    """Give a threshold: severities and directions with commas between. SettingsError where one is neither."""
    known = (*SEVERITY, *DIRECTIONS)
    for part in _parts(word):
        if part not in known:
            guess = nearest(part, known)
            hint = f"did you mean '{guess}'?" if guess else "one of " + ", ".join(known)
            raise SettingsError(f"'{part}' is neither a severity nor a direction", hint=hint)
    return word


def _parts(threshold: str | None) -> list[str]:
    return [part.strip() for part in (threshold or "off").split(",")]


def check_scope(patterns: Iterable[str]) -> tuple[str, ...]:
    """Give globs ``rule:clause``; a rule alone allows it everywhere. SettingsError where a rule is not known."""
    return tuple(_check_pattern(pattern) for pattern in patterns)


def _check_pattern(pattern: str) -> str:
    rule, _, clause = pattern.partition(":")
    if not any(fnmatchcase(name, rule) for name in CHANGE):
        guess = nearest(rule, CHANGE)
        raise SettingsError(f"'{pattern}' names no change rule", hint=f"did you mean '{guess}'?" if guess else "")
    return f"{rule}:{clause or '*'}"


def _objection(row: Row | None, change: Change, gate: Gate) -> str:
    if gate.allow and change.rule not in NOISE and not _is_allowed(row, change, gate.allow):
        return "outside what was agreed"
    return next(filter(None, (_reached(change, threshold) for threshold in _parts(gate.fail_on))), "")


def _reached(change: Change, threshold: str) -> str:
    """Name what of a threshold a change reaches; empty where it does not."""
    if threshold in DIRECTIONS:
        return threshold if change.direction == threshold else ""
    return change.severity if threshold in SEVERITY and at_least(change.severity, threshold) else ""


def _is_allowed(row: Row | None, change: Change, patterns: Sequence[str]) -> bool:
    clauses = [clause.id for clause in (*row.match.old, *row.match.new)] if row else [""]
    for pattern in patterns:
        rule, _, wanted = pattern.partition(":")
        if fnmatchcase(change.rule, rule) and any(fnmatchcase(clause, wanted) for clause in clauses):
            return True
    return False
