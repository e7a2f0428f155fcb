"""A comparison as operations that turn the old set into the new one, each with what it expects to find.

Works on the plain data of clause sets, so that nothing a file can say is lost. Sections that are lists of records
with ids (clauses, sources, actors) are changed record by record; all other values are set as wholes. An operation is
a JSON object:

- ``{"op": "set", "path": [...], "old": value, "new": value}``: a value at a path of keys and ids; a side that is not
  given was not there;
- ``{"op": "add", "path": [section], "new": record}`` and ``{"op": "remove", "path": [section], "old": record}``;
- ``{"op": "order", "path": [section], "old": [ids], "new": [ids]}``: the order of a section, after all else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any, Final

from clausetrack.errors import ClausetrackError

Operation = dict[str, Any]
Plain = dict[str, Any]

_SECTIONS: Final = ("sources", "actors", "clauses")
"""Lists of records that have ids."""

_ABSENT: Final = object()
"""Stands for a key that is not there, since a free key may hold null."""

_RECORDS: Final = ("agreement", "revision")
"""Records that are changed key by key."""


class PatchError(ClausetrackError):
    """A patch does not fit the set that it is applied to."""


def operations(old: Plain, new: Plain) -> list[Operation]:
    """Give the operations that turn ``old`` into ``new``."""
    found: list[Operation] = []
    for key in dict.fromkeys((*old, *new)):
        if key in _SECTIONS and _has_unique_ids(old.get(key)) and _has_unique_ids(new.get(key)):
            found += _section(key, old.get(key, []), new.get(key, []))
        elif key in _RECORDS:
            found += _record((key,), old.get(key, {}), new.get(key, {}))
        else:
            found += _value((key,), old.get(key, _ABSENT), new.get(key, _ABSENT))
    return found


def reverse(done: Sequence[Operation]) -> list[Operation]:
    """Give the operations that take back what others do."""
    swapped = {"add": "remove", "remove": "add"}
    back = []
    for operation in done:
        turned = {"op": swapped.get(operation["op"], operation["op"]), "path": operation["path"]}
        turned |= {to: operation[of] for of, to in (("new", "old"), ("old", "new")) if of in operation}
        back.append(turned)
    return back


def apply(data: Plain, todo: Sequence[Operation]) -> Plain:
    """Give the data with all operations applied.

    PatchError where one finds something else than it expects; then nothing is done.
    """
    result = deepcopy(data)
    for number, operation in enumerate(todo, 1):
        try:
            _APPLY[operation["op"]](result, operation)
        except (KeyError, TypeError, StopIteration) as fault:
            raise PatchError(
                f"operation {number} cannot be read ({fault})", hint="use the JSON that 'clausetrack diff' writes"
            ) from None
    return {key: value for key, value in result.items() if value != [] or key not in _SECTIONS}


def _section(key: str, old: Sequence[Plain], new: Sequence[Plain]) -> Iterator[Operation]:
    before, after = {item["id"]: item for item in old}, {item["id"]: item for item in new}
    for name, item in before.items():
        if name in after:
            yield from _record((key, name), item, after[name])
        else:
            yield {"op": "remove", "path": [key], "old": item}
    yield from ({"op": "add", "path": [key], "new": item} for name, item in after.items() if name not in before)
    if not (_is_appended(before, after) and _is_appended(after, before)):
        yield {"op": "order", "path": [key], "old": list(before), "new": list(after)}


def _is_appended(items: Plain, others: Plain) -> bool:
    """Say whether the others are the items that both have, in their order, and behind them those that are new."""
    kept = [name for name in items if name in others]
    return [*kept, *(name for name in others if name not in items)] == list(others)


def _record(path: tuple[str, ...], old: Plain, new: Plain) -> Iterator[Operation]:
    for key in dict.fromkeys((*old, *new)):
        yield from _value((*path, key), old.get(key, _ABSENT), new.get(key, _ABSENT))


def _value(path: tuple[str, ...], old: Any, new: Any) -> Iterator[Operation]:
    if old is _ABSENT or new is _ABSENT or not _same(old, new):
        sides = {"old": old, "new": new}
        yield {"op": "set", "path": list(path)} | {side: value for side, value in sides.items() if value is not _ABSENT}


def _same(old: Any, new: Any) -> bool:
    """Say whether two values are the same as JSON; Python takes True for 1."""
    return bool(old == new) and repr(old) == repr(new)


def _has_unique_ids(items: Any) -> bool:
    names = [item.get("id") for item in items or [] if isinstance(item, dict)]
    return len(names) == len(items or []) and None not in names and len(set(names)) == len(names)


def _set(data: Plain, operation: Operation) -> None:
    *owner, key = operation["path"]
    record = data
    for name in owner:
        record = record.setdefault(name, {}) if isinstance(record, dict) else next(i for i in record if i["id"] == name)
    _expect(record.get(key, _ABSENT), operation.get("old", _ABSENT), operation["path"])
    if "new" in operation:
        record[key] = deepcopy(operation["new"])
    else:
        record.pop(key, None)


def _add(data: Plain, operation: Operation) -> None:
    items = data.setdefault(operation["path"][0], [])
    name = operation["new"]["id"]
    if any(item["id"] == name for item in items):
        raise PatchError(f"'{name}' is to be added to the {operation['path'][0]} and is there already")
    items.append(deepcopy(operation["new"]))


def _remove(data: Plain, operation: Operation) -> None:
    items = data.get(operation["path"][0], [])
    name = operation["old"]["id"]
    found = next((item for item in items if item["id"] == name), _ABSENT)
    _expect(found, operation["old"], [*operation["path"], name])
    items.remove(found)


def _order(data: Plain, operation: Operation) -> None:
    items = {item["id"]: item for item in data.get(operation["path"][0], [])}
    _expect(sorted(items), sorted(operation["new"]), operation["path"])
    data[operation["path"][0]] = [items[name] for name in operation["new"]]


def _expect(found: Any, expected: Any, path: Sequence[str]) -> None:
    fits = found is expected if _ABSENT in (found, expected) else found == expected
    if not fits:
        raise PatchError(
            f"{' › '.join(map(str, path))} is {_shown(found)}, the patch expects {_shown(expected)}",
            hint="apply the patch to the revision that it was made from",
        )


def _shown(value: Any) -> str:
    text = "not there" if value is _ABSENT else repr(value)
    return text if len(text) <= 80 else text[:79] + "…"  # noqa: PLR2004 - enough to recognise a value by


_APPLY: Final = {"set": _set, "add": _add, "remove": _remove, "order": _order}
