"""A document as a reader gives it: blocks of text in reading order, each with its place in the file."""

from __future__ import annotations

from typing import Final, Literal

from clausetrack.model.position import Position
from clausetrack.model.record import Record, record

BlockKind = Literal["paragraph", "heading", "item", "cell"]
BLOCK_KINDS: Final = ("paragraph", "heading", "item", "cell")


@record
class Block(Record):
    """One paragraph, heading, list item or table cell. ``text`` is on one line, verbatim apart from white space.

    ``page`` counts from 1 where the document has pages; ``level`` is the depth of a heading or item, from 1, if known.
    """

    kind: BlockKind
    text: str
    place: Position
    page: int | None = None
    level: int | None = None


@record
class Document(Record):
    """A document that was read. ``sha256`` (hexadecimal) and ``size`` (bytes) are those of the file it was read from.

    A block's paragraph number is its index from 1: every block counts, whatever its kind, so that the numbers which
    evidence uses do not depend on how well a reader tells a heading from a paragraph.
    """

    file: str
    media_type: str
    sha256: str
    size: int
    blocks: tuple[Block, ...]
