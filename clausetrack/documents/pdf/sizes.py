"""Sizes of type: the usual one of a document, and those of a scan made even.

The text behind a scan has the sizes that a program has measured, for each line another one. A difference from the usual
size says nothing there unless it is a large one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from clausetrack.documents.pdf.page import Page

_EXACT: Final = 0.02
"""Share by which sizes of type differ that is an effect of rounding."""

_EVEN: Final = 0.5
"""Share of the text in the usual size in a document that was set; of other text at least as much is in few sizes."""

_MEASURED: Final = 0.15
"""Share by which measured sizes of the same type differ."""


def typical_size(pages: Sequence[Page]) -> float:
    """Give the size of type that most of the text has, in points."""
    lengths = Counter[float]()
    for page in pages:
        for line in page.lines:
            lengths[round(line.size * 2) / 2] += len(line.text)
    return lengths.most_common(1)[0][0] if lengths else 1.0


def evened(pages: Sequence[Page]) -> list[Page]:
    """Give the pages, of a scan with one size for all that is nearly of it."""
    sizes = Counter[float]()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    middle = _median(sizes)
    exact = sum(count for size, count in sizes.items() if abs(size - middle) <= _EXACT * middle)
    near = sum(count for size, count in sizes.items() if abs(size - middle) <= _MEASURED * middle)
    if exact >= _EVEN * near:
        return list(pages)
    return [
        page._replace(
            lines=[
                line._replace(size=middle) if abs(line.size - middle) <= _MEASURED * middle else line
                for line in page.lines
            ]
        )
        for page in pages
    ]


def _median(sizes: Counter[float]) -> float:
    left = sizes.total() / 2
    for size in sorted(sizes):
        left -= sizes[size]
        if left < 0:
            return size
    return 1.0
