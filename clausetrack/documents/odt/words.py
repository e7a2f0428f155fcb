"""The words of a paragraph of an OpenDocument text: spans, fields, breaks and calls of notes, as they are shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from clausetrack.documents.headings import Look
from clausetrack.documents.odt.names import DRAW, OFFICE, TEXT
from clausetrack.documents.odt.styles import Style, Styles, over
from clausetrack.documents.office import one_line

_SIGNS: Final = {f"{TEXT}tab": "\t", f"{TEXT}s": " ", f"{TEXT}line-break": "\n"}
_NOTE: Final = f"{TEXT}note"
_NUMBER: Final = f"{TEXT}number"
_PAGE_BREAK: Final = f"{TEXT}soft-page-break"
_SKIPPED: Final = frozenset(
    (
        *(f"{TEXT}{name}" for name in ("ruby-text", "hidden-text", "script", "tracked-changes")),
        *(f"{OFFICE}{name}" for name in ("annotation", "annotation-end")),
    )
)
"""What is in a paragraph and is no part of its words: comments, hidden text, readings above characters."""


class Words(NamedTuple):
    """What a paragraph says and how it looks. ``breaks`` are the page breaks before its first word, and after it."""

    text: str
    look: Look
    notes: tuple[str, ...]
    number: str | None
    breaks: tuple[int, int]


class _Sum:
    """What was read of a paragraph so far."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.notes: list[str] = []
        self.sizes: set[float] = set()
        self.bold = self.caps = True
        self.any = False
        self.number: str | None = None
        self.before = self.within = 0

    def add(self, text: str | None, style: Style) -> None:
        if not text or style.hidden:
            return
        self.parts.append(text)
        if not text.isspace():
            self.any = True
            self.bold = self.bold and bool(style.bold)
            self.caps = self.caps and bool(style.caps)
            if style.size:
                self.sizes.add(style.size)


def words(paragraph: Any, style: Style, styles: Styles, call: Callable[[Any], str | None]) -> Words:
    """Give the words of a paragraph; ``call`` is told of a note and gives its label."""
    found = _Sum()
    # White space at the start of a line and between elements is no more than a space (part 3, section 6.1.2).
    found.add(_spaced(paragraph.text), style)
    stack = [(paragraph, paragraph.iterchildren(), style)]
    while stack:
        holder, children, current = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if stack:
                found.add(_spaced(holder.tail), stack[-1][2])
        elif _is_leaf(child):
            _read_leaf(child, found, current, call)
            found.add(_spaced(child.tail), current)
        else:
            inner = over(current, styles.words(child.get(f"{TEXT}style-name")))
            found.add(_spaced(child.text), inner)
            stack.append((child, child.iterchildren(), inner))
    look = Look(
        found.bold and found.any,
        found.caps and found.any,
        bool(style.centred),
        min(found.sizes, default=style.size or 0),
    )
    text = one_line("".join(found.parts))
    return Words(text, look, tuple(found.notes), found.number, (found.before, found.within))


def _spaced(text: str | None) -> str | None:
    return text.replace("\n", " ") if text and "\n" in text else text


def _is_leaf(element: Any) -> bool:
    tag = element.tag
    return tag in _SIGNS or tag in _SKIPPED or tag in {_NOTE, _NUMBER, _PAGE_BREAK} or tag.startswith(DRAW)


def _read_leaf(element: Any, found: _Sum, style: Style, call: Callable[[Any], str | None]) -> None:
    if element.tag in _SIGNS:
        found.add(_SIGNS[element.tag], style)
    elif element.tag == _NOTE and not style.hidden:
        label = call(element)
        if label:
            found.notes.append(label)
    elif element.tag == _NUMBER:
        found.number = "".join(element.itertext()).strip() or None
    elif element.tag == _PAGE_BREAK and found.any:
        found.within += 1
    elif element.tag == _PAGE_BREAK:
        found.before += 1
