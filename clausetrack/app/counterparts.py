"""Which paragraphs of a document hold the counterpart of each clause."""

from __future__ import annotations

from clausetrack.align import align
from clausetrack.draft import Drafting, draft
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.document import Document


def counterparts(clause_set: ClauseSet, document: Document | None) -> dict[str, frozenset[int]]:
    """Give for each clause, by id, the paragraphs of a document in which its counterpart stands."""
    if document is None:
        return {}
    new = draft(document, Drafting())
    matches = align(clause_set, new, trust_ids=False).matches
    return {
        clause.id: frozenset(
            entry.paragraph for other in match.new for entry in other.evidence if entry.paragraph is not None
        )
        for match in matches
        for clause in match.old
    }
