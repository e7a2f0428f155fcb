"""The comments of a file, each tied to the entry that it speaks of, so that they survive when the file is written anew.

A comment on a line of its own belongs to the entry below it, one at the end of a line to what stands on that line.
Entries are named by path, list items that have an ``id`` by that, so that a comment follows a clause that moves.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from clausetrack.clauseset.syntax import Tree
from clausetrack.model.position import Path

_TO_LINE_END: Final = re.compile(r"[^\r\n]*")
_LINE_BREAK: Final = re.compile(r"[\r\n]")
_HEAD: Final = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n))*")
_BLOCK_HEADER: Final = re.compile(r"[|>][-+0-9]*[ \t]*(#[^\r\n]*)")


@dataclass(slots=True)
class Comments:
    """Comments by place: above everything, above an entry, at the end of an entry's line, below everything."""

    head: list[str] = field(default_factory=list)
    before: dict[Path, list[str]] = field(default_factory=dict)
    after: dict[Path, str] = field(default_factory=dict)
    tail: list[str] = field(default_factory=list)

    def parents(self) -> frozenset[Path]:
        """Give every path that leads to a collection with a comment in it, the root's own, (), included."""
        return frozenset(path[:end] for path in (*self.before, *self.after) for end in range(len(path)))

    def about(self, path: Path) -> list[str]:
        """Give the comments on an entry itself."""
        after = self.after.get(path)
        return [*self.before.get(path, ()), *([after] if after else ())]

    def within(self, container: Any, path: Path) -> Iterator[str]:
        """Give the comments on everything in a container."""
        for name, value in zip(steps(container), values(container), strict=True):
            yield from self.about((*path, name))
            if isinstance(value, dict | list):
                yield from self.within(value, (*path, name))


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment as it stands in a file: its offset, its words with the ``#``, whether it has the line for itself."""

    offset: int
    text: str
    own_line: bool


def steps(container: Any) -> list[str | int]:
    """Name the entries of a container: by key; items by id, by index where an id is missing or shared."""
    if isinstance(container, dict):
        return list(container)
    ids = [item.get("id") if isinstance(item, dict) else None for item in container]
    count = Counter(name for name in ids if isinstance(name, str))
    return [name if isinstance(name, str) and count[name] == 1 else index for index, name in enumerate(ids)]


def values(container: Any) -> list[Any]:
    """Give the values in a container."""
    return list(container.values()) if isinstance(container, dict) else container


def comments_of(tree: Tree) -> Comments:
    """Collect the comments of a file, tied to its entries."""
    head_end = _HEAD.match(tree.text).end()  # type: ignore[union-attr] # matches the empty text too
    lines = (line.strip(" \t") for line in _LINE_BREAK.split(tree.text[:head_end]))
    found = Comments(head=[line for line in lines if line])
    entries = _Entries(tree)
    for comment, before, following in _scan(tree, entries, head_end):
        line_start = tree.line_start(comment.offset)
        owner = None if comment.own_line or not before else _line_entry(tree.text, comment.offset, line_start, before)
        if owner is not None:
            path = entries.path(owner.indices)
            found.after[path] = f"{found.after[path]} {comment.text}" if path in found.after else comment.text
        elif following is not None:
            found.before.setdefault(entries.path(following), []).append(comment.text)
        else:
            found.tail.append(comment.text)
    return found


def scan(tree: Tree) -> list[Comment]:
    """Give all comments of a file in order."""
    return [comment for comment, *_ in _scan(tree, _Entries(tree), 0)]


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry as indices from the root lead to it, its value, and where its key and its value start and end."""

    indices: tuple[int, ...]
    value: Any
    start: int
    key_end: int
    value_start: int
    end: int

    def holds(self, offset: int) -> bool:
        """Say whether the offset is in the key or in the scalar itself."""
        in_value = self.value_start <= offset < self.end and not isinstance(self.value, dict | list)
        return in_value or self.start <= offset < self.key_end


class _Entries:
    """The entries of a tree, looked up by offset."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._children: dict[int, tuple[list[Any], list[int]]] = {}
        self._names: dict[int, list[str | int]] = {}

    def around(self, offset: int) -> tuple[list[_Entry], tuple[int, ...] | None]:
        """Give the last entry that starts at or before an offset, with those that it is in, and the next after it."""
        before: list[_Entry] = []
        following: tuple[int, ...] | None = None
        container = self.tree.data
        while isinstance(container, dict | list) and container:
            indices = before[-1].indices if before else ()
            children, starts = self.children(container)
            index = bisect_right(starts, offset) - 1
            if index + 1 < len(starts):
                following = (*indices, index + 1)
            if index < 0:
                break
            span = self.tree.spans[id(container)][4 * index : 4 * index + 4]
            container = children[index]
            before.append(_Entry((*indices, index), container, *span))
        return before, following

    def path(self, indices: tuple[int, ...]) -> Path:
        """Name an entry."""
        path: list[str | int] = []
        container = self.tree.data
        for index in indices:
            names = self._names.get(id(container))
            if names is None:
                names = self._names[id(container)] = steps(container)
            path.append(names[index])
            container = self.children(container)[0][index]
        return tuple(path)

    def children(self, container: Any) -> tuple[list[Any], list[int]]:
        """Give the values in a container, and the offsets where their entries start."""
        known = self._children.get(id(container))
        if known is None:
            known = self._children[id(container)] = values(container), list(self.tree.spans[id(container)][::4])
        return known


def _scan(tree: Tree, entries: _Entries, begin: int) -> Iterator[tuple[Comment, list[_Entry], tuple[int, ...] | None]]:
    """Yield every comment from an offset on, with the entry before it, those that it is in, and the entry after it."""
    text = tree.text
    offset = text.find("#", begin)
    while offset != -1:
        end = offset + 1
        before, following = entries.around(offset)
        if not before or not before[-1].holds(offset) or _ends_header(text, offset, before[-1].value_start):
            end = _TO_LINE_END.match(text, offset).end()  # type: ignore[union-attr] # matches the empty text too
            own_line = not text[tree.line_start(offset) : offset].strip(" \t")
            yield Comment(offset, text[offset:end].rstrip(" \t"), own_line), before, following
        offset = text.find("#", end)


def _ends_header(text: str, offset: int, start: int) -> bool:
    """Say whether a number sign starts the comment in the header line of a block scalar."""
    header = _BLOCK_HEADER.match(text, start)
    return header is not None and header.start(1) == offset


def _line_entry(text: str, offset: int, line_start: int, before: list[_Entry]) -> _Entry | None:
    """Give the entry whose line a comment ends: the widest in brackets that open or close on it, else the last."""
    for entry in before:
        in_brackets = isinstance(entry.value, dict | list) and text[entry.value_start] in "[{"
        if in_brackets and (entry.value_start >= line_start or line_start < entry.end <= offset):
            return entry
    last = before[-1]
    end = max(last.key_end, last.end) if last.end <= offset else last.value_start
    # A block scalar ends where the next token starts, so the end of one may be in the white space of the line.
    return last if text[line_start:end].strip() else None
