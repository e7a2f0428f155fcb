"""What every form of an agenda says in the same words."""

from __future__ import annotations

from typing import Final

from clausetrack.model.agenda import Agenda, Item

RHYTHMS: Final = {"P1Y": "every year", "P6M": "twice a year", "P1M": "every month", "P2Y": "every second year"}
_BASES: Final = {
    "held": "since the last meeting, {}",
    "deadline": "since the first was due, {}; no meeting is on record",
    "in_force": "since it is in force, {}; no meeting is on record",
    "signed": "since it was signed, {}; no meeting is on record",
    "announced": "since it was announced, {}; no meeting is on record",
    "as_of": "since the revision of {}; no meeting is on record",
}
_DAY: Final = len("2025-06-18")


def reference(item: Item) -> str:
    """Name what is due: ``agreement#clause``, or the agreement alone."""
    return f"{item.agreement}#{item.clause}" if item.clause else item.agreement


def about(item: Item) -> str:
    """Say in a line what is due and why then."""
    parts = [item.level or "", ", ".join(item.actors)]
    if item.kind == "dialogue":
        rhythm = RHYTHMS.get(item.every or "", f"every {item.every}")
        parts.append(f"{rhythm} {_BASES.get(item.base or '', 'since {}').format(item.counted_from)}")
        if item.missed > 1:
            parts.append(f"{item.missed} meetings should have been held by now")
    elif item.kind == "deadline":
        parts.append("deadline" if item.state == "due" else "deadline; whether it was met is not said")
    else:
        parts.append("date of the agreement")
    return "; ".join(filter(None, parts))


def window(agenda: Agenda) -> str:
    """Say for which days the agenda is, and that its first day is today's where it is."""
    today = " (today)" if agenda.is_today else ""
    return f"{agenda.start}{today} to {agenda.until}"


def is_vague(item: Item) -> bool:
    """Say whether only the month or year is known."""
    return len(item.due) < _DAY


def notes(agenda: Agenda) -> list[str]:
    """Say what is not in the agenda, and why."""
    lines = []
    if agenda.unscheduled:
        number = len(agenda.unscheduled)
        noun = "dialogue has" if number == 1 else "dialogues have"
        lines.append(f"{number} {noun} no rhythm that a date could be counted from")
    lines += [f"{name} meets more often than is listed here" for name in agenda.capped]
    return lines
