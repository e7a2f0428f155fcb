"""What differs between the clauses of a match."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Final

from clausetrack.language.edits import word_edits
from clausetrack.model.alignment import Match
from clausetrack.model.change import FieldDelta, Pair, WordEdit
from clausetrack.model.clause import Clause

FIELDS: Final = tuple(field.name for field in fields(Clause) if field.name != "id")
"""Everything of a clause that may change; its identity is what the match is about."""

_SHARED: Final = ("status",)
"""What has changed of a clause that was split or merged, too, where all clauses of a side say the same of it."""

_BACK: Final = {"equal": "equal", "delete": "insert", "insert": "delete"}


def pair(match: Match) -> Pair:
    """Give what differs in a match: words wherever both sides have some, and fields.

    Where it is not one to one, only of what happened to all its clauses alike.
    """
    if match.relation in {"added", "removed"}:
        return Pair(match)
    deltas = field_deltas(match.old[0], match.new[0]) if match.relation == "paired" else _shared_deltas(match)
    old, new = joined_text(match.old), joined_text(match.new)
    return Pair(match, deltas, text_edits(old, new) if old != new else ())


def _shared_deltas(match: Match) -> dict[str, FieldDelta]:
    deltas = {}
    for name in _SHARED:
        old, new = ({getattr(clause, name) for clause in side} for side in (match.old, match.new))
        if old != new and len(old) == len(new) == 1 and None not in old | new:
            deltas[name] = FieldDelta(name, old.pop(), new.pop())
    return deltas


def text_edits(old: str, new: str) -> tuple[WordEdit, ...]:
    """Give the edits that turn one text into another: those that turn it back, read backwards.

    Where several scripts are equally short, one of them has to be chosen. To choose it for the two texts, and not for
    the
    way from one to the other, makes a comparison say the reverse when its sides are swapped.
    """
    return word_edits(old, new) if old <= new else reversed_edits(word_edits(new, old))


def reversed_edits(edits: Sequence[WordEdit]) -> tuple[WordEdit, ...]:
    """Give edits read backwards, a deletion before its insertion again."""
    turned = [WordEdit(_BACK[edit.op], edit.text) for edit in edits]  # type: ignore[arg-type] # the words are operations
    for at in range(1, len(turned)):
        if (turned[at - 1].op, turned[at].op) == ("insert", "delete"):
            turned[at - 1], turned[at] = turned[at], turned[at - 1]
    return tuple(turned)


def field_deltas(old: Clause, new: Clause) -> dict[str, FieldDelta]:
    """Give the fields in which two clauses differ, in the order of the format."""
    if old == new:
        return {}
    values = ((name, getattr(old, name), getattr(new, name)) for name in FIELDS)
    return {name: FieldDelta(name, before, after) for name, before, after in values if before != after}


def joined_text(clauses: Sequence[Clause]) -> str:
    """Give the texts of clauses, one a line."""
    return "\n".join(clause.text for clause in clauses)
