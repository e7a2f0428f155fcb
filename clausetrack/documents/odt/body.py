"""An OpenDocument text in reading order: paragraphs, lists, tables and frames, with numbers as they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from clausetrack.documents.headings import is_contents
from clausetrack.documents.odt.changes import JOINS
from clausetrack.documents.odt.lists import LEVELS, Label, List, Lists
from clausetrack.documents.odt.names import DRAW, OFFICE, PARAGRAPHS, TABLE, TEXT, count_of
from clausetrack.documents.odt.styles import Style, Styles
from clausetrack.documents.odt.words import Words, words
from clausetrack.documents.office import MAX_TABLES, Cell, Entry, paragraph, table
from clausetrack.errors import InputError

_TABLE: Final = f"{TABLE}table"
_ROW: Final = f"{TABLE}table-row"
_CELL: Final = f"{TABLE}table-cell"
_LIST: Final = f"{TEXT}list"
_ITEMS: Final = (f"{TEXT}list-item", f"{TEXT}list-header")
_TOLD: Final = frozenset((_TABLE, _ROW, _CELL, _LIST, *_ITEMS))
_PAGE_BREAK: Final = f"{TEXT}soft-page-break"
_SKIPPED: Final = frozenset(
    (
        *(f"{TEXT}{name}-index" for name in ("illustration", "table", "object", "user", "alphabetical")),
        *(f"{TEXT}{name}" for name in ("table-of-content", "tracked-changes", "sequence-decls", "variable-decls")),
        *(f"{OFFICE}{name}" for name in ("forms", "annotation", "annotation-end")),
        f"{TABLE}covered-table-cell",
    )
)
"""What stands among the paragraphs and is no text of the agreement."""


def lift(root: Any) -> None:
    """Move what frames and shapes hold behind the paragraph that they are tied to."""
    for shape in reversed([found for found in root.iter(f"{DRAW}*") if found.find(f"{TEXT}*") is not None]):
        holder = next(shape.iterancestors(*PARAGRAPHS), None)
        if holder is not None:
            for child in reversed(list(shape)):
                if child.tag.startswith((TEXT, TABLE)):
                    child.tail = None
                    holder.addnext(child)


class _Item:
    """An item of a list: the number it is given, and whether it has a number and a paragraph that shows it yet."""

    def __init__(self, element: Any) -> None:
        self.start = count_of(element.get(f"{TEXT}start-value"))
        self.is_open = element.tag == _ITEMS[0]


_Spot = tuple[List, int, _Item] | None
"""Where a paragraph stands in a list, and how deep; None where it is in none."""


class _Place:
    """Where the reading is: the lists, items and table cells around the next paragraph."""

    def __init__(self, cell: Cell) -> None:
        self.cells: list[Cell] = [cell]
        self.tables: list[list[list[Cell]]] = []
        self.lists: list[tuple[List, str]] = []
        self.items: list[_Item] = []

    def spot(self) -> _Spot:
        """Give the item around the next paragraph, and the list that it is in."""
        return (self.lists[-1][0], len(self.lists), self.items[-1]) if self.lists and self.items else None


class Story:
    """Reads a story: the body, or a note. ``call`` is told of a note that is called, and gives its label."""

    def __init__(self, styles: Styles, lists: Lists, call: Callable[[Any], str | None], file: str) -> None:
        self._styles = styles
        self._lists = lists
        self._call = call
        self._file = file
        self.page: int | None = None

    def read(self, root: Any) -> list[Entry]:
        """Give the paragraphs, rows and list items below an element. InputError where tables nest too deeply."""
        found: list[Entry] = []
        place = _Place(found)
        held: list[tuple[Any, _Spot]] = []
        for opens, element in self._walk(root):
            if element.tag in PARAGRAPHS:
                held.append((element, place.spot()))
                if element.get(JOINS) is None:
                    place.cells[-1].extend(self._paragraph(held))
                    held = []
                continue
            if element.tag in {_CELL, _TABLE}:
                # A paragraph whose end is gone goes on in no other cell.
                place.cells[-1].extend(self._paragraph(held))
                held = []
            if element.tag == _PAGE_BREAK:
                self._turn(1)
            elif opens:
                self._open(element, place)
            else:
                _close(element, place)
        place.cells[-1].extend(self._paragraph(held))
        return found

    def _walk(self, root: Any) -> Iterator[tuple[bool, Any]]:
        stack = [(root, root.iterchildren())]
        while stack:
            holder, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if holder.tag in _TOLD:
                    yield False, holder
            elif child.tag in PARAGRAPHS or child.tag == _PAGE_BREAK:
                yield True, child
            elif child.tag not in _SKIPPED and not self._is_hidden(child):
                if child.tag in _TOLD:
                    yield True, child
                stack.append((child, child.iterchildren()))

    def _is_hidden(self, element: Any) -> bool:
        if element.tag != f"{TEXT}section":
            return False
        display = element.get(f"{TEXT}display")
        return display == "none" or self._styles.is_hidden_section(element.get(f"{TEXT}style-name"))

    def _open(self, element: Any, place: _Place) -> None:
        if element.tag == _TABLE:
            if len(place.tables) == MAX_TABLES:
                raise InputError(f"more than {MAX_TABLES} tables in one another", file=self._file)
            place.tables.append([])
        elif element.tag == _ROW and place.tables:
            place.tables[-1].append([])
        elif element.tag == _CELL:
            place.cells.append([])
        elif element.tag in _ITEMS:
            place.items.append(_Item(element))
        elif element.tag == _LIST:
            outer = place.lists[-1] if place.lists else None
            style = element.get(f"{TEXT}style-name") or (outer[1] if outer else self._style_inside(element))
            # A list in a list counts with it, unless it has a style of its own.
            same = outer is not None and style == outer[1]
            place.lists.append((outer[0], style) if outer and same else (self._lists.begin(element, style), style))

    def _style_inside(self, element: Any) -> str:
        first = next(element.iter(*PARAGRAPHS), None)
        return "" if first is None else self._styles.paragraph(first.get(f"{TEXT}style-name")).list_style or ""

    def _paragraph(self, held: list[tuple[Any, _Spot]]) -> Iterator[Entry]:
        """Give a paragraph that is made of some elements: it looks, and is numbered, as the first one with words."""
        if not held:
            return
        elements = [element for element, _ in held]
        kept, spot = next(((element, at) for element, at in held if any(element.itertext())), held[-1])
        name = kept.get(f"{TEXT}style-name")
        style = self._styles.paragraph(name)
        read = [words(element, style, self._styles, self._call) for element in elements]
        said = read[0] if len(read) == 1 else _joined(read)
        self._turn(said.breaks[0])
        page = self.page
        self._turn(said.breaks[1])
        if (
            style.hidden
            or is_contents((name or "").replace("_20_", " "))
            or (elements[-1].get(JOINS) and not said.text)
        ):
            return
        label = self._label(kept, style, spot)
        yield from paragraph(
            Entry(
                said.text,
                label=said.number or (label.text if label and (said.text or not label.bullet) else None),
                level=label.level if label else None,
                heading=_heading(kept, style),
                look=said.look,
                notes=said.notes,
                page=page,
            )
        )

    def _label(self, element: Any, style: Style, spot: _Spot) -> Label | None:
        if spot is not None:
            found, depth, item = spot
            # Only the first paragraph of an item has its number.
            is_first, item.is_open = item.is_open, False
            return found.next(min(depth, LEVELS), item.start) if is_first else None
        if element.tag != f"{TEXT}h" or element.get(f"{TEXT}is-list-header") == "true" or style.list_style == "":
            return None
        start = count_of(element.get(f"{TEXT}start-value"))
        restart = element.get(f"{TEXT}restart-numbering") == "true"
        at = min(_heading(element, style) or 1, LEVELS)
        return self._lists.outline.next(at, (1 if start is None else start) if restart else None)

    def _turn(self, breaks: int) -> None:
        if self.page is not None:
            self.page += breaks


def _joined(read: list[Words]) -> Words:
    texts = " ".join(" ".join(part.text for part in read).split())
    first = next((part for part in read if part.text), read[0])
    notes = tuple(note for part in read for note in part.notes)
    breaks = (first.breaks[0], sum(sum(part.breaks) for part in read) - first.breaks[0])
    return Words(texts, first.look, notes, first.number, breaks)


def _heading(element: Any, style: Style) -> int:
    if element.tag == f"{TEXT}h":
        return count_of(element.get(f"{TEXT}outline-level")) or 1
    return style.heading or 0


def _close(element: Any, place: _Place) -> None:
    if element.tag == _CELL:
        cell = place.cells.pop()
        if place.tables and place.tables[-1]:
            place.tables[-1][-1].append(cell)
        else:
            place.cells[-1].extend(cell)
    elif element.tag == _TABLE:
        place.cells[-1].extend(table(place.tables.pop()))
    elif element.tag == _LIST:
        place.lists.pop()
    elif element.tag in _ITEMS:
        place.items.pop()
