"""Clause sets from files and back: load, check, dump and format."""

from __future__ import annotations

from functools import cache
from typing import Any

from clausetrack.clauseset.build import build, without_faults
from clausetrack.clauseset.canonical import canonical, chunks
from clausetrack.clauseset.comments import comments_of
from clausetrack.clauseset.plain import plain
from clausetrack.clauseset.records import KeyOrder
from clausetrack.clauseset.schema import CLAUSE_SET, schema, schema_faults
from clausetrack.clauseset.syntax import Tree, parse, without_collector
from clausetrack.errors import InvalidFileError, SchemaFault
from clausetrack.files import read_text
from clausetrack.model.clauseset import ClauseSet


def load(path: str) -> ClauseSet:
    """Read a clause set from a file.

    InputError where it cannot be read, InvalidFileError with all its faults where it is no valid clause set.
    """
    return loads(read_text(path), path)


def loads(text: str, file: str = "<text>") -> ClauseSet:
    """Read a clause set from text; ``file`` is the name that messages give it."""
    with without_collector():
        tree = parse(text, file)
        if faults := schema_faults(tree):
            raise InvalidFileError(faults)
        return build(tree)


def inspect(text: str, file: str) -> tuple[ClauseSet, list[SchemaFault]]:
    """Read what can be read of a faulty set, with its schema faults. InvalidFileError only where it is no YAML."""
    tree = parse(text, file)
    faults = schema_faults(tree)
    return build(tree, without_faults(tree.data, (fault.path for fault in faults)) if faults else None), faults


def dumps(clause_set: ClauseSet) -> str:
    """Write a clause set in canonical form, with the comments of the file that it was read from."""
    return canonical_with(clause_set, plain(clause_set))


def canonical_with(clause_set: ClauseSet, data: dict[str, Any]) -> str:
    """Write other data in canonical form, with the comments of the file that a clause set was read from."""
    tree = clause_set.locator
    return canonical(data, key_order(), comments_of(tree) if isinstance(tree, Tree) else None)


def format_text(text: str, file: str = "<text>") -> str:
    """Give the canonical form of a clause file, comments kept. InvalidFileError where it is not YAML, or no mapping."""
    return canonical_text(parse(text, file))


def canonical_text(tree: Tree) -> str:
    """Give the canonical form of a parsed clause file, comments kept."""
    if not isinstance(tree.data, dict):
        place = tree.position(0)
        raise InvalidFileError(
            [SchemaFault("a clause set is a mapping of keys", file=tree.file, line=place.line, column=1)]
        )
    return canonical(tree.data, key_order(), comments_of(tree))


def first_untidy_line(tree: Tree) -> int | None:
    """Give the number of the first line that differs from the canonical form, or None where the file has it.

    A file that is no mapping has no canonical form, and None is given; that fault is the schema's to report.
    """
    if not isinstance(tree.data, dict):
        return None
    if tree.marked:
        return 1
    offset = 0
    for chunk in chunks(tree.data, key_order(), comments_of(tree)):
        if not tree.text.startswith(chunk, offset):
            return _differing_line(tree.text, chunk, offset)
        offset += len(chunk)
    return None if offset == len(tree.text) else tree.text.count("\n", 0, offset) + 1


def _differing_line(text: str, chunk: str, offset: int) -> int:
    wanted, found = chunk.split("\n"), text[offset : offset + len(chunk)].split("\n")
    same = next((i for i, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b), len(found) - 1)
    return text.count("\n", 0, offset) + same + 1


@cache
def key_order() -> KeyOrder:
    """Give the canonical order of keys of every record: that of the schema."""
    root = schema(CLAUSE_SET)
    records = {name: definition for name, definition in root["$defs"].items() if "properties" in definition}
    records |= {"root": root} | {name: root["properties"][name] for name in ("agreement", "revision")}
    records["dates"] = root["properties"]["agreement"]["properties"]["dates"]
    return {name: tuple(definition["properties"]) for name, definition in records.items()}
