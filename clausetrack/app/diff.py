"""What changed between two clause sets: align, compare word by word, judge, hold against a gate."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from clausetrack.align import align, explain
from clausetrack.app.alignments import pins_for
from clausetrack.app.baseline import load_baseline
from clausetrack.app.settings import Settings
from clausetrack.app.view import breakdown, chosen
from clausetrack.clauseset.load import loads
from clausetrack.clauseset.plain import plain
from clausetrack.clauseset.revision import read_spec
from clausetrack.diff.pairs import pair
from clausetrack.diff.patch import operations
from clausetrack.errors import InputError, UnknownNameError, nearest
from clausetrack.files import STDIN_NAME
from clausetrack.model.alignment import Explanation
from clausetrack.model.change import Diff
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.gate import Verdict
from clausetrack.rules.compare import compare
from clausetrack.rules.gate import Gate, check_scope, check_threshold, judge
from clausetrack.rules.severity import Severities


class View(NamedTuple):
    """Which part of a comparison is wanted, and how it is counted; ``operations`` adds what a patch needs."""

    where: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    summary_by: str | None = None
    reverse: bool = False
    operations: bool = False


def diff_specs(old: str, new: str, settings: Settings, view: View = View()) -> Diff:  # noqa: B008 - it cannot be changed
    """Compare two inputs: paths, ``-`` or ``REV:PATH``; the other way round where that is wanted."""
    sets = _both(old, new, settings, reverse=view.reverse)
    return viewed(diff_sets(*sets, settings), view)


def explain_specs(old: str, new: str, clause: str, settings: Settings, *, reverse: bool = False) -> Explanation:
    """Say why a clause was aligned as it was; it is looked for in the new set, then in the old one.

    UnknownNameError where neither has it.
    """
    first, second = _both(old, new, settings, reverse=reverse)
    pins = pins_for(first, second, settings.alignments)
    ids = {"new": [entry.id for entry in second.clauses], "old": [entry.id for entry in first.clauses]}
    for side in ("new", "old"):
        if clause in ids[side]:
            return explain(first, second, clause, side, pins=pins)
    guess = nearest(clause, [*ids["new"], *ids["old"]])
    raise UnknownNameError(f"neither set has a clause '{clause}'", hint=f"did you mean '{guess}'?" if guess else "")


def _both(old: str, new: str, settings: Settings, *, reverse: bool) -> tuple[ClauseSet, ClauseSet]:
    if old == new == STDIN_NAME:
        raise InputError("standard input can be read once", file=STDIN_NAME, hint="name a file for one of the two")
    first, second = (read_set(spec, limit=settings.max_bytes) for spec in (old, new))
    return (second, first) if reverse else (first, second)


def viewed(diff: Diff, view: View) -> Diff:
    """Give the part of a comparison that is wanted."""
    part = chosen(diff, view.where, view.only)
    if view.operations:
        part = replace(part, operations=tuple(operations(plain(diff.old), plain(diff.new))))
    return replace(part, breakdown=breakdown(part, view.summary_by)) if view.summary_by else part


def read_set(spec: str, *, limit: int | None = None) -> ClauseSet:
    """Read a clause set from a path, standard input or git. InputError or InvalidFileError where it is none."""
    text, name = read_spec(spec) if limit is None else read_spec(spec, limit=limit)
    return loads(text, name)


def diff_sets(old: ClauseSet, new: ClauseSet, settings: Settings | None = None) -> Diff:
    """Compare two clause sets, with the severities and alignments of a project where its settings are given."""
    alignment = align(old, new, pins=pins_for(old, new, settings.alignments) if settings else ())
    pairs = [pair(match) for match in alignment.matches]
    severities = settings.severities if settings else Severities()
    return compare(old, new, pairs, severities, exhausted=alignment.exhausted)


def gate(diff: Diff, settings: Settings, today: str) -> Verdict:
    """Hold a comparison against the project's gate: threshold, scope and baseline. ``today`` is ISO 8601."""
    return judge(
        diff,
        Gate(
            fail_on=check_threshold(settings.diff_fail_on),
            allow=check_scope(settings.allow),
            accepted=load_baseline(settings.baseline_path),
            today=today,
        ),
    )
