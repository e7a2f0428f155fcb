"""The conflicts that a merge left in a file, found and decided one by one."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from clausetrack.clauseset.conflicts import find_conflicts
from clausetrack.clauseset.quoting import inline
from clausetrack.clauseset.resolution import NOTHING, resolved
from clausetrack.clauseset.syntax import Tree, parse
from clausetrack.diff.merge.entries import Favour
from clausetrack.files import MAX_BYTES, read_text, write_atomically
from clausetrack.model.merge import SIDES, Conflict

BOTH: Final = "both"

_PROSE: Final = frozenset({"text", "note", "conditions", "notes", "description", "summary", "quote"})
"""Keys under which people write sentences, so that two may follow each other: two codes, numbers or ids may not."""


class Pending(NamedTuple):
    """A file with its conflicts, in order."""

    tree: Tree
    conflicts: tuple[Conflict, ...]


def pending(file: str, limit: int = MAX_BYTES) -> Pending:
    """Read a file and find its conflicts. InputError where it cannot be read, InvalidFileError where it is no YAML."""
    return _pending(read_text(file, limit=limit), file)


def decide(found: Pending, conflict: Conflict, value: Any) -> Pending:
    """Put a value in the place of a conflict, and write the file, whole or not at all."""
    text = resolved(found.tree, conflict, value)
    write_atomically(found.tree.file, text.encode("utf-8"))
    return _pending(text, found.tree.file)


def decide_all(file: str, favour: Favour, limit: int = MAX_BYTES) -> int:
    """Decide all conflicts of a file for one side, and give their number; the file is written once."""
    found = pending(file, limit)
    number = len(found.conflicts)
    text = ""
    while found.conflicts:
        conflict = found.conflicts[0]
        text = resolved(found.tree, conflict, choice(conflict, str(favour)))
        found = _pending(text, file)
    if number:
        write_atomically(file, text.encode("utf-8"))
    return number


def choices(conflict: Conflict) -> tuple[str, ...]:
    """Give what can be chosen: each side, and both where they can stand together."""
    ours, theirs = (conflict.sides.get(side, NOTHING) for side in SIDES[1:])
    are_lists = isinstance(ours, list) and isinstance(theirs, list)
    are_texts = isinstance(ours, str) and isinstance(theirs, str) and conflict.what in _PROSE
    together = conflict.kind != "place" and (are_lists or are_texts)
    return ("ours", "theirs", BOTH) if together else ("ours", "theirs")


def choice(conflict: Conflict, name: str) -> Any:
    """Give the value that a choice stands for; `NOTHING` where that side has none."""
    if name != BOTH:
        return conflict.sides.get(name, NOTHING)
    ours, theirs = conflict.sides["ours"], conflict.sides["theirs"]
    if isinstance(ours, list):
        return [*ours, *(item for item in theirs if item not in ours)]
    return ours + theirs.lstrip() if ours[-1:].isspace() else f"{ours} {theirs.lstrip()}"


def editable(conflict: Conflict) -> str:
    """Give a conflict as a text to be edited: what ours has, the sides and the words around as comments below."""
    value = conflict.sides.get("ours", conflict.sides.get("theirs"))
    around = f"{_one_line(conflict.before)} […] {_one_line(conflict.behind)}".strip()
    about = f"# In: {around}\n" if conflict.kind == "words" else ""
    sides = "".join(f"# {side}: {_line(conflict.sides.get(side, NOTHING))}\n" for side in SIDES)
    first = value if isinstance(value, str) else inline_value(value)
    return f"{first}\n{about}{sides}# Lines that start with # are left out.\n"


def edited(conflict: Conflict, text: str) -> Any:
    """Read an edited text back. InvalidFileError where it is no value."""
    kept = "\n".join(line for line in text.splitlines() if not line.startswith("#")).strip("\n")
    if any(isinstance(side, str) for side in conflict.sides.values()):
        sides = [side for name, side in conflict.sides.items() if name != "base"]
        lead = " " if conflict.kind == "words" and all(side[:1] == " " for side in sides) else ""
        tail = " " if conflict.kind == "words" and all(side[-1:] == " " for side in sides) else ""
        return f"{lead}{kept.strip()}{tail}"
    return parse(kept, "<edited>").data


def inline_value(value: Any) -> str:
    """Write a value on one line of YAML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{inline(key, flow=True)}: {inline_value(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline_value, value)) + "]"
    return inline(value, flow=True)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _line(value: Any) -> str:
    return "(nothing)" if value is NOTHING else inline_value(value)


def _pending(text: str, file: str) -> Pending:
    tree = parse(text, file)
    return Pending(tree, tuple(find_conflicts(tree)))
