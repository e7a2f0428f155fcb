"""Page furniture: running heads and feet, page numbers, document symbols, line numbers.

A line near the top or bottom edge is furniture where pages nearby have the same line at the same height, the figures
in it being the same too or counting the pages. Similar is enough for words (a scan reads some letters otherwise). What
stands between furniture and the edge is furniture as well, and so is what stands, apart from the text, at a height
where most pages have it: the running head of a chapter of one page.

What only looks like it stays: "Article 5" at the top of one page and "Article 7" at the top of the next but one are
headings, although their figures count the pages; a number counts pages alone, between dashes, after a word for "page",
or beside words that stay the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from clausetrack.documents.pdf_page import Line, Page

_EDGE: Final = 0.16
"""Share of the page's height in which heads and feet stand; letters with three lines of symbols reach this far."""

_DEPTH: Final = 6
"""Lines from the edge that may be furniture."""

_NEAR: Final = 4
"""Pages before and after that are looked at: left and right pages alternate, and some pages have pictures only."""

_PLACE: Final = 5.0
"""Points by which the height of a running head differs: scans are not quite level."""

_SHIFTED: Final = 18.0
"""Points by which it differs where the text is the very same, as on a first page with another margin."""

_ALIKE: Final = 0.8
"""Similarity of the letters of two running heads, as scanned."""

_USUAL: Final = 0.5
"""Share of the pages with furniture at a height before other lines there are furniture too."""

_APART: Final = 1.5
"""Sizes of type between the base lines of furniture and text: more than lines of text are apart."""

_NUMBERED: Final = 5
"""Numbers in the margin that make them line numbers."""

_FIGURES: Final = re.compile(r"\d+")
_PAGE_NUMBER: Final = re.compile(
    r"(?:p|pp|pg|page|pages|seite|s|p\u00e1gina|pagina|p\u00e1g|pag|side|sida|sivu|strana|str|oldal|lk|\u0441\u0442\u0440|"
    r"\u0441\u0442\u0440\u0430\u043d\u0438\u0446\u0430|\u03c3\u03b5\u03bb\u03af\u03b4\u03b1)?[.\s]*[-\u2013\u2014|/\[(\u7b2c]*\s*"
    r"#(?:\s*(?:/|of|de|von|di|van|av|sur|\|)\s*#)?\s*[-\u2013\u2014|/\])\u9875\u9801]*\.?",
    re.IGNORECASE,
)
"""A page number alone, its figures folded to "#", with a word for "page" in the languages of many treaties."""

_ROMAN: Final = re.compile(r"([-\u2013(\[\s]*)([ivxlcdm]{1,9})([-\u2013)\]\s]*)")
_ROMAN_VALUES: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}

_LABEL: Final = re.compile(r"[^\W\d#]+\.?\s+#\.?|#\.?\s+[^\W\d#]+")
"""One word and a number: "Article 5"."""


class _Edge(NamedTuple):
    """A line at an edge of a page. ``folded`` is its text without figures, and ``height`` where it stands: from the
    top, or negative from the bottom."""

    line: Line
    folded: str
    figures: tuple[int, ...]
    height: float


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """Give the pages without their furniture."""
    plain = [page._replace(lines=_without_line_numbers(_without_artifacts(page.lines))) for page in pages]
    edges = [tuple(_edges(page, top=top) for top in (True, False)) for page in plain]
    furniture: list[set[int]] = [set() for _ in plain]
    for side in (0, 1):
        found = [
            _outside(lines, _repeated(edges, side, index, page.number))
            for index, (page, lines) in enumerate(zip(plain, (e[side] for e in edges), strict=True))
        ]
        usual = _usual_heights(found)
        for index, (page, gone) in enumerate(zip(plain, found, strict=True)):
            kept = [edge for edge in edges[index][side] if edge not in gone]
            at_usual = _at_usual(kept, page, usual) if len(pages) > 2 else []
            furniture[index].update(id(edge.line) for edge in (*gone, *at_usual))
    return [
        page._replace(lines=[line for line in page.lines if id(line) not in gone])
        for page, gone in zip(plain, furniture, strict=True)
    ]


def _without_artifacts(lines: list[Line]) -> list[Line]:
    """Leave out what the file itself calls furniture, unless that is most of the page."""
    kept = [line for line in lines if not line.artifact]
    return kept if 2 * len(kept) >= len(lines) else lines


