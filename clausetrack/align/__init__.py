"""Which clause of one set is which of another: pairs, splits, merges, moves, and what has no counterpart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from clausetrack.align.engine import Findings, find
from clausetrack.align.pins import Pinned, resolve
from clausetrack.align.rows import considered, rows
from clausetrack.model.alignment import Alignment, Explanation, Pin
from clausetrack.model.clauseset import ClauseSet

__all__ = ["BUDGET", "align", "explain"]

BUDGET: Final = 20_000_000
"""Index entries read before candidates are no longer looked for: about a second, met by hostile input alone."""


def align(
    old: ClauseSet,
    new: ClauseSet,
    *,
    pins: Sequence[Pin] = (),
    trust_ids: bool | None = None,
    budget: int = BUDGET,
) -> Alignment:
    """Align two clause sets.

    With ``trust_ids`` the same id is the same clause; by default it is between revisions of one agreement alone. Ids
    that were made from headings a moment ago are not to be trusted. Pins, and ``aligns_with`` in the sets, overrule
    everything. ``budget`` bounds the comparisons (index entries read); a result that met it says so. SettingsError for
    a pin on a clause that is not there.
    """
    pinned = resolve(old, new, pins)
    findings = _find(old, new, pinned, trust_ids=trust_ids, budget=budget)
    made = rows(old.clauses, new.clauses, findings, pinned)
    return Alignment(tuple(row.match for row in made), findings.exhausted)


def explain(
    old: ClauseSet,
    new: ClauseSet,
    clause_id: str,
    side: Literal["old", "new"] = "old",
    *,
    pins: Sequence[Pin] = (),
    trust_ids: bool | None = None,
    budget: int = BUDGET,
) -> Explanation:
    """Say why a clause was aligned as it was, with the counterparts considered. KeyError where it is not in its set."""
    pinned = resolve(old, new, pins)
    findings = _find(old, new, pinned, trust_ids=trust_ids, budget=budget)
    here = old if side == "old" else new
    index = next((place for place, clause in enumerate(here.clauses) if clause.id == clause_id), None)
    if index is None:
        raise KeyError(clause_id)
    made = rows(old.clauses, new.clauses, findings, pinned)
    match = next(row.match for row in made if index in (row.old if side == "old" else row.new))
    others = considered(old.clauses, new.clauses, findings, pinned, side=side, index=index)
    return Explanation(here.clauses[index], side, match, others, findings.exhausted)


def _find(old: ClauseSet, new: ClauseSet, pinned: Pinned, *, trust_ids: bool | None, budget: int) -> Findings:
    same = old.agreement.id == new.agreement.id if trust_ids is None else trust_ids
    one_language = _language(old) == _language(new)
    return find(old.clauses, new.clauses, same_agreement=same, pinned=pinned, budget=budget, one_language=one_language)


def _language(found: ClauseSet) -> str:
    return (found.revision.language or "").partition("-")[0].lower()
