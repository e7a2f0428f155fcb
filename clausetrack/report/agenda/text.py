"""An agenda for people: what is overdue, then what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby, repeat
from typing import Final

from clausetrack.model.agenda import STATES, Agenda
from clausetrack.report.agenda.runs import Shown, shown
from clausetrack.report.agenda.words import ALL, about, more, notes, reference, window
from clausetrack.report.counting import counted
from clausetrack.report.folding import columns, fold, padded
from clausetrack.report.registry import Options
from clausetrack.report.style import paint
from clausetrack.report.visible import one_line

_DATE: Final = len("2025-06-18")
_TITLE: Final = "What comes next"
_MARGIN: Final = "  "


def render(result: Agenda, options: Options) -> str:
    """Draw an agenda."""
    facts = f"{window(result)}    {counted(result.agreements, 'agreement')}"
    title = paint(_TITLE, "title", color=options.color)
    fits = columns(_TITLE) + 4 + columns(facts) <= options.width
    lines = [f"{title}    {facts}"] if fits else [title, *fold(facts, options.width)]
    entries = sorted(shown(result.items, everything=options.all), key=_rank)
    wide = max((columns(line) for entry in entries for line in _when(entry)), default=_DATE)
    for state, group in groupby(entries, key=lambda entry: entry.item.state):
        style = "warning" if state != "due" else "title"
        lines += ["", paint(STATES[state], style, color=options.color)]
        for entry in group:
            lines += _entry(entry, max(wide, _DATE), options)
    if not result.items:
        lines += ["", "nothing is due"]
    last = [ALL] if any(entry.more for entry in entries) else []
    tail = [line for note in (*notes(result), *last) for line in fold(one_line(note), options.width)]
    return "\n".join([*lines, *(["", *tail] if tail else [])]) + "\n"


def _rank(entry: Shown) -> int:
    return list(STATES).index(entry.item.state)


def _when(entry: Shown) -> list[str]:
    """Give the date, or the first and the last of those between which it is due, one below the other."""
    first, _, last = entry.item.due.partition("/")
    return [first, f"to {last}"] if last else [first]


def _entry(entry: Shown, wide: int, options: Options) -> Iterator[str]:
    item = entry.item
    room = options.width - wide - 2 * len(_MARGIN)
    said = [*fold(one_line(f"{item.name}, {item.title}"), room), *fold(one_line(about(item)), room)]
    said += [paint(line, "faint", color=options.color) for line in fold(one_line(reference(item)), room)]
    said += [more(entry)] if entry.more else []
    for line, date in zip(said, chain(_when(entry), repeat("")), strict=False):
        yield f"{_MARGIN}{padded(date, wide)}{_MARGIN}{line}"
