"""HTML and XHTML, read with lxml: the text of a page without the page's own furniture.

Of a page that calls itself a news article, and where trafilatura is installed, only those blocks are kept that
trafilatura takes for the article's text; what it leaves in doubt stays.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any, Final

from clausetrack.documents.encoding import decode_text, sniffed
from clausetrack.documents.html.blocks import blocks
from clausetrack.documents.html.furniture import content
from clausetrack.documents.html.metadata import is_news, metadata
from clausetrack.documents.html.notes import find_notes
from clausetrack.documents.html.tree import parse
from clausetrack.documents.reading import Reading, document
from clausetrack.model.document import Block, Document

MEDIA_TYPE: Final = "text/html"

_DECLARED: Final = re.compile(
    r"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{1,40})",
    re.IGNORECASE,
)
_HEAD: Final = 4_096
"""Bytes in which an encoding is declared: four times what the HTML Living Standard has browsers look at."""

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")

_COVERED: Final = 0.5
"""Share of the words that trafilatura must leave for its choice to count; below it has missed the text."""


def read(data: bytes, file: str, reading: Reading) -> Document:
    """Read a page. InputError where its encoding cannot be told, or where elements nest too deep."""
    del reading
    declared = _DECLARED.search(sniffed(data[:_HEAD]))
    page = parse(decode_text(data, file, declared and (declared[1] or declared[2])), file)
    if page is None:
        return document(data, file, MEDIA_TYPE, ())
    _open_accordions(page)
    root, left_out = content(page)
    found = tuple(blocks(root, file, left_out, find_notes(page)))
    notices: tuple[str, ...] = ()
    if is_news(page):
        found, notices = _article(data, found)
    return document(data, file, MEDIA_TYPE, found, metadata=metadata(page), notices=notices)


def _open_accordions(page: Any) -> None:
    """Take the button of an accordion's heading for its words: it opens and closes the section, and names it."""
    for heading in page.iter(*_HEADINGS):
        for button in heading.iter("button"):
            button.tag = "span"


def _article(data: bytes, found: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Keep the blocks of a news page that belong to the article, as far as the library that knows can be asked."""
    try:
        extract: Any = import_module("trafilatura").extract
    except ModuleNotFoundError:
        return found, ("This is a news page; with clausetrack[news] installed, less of the page around it is read.",)
    text = _folded(extract(data, include_comments=False, include_tables=True) or "")
    kept = tuple(
        block for block in found if _folded(block.text) in text or (block.kind == "heading" and block.level == 1)
    )
    if _size(kept) < _COVERED * min(_size(found), len(text)):
        return found, ()
    return kept, ()


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _size(found: tuple[Block, ...]) -> int:
    return sum(len(_folded(block.text)) for block in found)
