"""Meetings that follow one another, shown by the first few of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from clausetrack.model.agenda import Item

_WHOLE: Final = 4
"""Meetings of one dialogue that are all shown: a year of a quarterly one."""

_FIRST: Final = 3
"""Meetings that are shown of more: the rhythm can be seen from them."""


class Shown(NamedTuple):
    """An item, and how many meetings of the same dialogue follow that are not shown, the last of them when."""

    item: Item
    more: int = 0
    until: str = ""


def shown(items: Sequence[Item], *, everything: bool) -> Iterator[Shown]:
    """Yield the items in their order, of a long run of meetings to come the first few."""
    runs: dict[tuple[str, str | None], list[Item]] = defaultdict(list)
    for item in items:
        if item.kind == "dialogue" and item.state == "due":
            runs[item.agreement, item.clause].append(item)
    places = {id(item): (place, run) for run in runs.values() for place, item in enumerate(run, 1)}
    for item in items:
        place, run = places.get(id(item), (0, []))
        if everything or len(run) <= _WHOLE or place < _FIRST:
            yield Shown(item)
        elif place == _FIRST:
            yield Shown(item, len(run) - _FIRST, run[-1].due.rpartition("/")[2])
