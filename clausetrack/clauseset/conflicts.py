"""How a conflict of a merge is written in a clause file, and found again.

The key ``merge-conflict`` marks it, with what each side has; a side that is not there has removed the value, or never
had it:

- in the place of a value, ``force: {merge-conflict: {base: intend, ours: commit, theirs: aspire}}``;
- in the place of an item, such as a clause that one side removed and the other changed;
- in the place of a text, as a list of what is agreed on and of sides, in order: joined, they are the text;
- in a record, for what the schema would let pass elsewhere: the value of a free key (by that key), and ``place``, for
  an entry that both sides moved, with the id of the entry before it.

The format knows no such key, so every reader of the published schema refuses the file until the conflict is resolved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from clausetrack.clauseset.canonical import entry_lines
from clausetrack.clauseset.characters import shown
from clausetrack.clauseset.quoting import inline
from clausetrack.clauseset.records import FREE, KeyOrder
from clausetrack.clauseset.syntax import Tree
from clausetrack.errors import SchemaFault
from clausetrack.model.merge import SIDES, Conflict, ConflictKind
from clausetrack.model.position import Path

KEY: Final = "merge-conflict"
PLACE: Final = "place"
HINT: Final = "keep one side, or run 'clausetrack resolve'"


def mark(sides: Mapping[str, Any]) -> dict[str, Any]:
    """Give what stands in the place of a value of which the sides differ."""
    return {KEY: dict(sides)}


def mark_words(parts: Sequence[str | Mapping[str, str]]) -> dict[str, Any]:
    """Give what stands in the place of a text of which the sides differ in some words."""
    return {KEY: [part if isinstance(part, str) else dict(part) for part in parts]}


def is_mark(value: Any) -> bool:
    """Say whether a value stands for a conflict."""
    return isinstance(value, dict) and value.keys() == {KEY}


def is_marked(text: str) -> bool:
    """Say whether a file may have conflicts, without reading it."""
    return KEY in text


def conflict_lines(key: str | None, value: Mapping[str, Any], indent: int, order: KeyOrder) -> list[str]:
    """Write an entry that is a conflict, each side on lines of its own; an item of a list where no key is given."""
    space = " " * indent
    inside = f"{space}  "
    if key is None:
        lines, inner = [f"{space}- {KEY}:"], f"{inside}  "
    elif key == KEY:
        lines, inner = [f"{space}{KEY}:"], inside
    else:
        lines, inner = [f"{space}{inline(key, flow=False)}:", f"{inside}{KEY}:"], f"{inside}  "
    found = value[KEY] if key != KEY else value
    column = len(inner)
    if isinstance(found, list):
        return [*lines, *(line for part in found for line in _part(part, column, order))]
    return [*lines, *(line for name, side in found.items() for line in _side(name, side, column, order))]


def _part(part: Any, indent: int, order: KeyOrder) -> list[str]:
    if isinstance(part, str):
        return entry_lines(FREE, None, part, indent, order)
    lines = [line for side, text in part.items() for line in entry_lines(FREE, side, text, indent + 2, order)]
    return [f"{' ' * indent}- {lines[0][indent + 2 :]}", *lines[1:]]


def _side(name: str, value: Any, indent: int, order: KeyOrder) -> list[str]:
    if isinstance(value, dict) and value and name in SIDES:
        # A clause in brackets would be one long line.
        lines = [line for key, item in value.items() for line in entry_lines(FREE, key, item, indent + 2, order)]
        return [f"{' ' * indent}{name}:", *lines]
    return entry_lines(FREE, name, value, indent, order)


def find_conflicts(tree: Tree) -> list[Conflict]:
    """Give the conflicts that a file has, in order."""
    if not is_marked(tree.text):
        return []
    return [conflict for path, value in _marks(tree.data) for conflict in _conflicts(tree, path, value)]


def conflict_faults(tree: Tree, faults: Iterable[SchemaFault]) -> list[SchemaFault]:
    """Give the faults of a file with one for every conflict instead of what a schema makes of its mark."""
    marks = list(_marks(tree.data)) if is_marked(tree.text) else []
    if not marks:
        return list(faults)
    hosts = {path if is_mark(value) else (*path, KEY) for path, value in marks}
    rest = [fault for fault in faults if not any(fault.path[:size] in hosts for size in range(len(fault.path) + 1))]
    found = [_fault(tree, path, value) for path, value in marks]
    return sorted([*rest, *found], key=lambda fault: (fault.line or 0, fault.column or 0, fault.what))


def _fault(tree: Tree, path: Path, value: dict[str, Any]) -> SchemaFault:
    place = tree.locate((*path, KEY), key=True)
    conflicts = list(_conflicts(tree, path, value))
    what = f"a merge left this undecided: {said(conflicts[0])}" if conflicts else "this looks like a merge conflict"
    fault = SchemaFault(what, file=tree.file, line=place.line, column=place.column, hint=HINT)
    fault.path = path if is_mark(value) else (*path, KEY)
    return fault


def said(conflict: Conflict) -> str:
    """Say in a few words what a conflict is about."""
    if conflict.kind == "place":
        return "both sides moved it"
    what = "it" if conflict.kind == "presence" and isinstance(conflict.path[-1], int) else f"'{shown(conflict.what)}'"
    gone = [side for side in ("ours", "theirs") if not conflict.has(side)]
    if conflict.kind == "presence" and len(gone) == 1:
        return f"{gone[0]} removed {what}, the other side changed it"
    return f"both sides changed {what}"


def _marks(data: Any) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield every mapping that has the mark, with the path to it, in the order of the file."""
    todo: list[tuple[Path, Any]] = [((), data)]
    while todo:
        path, value = todo.pop()
        if isinstance(value, dict) and KEY in value:
            yield path, value
        entries = list(
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        )
        todo += [((*path, name), item) for name, item in reversed(entries) if name != KEY]


