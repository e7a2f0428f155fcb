"""What changed between two clause sets: align, compare word by word, judge, hold against a gate."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from clausetrack.align import align, explain
from clausetrack.app.alignments import pins_for
from clausetrack.app.baseline import load_baseline
from clausetrack.app.inputs import Content, Progress, has_tracked_changes, read_both, read_content, set_of
from clausetrack.app.settings import Settings
from clausetrack.app.view import breakdown, chosen
from clausetrack.app.words import words_only
from clausetrack.clauseset.plain import plain
from clausetrack.diff.pairs import pair
from clausetrack.diff.patch import operations
from clausetrack.errors import InputError, UnknownNameError, nearest
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


def diff_specs(
    old: str,
    new: str | None,
    settings: Settings,
    view: View = View(),  # noqa: B008 - it cannot be changed
    progress: Progress | None = None,
) -> Diff:
    """Compare two inputs: paths, ``-`` or ``REV:PATH``; the other way round where that is wanted.

    An input is a clause file, or a document that is drafted on the fly. Of one document alone, what its tracked changes
    would do is compared. InputError where it has none.
    """
    sides = _both(old, new, settings, reverse=view.reverse, progress=progress)
    return viewed(diff_sets(sides.old, sides.new, settings, trust_ids=sides.trust_ids), view)


def explain_specs(old: str, new: str | None, clause: str, settings: Settings, *, reverse: bool = False) -> Explanation:
    """Say why a clause was aligned as it was; it is looked for in the new set, then in the old one.

    UnknownNameError where neither has it.
    """
    first, second, trust_ids = _both(old, new, settings, reverse=reverse)
    pins = pins_for(first, second, settings.alignments)
    ids = {"new": [entry.id for entry in second.clauses], "old": [entry.id for entry in first.clauses]}
    for side in ("new", "old"):
        if clause in ids[side]:
            return explain(first, second, clause, side, pins=pins, trust_ids=trust_ids)
    guess = nearest(clause, [*ids["new"], *ids["old"]])
    raise UnknownNameError(f"neither set has a clause '{clause}'", hint=f"did you mean '{guess}'?" if guess else "")


class _Sides(NamedTuple):
    """Both sides of a comparison; the ids that a document was drafted with are not to be trusted."""

    old: ClauseSet
    new: ClauseSet
    trust_ids: bool | None


def _both(old: str, new: str | None, settings: Settings, *, reverse: bool, progress: Progress | None = None) -> _Sides:
    if new is None:
        content = read_content(old, settings)
        _refuse_without_changes(content)
        first = set_of(content, settings, changes="rejected", progress=progress)
        second = set_of(content, settings, progress=progress)
        are_coded = [False, False]
    else:
        contents = read_both(old, new, settings)
        first, second = (set_of(content, settings, progress=progress) for content in contents)
        are_coded = [content.is_clause_file for content in contents]
    if reverse:
        first, second, are_coded = second, first, are_coded[::-1]
    if all(are_coded):
        return _Sides(first, second, trust_ids=None)
    sides = words_only(first, second, old_is_coded=are_coded[0], new_is_coded=are_coded[1])
    return _Sides(*sides, trust_ids=False)


def _refuse_without_changes(content: Content) -> None:
    if content.is_clause_file or not has_tracked_changes(content):
        raise InputError(
            "there is nothing to compare it with",
            file=content.name,
            hint="name a second file; alone, only a document with tracked changes can be compared",
        )


def viewed(diff: Diff, view: View) -> Diff:
    """Give the part of a comparison that is wanted."""
    part = chosen(diff, view.where, view.only)
    if view.operations:
        part = replace(part, operations=tuple(operations(plain(diff.old), plain(diff.new))))
    return replace(part, breakdown=breakdown(part, view.summary_by)) if view.summary_by else part


def diff_sets(
    old: ClauseSet, new: ClauseSet, settings: Settings | None = None, *, trust_ids: bool | None = None
) -> Diff:
    """Compare two clause sets, with the severities and alignments of a project where its settings are given.

    ``trust_ids`` is `align`'s.
    """
    pins = pins_for(old, new, settings.alignments) if settings else ()
    alignment = align(old, new, pins=pins, trust_ids=trust_ids)
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
