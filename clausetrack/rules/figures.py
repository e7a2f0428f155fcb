"""Figures that changed, as drafts: times that were set, lifted, moved; numbers that went up or down."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.language.quantity import Quantity
from clausetrack.model.change import Direction
from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.movement import quoted
from clausetrack.rules.reading.figures import Figure
from clausetrack.rules.time import last_day

_BOUND: Final[dict[tuple[str | None, str | None], Direction]] = {
    (None, "floor"): "strengthened",
    ("floor", None): "weakened",
    (None, "cap"): "weakened",
    ("cap", None): "strengthened",
}
"""What it says of a duty that its number became a bound, or is one no more."""

_REVERSED: Final[dict[Direction, Direction]] = {"strengthened": "weakened", "weakened": "strengthened"}


def times(case: Case, kinds: frozenset[str]) -> Iterator[Figure]:
    """Yield the dates, durations or frequencies of standing passages that changed, came or went."""
    return (figure for figure in case.reading.figures if figure.kind in kinds and figure.changed and not figure.whole)


def limits(case: Case, *, came: bool) -> Iterator[Draft]:
    """Yield a change for every time limit that came (or went): a date with what makes it one, or any duration."""
    for figure in times(case, frozenset({"date", "duration"})):
        quantity = figure.new if came else figure.old
        if quantity is None or (figure.old is not None and figure.new is not None):
            continue
        if figure.kind == "date" and figure.role != "limit":
            continue
        words = phrase(case, figure, came=came)
        direction: Direction = "neutral" if figure.role != "limit" else "strengthened" if came else "weakened"
        message = f"time limit {quoted(words)} {'set' if came else 'lifted'}"
        yield Draft(
            direction,
            "text",
            message,
            None if came else quantity.value,
            quantity.value if came else None,
            "text",
            key=words,
        )


def phrase(case: Case, figure: Figure, *, came: bool) -> str:
    """Give the words of a figure on one side, with what stands before it and says what it is."""
    texts = case.reading.texts
    quantity, place = (figure.new, figure.places[1]) if came else (figure.old, figure.places[0])
    text = texts.new if came else texts.old
    if quantity is None:
        return ""
    return text[place.start if place else quantity.start : quantity.end]


def dates(case: Case, *, later: bool) -> Iterator[Draft]:
    """Yield a change for every deadline in the text that moved back (or forward)."""
    for figure in times(case, frozenset({"date"})):
        if figure.old is None or figure.new is None or figure.role != "limit":
            continue
        old, new = figure.old.value, figure.new.value
        comparable = old.startswith("--") == new.startswith("--")  # a day of no year is before or after none of a year
        if comparable and last_day(old) != last_day(new) and (last_day(new) > last_day(old)) == later:
            message = f"deadline {old} → {new}, {'later' if later else 'sooner'}"
            yield Draft(
                "weakened" if later else "strengthened", "text", message, old, new, "text", key=f"{old} → {new}"
            )


def rhythms(case: Case, *, oftener: bool) -> Iterator[Draft]:
    """Yield a change for every frequency in the text that rose (or fell); without one, nothing happens regularly."""
    for figure in times(case, frozenset({"frequency"})):
        old, new = figure.old, figure.new
        before, after = (quantity.size if quantity else None for quantity in (old, new))
        rises = after is not None and (before is None or after < before)
        if before != after and rises == oftener:
            change = f"{_said(old) or 'no rhythm'} → {_said(new) or 'no rhythm'}"
            message = f"every {change}, {'more' if oftener else 'less'} often"
            direction: Direction = "strengthened" if oftener else "weakened"
            yield Draft(direction, "text", message, _said(old), _said(new), "text", key=f"{_said(old)} → {_said(new)}")


def numbers(case: Case, kinds: frozenset[str], noun: str) -> Iterator[Draft]:
    """Yield a change for every number that changed, and for caps and floors that came or went.

    A number that came or went otherwise belongs to the words that did. So does a count of nothing, or of something with
    a name of its own: it is part of an address or a title.
    """
    for figure in case.reading.figures:
        if figure.kind in kinds and figure.changed and (figure.role in {"cap", "floor"} or _counts(figure)):
            yield sized(case, figure, noun)


def _counts(figure: Figure) -> bool:
    if figure.old is None or figure.new is None or figure.named:
        return False
    return figure.kind != "count" or bool(figure.old.unit)


def sized(case: Case, figure: Figure, noun: str) -> Draft:
    """Make a change of a figure that went up or down, came or went.

    A higher cap holds less, a higher floor more; a later limit holds less, a longer term more. A number that becomes a
    floor holds more, one that becomes a cap less. What a number is to the rest is not always told: then the direction
    is neutral, as it is where a new sentence brings its own.
    """
    old, new = figure.old, figure.new
    rises = _rises(old, new)
    direction: Direction = "neutral" if figure.bounded is None else _BOUND.get(figure.bounded, "neutral")
    if rises is not None and not figure.whole and figure.role:
        direction = "strengthened" if rises else "weakened"
        if figure.role in {"cap", "limit"}:
            direction = _REVERSED[direction]
    sense = "" if rises is None else (", more" if rises else ", less")
    if noun == "duration":
        sense = sense.replace("more", "longer").replace("less", "shorter")
    words = [phrase(case, figure, came=False), phrase(case, figure, came=True)]
    change = f"{quoted(words[0])} → {quoted(words[1])}" if old and new else _one_sided(words)
    # A bound that came or went leaves the number as it was: then the words are what differs.
    values = (_said(old), _said(new)) if figure.bounded is None else (words[0], words[1])
    return Draft(
        direction,
        "text",
        f"{noun} {change}{sense}",
        *values,
        "text",
        key=" → ".join(filter(None, words)),
    )


def _one_sided(words: list[str]) -> str:
    return f"{quoted(words[1])} set" if words[1] else f"{quoted(words[0])} lifted"


def _rises(old: Quantity | None, new: Quantity | None) -> bool | None:
    if old is None or new is None or old.size is None or new.size is None or old.size == new.size:
        return None
    return new.size > old.size


def _said(quantity: Quantity | None) -> str | None:
    return None if quantity is None else f"{quantity.value} {quantity.unit}".strip()
