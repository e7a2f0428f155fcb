"""An agenda for people: what is overdue, then what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from clausetrack.model.agenda import STATES, Agenda, Item
from clausetrack.report.agenda.words import about, notes, reference, window
from clausetrack.report.folding import columns, fold, padded
from clausetrack.report.registry import Options
from clausetrack.report.style import paint
from clausetrack.report.visible import one_line

_DATE: Final = len("2025-06-18")
_TITLE: Final = "What comes next"
_MARGIN: Final = "  "
_REST: Final = " " * (_DATE + 2 * len(_MARGIN))


def render(result: Agenda, options: Options) -> str:
    """Draw an agenda."""
    number = result.agreements
    facts = f"{window(result)}    {number} agreement{'s' if number != 1 else ''}"
    title = paint(_TITLE, "title", color=options.color)
    fits = columns(_TITLE) + 4 + columns(facts) <= options.width
    lines = [f"{title}    {facts}"] if fits else [title, *fold(facts, options.width)]
    for state, items in groupby(sorted(result.items, key=_rank), key=lambda item: item.state):
        style = "warning" if state != "due" else "title"
        lines += ["", paint(STATES[state], style, color=options.color)]
        for item in items:
            lines += _item(item, options)
    if not result.items:
        lines += ["", "nothing is due"]
    tail = [line for note in notes(result) for line in fold(one_line(note), options.width)]
    return "\n".join([*lines, *(["", *tail] if tail else [])]) + "\n"


def _rank(item: Item) -> int:
    return list(STATES).index(item.state)


def _item(item: Item, options: Options) -> Iterator[str]:
    first, *more = fold(
        one_line(f"{item.name}, {item.title}"), options.width, f"{_MARGIN}{padded(item.due, _DATE)}{_MARGIN}", _REST
    )
    yield first
    yield from more
    yield from fold(one_line(about(item)), options.width, _REST, _REST)
    place = one_line(reference(item))
    for line in fold(place, options.width - columns(_REST)):
        yield f"{_REST}{paint(line, 'faint', color=options.color)}"
