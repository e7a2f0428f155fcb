"""What every form of an agenda says in the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from clausetrack.model.agenda import Agenda, Ended, Item
from clausetrack.model.scales import UNAGREED_STATUS
from clausetrack.report.agenda.runs import Shown
from clausetrack.report.counting import counted
from clausetrack.report.rhythm import rhythm

_BASES: Final = {
    "held": "since the last meeting, {}",
    "deadline": "since the first was due, {}; no meeting is on record",
    "in_force": "since it is in force, {}; no meeting is on record",
    "signed": "since it was signed, {}; no meeting is on record",
    "announced": "since it was announced, {}; no meeting is on record",
    "as_of": "since the revision of {}; no meeting is on record",
    "found": "since the revision of {}, the first that says so; no meeting is on record",
    "changed": "since the revision of {}, the first that says so",
}
ALL: Final = "--all shows every meeting"
_NAMED: Final = 3
"""Clauses or agreements that a note names; of more, it gives the number."""


def reference(item: Item) -> str:
    """Name what is due: ``agreement#clause``, or the agreement alone."""
    return f"{item.agreement}#{item.clause}" if item.clause else item.agreement


def about(item: Item) -> str:
    """Say in a line what is due and why then."""
    parts = [item.level or "", ", ".join(item.actors)]
    if item.kind == "dialogue":
        parts.append(f"{rhythm(item.every or '')} {_BASES.get(item.base or '', 'since {}').format(item.counted_from)}")
        if item.missed > 1:
            parts.append(f"this and {item.missed - 1} more should have been held")
    elif item.kind == "deadline":
        parts.append("deadline" if item.state == "due" else "deadline; whether it was met is not said")
        parts.append(f"not agreed yet: {item.status}" if item.status in UNAGREED_STATUS else "")
    else:
        parts.append("date of the agreement")
    return "; ".join(filter(None, parts))


def more(entry: Shown) -> str:
    """Say how many meetings follow that are not shown; nothing where there are none."""
    return f"and {entry.more} more until {entry.until}" if entry.more else ""


def when(item: Item) -> str:
    """Say when it is due: a date, or from which to which other."""
    return item.due.replace("/", " to ")


def window(agenda: Agenda) -> str:
    """Say for which days the agenda is, and that its first day is today's where it is."""
    today = " (today)" if agenda.is_today else ""
    return f"{agenda.start}{today}" + (f" to {agenda.until}" if agenda.until != agenda.start else "")


def notes(agenda: Agenda) -> list[str]:
    """Say what is not in the agenda, and why."""
    return [*_ended(agenda.ended), *_not_agreed(agenda.not_agreed), *_unscheduled(agenda)]


def _ended(ended: Sequence[Ended]) -> Iterator[str]:
    if len(ended) <= _NAMED:
        yield from (f"{one.title} ended ({one.date}){_open([one])}" for one in ended)
    else:
        yield f"{len(ended)} agreements have ended{_open(ended)}"


def _open(ended: Sequence[Ended]) -> str:
    """Say what was due before an end; whether it was done, nobody knows from the files."""
    numbers = ((sum(one.meetings for one in ended), "meeting"), (sum(one.deadlines for one in ended), "deadline"))
    counts = [counted(number, noun) for number, noun in numbers if number]
    verb = "was" if sum(number for number, _ in numbers) == 1 else "were"
    return f"; before that, {' and '.join(counts)} {verb} due, and not recorded as kept" if counts else ""


def _not_agreed(names: Sequence[str]) -> Iterator[str]:
    if names:
        listed = f": {', '.join(names)}" if len(names) <= _NAMED else ""
        verb = "is" if len(names) == 1 else "are"
        yield f"{counted(len(names), 'clause')} {verb} not agreed yet, and so not due{listed}"


def _unscheduled(agenda: Agenda) -> Iterator[str]:
    number = len(agenda.unscheduled)
    if number:
        noun = "dialogue has" if number == 1 else "dialogues have"
        yield f"{number} {noun} no rhythm, or no date to count it from"
    yield from (f"{name} meets more often than is listed here" for name in agenda.capped)
