"""Fingerprints of findings: what tells one from another, whatever its line and the words of its message."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, Final

from clausetrack.clauseset.syntax import Tree
from clausetrack.model.position import Path

_LENGTH: Final = 16
"""Hexadecimal digits of a fingerprint: 64 bits, so that two of a million are alike once in 37 million runs."""


def digest(*parts: object) -> str:
    """Hash parts, in order; parts and their boundaries count."""
    from hashlib import sha256  # noqa: PLC0415 - 5 ms that only a finding has to pay

    data = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return sha256(data).hexdigest()[:_LENGTH]


def fingerprint(rule: str, tree: Tree, path: Path) -> str:
    """Hash what a finding is about: the set, the clause (source, actor) by its id, the key and the value.

    Neither line nor message nor the place among its siblings takes part.
    """
    keys = [entry for entry in path if isinstance(entry, str)]
    return digest(rule, *owner(tree), item_id(tree.data, path), *keys, value_at(tree.data, path))


def owner(tree: Tree) -> tuple[str, ...]:
    """Name a set by its agreement and revision; by the end of its path where it does not say."""
    data = tree.data if isinstance(tree.data, dict) else {}
    sections = [data.get(section) for section in ("agreement", "revision")]
    ids = [section.get("id") if isinstance(section, dict) else None for section in sections]
    return tuple(map(str, ids)) if all(ids) else path_end(tree.file)


def path_end(file: str) -> tuple[str, ...]:
    """Give folder and name of a file: what stays the same wherever a project is checked out."""
    return PurePath(file).parts[-2:]


def item_id(data: Any, path: Path) -> str | None:
    """Give the id of the clause, source or actor that a path leads into, or None where there is none."""
    name = value_at(data, (*path[:2], "id"))
    return name if isinstance(name, str) else None


def value_at(data: Any, path: Path) -> Any:
    """Give the scalar at a path, None where there is none."""
    for entry in path:
        try:
            data = data[entry]
        except (KeyError, IndexError, TypeError):
            return None
    return data if not isinstance(data, dict | list) else None
