"""Page furniture: running heads and feet, page numbers, document symbols, line numbers.

A line near the top or bottom edge is furniture where pages nearby have the same line at the same height, the figures
in it being the same too or counting the pages. Similar is enough for words (a scan reads some letters otherwise). What
stands between furniture and the edge is furniture as well, and so is what stands, apart from the text, at a height
where most pages have it: the running head of a chapter of one page.

What only looks like it stays: "Article 5" at the top of one page and "Article 7" at the top of the next but one are
headings, although their figures count the pages, and so are "ANNEX I" and "ANNEX II"; a number counts pages alone,
between dashes, after a word for "page", or beside words that stay the same. A label that is repeated on the pages of
its annex is furniture, but for the first time if it stands nowhere else. So is a title, unless its type is larger.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from clausetrack.documents.pdf.line_numbers import without_line_numbers
from clausetrack.documents.pdf.ordinals import are_others, counted, is_label
from clausetrack.documents.pdf.page import Line, Page

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

_OTHER_SIZE: Final = 0.08
"""Share by which sizes of type differ that are not the same."""

_TITLE: Final = 1.25
"""Times the size of a running head from which the same words are the title: scans measure sizes less exactly."""

_LEVEL: Final = 0.4
"""Sizes of type by which the base lines of the pieces of a row differ at most."""

_ENOUGH: Final = 2
"""Pages nearby that repeat a row of furniture; in a document of two pages there is but one."""

_LETTERS: Final = 8
"""Characters of a row for which being similar says something."""

_BRIEF: Final = 20
"""Characters of the number of a page or an issue, or of a date, beside a head."""

_FIGURES: Final = re.compile(r"(?<![^\W_])\d+(?![^\W_])")
"""Figures that stand by themselves; those in a word are letters that a scan has misread."""

_PAGE_WORD: Final = (
    r"(?:p|pp|pg|page|pages|seite|s|p\u00e1gina|pagina|p\u00e1g|pag|side|sida|sivu|strana|str|oldal|lk|\u0441\u0442\u0440|"
    r"\u0441\u0442\u0440\u0430\u043d\u0438\u0446\u0430|\u03c3\u03b5\u03bb\u03af\u03b4\u03b1)"
)
"""A word for "page" in the languages of many treaties."""

_PAGE_NUMBER: Final = re.compile(
    rf"{_PAGE_WORD}?[.\s]*[-\u2013\u2014|/\[(\u7b2c]*\s*"
    r"#(?:\s*(?:/|of|de|von|di|van|av|sur|\|)\s*#)?\s*[-\u2013\u2014|/\])\u9875\u9801]*",
    re.IGNORECASE,
)
"""A page number alone, its figures folded to "#"."""

_ROMAN: Final = re.compile(rf"((?:{_PAGE_WORD}[.\s]+)?[-\u2013(\[\s]*)([ivxlcdm]{{1,9}})([-\u2013)\]\s]*)")
_ROMAN_VALUES: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


class _Row(NamedTuple):
    """What stands at one height near an edge of a page.

    ``text`` is in small letters, ``folded`` the same without ``figures``, and ``height`` is where it stands: from the
    top, or negative from the bottom.
    """

    lines: list[Line]
    text: str
    folded: str
    figures: tuple[int, ...]
    height: float


_Side = Sequence[list[_Row]]
"""The rows at one edge, from there inwards, for each page."""


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """Give the pages without their furniture."""
    lines = without_line_numbers([_without_artifacts(page.lines) for page in pages])
    plain = [page._replace(lines=kept) for page, kept in zip(pages, lines, strict=True)]
    gone: set[int] = set()
    for top in (True, False):
        side = [_rows(page, top=top) for page in plain]
        gone.update(id(line) for line in _furniture(side, plain))
    return [page._replace(lines=[line for line in page.lines if id(line) not in gone]) for page in plain]


def _without_artifacts(lines: list[Line]) -> list[Line]:
    """Leave out what the file itself calls furniture, unless that is most of the page."""
    kept = [line for line in lines if not line.artifact]
    return kept if 2 * len(kept) >= len(lines) else lines


def _rows(page: Page, *, top: bool) -> list[_Row]:
    """Give the rows nearest to an edge, from there inwards."""
    rows: list[list[Line]] = []
    for line in page.lines if top else reversed(page.lines):
        if (line.base if top else page.height - line.base) > _EDGE * page.height:
            break
        if rows and abs(line.base - rows[-1][0].base) <= _LEVEL * line.size:
            rows[-1].append(line)
        elif len(rows) == _DEPTH:
            break
        else:
            rows.append([line])
    return [_row(sorted(row, key=attrgetter("left")), page, top=top) for row in rows]


def _row(lines: list[Line], page: Page, *, top: bool) -> _Row:
    text = " ".join(line.text for line in lines).casefold()
    return _Row(lines, text, *_folded(text), lines[0].base if top else lines[0].base - page.height)


def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """Take the figures out of a text, also those of a Roman number that stands alone."""
    roman = _ROMAN.fullmatch(text)
    if roman:
        return f"{roman[1]}#{roman[3]}", (_value(roman[2]),)
    return _FIGURES.sub("#", text), tuple(int(figure[:9]) for figure in _FIGURES.findall(text))


def _value(roman: str) -> int:
    values = [_ROMAN_VALUES[char] for char in roman]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _furniture(side: _Side, pages: Sequence[Page]) -> Iterator[Line]:
    """Give the lines that are furniture, and those that say the same as one of them where it might stand."""
    found = [_outside(rows, _repeated(side, index, pages[index].number)) for index, rows in enumerate(side)]
    heights = Counter(round(row.height / _PLACE) for rows in found for row in rows)
    usual = {height for height, count in heights.items() if count >= max(_USUAL * len(side), 2)}
    sizes = {line.text: line.size for rows in found for row in rows for line in row.lines}
    first = _first_labels(side, found, pages)
    for index, (rows, gone) in enumerate(zip(side, found, strict=True)):
        kept = rows[len(gone) :]
        for row in (*gone, *_at_usual(kept, usual)):
            yield from row.lines if id(row) not in first else ()
        again = kept[:1] if index or not kept or kept[0].height < 0 else ()
        yield from (line for row in again for line in row.lines if _says_the_same(line, sizes))


def _says_the_same(line: Line, sizes: Mapping[str, float]) -> bool:
    """Say whether a line has the words of furniture; the title of the document is larger than its running head."""
    size = sizes.get(line.text)
    return size is not None and not _FIGURES.search(line.text) and line.size <= _TITLE * size


def _first_labels(side: _Side, found: _Side, pages: Sequence[Page]) -> set[int]:
    """Give the first of the rows found that have a label at the top of a page which stands nowhere else."""
    heads = (row for rows in side for row in rows if row.height > 0 and not _PAGE_NUMBER.fullmatch(row.folded))
    labels = counted(row.text for row in heads)
    said = Counter(line.text.casefold() for page in pages for line in page.lines) if labels else Counter[str]()
    gone = [row for rows in found for row in rows if row.text in labels]
    repeated = Counter(row.text for row in gone)
    first = {row.text: id(row) for row in reversed(gone) if said[row.text] <= repeated[row.text]}
    return set(first.values())


def _repeated(side: _Side, index: int, number: int) -> list[_Row]:
    """Give the rows of a page's edge that pages nearby repeat."""
    around = [other for other in range(max(index - _NEAR, 0), min(index + _NEAR + 1, len(side))) if other != index]
    enough = min(_ENOUGH, len(side) - 1)
    return [
        row
        for row in side[index]
        if (enough and sum(any(_same(row, other, page - index) for other in side[page]) for page in around) >= enough)
        or _is_own_number(row, side[index], number)
    ]


