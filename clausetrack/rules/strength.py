"""How strongly a pair of clauses holds: by their fields where they have them, by their words where they have not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from clausetrack.language.force import read_force
from clausetrack.model.change import Cause
from clausetrack.model.clause import Clause
from clausetrack.model.record import Record, record
from clausetrack.model.scales import FORCE
from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.movement import quoted


@record
class Strength(Record):
    """The force or polarity of one norm before and after, the field that says so, and the words where the text does."""

    old: str | None
    new: str | None
    field: str
    words: tuple[str, str] = ("", "")

    def draft(self, direction: Literal["strengthened", "weakened", "mixed"], noun: str) -> Draft:
        """Make a change of it."""
        because = f": {quoted(self.words[0])} → {quoted(self.words[1])}" if any(self.words) else ""
        message = f"{noun} {self.old or 'none'} → {self.new or 'none'}{because}"
        cause: Cause | None = "text" if self.field == "text" else None
        return Draft(
            direction, self.field, message, self.old, self.new, cause, key=" → ".join(filter(None, self.words))
        )


def strengths(case: Case, name: Literal["force", "polarity"]) -> Iterator[Strength]:
    """Yield what may have changed in force or polarity. A file's own word wins over what its text says."""
    old, new = case.old, case.new
    if case.coded(name):
        if case.delta(name) is not None and old is not None and new is not None:
            yield Strength(_said(case, old, name, 0), _said(case, new, name, 1), name)
        return
    for shift in case.reading.shifts:
        yield Strength(getattr(shift.old, name), getattr(shift.new, name), "text", shift.words)


def _said(case: Case, clause: Clause, name: str, side: int) -> str | None:
    said: str | None = getattr(clause, name)
    if said is None:
        setting = case.comparison.setting
        reading = read_force(clause.text, setting.language, binding=setting.binds(side), reported=setting.reports(side))
        said = getattr(reading, name)
    return said


def moved(case: Case, *, up: bool) -> Iterator[Draft]:
    """Yield a change for every norm that went up (or down) the scale of force."""
    for found in strengths(case, "force"):
        if found.old in FORCE and found.new in FORCE and found.old != found.new:
            rises = FORCE.index(found.new) > FORCE.index(found.old)
            if rises == up:
                yield found.draft("strengthened" if up else "weakened", "force")
