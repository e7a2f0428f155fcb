"""What many change rules have in common: a field that went up or down a scale, items that came or went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausetrack.model.change import Direction
from clausetrack.rules.change_subject import Case, Draft


def on_scale(case: Case, field: str, scale: Sequence[str], *, up: bool, direction: Direction) -> Iterator[Draft]:
    """Yield a change where a field went up (or down) a scale; not where one side is silent or has a word of another scale."""
    delta = case.delta(field)
    if delta is None or delta.old not in scale or delta.new not in scale:
        return
    if (scale.index(delta.new) > scale.index(delta.old)) == up:
        yield Draft(direction, field, f"{field} {delta.old} → {delta.new}", delta.old, delta.new)


def came(case: Case, fields: Sequence[str], noun: str, direction: Direction) -> Iterator[Draft]:
    """Yield a change for every item that only the new list has."""
    for field in fields:
        delta = case.delta(field)
        for item in _missing(delta.new, delta.old) if delta else ():
            yield Draft(direction, field, f"{noun} '{item}' added", None, item, key=f"{field}:{item}")


def went(case: Case, fields: Sequence[str], noun: str, direction: Direction) -> Iterator[Draft]:
    """Yield a change for every item that only the old list has."""
    for field in fields:
        delta = case.delta(field)
        for item in _missing(delta.old, delta.new) if delta else ():
            yield Draft(direction, field, f"{noun} '{item}' removed", item, None, key=f"{field}:{item}")


def _missing(items: Sequence[str], others: Sequence[str]) -> list[str]:
    return [item for item in items if item not in others]
