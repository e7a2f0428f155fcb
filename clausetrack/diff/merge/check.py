"""A last look at what a merge gave: no clause lost, none written twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from clausetrack.clauseset.conflicts import KEY, is_mark


def is_whole(base: Any, sides: Sequence[Any], merged: Any) -> bool:
    """Say whether each clause that a side added is in what was merged or in a conflict of it, and no id stands twice.

    Where a file that was merged has an id twice, so may the result.
    """
    known = [Counter(_ids(data)) for data in (base, *sides)]
    found = Counter(_ids(merged))
    if any(number > max(1, *(counts[name] for counts in known)) for name, number in found.items()):
        return False
    return all(name in found or name in known[0] for counts in known[1:] for name in counts)


def _ids(data: Any) -> Iterator[str]:
    """Give the ids of all clauses; of a conflict those of each side, an id once."""
    clauses = data.get("clauses")
    for item in clauses if isinstance(clauses, list) else ():
        for clause in _sides(item):
            names = _sides(clause.get("id")) if isinstance(clause, dict) else ()
            yield from (name for name in names if isinstance(name, str))


def _sides(value: Any) -> list[Any]:
    """Give a value, or where it is a conflict what the sides have, the same once."""
    if not is_mark(value) or not isinstance(value[KEY], dict):
        return [value]
    found: dict[str, Any] = {}
    for side in value[KEY].values():
        found.setdefault(str(side.get("id")) if isinstance(side, dict) else repr(side), side)
    return [*found.values()]
