"""The text of a Word document in reading order: paragraphs, tables and text boxes, with numbers as they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from clausetrack.documents.docx.changes import JOINS
from clausetrack.documents.docx.names import MC, VAL, W, is_on, number, value_of
from clausetrack.documents.docx.numbering import Label, Numbering
from clausetrack.documents.docx.styles import Style, Styles, merged, properties_of
from clausetrack.documents.docx.words import Reader
from clausetrack.documents.office import MAX_TABLES, Cell, Entry, paragraph, table
from clausetrack.documents.tree_edits import take_out
from clausetrack.errors import InputError

_P: Final = f"{W}p"
_TABLE: Final = f"{W}tbl"
_ROW: Final = f"{W}tr"
_CELL: Final = f"{W}tc"
_BOX: Final = f"{W}txbxContent"
_PAGE_BREAK: Final = f"{W}lastRenderedPageBreak"
_PAGE: Final = "page"
"""Attribute for the page that a paragraph starts on, as far as the last program that showed the document said so."""

_BOXED: Final = "boxed"
"""Attribute of a paragraph in a text box."""

_AROUND: Final = frozenset(
    (
        *(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "txbxContent")),
        *(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")),
        *(f"{MC}{name}" for name in ("AlternateContent", "Choice", "Fallback")),
    )
)
"""What stands around paragraphs and tables, and means nothing to the order they are read in."""


def prepare(root: Any) -> None:
    """Make the tree of a part read in order: no text twice, and text boxes after the paragraphs they are tied to."""
    for alternatives in list(root.iter(f"{MC}AlternateContent")):
        for left_out in list(alternatives)[1:]:
            take_out(left_out)
    # The readings above the characters of Japanese and Chinese are no words of the text.
    for ruby in reversed(list(root.iter(f"{W}rt"))):
        take_out(ruby)
    for box in reversed(list(root.iter(_BOX))):
        holder = next(box.iterancestors(_P), None)
        for boxed in box.iter(_P):
            boxed.set(_BOXED, "1")
        if holder is not None:
            for child in reversed(list(box)):
                holder.addnext(child)


def paginate(root: Any) -> int:
    """Note on every paragraph the page that it starts on; give the number of pages, 0 where it is not known."""
    if next(root.iter(_PAGE_BREAK), None) is None:
        return 0
    page, fresh = 1, None
    for element in root.iter(_P, f"{W}t", _PAGE_BREAK):
        if element.tag == _P:
            fresh = element
            element.set(_PAGE, str(page))
        elif element.tag == _PAGE_BREAK:
            page += 1
            if fresh is not None:
                fresh.set(_PAGE, str(page))
        else:
            fresh = None
    return page


class Story:
    """Reads a story: the body, or a note. ``call`` is told of a note that is called, and gives its label."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        call: Callable[[str, str, str | None], str | None],
        file: str,
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._boxed = numbering.another()
        self._words = Reader(styles, call)
        self._file = file
        self._by_style: dict[str | None, Style] = {}

    def read(self, root: Any) -> list[Entry]:
        """Give the paragraphs, rows and list items below an element. InputError where tables nest too deeply."""
        found: list[Entry] = []
        cells: list[Cell] = [found]
        tables: list[list[list[Cell]]] = []
        held: list[Any] = []
        for opens, element in _walk(root):
            if element.tag == _P:
                held.append(element)
                if element.get(JOINS) is None:
                    cells[-1].extend(self._paragraph(held))
                    held = []
                continue
            # A mark that is gone joins nothing where no paragraph follows.
            cells[-1].extend(self._paragraph(held, whole=False))
            held = []
            if opens:
                self._open(element, cells, tables)
            else:
                _close(element, cells, tables)
        cells[-1].extend(self._paragraph(held, whole=False))
        return found

    def _open(self, element: Any, cells: list[Cell], tables: list[list[list[Cell]]]) -> None:
        if element.tag == _TABLE:
            if len(tables) == MAX_TABLES:
                raise InputError(f"more than {MAX_TABLES} tables in one another", file=self._file)
            tables.append([])
        elif element.tag == _ROW and tables:
            tables[-1].append([])
        elif element.tag == _CELL:
            cells.append([])

    def _paragraph(self, elements: list[Any], *, whole: bool = True) -> Iterator[Entry]:
        """Give a paragraph that is made of some elements; not ``whole`` where the last one's mark is gone."""
        if not elements:
            return
        kept = next((element for element in reversed(elements) if _has_words(element)), elements[-1])
        properties = kept.find(f"{W}pPr")
        style = self._style(properties)
        words = self._words.read(elements, style)
        if style.contents or not (words.text or (whole and not _is_hidden(properties))):
            return
        label = self._label(style, properties, self._numbering if kept.get(_BOXED) is None else self._boxed)
        page = number(elements[0].get(_PAGE))
        yield from paragraph(
            Entry(
                words.text,
                label=label.text if label and (words.text or not label.bullet) else None,
                level=label.level if label else None,
                heading=style.heading or 0,
                look=words.look,
                notes=words.notes,
                page=page,
                elements=tuple(elements),
            )
        )

    def _style(self, properties: Any | None) -> Style:
        name = None if properties is None else value_of(properties, "pStyle")
        if name not in self._by_style:
            self._by_style[name] = self._styles.paragraph(name)
        style = self._by_style[name]
        return style if properties is None else merged(style, properties_of(properties))

    def _label(self, style: Style, properties: Any | None, numbering: Numbering) -> Label | None:
        if style.list_id in {None, "0"}:
            return None
        at = style.list_level
        if at is None or (properties is not None and properties.find(f"{W}numPr/{W}ilvl") is None):
            name = None if properties is None else value_of(properties, "pStyle")
            linked = numbering.level_of(style.list_id or "", name)
            at = linked if linked is not None else at or 0
        return numbering.next(style.list_id or "", at)


def _walk(root: Any) -> Iterator[tuple[bool, Any]]:
    """Go through paragraphs, and through tables, rows and cells, of which it tells where they open and close."""
    stack = [(root, root.iterchildren())]
    while stack:
        holder, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if holder.tag in {_TABLE, _ROW, _CELL}:
                yield False, holder
        elif child.tag == _P:
            yield True, child
        elif child.tag in {_TABLE, _ROW, _CELL}:
            yield True, child
            stack.append((child, child.iterchildren()))
        elif child.tag in _AROUND:
            stack.append((child, child.iterchildren()))


def _close(element: Any, cells: list[Cell], tables: list[list[list[Cell]]]) -> None:
    if element.tag == _CELL:
        cell = cells.pop()
        if tables and tables[-1]:
            if cell or not _goes_on(element):
                tables[-1][-1].append(cell)
        else:
            cells[-1].extend(cell)
    elif element.tag == _TABLE:
        cells[-1].extend(table(tables.pop()))


def _goes_on(cell: Any) -> bool:
    """Say whether a cell is but the lower part of one that takes several rows."""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(VAL) != "restart"


def _has_words(element: Any) -> bool:
    return any(text.text for text in element.iter(f"{W}t", f"{W}delText"))


def _is_hidden(properties: Any | None) -> bool:
    """Say whether a paragraph's mark is hidden, which without words leaves nothing to be seen."""
    vanish = None if properties is None else properties.find(f"{W}rPr/{W}vanish")
    return vanish is not None and is_on(vanish)
