"""Two sides of which one at least is a document: only what their words say is compared.

A document has no coding. What was guessed of one side, or coded by an analyst on the other, would look like a change.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet

_GUESSED: Final = ("instrument", "legal_status")
"""What a draft guesses of an agreement."""


def words_only(
    old: ClauseSet, new: ClauseSet, *, old_is_coded: bool, new_is_coded: bool
) -> tuple[ClauseSet, ClauseSet]:
    """Give both sides with nothing but numbers, headings and words on their clauses.

    What kind of agreement it is counts as coded where one side is, and else as the old side has it. Parties are
    compared where both sides name some.
    """
    known = new.agreement if new_is_coded and not old_is_coded else old.agreement
    shared = {name: getattr(known, name) for name in _GUESSED}
    sides = []
    for side in (old, new):
        parties = side.agreement.parties if old.agreement.parties and new.agreement.parties else ()
        agreement = replace(side.agreement, **shared, parties=parties)
        sides.append(replace(side, agreement=agreement, clauses=tuple(map(_words, side.clauses)), events=()))
    return sides[0], sides[1]


def _words(clause: Clause) -> Clause:
    return Clause(
        id=clause.id,
        kind="provision",
        text=clause.text,
        number=clause.number,
        path=clause.path,
        heading=clause.heading,
        aligns_with=clause.aligns_with,
    )