def _conflicts(tree: Tree, path: Path, value: dict[str, Any]) -> Iterator[Conflict]:
    """Give the conflicts that a mark stands for; none where somebody has written something else there."""
    marked = value[KEY]
    clause, place = _clause(tree.data, path), tree.locate((*path, KEY), key=True)
    if isinstance(marked, list):
        for index, part in enumerate(marked):
            if isinstance(part, dict) and _are_texts(part):
                around = [marked[at] if 0 <= at < len(marked) else "" for at in (index - 1, index + 1)]
                before, behind = (text if isinstance(text, str) else "" for text in around)
                spot = tree.locate((*path, KEY, index))
                yield Conflict("words", (*path, KEY, index), dict(part), clause, before, behind, spot)
    elif isinstance(marked, dict) and marked and marked.keys() <= set(SIDES):
        yield Conflict(_kind(marked), path, dict(marked), clause, position=place)
    elif isinstance(marked, dict):
        for name, sides in marked.items():
            if isinstance(sides, dict) and sides and sides.keys() <= set(SIDES):
                kind = "place" if name == PLACE else _kind(sides)
                spot = tree.locate((*path, KEY, name), key=True)
                yield Conflict(kind, (*path, KEY, name), dict(sides), clause, position=spot)


def _kind(sides: dict[str, Any]) -> ConflictKind:
    return "value" if {"ours", "theirs"} <= sides.keys() else "presence"


def _are_texts(part: dict[str, Any]) -> bool:
    return part.keys() <= set(SIDES) and all(isinstance(text, str) for text in part.values())


def _clause(data: Any, path: Path) -> str | None:
    """Give the id of the clause that a path leads into, of whichever side has one."""
    if path[:1] != ("clauses",) or len(path) < 2:  # noqa: PLR2004 - ("clauses", 3)
        return None
    clause = _one_side(data["clauses"][path[1]])
    name = _one_side(clause.get("id")) if isinstance(clause, dict) else None
    return name if isinstance(name, str) else None


def _one_side(value: Any) -> Any:
    """Give a value, or where it is a conflict what the first side has that has anything."""
    found = value[KEY] if is_mark(value) else None
    return next(iter(found.values()), None) if isinstance(found, dict) else value
