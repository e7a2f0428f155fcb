"""Clauses of a set, filtered, with what is read from their texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from clausetrack.app.inputs import read_set
from clausetrack.app.where import predicate
from clausetrack.files import MAX_BYTES
from clausetrack.language.force import read_force
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.force import Cue
from clausetrack.model.listing import Listing, Quote


def list_clauses(
    spec: str,
    where: Iterable[str] = (),
    *,
    read: bool = True,
    documents: Sequence[str] = (),
    max_bytes: int = MAX_BYTES,
) -> Listing:
    """Read a set from a path, standard input or git, and choose the clauses that meet all conditions.

    With documents, each ``path`` or ``source=path`` as for a check of evidence, the sentences that the clauses were
    read from are quoted.
    """
    chosen = predicate(where)
    clause_set = read_set(spec)
    clauses = tuple(clause for clause in clause_set.clauses if chosen(clause))
    return Listing(
        clause_set,
        clauses,
        {clause.id: reading(clause, clause_set) for clause in clauses} if read else {},
        _quotes(spec, clause_set, documents, max_bytes) if documents else {},
    )


def _quotes(spec: str, clause_set: ClauseSet, documents: Sequence[str], max_bytes: int) -> dict[str, tuple[Quote, ...]]:
    from clausetrack.app.source import quotes  # noqa: PLC0415 - only who wants quotations waits for it

    return quotes(spec, clause_set, documents, max_bytes=max_bytes)


def reading(clause: Clause, clause_set: ClauseSet) -> dict[str, Any]:
    """Give what the text of a clause says of its force, as plain data; nothing where its language is not known."""
    status = clause_set.agreement.legal_status
    found = read_force(
        clause.text,
        clause_set.revision.language,
        binding={"binding": True, "non-binding": False}.get(status or ""),
        reported=clause_set.revision.basis == "news-report",
    )
    return {
        "norm": found.norm,
        "force": found.force,
        "polarity": found.polarity,
        "hedges": _words(found.hedges),
        "conditions": _words(found.conditions),
        "exceptions": _words(found.exceptions),
        "cues": [{"kind": cue.kind, "words": cue.words, "start": cue.start, "end": cue.end} for cue in found.cues],
    }


def _words(cues: Iterable[Cue]) -> list[str]:
    return [cue.words for cue in cues]
