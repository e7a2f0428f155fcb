"""What comes next in agreements: meetings that are due, deadlines, dates of the agreements themselves."""

from __future__ import annotations

from typing import Final, Literal

from clausetrack.model.record import Record, record

ItemKind = Literal["dialogue", "deadline", "date"]
State = Literal["overdue", "not-seen", "due"]
STATES: Final[dict[State, str]] = {"overdue": "overdue", "not-seen": "expected, not seen", "due": "to come"}
"""Where an item stands, in words; of a partial set nobody knows whether something happened unseen."""


@record(kw_only=True)
class Item(Record):
    """Something that is due.

    ``due`` is a date (ISO 8601, reduced precision) or, where it may be on any day between two, both with a slash
    between them; ``first`` and ``last`` are the days that it may mean. ``counted_from`` and ``base`` say from which
    date a meeting was counted and what was on it ("held", "found" or "changed" of the revision that says so first, or a
    date of the agreement or revision); ``number`` counts its meetings from 1, those that were held included. ``missed``
    are the meetings that should have been held by the first day of the agenda.
    """

    kind: ItemKind
    agreement: str
    title: str
    revision: str
    clause: str | None
    name: str
    due: str
    first: str
    last: str
    state: State
    stamp: str
    number: int = 1
    missed: int = 0
    every: str | None = None
    counted_from: str | None = None
    base: str | None = None
    actors: tuple[str, ...] = ()
    level: str | None = None
    status: str | None = None

    @property
    def key(self) -> str:
        """What the item is called in every run: agreement, clause or date, and number."""
        if self.kind == "date":
            return f"{self.agreement}#{self.base}"
        return f"{self.agreement}#{self.clause}.{self.number if self.kind == 'dialogue' else 'deadline'}"


@record(kw_only=True)
class Ended(Record):
    """An agreement that ended before the agenda starts.

    ``meetings`` and ``deadlines`` were due before its end, and that they were kept is not on record.
    """

    agreement: str
    title: str
    date: str
    meetings: int = 0
    deadlines: int = 0


@record(kw_only=True)
class Agenda(Record):
    """What is due from a day until another (ISO 8601, both included), overdue items first, then by date.

    ``is_today`` says that the first day is that of the run; ``agreements`` are their number; ``unscheduled`` are the
    dialogues that nobody can put on a calendar, as references, ``capped`` those with more meetings than are listed, and
    ``not_agreed`` the clauses of which nothing is due since nothing is agreed. Of ``ended`` agreements nothing is due.
    """

    start: str
    until: str
    items: tuple[Item, ...]
    agreements: int = 0
    is_today: bool = False
    unscheduled: tuple[str, ...] = ()
    capped: tuple[str, ...] = ()
    not_agreed: tuple[str, ...] = ()
    ended: tuple[Ended, ...] = ()
