"""A document as a reader gives it: blocks of text in reading order, each with its place in the file."""

from __future__ import annotations

from dataclasses import field
from typing import Final, Literal, NamedTuple

from clausetrack.model.position import Position
from clausetrack.model.record import Record, record

BlockKind = Literal["paragraph", "heading", "item", "row", "footnote"]
BLOCK_KINDS: Final = ("paragraph", "heading", "item", "row", "footnote")


class Box(NamedTuple):
    """A rectangle on a page, in points (1/72 inch) from the page's top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@record
class Block(Record):
    """One paragraph, heading, list item, table row or footnote. ``text`` is on one line, verbatim but for white space.

    ``level`` is the depth of a heading or item, from 1, where it is known. ``label`` is the marker of an item, a
    numbered heading or a footnote where the document keeps it apart from the words (automatic numbering, a list of
    HTML), as it is shown: "(a)", "12.", "•"; where the marker is part of the words, as in plain text, it stays in
    ``text``. ``cells`` are those of a row, and ``text`` is then the cells joined by " | ". ``notes`` are the labels of
    the footnotes that are called in the text; the calls themselves are not in ``text``. ``page`` counts from 1 where
    the document has pages; ``box`` is where the block starts on it. ``id`` is the element's own name in XML or HTML.
    ``tongue`` is which language a block is in, from 1, where a document says the same in several beside each other or
    one after the other; 0 where it does not, and for what all of them share.
    """

    kind: BlockKind
    text: str
    place: Position
    page: int | None = None
    level: int | None = None
    label: str | None = None
    cells: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    box: Box | None = None
    id: str | None = None
    tongue: int = 0


@record
class Document(Record):
    """A document that was read. ``sha256`` (hexadecimal) and ``size`` (bytes) are those of the file it was read from.

    A block's paragraph number is its index from 1: every block counts, whatever its kind, so that the numbers which
    evidence uses do not depend on how well a reader tells a heading from a paragraph.

    ``metadata`` is what the file says of itself outside its words, as far as it does: title, author, publisher,
    published (ISO 8601), url, language (BCP 47). ``notices`` are what a user should know of the reading, in words.
    """

    file: str
    media_type: str
    sha256: str
    size: int
    blocks: tuple[Block, ...]
    metadata: dict[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
