"""What stands before the text of a printed web page and behind it: bars of links, cookie notices, what else to read.

A browser keeps links when it prints. A block before the text or behind it that is nothing but links is navigation; what
stands beside such blocks is known by its words, see `navigation_words`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, Protocol

from clausetrack.documents.navigation_words import (
    names_buttons,
    names_contents,
    names_cookies,
    names_foot,
    names_head,
)
from clausetrack.documents.pdf.marks import marker
from clausetrack.documents.pdf.page import Line
from clausetrack.model.document import Block, Box

_LINKED: Final = 0.7
"""Share of a bar's characters that links hold; between them stand gaps, dots and strokes."""

_LONG: Final = 90
"""Characters of a paragraph that is text: what stands before it may be the head of a page."""

_HEAD: Final = 80
"""Blocks among which the head of a page is; menus with all that they unfold have fifty entries."""

_FOOT: Final = 120
"""Blocks among which the foot of a page is; some list all pages of a site."""

_ADDRESS: Final = ("@", "://", "www.")
"""What is in a link that is words of the text: whom to write to."""


class _Part(Protocol):
    @property
    def lines(self) -> list[Line]: ...


def with_links(lines: Sequence[Line], areas: Iterable[Box]) -> list[Line]:
    """Give the lines of a page with how much of each is a link."""
    areas = sorted(areas, key=lambda area: area.top)
    if not areas:
        return list(lines)
    tallest = max(area.bottom - area.top for area in areas)
    found: list[Line] = []
    first = 0
    for line in lines:
        middle = line.base - 0.3 * line.size
        while first < len(areas) and areas[first].top < middle - tallest:
            first += 1
        over = (area for area in islice(areas, first, None) if area.top <= middle <= area.bottom)
        covered = sum(max(0.0, min(area.right, line.right) - max(area.left, line.left)) for area in over)
        share = min(1.0, covered / max(line.width, 1.0))
        found.append(line._replace(linked=share * len(line.text)) if share else line)
    return found


def without_edges(parts: Sequence[_Part], blocks: Sequence[Block]) -> list[Block]:
    """Give the blocks without head and foot of a printed web page; ``parts`` are the lines of each block."""
    largest = max((line.size for part in parts for line in part.lines), default=0.0)
    bars = [_is_bar(part, block, largest) for part, block in zip(parts, blocks, strict=True)]
    gone = {*_head(blocks, bars), *_foot(blocks, bars)}
    return [block for at, block in enumerate(blocks) if at not in gone] if len(gone) < len(blocks) else list(blocks)


def _is_bar(part: _Part, block: Block, largest: float) -> bool:
    """Say whether a block is nothing but links; a title may be one."""
    if part.lines[0].size >= largest and part.lines[0].bold:
        return False
    linked, shown = sum(line.linked for line in part.lines), sum(len(line.text) for line in part.lines)
    return linked >= _LINKED * shown and not any(sign in block.text for sign in _ADDRESS)


def _head(blocks: Sequence[Block], bars: Sequence[bool]) -> Iterator[int]:
    """Give the bars before the first paragraph of the text, and what is like them by its words."""
    linked = False
    for at, block in enumerate(islice(blocks, _HEAD)):
        after = at + 1 < len(blocks) and (bars[at + 1] or names_buttons(blocks[at + 1].text))
        linked |= bars[at]
        if (
            bars[at]
            or names_head(block.text)
            or (after and names_cookies(block.text))
            or (linked and names_contents(block.text))
            or (names_buttons(block.text) and at and _asks(blocks[at - 1]))
        ):
            yield at
        elif len(block.text) >= _LONG or marker(block.text):
            return


def _asks(block: Block) -> bool:
    return names_cookies(block.text) or names_buttons(block.text)


def _foot(blocks: Sequence[Block], bars: Sequence[bool]) -> Iterator[int]:
    """Give what stands behind the text, from the end: bars, what is like them by its words, headings over these."""
    for at in range(len(blocks) - 1, max(-1, len(blocks) - 1 - _FOOT), -1):
        block = blocks[at]
        if bars[at] or names_foot(block.text):
            yield at
        elif not (block.kind == "heading" and at + 1 < len(blocks) and bars[at + 1] and not marker(block.text)):
            return
        else:
            yield at
