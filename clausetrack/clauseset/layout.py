"""A file cut into its entries, so that it can be put together anew with every byte of those that stay.

An entry is a key with its value, or an item of a list. Where entries stand on lines of their own, each has the lines
above it that belong to it (comments and blank lines, as :mod:`clausetrack.clauseset.comments` has it) and the lines of
its own. Joined in order, all of them are the file again. What stands in brackets has no lines and is known by its value
alone. Line ends must be line feeds.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

from clausetrack.clauseset.comments import Comment, scan, values
from clausetrack.clauseset.syntax import Tree
from clausetrack.model.span import Span

_COLON: Final = re.compile(r"[ \t]*:")
_KEEPS_BREAKS: Final = re.compile(r"[|>][-0-9]*\+")
_NOWHERE: Final = Span(-1, -1)

Place = tuple[int, int, int]
"""Where an entry starts, where its value starts, where its value ends: offsets in the file."""


class Layout:
    """A parsed file as its entries; ``root`` is the whole."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.root = Piece(self, None, tree.data, Span(0, len(tree.text)), tree.start)

    @cached_property
    def comments(self) -> list[Comment]:
        """All comments of the file in order."""
        return scan(self.tree) if "#" in self.tree.text else []

    def comments_between(self, start: int, end: int) -> list[str]:
        """Give the comments that start in a stretch of the file."""
        found = self.comments
        first = bisect_left(found, start, key=lambda comment: comment.offset)
        last = bisect_left(found, end, lo=first, key=lambda comment: comment.offset)
        return [comment.text for comment in found[first:last]]

    def content_end(self, value: Any, start: int, end: int) -> int:
        """Give the offset of the line below a value."""
        text = self.tree.text
        while isinstance(value, dict | list) and text[start] not in "[{":
            *_, start, end = self.tree.spans[id(value)][-4:]
            value = values(value)[-1]
        if start < end and _KEEPS_BREAKS.match(text, start):
            # The blank lines below are part of the text.
            line = self.tree.line_start(end)
            return len(text) if text[line:end].strip() else line
        line_end = text.find("\n", start + len(text[start:end].rstrip()))
        return len(text) if line_end == -1 else line_end + 1


class Piece:
    """An entry: its name (a key or an index), its value, and its lines.

    ``lead`` has the lines above that belong to it, ``text`` its own from its first character on, None where it stands
    in brackets; ``column`` is that of its first character, from 0.
    """

    def __init__(
        self, layout: Layout, name: str | int | None, value: Any, span: Span = _NOWHERE, opens: int = -1
    ) -> None:
        self.layout = layout
        self.name = name
        self.value = value
        self.start, self.end = span.start, span.end
        self.lead = ""
        self._opens = opens

    @cached_property
    def text(self) -> str | None:
        """The lines of the entry, from its first character on."""
        return self.layout.tree.text[self.start : self.end] if self.start >= 0 else None

    @property
    def column(self) -> int:
        """The column of its first character, from 0."""
        return self.start - self.layout.tree.line_start(self.start) if self.start >= 0 else 0

    @property
    def is_block(self) -> bool:
        """Say whether the entries in it stand on lines of their own."""
        return bool(self.pieces) and self.pieces[0].start >= 0

    @property
    def head(self) -> str:
        """What stands before the first entry in it, up to that entry's own lead or first character."""
        first = self.pieces[0]
        return self.layout.tree.text[self.start : self._inner_start() if self._is_open() else first.start]

    @property
    def opens_inline(self) -> bool:
        """Say whether the first entry in it starts on its own first line, as behind a dash."""
        return not self._is_open()

    @property
    def tail(self) -> str:
        """What stands below the last entry of the whole file."""
        return self.layout.tree.text[self.pieces[-1].end :] if self.is_block else ""

    @property
    def comments(self) -> list[str]:
        """The comments in the entry, without those above it."""
        return self.layout.comments_between(self.start, self.end) if self.start >= 0 else []

    @cached_property
    def pieces(self) -> list[Piece]:
        """The entries in it, none for a scalar."""
        if not isinstance(self.value, dict | list) or not self.value:
            return []
        places = self._places() if self._may_be_block() else None
        names: Any = self.value if isinstance(self.value, dict) else range(len(self.value))
        if places is None:
            return [Piece(self.layout, name, value) for name, value in zip(names, values(self.value), strict=True)]
        return list(self._cut(names, places))

    def _may_be_block(self) -> bool:
        return self.start >= 0 and self.layout.tree.text[self._opens : self._opens + 1] not in {"[", "{", ""}

    def _cut(self, names: Any, places: list[Place]) -> Iterator[Piece]:
        tree = self.layout.tree
        above = self._inner_start(places[0][0])
        for name, value, (start, opens, closes) in zip(names, values(self.value), places, strict=True):
            end = self.layout.content_end(value, opens, closes)
            piece = Piece(self.layout, name, value, Span(start, end), opens)
            piece.lead = tree.text[above : tree.line_start(start)]
            yield piece
            above = end

    def _is_open(self) -> bool:
        return self.name is None or "\n" in self.layout.tree.text[self.start : self.pieces[0].start]

    def _inner_start(self, first: int | None = None) -> int:
        """Give the offset where the lead of the first entry in it starts."""
        tree = self.layout.tree
        first = self.pieces[0].start if first is None else first
        if self.name is None or "\n" not in tree.text[self.start : first]:
            # What stands above all entries speaks of the file, not of its first entry.
            return tree.line_start(first)
        return tree.text.index("\n", self.start) + 1

    def _places(self) -> list[Place] | None:
        """Find where the entries in it start; None where they are laid out in a way that cannot be cut by lines."""
        tree = self.layout.tree
        spans = iter(tree.spans[id(self.value)])
        entries = list(zip(spans, spans, spans, spans, strict=True))
        first = entries[0][0] if isinstance(self.value, dict) else self._opens
        column = first - tree.line_start(first)
        if self.name is None and column:
            return None
        places: list[Place] = []
        for key, key_end, opens, closes in entries:
            if isinstance(self.value, dict):
                start = key if _COLON.match(tree.text, key_end) else None
            else:
                start = self._dash(opens, column, first) if places else first
            if start is None or (places and tree.text[tree.line_start(start) : start] != " " * column):
                return None
            places.append((start, opens, closes))
        return places

    def _dash(self, opens: int, column: int, first: int) -> int | None:
        """Give the offset of an item's dash: all of a list stand in one column."""
        tree = self.layout.tree
        line = tree.line_start(opens)
        while line > first:
            if tree.text[line : line + column + 1] == " " * column + "-":
                return line + column
            line = tree.line_start(line - 1)
        return None
