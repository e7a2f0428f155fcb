"""Lines that belong to the pages and not to the text: page numbers, and heads and feet that come back on every page.

They are left out only where they are clearly periodic. In a text with form feeds, the first and last lines of each page
are looked at; in one without, only page numbers that stand alone and count up, a page's length apart, and what comes
back beside these.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise, takewhile
from typing import Final

from rapidfuzz.distance import Indel

from clausetrack.documents.lines import Line

_EDGE: Final = 4
"""Lines at the top and at the foot of a page among which its running lines are: a symbol, a language, a number."""

_OFTEN: Final = 0.4
"""Share of the pages on which a line must come back, at the same edge, to be a running line. Heads may alternate
between left and right pages, of which one more is of one kind, and the first pages may have none."""

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
_NUMBERS: Final = 8
"""Numbers of a line of which one may be its page's: a date, a volume, an issue, the number of a document, a page."""

_LETTERS: Final = 8
"""Letters of a running head of which some may be misread."""

_ALIKE: Final = 0.85
"""Similarity of the letters of two running heads, as recognised."""

_KINDS: Final = 4
"""Running heads of a text that are looked for: of left and right pages, and as misread most often."""

_LABEL: Final = re.compile(r"[^\W\d]+\s+\d{1,4}\.?$")


def without_running_lines(lines: Sequence[Line]) -> list[Line]:
    """Give the lines with the running ones made blank and, where numbers part pages, with the page of each."""
    if lines and lines[-1].page is not None:
        gone = _at_edges(lines)
        return [line._replace(text="") if index in gone else line for index, line in enumerate(lines)]
    numbers = _numbers_alone(lines)
    if not numbers:
        return list(lines)
    heads = _heads(lines, numbers)
    return [line._replace(text="") if line.number in heads else line for line in _paged(lines, numbers)]


def _heads(lines: Sequence[Line], numbers: Mapping[int, int]) -> frozenset[int]:
    """Give the lines beside page numbers, alone too, that come back there: heads, of which some letters are misread."""
    filled = [line for line in lines if line.text]
    alone = {line.number for line in _alone(lines)}
    sides = [
        line
        for before, number, after in zip(filled, filled[1:], filled[2:], strict=False)
        if number.number in numbers
        for line in (before, after)
        if line.number in alone and sum(map(str.isalpha, line.text)) >= _LETTERS and not _LABEL.match(line.text.strip())
    ]
    common = Counter(_letters(line) for line in sides).most_common(_KINDS)
    often = max(_PAGES, _OFTEN * len(numbers))
    heads = [head for head, _ in common if sum(_is_like(head, line) for line in sides) >= often]
    return frozenset(line.number for line in sides if any(_is_like(head, line) for head in heads))


def _letters(line: Line) -> str:
    return "".join(filter(str.isalpha, line.text.casefold()))


def _is_like(head: str, line: Line) -> bool:
    return Indel.normalized_similarity(head, _letters(line)) >= _ALIKE


def _at_edges(lines: Sequence[Line]) -> frozenset[int]:
    """Give the indices of the lines that come back at the edges of pages, up to the first line that does not."""
    filled = [(index, line) for index, line in enumerate(lines) if line.text]
    pages = [list(page) for _, page in groupby(filled, lambda entry: entry[1].page)]
    if len(pages) < _PAGES:
        return frozenset()
    tops = [page[:_EDGE] for page in pages]
    feet = [page[: -_EDGE - 1 : -1] for page in pages]
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
    """Give what makes two running lines the same: their words, white space aside, and how their numbers behave.

    All numbers may stay as they are, or one of them, or all, may count up with the pages: of "3/40, 12.3.2031" only the
    first does. A number alone must count up; the label of an article never is a running line, though articles count up.
    """
    text = " ".join(line.text.split())
    if number := _NUMBER.match(text):
        yield _counted(number[1], line)
        return
    numbers = list(_DIGITS.finditer(text))
    if any(map(str.isalpha, text)) or not numbers:
        yield text
    if any(map(str.isalpha, text)) and numbers and not _LABEL.match(text):
        yield _DIGITS.sub(lambda found: _counted(found[0], line), text)
        for found in numbers[:_NUMBERS] if len(numbers) > 1 else ():
            yield f"{text[: found.start()]}{_counted(found[0], line)}{text[found.end() :]}"


def _counted(number: str, line: Line) -> str:
    """Give a number as how far it is from the count of its page, which is the same where it counts up with them."""
    return f"#{int(number) - (line.page or 0)}"


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
