"""The canonical form of a clause file: one way to write it, so that a change of a file is a change of what it says.

Keys stand in the order of the schema, unknown ones after them, free ones (``x-``) last; empty collections that the
format does not need are left out. Sections and clauses are set apart by a blank line. A collection stands in brackets
on one line where it fits and has no comment in it; else one entry a line. A text that does not fit is folded at spaces;
one with line breaks stands as it is. What a YAML 1.1 reader would misread is quoted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from clausetrack.clauseset.blocks import block, can_be_block
from clausetrack.clauseset.comments import Comments, steps
from clausetrack.clauseset.quoting import inline
from clausetrack.clauseset.records import FREE, OPEN, SECTIONS, KeyOrder, Slot, slot_of
from clausetrack.model.position import Path

WIDTH: Final = 100
"""Characters in a line: what fits beside another file on a screen, and still holds a sentence."""

_MEMORABLE: Final = 24
"""Characters of a text that is likely to come back (no word of the format is longer), so that its line is kept."""


def canonical(data: dict[str, Any], order: KeyOrder, comments: Comments | None = None) -> str:
    """Write plain data in canonical form, with its comments."""
    return "".join(chunks(data, order, comments))


def chunks(data: dict[str, Any], order: KeyOrder, comments: Comments | None = None) -> Iterator[str]:
    """Write plain data in canonical form piece by piece, a clause at a time, for who compares and may stop early."""
    return _Writer(order, comments or Comments()).document(data)


def entry_lines(record: str, key: str | None, value: Any, indent: int, order: KeyOrder) -> list[str]:
    """Write one entry of a record, or with no key an item of the list of such records, at an indent."""
    writer = _Writer(order, Comments())
    if key is None:
        writer.item(value, writer.in_brackets(value, record, indent, ()), record, indent, ())
    else:
        writer.entry(value, slot_of(record, key, " " * indent), indent, ())
    return writer.lines


class _Writer:
    """Writes lines. Paths are made only where there are comments to look up.

    An ``indent`` is the column of an entry's key or dash; what is in the entry stands two further. ``record`` names the
    record that a mapping is, or that the items of a list are.
    """

    def __init__(self, order: KeyOrder, comments: Comments) -> None:
        self.order = order
        self.comments = comments
        self.before = dict(comments.before)
        self.parents = comments.parents()
        self.commented = bool(self.parents)
        self.orphans: list[str] = []
        self.lines: list[str] = []
        self.known: dict[tuple[str, str], str] = {}
        self.shapes: dict[tuple[str, int, bool, tuple[str, ...]], list[Slot]] = {}

    def document(self, data: dict[str, Any]) -> Iterator[str]:
        kept = self.kept(data, "root", ())
        slots = self.shape(kept, "root", 0, dash=False)
        # What would stand above the first entry would be part of the head when it is read again.
        first = self.before.pop((slots[0].key,), []) if slots else []
        self.lines += [*self.comments.head, *self.orphans, *first]
        self.orphans.clear()
        for place, slot in enumerate(slots):
            value = kept[slot.key]
            if slot.key in SECTIONS and (self.lines or place):
                self.lines.append("")
            if slot.key in SECTIONS and isinstance(value, list) and value:
                yield from self.section(value, slot)
            else:
                self.entry(value, slot, 0, (slot.key,))
            yield self.flush()
        tail = [*self.orphans, *self.comments.tail]
        self.lines += ["", *tail] if tail else []
        yield self.flush()

    def section(self, items: list[Any], slot: Slot) -> Iterator[str]:
        """Write the list of a section, an item at a time; a blank line sets items apart that stand open."""
        path = (slot.key,)
        self.lines.append(slot.head + self.comment(path, 0))
        names = steps(items) if self.commented else range(len(items))
        for index, (name, item) in enumerate(zip(names, items, strict=True)):
            if index and slot.below in OPEN:
                self.lines.append("")
            # Most clauses have no comment in them, and are then written without a look at any path.
            here = (*path, name)
            self.commented = bool(self.parents and (self.comments.about(here) or here in self.parents or self.orphans))
            self.item(item, self.in_brackets(item, slot.below, 2, here), slot.below, 2, here)
            yield self.flush()
        self.commented = bool(self.parents)

    def flush(self) -> str:
        text = "".join([f"{line}\n" for line in self.lines])
        self.lines.clear()
        return text

    def kept(self, record: dict[str, Any], name: str, path: Path) -> dict[str, Any]:
        """Give a record without the empty collections that it does not need; their comments go to its first key."""
        if all(record.values()):
            return record
        known = self.order.get(name, ())
        empty = [key for key, value in record.items() if value in ([], {}) and key in known]
        if len(empty) == len(record):
            return record
        for key in empty:
            self.orphans += self.comments.about((*path, key)) if self.commented else ()
        return {key: value for key, value in record.items() if key not in empty}

    def shape(self, record: dict[str, Any], name: str, indent: int, *, dash: bool) -> list[Slot]:
        """Give the keys of a record in canonical order; ``dash`` where it is an item, whose first key has the dash."""
        which = name, indent, dash, tuple(record)
        shape = self.shapes.get(which)
        if shape is None:
            rank = {key: place for place, key in enumerate(self.order.get(name, ()))}
            unknown = len(rank)
            # Sorting is stable: unknown keys keep the order of the file, and so do free ones, behind them.
            keys = sorted(record, key=lambda key: rank.get(key, unknown + (bool(rank) and key.startswith("x-"))))
            margin = " " * indent
            first = f"{margin[:-2]}- " if dash else margin
            shape = [slot_of(name, key, margin if place else first) for place, key in enumerate(keys)]
            self.shapes[which] = shape
        return shape

    def record(self, record: dict[str, Any], name: str, indent: int, path: Path, *, dash: bool = False) -> None:
        kept = self.kept(record, name, path)
        for slot in self.shape(kept, name, indent, dash=dash):
            value = kept[slot.key]
            # Most entries are words that have stood behind the same key before.
            line = None if self.commented or type(value) is not str else self.known.get((slot.head, value))
            if line is not None and not slot.date:
                self.lines.append(line)
            else:
                self.entry(value, slot, indent, self.path(path, slot.key))

    def entry(self, value: Any, slot: Slot, indent: int, path: Path) -> None:
        after = self.comment(path, len(slot.head) - len(slot.head.lstrip(" "))) if self.commented else ""
        if isinstance(value, str):
            self.text(slot.head, value, indent, after, date=slot.date)
        elif isinstance(value, dict) and value:
            text = self.in_brackets(value, slot.below, indent, path)
            if text is not None and len(slot.head) + 1 + len(text) <= WIDTH:
                self.lines.append(f"{slot.head} {text}{after}")
            else:
                self.lines.append(slot.head + after)
                self.record(value, slot.below, indent + 2, path)
        elif isinstance(value, list) and value:
            self.items(slot.head, value, slot.below, indent, path=path, after=after)
        else:
            self.lines.append(f"{slot.head} {inline(value, flow=False)}{after}")

    def items(self, head: str, items: list[Any], record: str, indent: int, *, path: Path, after: str) -> None:
        """Write a list on one line where it fits, else an item a line."""
        laid_out = self.laid_out(items, record, indent + 2, path)
        texts = [text for _, text, _ in laid_out]
        if None not in texts and not (self.commented and path in self.parents):
            line = f"{head} [{', '.join(map(str, texts))}]"
            if len(line) <= WIDTH:
                self.lines.append(line + after)
                return
        self.lines.append(head + after)
        for item, text, here in laid_out:
            self.item(item, text, record, indent + 2, here)

    def laid_out(self, items: list[Any], record: str, indent: int, path: Path) -> list[tuple[Any, str | None, Path]]:
        """Give each item, how it stands in brackets, and its path."""
        if not self.commented:
            return [(item, self.in_brackets(item, record, indent, ()), ()) for item in items]
        named = ((item, (*path, name)) for name, item in zip(steps(items), items, strict=True))
        return [(item, self.in_brackets(item, record, indent, here), here) for item, here in named]

    def item(self, item: Any, text: str | None, record: str, indent: int, path: Path) -> None:
        """Write an item; ``text`` is how it stands in brackets, None where it does not fit there."""
        after = self.comment(path, indent) if self.commented else ""
        head = " " * indent + "-"
        if isinstance(item, str):
            self.text(head, item, indent, after)
            return
        if text is not None or not isinstance(item, dict | list):
            self.lines.append(f"{head} {text or inline(item, flow=False)}{after}")
            return
        if after:
            # Behind a dash alone it would belong to the first thing in the item when it is read again.
            self.lines.append(head[:-1] + after[2:])
        if isinstance(item, dict):
            self.record(item, record, indent + 2, path, dash=True)
        else:
            # Between two dashes no comment could be told to belong to the inner one, so all of them go above.
            self.lines += [head[:-1] + text for text in self.comments.within(item, path)] if self.commented else []
            commented, self.commented = self.commented, False
            self.items(head, item, FREE, indent, path=(), after="")
            self.commented = commented

    def in_brackets(self, value: Any, record: str, indent: int, path: Path) -> str | None:
        """Give a value as it stands between brackets behind a dash at an indent; None where it must stand open."""
        if value and (record in OPEN or (self.commented and path in self.parents)):
            return None
        return self.flow(value, FREE if isinstance(value, list) else record, WIDTH - indent - 2)

    def flow(self, value: Any, record: str, room: int, *, date: bool = False) -> str | None:
        """Write a value in brackets; None where it is longer than ``room`` or has line breaks."""
        if isinstance(value, str):
            text = self.word(value, date=date) if len(value) <= room and "\n" not in value else None
        elif isinstance(value, dict):
            text = self.braces(value, record, room)
        elif isinstance(value, list):
            parts = [self.flow(item, FREE if isinstance(item, list) else record, room) for item in value]
            text = None if None in parts else f"[{', '.join(map(str, parts))}]"
        else:
            text = inline(value, flow=True)
        return text if text is not None and len(text) <= room else None

    def word(self, value: str, *, date: bool) -> str:
        """Write a text that stands between brackets."""
        # No line starts with an empty head, so that these are not taken for lines.
        text = None if date else self.known.get(("", value))
        if text is None:
            text = inline(value, flow=True, year=date)
            if len(value) <= _MEMORABLE and not date:
                self.known["", value] = text
        return text

    def braces(self, record: dict[str, Any], name: str, room: int) -> str | None:
        parts = []
        kept = self.kept(record, name, ())
        for slot in self.shape(kept, name, 0, dash=False):
            text = self.flow(kept[slot.key], slot.below, room, date=slot.date)
            if text is None:
                return None
            parts.append(f"{slot.name}: {text}")
        return "{" + ", ".join(parts) + "}"

    def text(self, head: str, value: str, indent: int, after: str, *, date: bool = False) -> None:
        """Write a text on the line of its key where it fits, else as a block, if a block gives it back exactly."""
        line = None if date else self.known.get((head, value))
        if line is None:
            line = head
            if "\n" not in value and len(head) + len(value) < WIDTH:
                line = f"{head} {inline(value, flow=False, year=date)}"
            if (line == head or len(line) > WIDTH) and can_be_block(value):
                self.lines += block(head, value, indent + 2, WIDTH, after)
                return
            if line == head:
                line = f"{head} {inline(value, flow=False, year=date)}"
            if len(value) <= _MEMORABLE and not date:
                self.known[head, value] = line
        self.lines.append(line + after)

    def path(self, path: Path, name: str | int) -> Path:
        return (*path, name) if self.commented else ()

    def comment(self, path: Path, indent: int) -> str:
        """Write the comments that stand above an entry, and give the one that ends its line."""
        above = [*self.orphans, *self.before.get(path, ())]
        self.lines += [" " * indent + text for text in above]
        self.orphans.clear()
        after = self.comments.after.get(path)
        return f"  {after}" if after else ""
