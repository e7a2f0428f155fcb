"""Two sides of which one at least is a document: only what their words say is compared.

A document has no coding. What was guessed of one side, or coded by an analyst on the other, would look like a change.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet

_DIGEST: Final = re.compile(r"[0-9a-f]{12}")
"""What a draft calls a revision that has no date: the beginning of the file's digest."""

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
    return _named(sides[0], sides[1])


def _named(old: ClauseSet, new: ClauseSet) -> tuple[ClauseSet, ClauseSet]:
    """Call sides by their files where their own names do not tell them apart: the same date, or no date at all."""
    files = [_stem(side) for side in (old, new)]
    told = old.revision.id != new.revision.id and not any(_DIGEST.fullmatch(s.revision.id) for s in (old, new))
    if told or files[0] == files[1] or not all(files):
        return old, new
    first, second = (
        replace(side, revision=replace(side.revision, id=file)) for side, file in zip((old, new), files, strict=True)
    )
    return first, second


def _stem(side: ClauseSet) -> str:
    file = side.locator.locate(()).file if side.locator is not None else ""
    return "" if file.startswith("<") else PurePath(file.rpartition(":")[2]).stem


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