def _without_line_numbers(lines: list[Line]) -> list[Line]:
    """Leave out the numbers of lines in a margin, which grow by the same step from each to the next."""
    numbers = [line for line in lines if line.text.isdecimal()]
    if len(numbers) < _NUMBERED:
        return lines
    others = [line for line in lines if not line.text.isdecimal()]
    left = sorted(line.left for line in others)[len(others) // 50] if others else 0.0
    right = sorted(line.right for line in others)[-1 - len(others) // 50] if others else 0.0
    margin = [line for line in numbers if line.right <= left or line.left >= right]
    steps = Counter(int(after.text) - int(before.text) for before, after in pairwise(margin))
    step, count = steps.most_common(1)[0] if steps else (0, 0)
    if len(margin) < _NUMBERED or step <= 0 or count < 0.8 * len(margin) - 1:
        return lines
    gone = {id(line) for line in margin}
    return [line for line in lines if id(line) not in gone]


def _edges(page: Page, *, top: bool) -> list[_Edge]:
    """Give the lines nearest to an edge, from there inwards; what stands on one height counts once."""
    found: list[_Edge] = []
    heights = 0
    last = float("-inf")
    for line in page.lines if top else reversed(page.lines):
        height = line.base if top else line.base - page.height
        if abs(height) > _EDGE * page.height or heights > _DEPTH:
            break
        heights += abs(line.base - last) > 2
        last = line.base
        found.append(_Edge(line, *_folded(line.text.casefold()), height))
    return found


def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """Take the figures out of a text, also those of a Roman number that stands alone."""
    roman = _ROMAN.fullmatch(text)
    if roman:
        return f"{roman[1]}#{roman[3]}", (_value(roman[2]),)
    return _FIGURES.sub("#", text), tuple(int(figure[:9]) for figure in _FIGURES.findall(text))


def _value(roman: str) -> int:
    values = [_ROMAN_VALUES[char] for char in roman]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _repeated(edges: Sequence[tuple[list[_Edge], ...]], side: int, index: int, number: int) -> list[_Edge]:
    """Give the lines of a page's edge that pages nearby repeat."""
    around = [other for other in range(max(index - _NEAR, 0), min(index + _NEAR + 1, len(edges))) if other != index]
    enough = min(2, max(len(edges) - 1, 1)) if len(edges) > 1 else 0
    return [
        edge
        for edge in edges[index][side]
        if (
            enough
            and sum(any(_same(edge, other, page - index) for other in edges[page][side]) for page in around) >= enough
        )
        or _is_own_number(edge, edges[index][side], number)
    ]


def _is_own_number(edge: _Edge, edges: Sequence[_Edge], number: int) -> bool:
    """Say whether a line gives the number that the page has in the file, outside of everything else."""
    return (
        edge is edges[0]
        and len(edge.figures) > 0
        and edge.figures[0] == number
        and bool(_PAGE_NUMBER.fullmatch(edge.folded))
        and (len(edges) == 1 or abs(edge.line.base - edges[1].line.base) > _APART * edge.line.size)
    )


def _same(edge: _Edge, other: _Edge, pages: int) -> bool:
    if edge.line.text == other.line.text and not _LABEL.fullmatch(edge.folded):
        return abs(edge.height - other.height) <= _SHIFTED
    if abs(edge.height - other.height) > _PLACE or len(edge.figures) != len(other.figures):
        return False
    counting = [b - a for a, b in zip(edge.figures, other.figures, strict=True)]
    number = _PAGE_NUMBER.fullmatch(edge.folded) and _PAGE_NUMBER.fullmatch(other.folded)
    if any(step not in (0, pages) for step in counting) or (
        not number and any(counting) and _LABEL.fullmatch(edge.folded)
    ):
        return False
    if number:
        return counting[0] == pages
    return edge.folded == other.folded or (
        min(len(edge.folded), len(other.folded)) >= 8
        and Indel.normalized_similarity(edge.folded, other.folded) >= _ALIKE
    )


def _outside(edges: Sequence[_Edge], repeated: Sequence[_Edge]) -> list[_Edge]:
    """Add what stands further out than something repeated, or beside it."""
    reach = max((abs(edge.height) for edge in repeated), default=-1.0)
    return [edge for edge in edges if abs(edge.height) <= reach + 1]


def _usual_heights(found: Sequence[Sequence[_Edge]]) -> set[int]:
    heights = Counter(round(edge.height / _PLACE) for edges in found for edge in edges)
    return {height for height, count in heights.items() if count >= _USUAL * len(found)}


def _at_usual(kept: Sequence[_Edge], page: Page, usual: set[int]) -> Iterator[_Edge]:
    """Give what stands at the usual height of furniture, apart from the text."""
    for index, edge in enumerate(kept):
        inner = next((other for other in kept[index + 1 :] if abs(other.line.base - edge.line.base) > 2), None)
        if round(edge.height / _PLACE) not in usual:
            return
        if inner and abs(inner.line.base - edge.line.base) < _APART * max(edge.line.size, inner.line.size):
            return
        yield edge


def typical_size(pages: Sequence[Page]) -> float:
    """Give the size of type that most of the text has, in points."""
    lengths = Counter[float]()
    for page in pages:
        for line in page.lines:
            lengths[round(line.size * 2) / 2] += len(line.text)
    return lengths.most_common(1)[0][0] if lengths else median((1.0,))
