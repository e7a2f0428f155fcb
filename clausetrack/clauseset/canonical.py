"""The canonical form of a clause file: one way to write it, so that a change of a file is a change of what it says.

Keys stand in the order of the schema, unknown ones after them, free ones (``x-``) last. Sections and clauses are set apart by a blank line.
A collection stands in brackets on one line where it fits, holds nothing long and no comment; else one entry a line. A text that does not fit
is folded at spaces; one with line breaks stands as it is. What a YAML 1.1 reader would misread is quoted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from clausetrack.clauseset.comments import Comments, step
from clausetrack.clauseset.quoting import has_hidden, inline
from clausetrack.model.position import Path

WIDTH: Final = 100
"""Characters in a line: what fits beside another file on a screen, and still holds a sentence."""

_SHORT: Final = WIDTH // 2
"""Characters of a text that fits on its line behind any key of the format, so that its form can be kept and used again."""

_SPACES: Final = [" " * indent for indent in range(4 * 64)]
"""Indents, ready made, beyond what the nesting limit allows."""

KeyOrder = dict[str, tuple[str, ...]]
"""For the name of a record (as in the schema) its keys in canonical order."""

_DATES: Final = frozenset(
    {"deadline", "date", "as_of", "published", "accessed", "announced", "signed", "in_force", "ended"}
)
_SECTIONS: Final = frozenset({"agreement", "revision", "sources", "actors", "clauses", "events"})
_OPEN_LISTS: Final = frozenset({"sources", "actors", "clauses"})
"""Lists whose items always stand open, one key a line."""

_RECORDS: Final = {
    "agreement": "agreement",
    "revision": "revision",
    "sources": "source",
    "actors": "actor",
    "clauses": "clause",
    "events": "event",
    "dates": "dates",
    "evidence": "evidence",
    "relations": "relation",
    "held": "meeting",
}
"""Under which key which record stands, to know the order of its keys."""


def canonical(data: dict[str, Any], order: KeyOrder, comments: Comments | None = None) -> str:
    """Write plain data in canonical form, with its comments."""
    return "".join(chunks(data, order, comments))


def chunks(data: dict[str, Any], order: KeyOrder, comments: Comments | None = None) -> Iterator[str]:
    """Write plain data in canonical form piece by piece, a clause at a time, for who compares and may stop early."""
    return _Writer(order, comments or Comments()).document(data)


class _Writer:
    """Writes lines. Paths are made only where there are comments to look up."""

    def __init__(self, order: KeyOrder, comments: Comments) -> None:
        self.order = order
        self.comments = comments
        self.commented = bool(comments.before or comments.after)
        self.lines: list[str] = []
        self.known: dict[tuple[str, bool], str] = {}

    def document(self, data: dict[str, Any]) -> Iterator[str]:
        self.lines += self.comments.head
        entries = list(self._sorted(data, "root"))
        for key, value in entries:
            if key in _SECTIONS and (self.lines or key != entries[0][0]):
                self.lines.append("")
            if key in _OPEN_LISTS and isinstance(value, list) and value:
                after = self._comment((key,), 0)
                self.lines.append(f"{key}:{after}")
                for index, item in enumerate(value):
                    if index:
                        self.lines.append("")
                    self._item(key, item, 2, (key, step(item, index)))
                    yield self._flush()
            else:
                self._entry(key, value, 0, (key,))
            yield self._flush()
        if self.comments.tail:
            self.lines += ["", *self.comments.tail]
        yield self._flush()

    def _flush(self) -> str:
        text = "\n".join([*self.lines, ""])
        self.lines.clear()
        return text

    def _sorted(self, record: dict[str, Any], name: str) -> Iterable[tuple[str, Any]]:
        known = self.order.get(name, ())
        ordered = [(key, record[key]) for key in known if key in record and record[key] not in ([], {})]
        if len(ordered) == len(record):
            return ordered
        others = [entry for entry in record.items() if entry[0] not in known]
        return ordered + sorted(others, key=lambda entry: entry[0].startswith("x-"))

    def _entry(self, key: str, value: Any, indent: int, path: Path, prefix: str = "") -> None:
        """Write ``key: value`` at an indent; ``prefix`` is the dash of a list item that the key opens."""
        after = self._comment(path, indent)
        name = f"{_SPACES[indent]}{prefix}{self._scalar(key, flow=False)}:"
        # Words of the vocabulary come back again and again, and are short: most entries end here.
        known = self.known.get((value, False)) if type(value) is str and key not in _DATES else None
        if known is not None and len(name) + len(known) < WIDTH:
            self.lines.append(f"{name} {known}{after}")
            return
        depth = indent + len(prefix)
        line = self._one_line(name, key, value, path)
        if line is not None:
            self.lines.append(line + after)
        elif isinstance(value, str):
            self._block(name, value, depth, after)
        elif isinstance(value, dict):
            self.lines.append(name + after)
            for inner, item in self._sorted(value, _RECORDS.get(key, key)):
                self._entry(inner, item, depth + 2, self._path(path, inner))
        else:
            self.lines.append(name + after)
            self._list(key, value, depth + 2, path)

    def _list(self, key: str, items: list[Any], indent: int, path: Path) -> None:
        for index, item in enumerate(items):
            here = self._path(path, step(item, index)) if self.commented else ()
            self._item(key, item, indent, here)

    def _item(self, key: str, item: Any, indent: int, path: Path) -> None:
        after = self._comment(path, indent)
        space = " " * indent
        line = None if key in _OPEN_LISTS and item else self._one_line(f"{space}-", key, item, path)
        if line is not None:
            self.lines.append(line + after)
        elif isinstance(item, dict):
            if after:
                self.lines.append(space + after.strip())
            for position, (inner, value) in enumerate(self._sorted(item, _RECORDS.get(key, key))):
                dash = "" if position else "- "
                self._entry(inner, value, indent + 2 - len(dash), self._path(path, inner), dash)
        elif isinstance(item, str):
            self._block(f"{space}-", item, indent, after)
        else:
            self.lines.append(f"{space}-{after}")
            self._list(key, item, indent + 2, path)

    def _one_line(self, name: str, key: str, value: Any, path: Path) -> str | None:
        """Give an entry on one line, or None where it must stand open."""
        if isinstance(value, dict | list):
            if key in _SECTIONS and name[0] != " ":
                return None
            if self.commented and self.comments.inside(path):
                return None
            text = self._flow(value, key)
            fits = text is not None and len(name) + 1 + len(text) <= WIDTH
            return f"{name} {text}" if fits or not value else None
        if isinstance(value, str) and (len(name) + 1 + len(value) > WIDTH or "\n" in value) and _can_be_block(value):
            return None
        text = self._scalar(value, flow=False, year=key in _DATES)
        fits = len(name) + 1 + len(text) <= WIDTH
        return f"{name} {text}" if fits or not isinstance(value, str) or not _can_be_block(value) else None

    def _flow(self, value: Any, key: str) -> str | None:
        """Write a collection in brackets; None where something in it is too long to be read there."""
        if isinstance(value, dict):
            parts = []
            for inner, item in self._sorted(value, _RECORDS.get(key, key)):
                text = self._flow(item, inner)
                if text is None:
                    return None
                parts.append(f"{self._scalar(inner, flow=True)}: {text}")
            return "{" + ", ".join(parts) + "}"
        if isinstance(value, list):
            texts = [self._flow(item, key) for item in value]
            return None if None in texts else f"[{', '.join(texts)}]"  # type: ignore[arg-type]
        if isinstance(value, str) and (len(value) > WIDTH or "\n" in value):
            return None
        return self._scalar(value, flow=True, year=key in _DATES)

    def _block(self, name: str, value: str, indent: int, after: str) -> None:
        space = " " * (indent + 2)
        if "\n" in value:
            body = value.rstrip("\n")
            chomping = {0: "-", 1: ""}.get(len(value) - len(body), "+")
            self.lines.append(f"{name} |{chomping}{after}")
            self.lines += [space + line if line else "" for line in value.removesuffix("\n").split("\n")]
        else:
            self.lines.append(f"{name} >-{after}")
            self.lines += [space + line for line in _wrapped(value, WIDTH - len(space))]

    def _scalar(self, value: Any, *, flow: bool, year: bool = False) -> str:
        if not isinstance(value, str):
            return inline(value, flow=flow)
        # Keys, codes and words of the vocabulary come back again and again.
        text = self.known.get((value, flow))
        if text is None or year:
            text = inline(value, flow=flow, year=year)
            if not year and len(value) <= _SHORT:
                self.known[value, flow] = text
        return text

    def _path(self, path: Path, name: str | int) -> Path:
        return (*path, name) if self.commented else ()

    def _comment(self, path: Path, indent: int) -> str:
        """Write the comments that stand above an entry, and give the one that ends its line."""
        if not self.commented:
            return ""
        self.lines += [" " * indent + text for text in self.comments.before.get(path, ())]
        after = self.comments.after.get(path)
        return f"  {after}" if after else ""


def _can_be_block(value: str) -> bool:
    """Say whether a block scalar gives the text back to the character."""
    if has_hidden(value) or not value.strip():
        return False
    if "\n" in value:
        return value[0] not in " \n" and not any(line[-1:] == " " for line in value.split("\n"))
    return value[0] != " " and value[-1] != " " and "  " not in value and " " in value


def _wrapped(value: str, width: int) -> Iterator[str]:
    """Break a text at single spaces into lines of at most ``width`` characters, longer words apart."""
    line: list[str] = []
    length = -1
    for word in value.split(" "):
        if line and length + 1 + len(word) > width:
            yield " ".join(line)
            line, length = [], -1
        line.append(word)
        length += 1 + len(word)
    yield " ".join(line)
