"""How the meetings of a dialogue run: from which date on they are counted, and which of them are due when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.survey.recurrence import Days, Duration, days, duration, later, times_before
from clausetrack.survey.standing import Since

_STARTS: Final = ("in_force", "signed", "announced")
"""Dates of an agreement from which its first meetings are counted, the one that decides first."""

_MEETING: Final = "meeting-held"
"""The type of an event that is a meeting of the dialogues that it names."""


class Course(NamedTuple):
    """Meetings one step after another from some days on, which are ``counted_from`` as they are written.

    ``base`` says what was on these days. ``met`` meetings went before the first step; the first ``passed`` steps lie
    before the dialogue had this rhythm, and were never due.
    """

    base: str
    counted_from: str
    began: Days
    step: Duration
    met: int = 0
    passed: int = 0

    def due(self, times: int) -> Days | None:
        """Give the days of a meeting, counted in steps; None beyond the year 9999."""
        return later(self.began, self.step, times)

    def before(self, day: date) -> int:
        """Count the steps whose last day lies before a day."""
        times = times_before(self.began, self.step, day)
        while (due := self.due(times + 1)) is not None and due.last < day:
            times += 1
        return times

    def missed(self, day: date) -> int:
        """Count the meetings that were due before a day."""
        return max(self.before(day) - self.passed, 0)

    def number(self, times: int) -> int:
        """Say which meeting of the dialogue a step is, counted from 1."""
        return self.met + times - self.passed


def meetings(clause_set: ClauseSet) -> dict[str, list[str]]:
    """Give by clause the dates of the meetings on record, in the clauses or as events; what may be the same is one."""
    found = {clause.id: [meeting.date for meeting in clause.held] for clause in clause_set.clauses}
    for event in clause_set.events:
        for name in event.clauses if event.type == _MEETING else ():
            known = found.setdefault(name, [])
            known += [] if any(_meet(event.date, date) for date in known) else [event.date]
    return found


def course(clause: Clause, held: Sequence[str], dates: Mapping[str, str], since: Since) -> Course | None:
    """Say how the meetings of a dialogue run; None where it has no rhythm, or no date to count from.

    They are counted from the last of those that were ``held``, else from the deadline of the first, else from the day
    from which the dialogue stands: that of the agreement by its ``dates``, or of the revision that has it first.
    """
    if clause.every is None:
        return None
    step = duration(clause.every)
    if held:
        last = max(held, key=lambda text: days(text).last)
        return _from_held(Course("held", last, days(last), step, len(held)), since)
    if clause.status == "held":
        return None  # it met, on nobody knows which day
    if clause.deadline is not None:
        return Course("deadline", clause.deadline, days(clause.deadline), step, 1)
    base = _start(dates, since)
    return Course(*base, days(base[1]), step) if base else None


def _from_held(found: Course, since: Since) -> Course:
    """Leave out the steps that lie before the dialogue had its rhythm: in this one, nothing was due then."""
    if since.link is None or since.date is None:
        return found
    passed = found.before(days(since.date).first)
    return found._replace(base="changed", counted_from=since.date, passed=passed) if passed else found


def _start(dates: Mapping[str, str], since: Since) -> tuple[str, str] | None:
    name = next((name for name in _STARTS if name in dates), None)
    if name is not None and (since.link is None or _is_later(dates[name], since.date)):
        return name, dates[name]
    return ("found" if since.link else "as_of", since.date) if since.date else None


def _is_later(text: str, other: str | None) -> bool:
    return other is not None and days(text).first >= days(other).first


def _meet(one: str, other: str) -> bool:
    return days(one).first <= days(other).last and days(other).first <= days(one).last
