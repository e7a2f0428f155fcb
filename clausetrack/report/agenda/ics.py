"""An agenda as a calendar (iCalendar, RFC 5545): an entry for all of a day for each thing that is due.

Identities come from agreement, clause and number, and time stamps from the revision, so that a calendar that fetches
the file again changes its entries instead of doubling them. Where only a month or year is known the entry stands on its
first day, and says so. Days have no time zone: they are the same wherever the calendar is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from clausetrack.model.agenda import STATES, Agenda, Item
from clausetrack.model.scales import UNAGREED_STATUS
from clausetrack.report.agenda.words import about, reference, when
from clausetrack.report.registry import Options
from clausetrack.report.visible import visible

_LINE: Final = 75
"""Octets of a line at most, without its end (RFC 5545, 3.1)."""

_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def render(result: Agenda, options: Options) -> str:
    """Draw an agenda as a calendar; lines end as the standard has it, in CR and LF."""
    del options
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//clausetrack//agenda//EN",
        "CALSCALE:GREGORIAN",
        *(line for item in result.items for line in _event(item)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(item: Item) -> Iterator[str]:
    # What is overdue stands on the day on which it was due at last; what is vague on the first that it may mean.
    start = date.fromisoformat(item.first)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(item.key)}@clausetrack"
    yield f"DTSTAMP:{_compact(item.stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_compact(item.first)}"
    if start < date.max:
        yield f"DTEND;VALUE=DATE:{_compact((start + timedelta(days=1)).isoformat())}"
    yield f"SUMMARY:{_text(_summary(item))}"
    yield f"DESCRIPTION:{_text(_description(item))}"
    yield f"CATEGORIES:{item.kind.upper()}"
    is_tentative = item.kind == "dialogue" or item.status in UNAGREED_STATUS
    yield f"STATUS:{'TENTATIVE' if is_tentative else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _summary(item: Item) -> str:
    state = "" if item.state == "due" else f" ({STATES[item.state]})"
    kind = "Deadline: " if item.kind == "deadline" else ""
    return f"{kind}{item.name}{state}, {item.title}"


def _description(item: Item) -> str:
    lines = [about(item), reference(item)]
    if "/" in item.due:
        lines.append(f"It may be on any day from {when(item)}.")
    elif item.first != item.last:
        unit = "year" if len(item.due) == len("2025") else "month"
        lines.append(f"Only the {unit} is known: {item.due}.")
    return "\n".join(lines)


def _compact(day: str) -> str:
    return day.replace("-", "")


def _text(text: str) -> str:
    """Escape a text (RFC 5545, 3.3.11); what would steer a terminal or a parser is shown, not sent."""
    plain = "\n".join(" ".join(line.split()) for line in text.splitlines())
    return visible(plain).translate(_ESCAPES)


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 octets, never within a character; each but the first starts with a space."""
    part, used = "", 0
    for char in line:
        size = len(char.encode("utf-8", "replace"))
        if used + size > _LINE:
            yield part
            part, used = " ", 1
        part, used = part + char, used + size
    yield part
