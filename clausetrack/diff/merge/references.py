"""What one side removed while the other side began to refer to it: removed, the reference would lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

Target = tuple[str, str]
"""The kind of a record, and its id."""

_SECTIONS: Final = {"clause": "clauses", "source": "sources", "actor": "actors"}
_ACTORS: Final = ("actors", "counterpart", "participants", "speaker", "targets")


def bereft(base: Any, sides: Sequence[Any], merged: Any) -> frozenset[Target]:
    """Give what a merge removed, as one side had it, and refers to, as only the other side has it."""
    gone = _targets(base) - _targets(merged)
    if not gone:
        return frozenset()
    wanted = gone & set(_references(merged))
    removed_by = [(wanted - _targets(side)) - set(_references(side)) for side in sides if wanted]
    return frozenset().union(*removed_by)


def _targets(data: Any) -> set[Target]:
    return {
        (kind, item["id"])
        for kind, section in _SECTIONS.items()
        for item in _records(data, section)
        if isinstance(item.get("id"), str)
    }


def _references(data: Any) -> Iterator[Target]:
    for clause in _records(data, "clauses"):
        yield from (("source", name) for key in ("evidence", "held") for name in _named(clause, key, "source"))
        yield from (("clause", name) for name in _named(clause, "relations", "target"))
        yield from (("clause", name.removeprefix("!")) for name in _texts(clause, "aligns_with"))
        yield from (("actor", name) for key in _ACTORS for name in _texts(clause, key))
    for event in _records(data, "events"):
        yield from (("clause", name) for name in _texts(event, "clauses"))
        if isinstance(source := event.get("source"), str):
            yield "source", source
    agreement = data.get("agreement")
    if isinstance(agreement, dict):
        yield from (("actor", name) for name in _texts(agreement, "parties"))


def _records(data: Any, key: str) -> Iterator[dict[str, Any]]:
    items = data.get(key)
    yield from (item for item in (items if isinstance(items, list) else ()) if isinstance(item, dict))


def _named(record: dict[str, Any], key: str, name: str) -> Iterator[str]:
    yield from (item[name] for item in _records(record, key) if isinstance(item.get(name), str))


def _texts(record: dict[str, Any], key: str) -> Iterator[str]:
    items = record.get(key)
    yield from (item for item in (items if isinstance(items, list) else ()) if isinstance(item, str))
