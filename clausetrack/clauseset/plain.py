"""The model back to plain data, as a file has it: optional keys left out where they are empty."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Final

from clausetrack.model.clauseset import ClauseSet

_NOT_IN_A_FILE: Final = frozenset({"extra", "locator"})


def plain(clause_set: ClauseSet) -> dict[str, Any]:
    """Give the plain data of a clause set: dicts, lists, strings, numbers; to be ordered by `canonical`."""
    return _record(clause_set)


def _record(record: Any) -> dict[str, Any]:
    values = ((name, getattr(record, name)) for name in _names(record.__class__))
    extra: dict[str, Any] = record.extra
    return {name: _value(value) for name, value in values if value not in (None, (), {})} | extra


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name not in _NOT_IN_A_FILE)


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return _record(value) if is_dataclass(value) else value
