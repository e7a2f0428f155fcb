"""What is due in agreements: meetings by their rhythm, deadlines, and dates of the agreements themselves.

The next meeting of a dialogue is due one interval after the last that was held; where none is on record, after the
deadline for the first one, else after the dialogue was agreed. What lies before the first day of the agenda is overdue,
or in a partial set expected and not seen.
A rhythm is not made a rule of a calendar (RFC 5545, RRULE): it says how often, not on which day, and each meeting that
is held moves the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from clausetrack.model.agenda import Agenda, Item, State
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.scales import TERMINAL_STATUS
from clausetrack.survey.recurrence import Days, Duration, days, duration, later, times_before

_MOST: Final = 100
"""Meetings of one dialogue that are listed: two years of a weekly one. It says where there are more."""

_STARTS: Final = ("in_force", "signed", "announced")
"""Dates of an agreement from which its first meetings are counted, the one that decides first."""

_DONE: Final = frozenset({*TERMINAL_STATUS, "operating"})
"""Where a clause stands of which no deadline is open any more: it was met, or given up."""

_BEGINNING: Final = 60
"""Characters of a text that stand for a heading."""


def agenda(sets: Sequence[ClauseSet], start: date, until: date, *, is_today: bool = False) -> Agenda:
    """Give what is due between two days, both included, and what is overdue on the first; one set an agreement."""
    made = [_Made(found, start, until) for found in sets]
    items = [item for each in made for item in each.items()]
    order = {"overdue": 0, "not-seen": 0, "due": 1}
    items.sort(key=lambda item: (order[item.state], item.last, item.key))
    return Agenda(
        start=start.isoformat(),
        until=until.isoformat(),
        items=tuple(items),
        agreements=len(sets),
        is_today=is_today,
        unscheduled=tuple(name for each in made for name in each.unscheduled),
        capped=tuple(name for each in made for name in each.capped),
    )


class _Made:
    """The items of one agreement."""

    def __init__(self, clause_set: ClauseSet, start: date, until: date) -> None:
        self.set = clause_set
        self.start = start
        self.until = until
        self.unscheduled: list[str] = []
        self.capped: list[str] = []
        self.actors = {actor.id: actor.name for actor in clause_set.actors}

    def items(self) -> Iterator[Item]:
        """Yield what is due or overdue."""
        yield from self._dates()
        for clause in self.set.clauses:
            if clause.status in TERMINAL_STATUS:
                continue
            if clause.deadline is not None and clause.status not in _DONE and not clause.held:
                yield from self._deadline(clause, clause.deadline)
            if clause.kind == "dialogue":
                yield from self._dialogue(clause)

    def _dates(self) -> Iterator[Item]:
        """Yield the agreement's own dates that are to come; that one has passed is history, and needs no doing."""
        for name, text in self.set.agreement.dates.items():
            found = days(text)
            if self.start <= found.last and found.first <= self.until:
                yield self._item(None, found, base=name, kind="date")

    def _deadline(self, clause: Clause, text: str) -> Iterator[Item]:
        found = days(text)
        if found.first <= self.until:
            yield self._item(clause, found, kind="deadline")

    def _dialogue(self, clause: Clause) -> Iterator[Item]:
        base = self._base(clause)
        if clause.every is None or base is None:
            if not (clause.occurrence == "once" and clause.held):
                self.unscheduled.append(f"{self.set.agreement.id}#{clause.id}")
            return
        name, text = base
        step, began = duration(clause.every), days(text)
        held = len(clause.held)
        missed = self._missed(began, step)
        for times in self._times(clause, began, step, missed):
            due = later(began, step, times)
            if due is not None:
                yield self._item(
                    clause,
                    due,
                    kind="dialogue",
                    number=held + times,
                    missed=missed if due.last < self.start else 0,
                    every=clause.every,
                    counted_from=text,
                    base=name,
                )

    def _base(self, clause: Clause) -> tuple[str, str] | None:
        """Give from what the meetings are counted, and its date."""
        if clause.held:
            return "held", max((meeting.date for meeting in clause.held), key=lambda text: days(text).last)
        if clause.deadline is not None:
            return "deadline", clause.deadline
        dates = self.set.agreement.dates
        known = next(((name, dates[name]) for name in _STARTS if name in dates), None)
        as_of = self.set.revision.as_of
        return known or (("as_of", as_of) if as_of else None)

    def _missed(self, began: Days, step: Duration) -> int:
        """Count the meetings whose last day has passed."""
        times = times_before(began, step, self.start)
        while (due := later(began, step, times + 1)) is not None and due.last < self.start:
            times += 1
        return times

    def _times(self, clause: Clause, began: Days, step: Duration, missed: int) -> Iterator[int]:
        """Yield which meetings are to be listed: the first that is overdue, and those to come."""
        if missed:
            yield 1
        for times in range(missed + 1, missed + 1 + _MOST + 1):
            due = later(began, step, times)
            if due is None or due.first > self.until:
                return
            if times > missed + _MOST:
                self.capped.append(f"{self.set.agreement.id}#{clause.id}")
                return
            yield times

    def _item(self, clause: Clause | None, due: Days, **more: object) -> Item:
        revision = self.set.revision
        fields: dict[str, object] = {
            "agreement": self.set.agreement.id,
            "title": self.set.agreement.title,
            "revision": revision.id,
            "clause": clause.id if clause else None,
            "name": _name(clause) if clause else str(more["base"]).replace("_", " "),
            "due": str(due),
            "first": due.first.isoformat(),
            "last": due.last.isoformat(),
            "state": self._state(due),
            "stamp": self._stamp(),
            "actors": tuple(self.actors.get(name, name) for name in _actors(clause)) if clause else (),
            "level": clause.level if clause else None,
            "note": clause.note if clause else None,
        }
        return Item(**(fields | more))  # type: ignore[arg-type] # the fields of an item, by name

    def _state(self, due: Days) -> State:
        if due.last >= self.start:
            return "due"
        return "not-seen" if self.set.revision.completeness == "partial" else "overdue"

    def _stamp(self) -> str:
        """Give the day on which the set was as it is, for calendars that ask when an entry was made."""
        known = [self.set.revision.as_of, *self.set.agreement.dates.values()]
        return max((days(text).first.isoformat() for text in known if text), default="1970-01-01")


def _actors(clause: Clause) -> tuple[str, ...]:
    return clause.participants or clause.actors


def _name(clause: Clause) -> str:
    text = " ".join((clause.heading or clause.text).split())
    return text if len(text) <= _BEGINNING or clause.heading else text[:_BEGINNING].rpartition(" ")[0] + " …"
