"""Clause sets made of texts, and an alignment as it reads: pairs of ids."""

from __future__ import annotations

from collections.abc import Iterable

from clausetrack.align import align
from clausetrack.model.alignment import Alignment
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import Agreement, ClauseSet, Revision


def clause_set(clauses: Iterable[Clause], agreement: str) -> ClauseSet:
    return ClauseSet(
        agreement=Agreement(id=agreement, title=agreement),
        revision=Revision(id="r", basis="primary-text"),
        clauses=tuple(clauses),
    )


def provisions(prefix: str, texts: Iterable[str]) -> list[Clause]:
    """Provisions with ids that tell nothing but their side and order, numbered from 1."""
    return [
        Clause(id=f"{prefix}{place}", kind="provision", number=str(place), text=text)
        for place, text in enumerate(texts, 1)
    ]


def both(old: Iterable[str], new: Iterable[str]) -> tuple[ClauseSet, ClauseSet]:
    return clause_set(provisions("a", old), "before"), clause_set(provisions("b", new), "after")


def aligned(old: Iterable[str], new: Iterable[str]) -> Alignment:
    return align(*both(old, new))


def shown(alignment: Alignment) -> list[str]:
    """One line a match: ``paired a1 b2``, with ``moved`` where it moved."""
    return [
        " ".join(
            [
                match.relation,
                "+".join(clause.id for clause in match.old) or "-",
                "+".join(clause.id for clause in match.new) or "-",
                *(["moved"] if match.moved else []),
            ]
        )
        for match in alignment.matches
    ]
