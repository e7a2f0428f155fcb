"""Numbers of lines in a margin, as gazettes and bills print them: every line, or every fifth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from clausetrack.documents.pdf.page import Line

_NUMBERED: Final = 5
"""Numbers in the margin that make them line numbers."""

_PLACE: Final = 5.0
"""Points by which the places of the numbers differ between pages."""


def without_line_numbers(pages: Sequence[list[Line]]) -> Iterator[list[Line]]:
    """Leave out the numbers of lines in a margin; a last page may have too few of them to show what they are."""
    found = [_line_numbers(lines) for lines in pages]
    places = {(round(line.right / _PLACE), step) for margin, step in found for line in margin}
    steps = dict(places)
    for lines, (margin, _) in zip(pages, found, strict=True):
        gone = {id(line) for line in margin or _late_numbers(lines, steps)}
        yield [line for line in lines if id(line) not in gone] if gone else lines


def _late_numbers(lines: list[Line], steps: Mapping[int, int]) -> Iterator[Line]:
    """Give the first numbers in a margin where other pages have theirs."""
    due = 0
    for line in lines if steps else ():
        step = steps.get(round(line.right / _PLACE))
        if step and line.text.isdecimal() and int(line.text[:9]) == due + step:
            due += step
            yield line


def _line_numbers(lines: list[Line]) -> tuple[list[Line], int]:
    """Give the numbers in a margin, which grow by the same step from each to the next, and the step."""
    numbers = [line for line in lines if line.text.isdecimal()]
    if len(numbers) < _NUMBERED:
        return [], 0
    others = [line for line in lines if not line.text.isdecimal()]
    left = sorted(line.left for line in others)[len(others) // 50] if others else 0.0
    right = sorted(line.right for line in others)[-1 - len(others) // 50] if others else 0.0
    margin = [line for line in numbers if line.right <= left or line.left >= right]
    steps = Counter(int(after.text[:9]) - int(before.text[:9]) for before, after in pairwise(margin))
    step, count = steps.most_common(1)[0] if steps else (0, 0)
    if len(margin) < _NUMBERED or step <= 0 or count < 0.8 * len(margin) - 1:
        return [], 0
    return margin, step
