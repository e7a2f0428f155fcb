"""What differs between the clauses of a match."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Final

from clausetrack.language.edits import word_edits
from clausetrack.model.alignment import Match
from clausetrack.model.change import FieldDelta, Pair
from clausetrack.model.clause import Clause

FIELDS: Final = tuple(field.name for field in fields(Clause) if field.name != "id")
"""Everything of a clause that may change; its identity is what the match is about."""


def pair(match: Match) -> Pair:
    """Give what differs in a match: fields where it is one to one, words wherever both sides have some."""
    if match.relation in {"added", "removed"}:
        return Pair(match)
    deltas = field_deltas(match.old[0], match.new[0]) if match.relation == "paired" else {}
    old, new = joined_text(match.old), joined_text(match.new)
    return Pair(match, deltas, word_edits(old, new) if old != new else ())


def field_deltas(old: Clause, new: Clause) -> dict[str, FieldDelta]:
    """Give the fields in which two clauses differ, in the order of the format."""
    if old == new:
        return {}
    values = ((name, getattr(old, name), getattr(new, name)) for name in FIELDS)
    return {name: FieldDelta(name, before, after) for name, before, after in values if before != after}


def joined_text(clauses: Sequence[Clause]) -> str:
    """Give the texts of clauses, one a line."""
    return "\n".join(clause.text for clause in clauses)
