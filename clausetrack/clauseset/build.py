"""Plain data to the model. The data has passed the schema, or `without_faults` has taken out what did not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from clausetrack.clauseset.syntax import Tree
from clausetrack.model.clause import Clause, Meeting, Relation
from clausetrack.model.clauseset import Actor, Agreement, ClauseSet, Event, Revision
from clausetrack.model.position import Path
from clausetrack.model.source import Evidence, Source

_MISSING: Final = ""
"""Stands for a required text that a faulty file does not have, so that the rest of the file can still be looked at."""

_ROOT: Final = frozenset({"format", "agreement", "revision", "clauses", "sources", "actors", "events"})

Converters = dict[str, Callable[[Any], Any]]


def build(tree: Tree, data: dict[str, Any] | None = None) -> ClauseSet:
    """Give the clause set of a valid tree, or of data made from it by `without_faults`; the tree is its locator."""
    data = tree.data if data is None else data
    return ClauseSet(
        agreement=Agreement(**({"id": _MISSING, "title": _MISSING} | _fields(data["agreement"], _AGREEMENT))),
        revision=Revision(**({"id": _MISSING, "basis": _MISSING} | _fields(data["revision"], _DATED))),
        clauses=_each(_clause, data.get("clauses", ())),
        sources=_each(_source, data.get("sources", ())),
        actors=_each(_actor, data.get("actors", ())),
        events=_each(_event, data.get("events", ())),
        extra={key: value for key, value in data.items() if key not in _ROOT},
        locator=tree,
    )


def without_faults(data: Any, faulty: Iterable[Path]) -> dict[str, Any]:
    """Give a copy of data without the values at the faulty paths; items of sections stay in their places, emptied."""
    pruned = _pruned(data, (), frozenset(faulty))
    kept: dict[str, Any] = pruned if isinstance(pruned, dict) else {}
    return {"agreement": {}, "revision": {}} | {key: value for key, value in kept.items() if value is not _GONE}


_GONE: Final = object()


def _pruned(value: Any, path: Path, faulty: frozenset[Path]) -> Any:
    if path in faulty:
        # The place of a clause among its siblings is how its position is found, so it is kept.
        return {} if len(path) == 2 and isinstance(path[1], int) else _GONE  # noqa: PLR2004 - ("clauses", 3)
    if isinstance(value, dict):
        entries = ((key, _pruned(item, (*path, key), faulty)) for key, item in value.items())
        return {key: item for key, item in entries if item is not _GONE}
    if isinstance(value, list):
        items = (_pruned(item, (*path, index), faulty) for index, item in enumerate(value))
        return [item for item in items if item is not _GONE]
    return value


def _fields(item: dict[str, Any], converters: Converters) -> dict[str, Any]:
    """Give the keyword arguments for a record: lists as tuples, free keys together under ``extra``."""
    fields: dict[str, Any] = {}
    extra: dict[str, Any] | None = None
    for key, value in item.items():
        if key[:2] == "x-":
            extra = extra or {}
            extra[key] = value
        elif (convert := converters.get(key)) is not None:
            fields[key] = convert(value)
        else:
            fields[key] = tuple(value) if type(value) is list else value
    if extra:
        fields["extra"] = extra
    return fields


def _each(make: Callable[[dict[str, Any]], Any], items: Iterable[dict[str, Any]]) -> tuple[Any, ...]:
    return tuple([make(item) for item in items])


def _clause(item: dict[str, Any]) -> Clause:
    fields = _fields(item, _CLAUSE)
    if len(fields) < _CLAUSE_REQUIRED or "text" not in fields or "id" not in fields or "kind" not in fields:
        fields = {"id": _MISSING, "kind": _MISSING, "text": _MISSING} | fields
    return Clause(**fields)


def _source(item: dict[str, Any]) -> Source:
    return Source(**({"id": _MISSING} | _fields(item, _DATED)))


def _actor(item: dict[str, Any]) -> Actor:
    return Actor(**({"id": _MISSING, "name": _MISSING} | _fields(item, {})))


def _event(item: dict[str, Any]) -> Event:
    return Event(**({"date": _MISSING, "type": _MISSING} | _fields(item, _DATED)))


def _relation(item: dict[str, Any]) -> Relation:
    return Relation(**({"type": _MISSING, "target": _MISSING} | _fields(item, {})))


def _meeting(item: dict[str, Any]) -> Meeting:
    return Meeting(**({"date": _MISSING} | _fields(item, _DATED)))


def _evidence(item: dict[str, Any]) -> Evidence:
    return Evidence(**({"source": _MISSING} | _fields(item, {})))


def _date(value: str | float) -> str:
    """Give a date as text; a year alone may be written as a number."""
    return value if isinstance(value, str) else str(int(value))


def _dates(value: dict[str, Any]) -> dict[str, str]:
    return {key: _date(date) if key[:2] != "x-" else date for key, date in value.items()}


def _relations(items: list[dict[str, Any]]) -> tuple[Relation, ...]:
    return _each(_relation, items)


_CLAUSE_REQUIRED: Final = 3
_DATED: Final[Converters] = dict.fromkeys(("date", "as_of", "published", "accessed"), _date)
_AGREEMENT: Final[Converters] = {"relations": _relations, "dates": _dates}
_CLAUSE: Final[Converters] = {
    "deadline": _date,
    "relations": _relations,
    "evidence": lambda items: _each(_evidence, items),
    "held": lambda items: _each(_meeting, items),
}
