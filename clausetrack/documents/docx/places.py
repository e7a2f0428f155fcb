"""Where in a Word document each block stands: its paragraphs in the tree, so that the document can be edited."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, NamedTuple

from clausetrack.documents.docx.body import Story, prepare
from clausetrack.documents.docx.changes import settle
from clausetrack.documents.docx.names import W
from clausetrack.documents.docx.numbering import Numbering
from clausetrack.documents.docx.package import Package
from clausetrack.documents.docx.styles import Styles
from clausetrack.documents.office import blocks
from clausetrack.documents.reading import MAX_UNPACKED
from clausetrack.errors import InputError
from clausetrack.model.document import Block

_P = f"{W}p"
_AT = "at"
"""Attribute by which a paragraph is found again after the tree was settled."""


class Placed(NamedTuple):
    """A block, with the paragraphs that it was read from: several where marks between them are gone, or cells are."""

    block: Block
    paragraphs: tuple[Any, ...]


class Places(NamedTuple):
    """The text of a document as it is stored: the name of its part, its tree, and the blocks of its accepted side.

    Footnotes are not among the blocks.
    """

    part: str
    root: Any
    placed: tuple[Placed, ...]


def places(data: bytes, file: str) -> Places:
    """Find the blocks of a document, in the order and with the words that the reader gives. InputError as reading."""
    package = Package(data, file, MAX_UNPACKED)
    root = package.tree(package.main_bytes(), "")
    if root is None or root.find(f"{W}body") is None:
        raise InputError(f"{package.main} has no body: this is no Word document", file=file)
    paragraphs = list(root.iter(_P))
    settled = deepcopy(root).find(f"{W}body")
    for at, paragraph in enumerate(settled.iter(_P)):
        paragraph.set(_AT, str(at))
    settle(settled, "accepted")
    prepare(settled)
    styles = Styles(package.part("styles"))
    story = Story(styles, Numbering(package.part("numbering"), styles.lists()), _uncalled, file)
    entries = story.read(settled)
    placed = (
        Placed(block, tuple(paragraphs[int(element.get(_AT))] for element in entry.elements))  # type: ignore[attr-defined] # paragraphs
        for block, entry in zip(blocks(entries, file), entries, strict=True)
    )
    return Places(package.main, root, tuple(placed))


def _uncalled(kind: str, id_: str, mark: str | None) -> str | None:
    """Give no note a label: what is edited are the words around the calls."""
    del kind, id_
    return mark