def _is_own_number(row: _Row, rows: Sequence[_Row], number: int) -> bool:
    """Say whether a row, outside of everything else, is the number that the page has in the file."""
    outermost = row is rows[0] and row.figures[:1] == (number,) and _PAGE_NUMBER.fullmatch(row.folded) is not None
    return outermost and (len(rows) == 1 or _are_apart(row, rows[1]))


def _are_apart(row: _Row, other: _Row) -> bool:
    one, two = row.lines[0], other.lines[0]
    return abs(one.base - two.base) > _APART * max(one.size, two.size)


def _same(row: _Row, other: _Row, pages: int) -> bool:
    """Say whether two rows are the same but for page numbers; ``pages`` is how many pages the other is further on."""
    label = is_label(row.text)
    if row.text == other.text and not label:
        return row.lines[0].size <= _TITLE * other.lines[0].size and abs(row.height - other.height) <= _SHIFTED
    if abs(row.height - other.height) > _PLACE:
        return False
    return _shares_head(row, other) or _is_alike(row, other, pages, label=label)


def _is_alike(row: _Row, other: _Row, pages: int, *, label: bool) -> bool:
    """Say whether two rows have the same words, or nearly, and figures that stay or count the pages."""
    if len(row.figures) != len(other.figures):
        return False
    steps = [after - before for before, after in zip(row.figures, other.figures, strict=True)]
    if _PAGE_NUMBER.fullmatch(row.folded):
        return bool(steps) and steps[0] == pages and _PAGE_NUMBER.fullmatch(other.folded) is not None
    if any(step not in {0, pages} for step in steps) or (label and any(steps)) or are_others(row.text, other.text):
        return False
    return row.folded == other.folded or (
        min(len(row.folded), len(other.folded)) >= _LETTERS
        and Indel.normalized_similarity(row.folded, other.folded) >= _ALIKE
    )


def _shares_head(row: _Row, other: _Row) -> bool:
    """Say whether two rows have the words of a head in common, with dates and numbers about it, at either side."""
    said = {line.text for line in row.lines} & {line.text for line in other.lines}
    heads = [text for text in said if sum(map(str.isalpha, text)) >= _LETTERS]
    return len(row.lines) > 1 and bool(heads) and all(line.text in said or _is_brief(line.text) for line in row.lines)


def _is_brief(text: str) -> bool:
    return len(text) <= _BRIEF


def _outside(rows: Sequence[_Row], repeated: Sequence[_Row]) -> list[_Row]:
    """Give the rows from the edge to the innermost one that is repeated and does not belong to the text inside of it.

    Texts may well begin with the same line on several pages; what parts a head from the text is space, or its type.
    """
    for index in range(len(rows) - 1, -1, -1):
        row = rows[index]
        inside = rows[index + 1] if index + 1 < len(rows) else None
        outer = (other for other in rows[:index] if other not in repeated)
        if row not in repeated or any(is_label(other.text) for other in outer):
            continue
        if inside is None or _are_apart(row, inside) or _is_other_type(row, inside):
            return list(rows[: index + 1])
    return []


def _is_other_type(row: _Row, other: _Row) -> bool:
    one, two = row.lines[0].size, other.lines[0].size
    return abs(one - two) > _OTHER_SIZE * max(one, two) or _PAGE_NUMBER.fullmatch(row.folded) is not None


def _at_usual(rows: Sequence[_Row], usual: set[int]) -> Iterator[_Row]:
    """Give what stands at the usual height of furniture, apart from the text."""
    for index, row in enumerate(rows):
        close = index + 1 < len(rows) and not _are_apart(row, rows[index + 1])
        if close or round(row.height / _PLACE) not in usual or is_label(row.text):
            return
        yield row
