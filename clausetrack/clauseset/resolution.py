"""Conflicts of a merge decided: the mark taken out, what was chosen in its place, all else left alone."""

from __future__ import annotations

from typing import Any, Final

from clausetrack.clauseset.conflicts import KEY, PLACE, mark_words
from clausetrack.clauseset.edit import add_key, remove, set_value
from clausetrack.clauseset.layout import Layout, Piece
from clausetrack.clauseset.syntax import Tree, parse
from clausetrack.model.merge import Conflict
from clausetrack.model.position import Path

NOTHING: Final = object()
"""Stands for the choice that nothing be there."""


def resolved(tree: Tree, conflict: Conflict, value: Any) -> str:
    """Give the text of a file with a conflict decided: a value, or `NOTHING`, takes its place.

    The conflict is one of those that `find_conflicts` gives of this very tree. Of a place the value is the id of the
    entry to stand behind, None for the first place.
    """
    if conflict.kind == "words":
        return _with_words(tree, conflict.path, value)
    if conflict.path[-2:-1] == (KEY,):
        return _without_mark(tree, conflict.path, value)
    if value is NOTHING:
        return remove(tree, conflict.path)
    return set_value(tree, conflict.path, value)


def _with_words(tree: Tree, path: Path, value: Any) -> str:
    host, index = path[:-2], path[-1]
    parts = [part for place, part in enumerate(_at(tree.data, (*host, KEY))) if place != index or value is not NOTHING]
    if value is not NOTHING:
        parts = [value if place == index else part for place, part in enumerate(parts)]
    joined: list[Any] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        else:
            joined.append(part)
    is_done = len(joined) <= 1 and all(isinstance(part, str) for part in joined)
    return set_value(tree, host, "".join(joined) if is_done else mark_words(joined))


def _without_mark(tree: Tree, path: Path, value: Any) -> str:
    """Decide what is marked in a record: where it stands, or the value of a free key."""
    owner, name = path[:-2], str(path[-1])
    marks = _at(tree.data, path[:-1])
    text = remove(tree, path[:-1] if len(marks) == 1 else path)
    tree = parse(text, tree.file)
    if name == PLACE:
        return _moved(tree, owner, value)
    return text if value is NOTHING else add_key(tree, owner, name, value)


def _moved(tree: Tree, path: Path, behind: str | None) -> str:
    """Give the text with an item behind the one of an id, or at the start; where it is if there is none of the id."""
    section = next(piece for piece in Layout(tree).root.pieces if piece.name == path[0])
    pieces = list(section.pieces)
    item = pieces.pop(int(path[-1]))
    ids = [piece.value.get("id") if isinstance(piece.value, dict) else None for piece in pieces]
    if behind is not None and behind not in ids:
        return tree.text
    pieces.insert(0 if behind is None else ids.index(behind) + 1, item)
    if not section.is_block:
        return set_value(tree, path[:-1], [piece.value for piece in pieces])
    first, last = section.pieces[0], section.pieces[-1]
    start = tree.line_start(first.start) - len(first.lead)
    lines = "".join(_apart(piece, place, first) for place, piece in enumerate(pieces))
    mark = "\ufeff" if tree.marked else ""
    return f"{mark}{tree.text[:start]}{lines}{tree.text[last.end :]}"


def _apart(piece: Piece, place: int, first: Piece) -> str:
    """Give the lines of an item, with a blank line above unless it comes first."""
    lead = piece.lead.lstrip("\n") if place == 0 else f"\n{piece.lead}" if piece is first else piece.lead
    return f"{lead}{' ' * piece.column}{piece.text}"


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data
