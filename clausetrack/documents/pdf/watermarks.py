"""Watermarks that stand upright: the same words in very large type at the same place of most pages.

Slanted ones are left out with all other text that is turned against the page, see `characters`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from clausetrack.documents.pdf.page import LARGE, Line, Page
from clausetrack.documents.pdf.sizes import typical_size

_PLACE: Final = 6.0
"""Points of the grid in which places are the same."""

_MOST: Final = 0.5
"""Share of the pages above which most of them have it."""

_Mark = tuple[str, int, int]


def without_watermarks(pages: Sequence[Page]) -> list[Page]:
    """Give the pages without the large words that most of them have, two at least."""
    smallest = LARGE * typical_size(pages)
    counts = Counter(mark for page in pages for mark in {_mark(line) for line in page.lines if line.size >= smallest})
    marks = {mark for mark, count in counts.items() if count > max(_MOST * len(pages), 1)}
    if not marks:
        return list(pages)
    return [
        page._replace(lines=[line for line in page.lines if line.size < smallest or _mark(line) not in marks])
        for page in pages
    ]


def _mark(line: Line) -> _Mark:
    return line.text, round(line.left / _PLACE), round(line.base / _PLACE)
