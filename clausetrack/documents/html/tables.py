"""Tables of HTML: those that hold data, whose rows are blocks, and those that only place text on the page."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from clausetrack.documents.html.notes import Notes
from clausetrack.documents.html.tree import events
from clausetrack.documents.inline import Words
from clausetrack.documents.lines import is_marker

_PARTS: Final = frozenset(["table", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "article", "section"])
"""What stands in the cells of a table that only places text: other tables, headings, lists."""


class Row(NamedTuple):
    """The texts of a row's cells, and the labels of the footnotes that are called in them."""

    cells: tuple[str, ...]
    calls: tuple[str, ...]


def is_layout(table: Any) -> bool:
    """Say whether a table only places text, by its role or by what stands in it."""
    if table.get("role") in {"presentation", "none"}:
        return True
    return next(table.iterdescendants(*_PARTS), None) is not None


def row(element: Any, notes: Notes) -> Row | None:
    """Read a row of data; None for a row with one text, or with a text and its marker, which are no table."""
    cells = [_words(cell, notes) for cell in element if cell.tag in {"td", "th"}]
    texts = tuple(" ".join(line.text for line in words.said()) for words in cells)
    filled = [text for text in texts if text]
    is_item = len(filled) == 2 and is_marker(filled[0]) and not filled[0].isdigit()  # noqa: PLR2004 - marker and text
    if len(filled) < 2 or is_item:  # noqa: PLR2004 - a cell alone is a paragraph
        return None
    return Row(texts, tuple(call for words in cells for call in words.calls))


def _words(cell: Any, notes: Notes) -> Words:
    words = Words()
    inside: Any = None
    for event in events(cell):
        if inside is not None:
            inside = None if event.kind == "end" and event.element is inside else inside
        elif event.kind == "text":
            words.add(event.text)
        elif event.kind == "start" and event.element in notes.calls:
            words.call(notes.calls[event.element])
            inside = event.element
        elif event.element.tag in {"br", "p", "div"}:
            words.break_line(hard=True)
    return words
