"""Lines that belong to the pages and not to the text: page numbers, and heads and feet that come back on every page.

They are left out only where they are clearly periodic. In a text with form feeds, the first and last lines of each page
are looked at; in one without, only page numbers that stand alone and count up, a page's length apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise, takewhile
from typing import Final

from clausetrack.documents.lines import Line

_EDGE: Final = 4
"""Lines at the top and at the foot of a page among which its running lines are: a symbol, a language, a number."""

_OFTEN: Final = 0.5
"""Share of the pages on which a line must come back, at the same edge, to be a running line; heads may alternate."""

_PAGES: Final = 3
"""Pages that a text must have, or page numbers in a row, before anything is periodic."""

_APART: Final = (15, 120)
"""Lines between two page numbers, at least and at most: a page of a large print, and one and a half of a small one."""

_NUMBER: Final = re.compile(
    r"(?:[-\u2013\u2014\[(/]\s?)?(?:(?:page|p\.|seite|p\xe1gina|pagina)\s)?(\d{1,4})(?:\s?(?:/|of|de|von|sur)\s?\d{1,4})?"
    r"(?:\s?[-\u2013\u2014\])/])?$",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"\d{1,9}")
_LABEL: Final = re.compile(r"[^\W\d]+\s+\d{1,4}\.?$")


def without_running_lines(lines: Sequence[Line]) -> list[Line]:
    """Give the lines with the running ones made blank and, where numbers part pages, with the page of each."""
    if lines and lines[-1].page is not None:
        gone = _at_edges(lines)
        return [line._replace(text="") if index in gone else line for index, line in enumerate(lines)]
    numbers = _numbers_alone(lines)
    return list(_paged(lines, numbers)) if numbers else list(lines)


def _at_edges(lines: Sequence[Line]) -> frozenset[int]:
    """Give the indices of the lines that come back at the edges of pages, up to the first line that does not."""
    filled = [(index, line) for index, line in enumerate(lines) if line.text]
    pages = [list(page) for _, page in groupby(filled, lambda entry: entry[1].page)]
    if len(pages) < _PAGES:
        return frozenset()
    tops = [page[:_EDGE] for page in pages]
    feet = [page[: max(len(page) - _EDGE, _EDGE) - 1 : -1] for page in pages]
    both = zip(tops, feet, strict=True)
    seen = Counter(key for top, foot in both for key in {key for _, line in (*top, *foot) for key in _keys(line)})
    often = max(_PAGES, _OFTEN * len(pages))
    runs = (
        takewhile(lambda entry: any(seen[key] >= often for key in _keys(entry[1])), edge) for edge in (*tops, *feet)
    )
    gone = frozenset(index for run in runs for index, _ in run)
    # Where most of a text comes back on every page, that is its text: a list, a form that was filled in many times.
    return gone if 2 * len(gone) < len(filled) else frozenset()


def _keys(line: Line) -> Iterator[str]:
    """Give what makes two running lines the same: the words, or the words with numbers that count up with the pages.

    A number alone must count up; the label of an article never is a running line, though articles count up too.
    """
    text = line.text.strip()
    counted = _DIGITS.sub(lambda found: f"#{int(found[0]) - (line.page or 0)}", text)
    if number := _NUMBER.match(text):
        yield f"#{int(number[1]) - (line.page or 0)}"
    elif any(map(str.isalpha, text)):
        yield text
        if not _LABEL.match(text):
            yield counted
    elif counted == text:
        yield text


def _numbers_alone(lines: Sequence[Line]) -> dict[int, int]:
    """Give the page numbers by the lines that they stand on, where at least `_PAGES` of them count up evenly."""
    runs: list[list[tuple[int, int]]] = []
    for line in _alone(lines):
        if match := _NUMBER.match(line.text.strip()):
            entry = (line.number, int(match[1]))
            if runs and _follows(runs[-1][-1], entry):
                runs[-1].append(entry)
            else:
                runs.append([entry])
    return {line: number for run in runs if len(run) >= _PAGES for line, number in run}


def _follows(before: tuple[int, int], after: tuple[int, int]) -> bool:
    return after[1] == before[1] + 1 and _APART[0] <= after[0] - before[0] <= _APART[1]


def _alone(lines: Sequence[Line]) -> Iterator[Line]:
    """Give the lines that have a blank one, or nothing, before and behind them."""
    blank = Line(0, "")
    for before, (line, after) in zip([blank, *lines], pairwise([*lines, blank]), strict=False):
        if line.text and not before.text and not after.text:
            yield line


def _paged(lines: Iterable[Line], numbers: dict[int, int]) -> Iterator[Line]:
    """Blank the page numbers, and number pages by them: a number stands at its page's foot, as most do."""
    page = min(numbers.values())
    for line in lines:
        number = numbers.get(line.number)
        yield Line(line.number, "" if number else line.text, number or page)
        if number:
            page = number + 1
