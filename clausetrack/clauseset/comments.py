"""The comments of a file, each tied to the entry that it speaks of, so that they survive when the file is written anew.

A comment on a line of its own belongs to the entry below it, one at the end of a line to what stands on that line.
Entries are named by path, list items that have an ``id`` by that, so that a comment follows a clause that moves.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from clausetrack.clauseset.syntax import Tree
from clausetrack.model.position import Path

_TO_LINE_END: Final = re.compile(r"[^\r\n]*")
_HEAD: Final = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n))*")
_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'', re.DOTALL)
_BLOCK_HEADER: Final = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\r\n]*)")


@dataclass(slots=True)
class Comments:
    """``head`` stands above everything, ``before`` above an entry, ``after`` at the end of its line, ``tail`` below everything."""

    head: list[str] = field(default_factory=list)
    before: dict[Path, list[str]] = field(default_factory=dict)
    after: dict[Path, str] = field(default_factory=dict)
    tail: list[str] = field(default_factory=list)

    def inside(self, path: Path) -> bool:
        """Say whether any comment belongs to something below the path."""
        depth = len(path)
        return any(len(known) > depth and known[:depth] == path for known in (*self.before, *self.after))


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment as it stands in a file: its offset, its words with the ``#``, and whether it has the line for itself."""

    offset: int
    text: str
    own_line: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    path: Path
    start: int
    end: int


def step(item: Any, index: int) -> str | int:
    """Name a list item in a path: by its id where it has one, else by its index."""
    name = item.get("id") if isinstance(item, dict) else None
    return name if isinstance(name, str) else index


def comments_of(tree: Tree) -> Comments:
    """Collect the comments of a file, tied to its entries."""
    head_end = _HEAD.match(tree.text).end()  # type: ignore[union-attr] # matches the empty text too
    lines = (line.strip() for line in tree.text[:head_end].splitlines())
    found = Comments(head=[line for line in lines if line])
    if "#" not in tree.text[head_end:]:
        return found
    entries = list(_entries(tree, tree.data, ()))
    starts = [entry.start for entry in entries]
    for comment in _scan(tree, entries, starts, head_end):
        _attach(found, comment, tree, entries, bisect_right(starts, comment.offset))
    return found


def scan(tree: Tree) -> list[Comment]:
    """Give all comments of a file in order."""
    if "#" not in tree.text:
        return []
    entries = list(_entries(tree, tree.data, ()))
    return list(_scan(tree, entries, [entry.start for entry in entries], 0))


def _scan(tree: Tree, entries: list[_Entry], starts: list[int], begin: int) -> Iterator[Comment]:
    text = tree.text
    offset = text.find("#", begin)
    while offset != -1:
        end = offset + 1
        if (not offset or text[offset - 1] in " \t\r\n") and not _in_scalar(text, offset, entries, starts):
            end = _TO_LINE_END.match(text, offset).end()  # type: ignore[union-attr] # matches the empty text too
            line_start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
            yield Comment(offset, text[offset:end].rstrip(), not text[line_start:offset].strip())
        offset = text.find("#", end)


def _in_scalar(text: str, offset: int, entries: list[_Entry], starts: list[int]) -> bool:
    """Say whether a number sign is part of a scalar; in the header line of a block scalar it starts a comment."""
    index = bisect_right(starts, offset) - 1
    if index < 0 or offset >= entries[index].end:
        return False
    header = _BLOCK_HEADER.match(text, entries[index].start)
    return header is None or header.start(1) != offset


def _attach(found: Comments, comment: Comment, tree: Tree, entries: list[_Entry], following: int) -> None:
    previous = entries[following - 1] if following else None
    if not comment.own_line and previous is not None and "\n" not in tree.text[previous.start : comment.offset]:
        path = _bracketed(tree, previous, comment.offset)
        found.after[path] = f"{found.after[path]} {comment.text}" if path in found.after else comment.text
    elif following < len(entries):
        found.before.setdefault(entries[following].path, []).append(comment.text)
    else:
        found.tail.append(comment.text)


def _bracketed(tree: Tree, entry: _Entry, offset: int) -> Path:
    """Give the path of the widest collection in brackets on the comment's line that the entry is in, else the entry's own."""
    line_start = tree.text.rfind("\n", 0, offset) + 1
    container = tree.data
    for depth, name in enumerate(entry.path):
        key = name if isinstance(container, dict) else _index(container, name)
        _, value, _ = tree.span(container, key)
        if value >= line_start and tree.text[value] in "[{":
            return entry.path[: depth + 1]
        container = container[key]
    return entry.path


def _index(items: list[Any], name: str | int) -> int:
    return name if isinstance(name, int) else next(i for i, item in enumerate(items) if step(item, i) == name)


def _entries(tree: Tree, container: Any, path: Path) -> Iterator[_Entry]:
    """Yield every key and every scalar, in the order of the file, with the characters that it covers."""
    keys = list(container) if isinstance(container, dict) else [step(item, i) for i, item in enumerate(container)]
    spans = tree.spans[id(container)]
    for index, (name, value) in enumerate(zip(keys, _values(container), strict=True)):
        here = (*path, name)
        key_start, start, end = spans[3 * index : 3 * index + 3]
        if isinstance(container, dict):
            yield _Entry(here, key_start, _key_end(tree.text, key_start, str(name)))
        if isinstance(value, dict | list):
            if not isinstance(container, dict):
                yield _Entry(here, start, start)
            yield from _entries(tree, value, here)
        else:
            yield _Entry(here, start, end)


def _values(container: Any) -> Any:
    return container.values() if isinstance(container, dict) else container


def _key_end(text: str, start: int, key: str) -> int:
    quoted = _QUOTED.match(text, start)
    return quoted.end() if quoted else start + len(key)
