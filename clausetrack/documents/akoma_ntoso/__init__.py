"""Akoma Ntoso 3.0 (OASIS LegalDocML), read with lxml: the hierarchy with its numbers, headings and ids.

Elements are known by their local names, so that documents with a prefix, without one, and of the drafts before 3.0 read
the same. A part with a heading gives a heading block, its number is the label; a number without a heading is a heading
itself ("Article 3") or, where it is only a marker ("1.", "(a)"), the label of the text that follows.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from clausetrack.documents.akoma_ntoso.metadata import metadata
from clausetrack.documents.inline import Words
from clausetrack.documents.lines import is_marker
from clausetrack.documents.reading import Reading, document
from clausetrack.documents.safe_xml import local, parse
from clausetrack.errors import InputError
from clausetrack.model.document import Block, Document
from clausetrack.model.position import Position

MEDIA_TYPE: Final = "application/akn+xml"

_INLINE: Final = frozenset(
    [
        *(
            "a",
            "abbr",
            "affectedDocument",
            "argument",
            "b",
            "background",
            "change",
            "concept",
            "courtType",
            "date",
            "def",
        ),
        *("del", "docAuthority", "docCommittee", "docDate", "docIntroducer", "docJurisdiction", "docNumber"),
        *("docProponent", "docPurpose", "docStage", "docStatus", "docTitle", "docType", "docketNumber", "embeddedText"),
        *("entity", "event", "extractText", "fillIn", "from", "i", "inline", "ins", "judge", "lawyer", "legislature"),
        *("location", "marker", "mmod", "mod", "mref", "neutralCitation", "noteRef", "object", "omissis", "opinion"),
        *("organization", "outcome", "party", "person", "placeholder", "process", "quantity", "quotedText"),
        *("recordedTime", "ref", "relatedDocument", "remark", "rmod", "role", "rref", "scene", "session", "shortTitle"),
        *("signature", "span", "sub", "sup", "term", "time", "u", "vote"),
    ]
)
"""Elements that stand in a line of text (Akoma Ntoso 3.0, inline groups of the schema); all others end it."""

_PASSED: Final = frozenset(["meta", "toc", "img", "presentation"])
"""Elements that hold no text of the document; a table of contents says again what the headings say."""

_HEADINGS: Final = frozenset(["heading", "subheading", "crossHeading", "h1", "h2", "h3", "h4", "h5", "h6"])


def read(data: bytes, file: str, reading: Reading) -> Document:
    """Read Akoma Ntoso. InputError with the line where the XML is broken, has a DOCTYPE, or is of another kind."""
    root = parse(data, file)
    if local(root) != "akomaNtoso":
        raise InputError(f"the root is '{local(root)}', not akomaNtoso", file=file, line=root.sourceline)
    dropped = "del" if reading.changes == "accepted" else "ins"
    found = tuple(_Walk(file, _PASSED | {dropped}).blocks(root))
    return document(data, file, MEDIA_TYPE, found, metadata=metadata(root))


class _Walk:
    """Goes through the tree once; what is open is kept in the fields."""

    def __init__(self, file: str, passed: frozenset[str]) -> None:
        self.file = file
        self.passed = passed
        self.words = Words()
        self.line = 1
        self.open: list[Any] = []
        self.numbered: list[bool] = []
        """For each element that is open, whether its number is a marker, which makes items one level deeper."""
        self.number: str | None = None
        self.quoted = 0
        self.titled = False
        self.notes: list[Block] = []
        self.count = 0

    def blocks(self, root: Any) -> Iterator[Block]:
        """Walk without recursion: each element with the children that are still to come."""
        stack = [iter((root,))]
        while stack:
            element = next(stack[-1], None)
            if element is None:
                stack.pop()
                if self.open:
                    yield from self._leave(self.open.pop())
            elif local(element) in self.passed or (local(element) == "tr" and (yield from self._row(element))):
                self._say(element.tail, element)
            elif local(element) in {"authorialNote", "noteRef"}:
                self._call(element)
                self._say(element.tail, element)
            else:
                yield from self._enter(element)
                stack.append(iter(element))

    def _enter(self, element: Any) -> Iterator[Block]:
        name = local(element)
        if name in {"br", "eol"}:
            self.words.break_line(hard=True)
        elif name not in _INLINE:
            yield from self._flush(self.open[-1] if self.open else element)
        self.open.append(element)
        self.numbered.append(False)
        self.quoted += name == "quotedStructure"
        self.titled = self.titled or name == "docTitle"
        self._say(element.text, element)

    def _leave(self, element: Any) -> Iterator[Block]:
        name = local(element)
        if name == "num":
            yield from self._take_number(element)
        elif name in _HEADINGS:
            yield from self._heading(element)
        elif name not in _INLINE | {"br", "eol"}:
            yield from self._flush(element)
        if name == "article" or not self.open:
            yield from self._lone_number(element)
        self.numbered.pop()
        self.quoted -= name == "quotedStructure"
        self._say(element.tail, element)

    def _say(self, text: str | None, element: Any) -> None:
        if text:
            if not self.words and not text.isspace():
                self.line = element.sourceline or self.line
            self.words.add(text)

    def _take_number(self, element: Any) -> Iterator[Block]:
        """Keep a number for the heading or the text behind it."""
        yield from self._lone_number(element)
        text = self._taken()
        if not text:
            return
        self.number = text
        self.numbered[-2] = is_marker(text)
        if not is_marker(text) and not any(local(after) in _HEADINGS for after in element.itersiblings()):
            yield from self._lone_number(element)

    def _lone_number(self, element: Any) -> Iterator[Block]:
        """Give a number that nothing belongs to as a heading of its own."""
        if self.number is not None:
            kind: Any = "paragraph" if self.quoted or is_marker(self.number) else "heading"
            yield self._block(kind, self.number, element, level=self._depth() if kind == "heading" else None)
            self.number = None

    def _heading(self, element: Any) -> Iterator[Block]:
        name = local(element)
        self.numbered[-2:-1] = [False] if len(self.numbered) > 1 else []
        text = self._taken()
        if text:
            level = int(name[1]) if name[0] == "h" and name[1:].isdigit() else self._depth()
            number, self.number = self.number, None
            kind: Any = "paragraph" if self.quoted else "heading"
            block = self._block(kind, text, element, level=None if self.quoted else level, label=number)
            yield from self._with_notes(block)

    def _taken(self) -> str:
        """Take the words that are open, on one line."""
        words, self.words = self.words, Words()
        self.titled = False
        return " ".join(line.text for line in words.said())

    def _flush(self, element: Any) -> Iterator[Block]:
        """Give what has been said in an element since the last block."""
        words, self.words = self.words, Words()
        titled, self.titled = self.titled, False
        lines = words.said() if words else []
        for line in lines:
            number, self.number = self.number, None
            kind: Any = "heading" if titled and not self.quoted else "item" if number else "paragraph"
            level = 1 if kind == "heading" else sum(self.numbered) or 1 if number else None
            block = self._block(kind, line.text, element, level=level, label=number)
            if line is lines[-1]:
                yield from self._with_notes(replace(block, notes=tuple(words.calls)))
            else:
                yield block

    def _with_notes(self, block: Block) -> Iterator[Block]:
        yield block
        yield from self.notes
        self.notes = []

    def _call(self, element: Any) -> None:
        """Take a footnote out of the text that it stands in, and leave its call."""
        if local(element) == "noteRef":
            self.words.call(element.get("marker") or (element.get("href") or "").lstrip("#"))
            return
        self.count += 1
        label = element.get("marker") or str(self.count)
        self.words.call(label)
        text = _text(element, self.passed)
        if text:
            place = Position(self.file, element.sourceline or self.line)
            self.notes.append(Block("footnote", text, place, label=label, id=_id(element)))

    def _row(self, element: Any) -> Generator[Block, None, bool]:
        """Give a row of a table, and say whether it was one; a row with one cell is read as text."""
        cells = tuple(_text(cell, self.passed) for cell in element if local(cell) in {"td", "th"})
        if sum(map(bool, cells)) < 2:  # noqa: PLR2004 - a cell alone is a paragraph
            return False
        yield from self._flush(self.open[-1])
        place = Position(self.file, element.sourceline or self.line)
        yield Block("row", " | ".join(cells), place, cells=cells, id=_id(element) or self._above())
        return True

    def _depth(self) -> int:
        """Count the parts with a number or a heading that are open; the title of the document stands above them."""
        return 1 + sum(1 for element in self.open if any(local(child) in _NAMING for child in islice(element, _NAMES)))

    def _block(self, kind: Any, text: str, element: Any, *, level: int | None, label: str | None = None) -> Block:
        id = _id(element) or self._above()
        return Block(kind, text, Position(self.file, self.line), level=level, label=label, id=id)

    def _above(self) -> str | None:
        """Give the id of the innermost open element that has one."""
        return next((found for element in reversed(self.open) if (found := _id(element))), None)


_NAMING: Final = frozenset(["num", "heading"])
_NAMES: Final = 3
"""Children of a part among which its number and its heading are: they come first (schema, type hierarchy)."""


def _id(element: Any) -> str | None:
    found: str | None = element.get("eId") or element.get("id")
    return found


def _text(element: Any, passed: frozenset[str]) -> str:
    """Give the words below an element on one line."""
    words = Words()
    stack = [(element, iter(element))]
    words.add(element.text or "")
    while stack:
        child = next(stack[-1][1], None)
        if child is None:
            closed, _ = stack.pop()
            if stack:
                words.add(closed.tail or "")
        elif local(child) in passed:
            words.add(child.tail or "")
        else:
            if local(child) not in _INLINE:
                words.break_line(hard=True)
            words.add(child.text or "")
            stack.append((child, iter(child)))
    return " ".join(line.text for line in words.said())
