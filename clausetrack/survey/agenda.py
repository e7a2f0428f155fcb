"""What is due in agreements: meetings by their rhythm, deadlines, and dates of the agreements themselves.

The next meeting of a dialogue is due one interval after the last that was held; where none is on record, after the
deadline for the first one, else after the dialogue was agreed. What lies before the first day of the agenda is overdue,
or in a partial set expected and not seen. Nothing is due of what nobody has agreed to, or after an agreement ended.
A rhythm is not made a rule of a calendar (RFC 5545, RRULE): it says how often, not on which day, and each meeting that
is held moves the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from clausetrack.model.agenda import Agenda, Ended, Item, State
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.scales import TERMINAL_STATUS, UNAGREED_STATUS
from clausetrack.survey.course import Course, course, meetings
from clausetrack.survey.recurrence import Days, days, spelt
from clausetrack.survey.standing import Since

_MOST: Final = 100
"""Meetings of one dialogue that are listed: two years of a weekly one. It says where there are more."""

_DONE: Final = frozenset({*TERMINAL_STATUS, "operating", "held"})
"""Where a clause stands of which no deadline is open any more: it was met, or given up."""

_BEGINNING: Final = 60
"""Characters of a text that stand for a heading."""

_STOPS: Final = " .;:,。"
"""What ends a sentence, and no name."""


def agenda(
    sets: Sequence[ClauseSet],
    start: date,
    until: date,
    *,
    since: Mapping[str, Mapping[str, Since]] | None = None,
    is_today: bool = False,
) -> Agenda:
    """Give what is due between two days, both included, and what is overdue on the first; one set an agreement.

    ``since`` says by agreement and clause from when on dialogues stand as they do, as far as revisions show it.
    """
    made = [_Made(found, start, until, (since or {}).get(found.agreement.id, {})) for found in sets]
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
        not_agreed=tuple(name for each in made for name in each.not_agreed),
        ended=tuple(ended for each in made for ended in each.ended()),
    )


class _Made:
    """The items of one agreement."""

    def __init__(self, clause_set: ClauseSet, start: date, until: date, since: Mapping[str, Since]) -> None:
        self.set = clause_set
        self.start = start
        self.until = until
        self.since = since
        self.dates = {name: text for name, text in clause_set.agreement.dates.items() if not name.startswith("x-")}
        self.end = days(self.dates["ended"]) if "ended" in self.dates else None
        self.unscheduled: list[str] = []
        self.capped: list[str] = []
        self.not_agreed: list[str] = []
        self.actors = {actor.id: actor.name for actor in clause_set.actors}
        self.meetings = meetings(clause_set)
        self.stamp = _stamp(clause_set, self.dates)

    def items(self) -> Iterator[Item]:
        """Yield what is due or overdue: nothing where the agreement has ended."""
        if self.end is not None and self.end.last < self.start:
            return
        yield from self._dates()
        for clause in self.set.clauses:
            if self._is_open(clause):
                yield from self._deadline(clause, clause.deadline or "")
            if clause.kind == "dialogue" and clause.status not in TERMINAL_STATUS:
                yield from self._dialogue(clause)

    def ended(self) -> Iterator[Ended]:
        """Yield the agreement if it has ended, with the number of what was due before that and is not on record."""
        if self.end is None or self.end.last >= self.start:
            return
        day = self.end.first
        agreed = [clause for clause in self.set.clauses if clause.status not in UNAGREED_STATUS]
        courses = [self._course(clause) for clause in agreed if clause.status not in TERMINAL_STATUS]
        yield Ended(
            agreement=self.set.agreement.id,
            title=self.set.agreement.title,
            date=self.dates["ended"],
            meetings=sum(found.missed(day) for found in courses if found),
            deadlines=sum(days(clause.deadline or "").last < day for clause in agreed if self._is_open(clause)),
        )

    def _dates(self) -> Iterator[Item]:
        """Yield the agreement's own dates that are to come; that one has passed is history, and needs no doing."""
        for name, text in self.dates.items():
            found = days(text)
            if self.start <= found.last and found.first <= self.until:
                yield self._item(None, found, due=text, base=name, kind="date")

    def _deadline(self, clause: Clause, text: str) -> Iterator[Item]:
        found = days(text)
        if clause.status in UNAGREED_STATUS and found.last < self.start:
            self.not_agreed.append(self._reference(clause))
        elif self._is_due(found):
            yield self._item(clause, found, due=text, kind="deadline")

    def _dialogue(self, clause: Clause) -> Iterator[Item]:
        found = self._course(clause)
        if found is None:
            if not (clause.occurrence == "once" and self.meetings[clause.id]):
                self.unscheduled.append(self._reference(clause))
        elif clause.status not in UNAGREED_STATUS:
            yield from self._due(clause, found)
        elif clause.deadline is None:
            self.not_agreed.append(self._reference(clause))

    def _due(self, clause: Clause, found: Course) -> Iterator[Item]:
        missed = found.missed(min(self.start, self.end.first) if self.end else self.start)
        for times, due in self._times(clause, found, missed):
            yield self._item(
                clause,
                due,
                due=spelt(due, found.began, found.step),
                kind="dialogue",
                number=found.number(times),
                missed=missed if due.last < self.start else 0,
                every=clause.every,
                counted_from=found.counted_from,
                base=found.base,
            )

    def _times(self, clause: Clause, found: Course, missed: int) -> Iterator[tuple[int, Days]]:
        """Yield which meetings are to be listed, and when: the first that is overdue, and those to come."""
        first = found.passed + missed + 1
        for times in (*([found.passed + 1] if missed else []), *range(first, first + _MOST + 1)):
            due = found.due(times)
            if due is None or not self._is_due(due):
                return
            if times == first + _MOST:
                self.capped.append(self._reference(clause))
                return
            yield times, due

    def _is_due(self, due: Days) -> bool:
        """Say whether it begins within the agenda, and is over when the agreement ends."""
        return due.first <= self.until and (self.end is None or due.last <= self.end.first)

    def _is_open(self, clause: Clause) -> bool:
        """Say whether a clause has a deadline, and nothing says that it was met."""
        return clause.deadline is not None and clause.status not in _DONE and not self.meetings[clause.id]

    def _course(self, clause: Clause) -> Course | None:
        since = self.since.get(clause.id, Since(self.set.revision.as_of, None))
        return course(clause, self.meetings[clause.id], self.dates, since)

    def _reference(self, clause: Clause) -> str:
        return f"{self.set.agreement.id}#{clause.id}"

    def _item(self, clause: Clause | None, found: Days, **more: object) -> Item:
        fields: dict[str, object] = {
            "agreement": self.set.agreement.id,
            "title": self.set.agreement.title,
            "revision": self.set.revision.id,
            "clause": clause.id if clause else None,
            "name": _name(clause) if clause else str(more["base"]).replace("_", " "),
            "first": found.first.isoformat(),
            "last": found.last.isoformat(),
            "state": self._state(found),
            "stamp": self.stamp,
            "actors": tuple(self.actors.get(name, name) for name in _actors(clause)) if clause else (),
            "level": clause.level if clause else None,
            "status": clause.status if clause else None,
        }
        return Item(**(fields | more))  # type: ignore[arg-type] # the fields of an item, by name

    def _state(self, due: Days) -> State:
        if due.last >= self.start:
            return "due"
        return "not-seen" if self.set.revision.completeness == "partial" else "overdue"


def _stamp(clause_set: ClauseSet, dates: Mapping[str, str]) -> str:
    """Give the last day of which a set tells, for calendars that ask when an entry was made.

    A date of the agreement may be one to come, and counts only where there is no other.
    """
    held = [meeting.date for clause in clause_set.clauses for meeting in clause.held]
    known = [clause_set.revision.as_of, *held, *(event.date for event in clause_set.events)]
    told = [text for text in known if text] or [text for name, text in dates.items() if name != "ended"]
    return max((days(text).first.isoformat() for text in told), default="1970-01-01")


def _actors(clause: Clause) -> tuple[str, ...]:
    return clause.participants or clause.actors


def _name(clause: Clause) -> str:
    """Give the heading of a clause, or the beginning of its text, without the stop of a sentence."""
    text = " ".join((clause.heading or clause.text).split())
    if clause.heading or len(text) <= _BEGINNING:
        return text.rstrip(_STOPS) or text
    beginning = text[:_BEGINNING].rpartition(" ")[0] or text[: _BEGINNING - 1]
    return f"{beginning.rstrip(_STOPS)} …"
