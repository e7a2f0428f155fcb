"""Headings, by how they look: larger, bold, in capitals, in the middle, underlined, or a label alone on its line.

The level is the rank of the look among the looks of all headings of the document. A label ("Article 5") and what it is
called, on the line below, are two blocks of one level, whatever each looks like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from clausetrack.documents.pdf.marks import Labels, is_lower, marker
from clausetrack.documents.pdf.page import Line
from clausetrack.documents.pdf.paragraphs import Paragraph

_LONGEST: Final = 300
"""Characters of the longest heading: the names of treaties go over several lines."""

_LINES: Final = 7
_TITLE_LINES: Final = 2

_LARGER: Final = 1.12
"""Times the size of the text from which a line is in larger type."""

_SMALLER: Final = 0.9
"""Times the size of the text below which nothing is a heading."""

_SAME: Final = 0.05
"""Share by which sizes of type differ that count as one."""

_SIZES: Final = 50
"""Sizes that are told apart; a document has fewer, and a scan any number."""

_WORD: Final = 4
"""Letters in capitals that are a word and no initials."""

_OPEN: Final = (",", ";", "\u3001", "\uff0c", "\uff1b")
_STOPS: Final = (".", ":", "\u3002", "\uff1a")

_ASIDE: Final = 0.4
"""Share of the column from which a line that is not centred is no heading but a date or a signature at the right."""

_TITLE: Final = 0.75
"""Share of the column that the line below a plain label takes at most where it is what the label is called."""

_SHORT_TITLE: Final = 0.5
"""Share of the column that it takes at most where it looks otherwise, such as in italics."""

_DEEPEST: Final = 6
"""Levels that HTML and word processors have too."""


def _runs_in(lines: Sequence[Line], text: str) -> bool:
    """Say whether a paragraph is a bold heading with a sentence behind it on the line."""
    return text.endswith(_STOPS + _OPEN) and any(line.runs_in for line in lines)


class _Look(NamedTuple):
    """What a heading looks like, so that the more weighty one is smaller."""

    size: float
    plain_case: bool
    light: bool
    beside: bool
    plain_foot: bool


def levels(paragraphs: Sequence[Paragraph], texts: Sequence[str], usual: float, labels: Labels) -> list[int | None]:
    """Give the level of each paragraph that is a heading. ``usual`` is the size of type of the text, in points."""
    judge = _Judge(usual, labels, usually_bold=_are_bold(paragraphs))
    looks = [judge.look(paragraph, text) for paragraph, text in zip(paragraphs, texts, strict=True)]
    found = [
        look if judge.is_heading(paragraph, text, look) else None
        for paragraph, text, look in zip(paragraphs, texts, looks, strict=True)
    ]
    below = [index for index in range(1, len(found)) if labels.has(texts[index - 1]) and not labels.begin(texts[index])]
    for index in below:
        if judge.is_title(paragraphs[index], texts[index], looks[index], looks[index - 1]):
            found[index] = looks[index]
    ranks = {look: min(rank, _DEEPEST) for rank, look in enumerate(sorted({look for look in found if look}), 1)}
    given = [ranks[look] if look else None for look in found]
    for index in below:
        given[index] = given[index] and given[index - 1]
    return given


def _are_bold(paragraphs: Sequence[Paragraph]) -> bool:
    lengths = Counter[bool]()
    for paragraph in paragraphs:
        for line in paragraph.lines:
            lengths[line.bold] += len(line.text)
    return lengths[True] > lengths[False]


class _Judge:
    """Knows what most of the text looks like, and tells what stands out of it."""

    def __init__(self, usual: float, labels: Labels, *, usually_bold: bool) -> None:
        self._usual = usual
        self._labels = labels
        self._usually_bold = usually_bold
        self._sizes = [usual]

    def look(self, paragraph: Paragraph, text: str) -> _Look:
        """Give what a paragraph looks like."""
        lines = paragraph.lines
        return _Look(
            -self._size(lines[0].size),
            not text.isupper(),
            not all(line.bold for line in lines) or _runs_in(lines, text),
            not paragraph.centred,
            not all(line.underlined for line in lines),
        )

    def _size(self, size: float) -> float:
        """Give the size that a size counts as: nearly the same ones are one."""
        for known in self._sizes:
            if abs(known - size) <= _SAME * known:
                return known
        if len(self._sizes) < _SIZES:
            self._sizes.append(size)
        return size

    def is_heading(self, paragraph: Paragraph, text: str, look: _Look) -> bool:
        """Say whether a paragraph stands out and is no sentence."""
        if self._labels.has(text):
            return True
        if not self._may_be(paragraph, text, look):
            return False
        if text.endswith(_STOPS):
            return not look.light and not self._usually_bold and len(paragraph.lines) == 1
        return self._is_strong(look) or self._is_weak(paragraph, text, look)

    def _may_be(self, paragraph: Paragraph, text: str, look: _Look) -> bool:
        mark = marker(text)
        return (
            len(text) <= _LONGEST
            and len(paragraph.lines) <= _LINES
            and any(map(str.isalpha, text))
            and not is_lower(text)
            and not text.endswith(_OPEN)
            and (mark is None or mark[0].isalnum())
            and -look.size >= _SMALLER * self._usual
        )

    def _is_strong(self, look: _Look) -> bool:
        return -look.size >= _LARGER * self._usual or (not look.light and not self._usually_bold)

    @staticmethod
    def _is_weak(paragraph: Paragraph, text: str, look: _Look) -> bool:
        """Say whether capitals, the middle or a line below make a heading of what is neither large nor bold."""
        start = (paragraph.lines[0].left - paragraph.margins.left) / max(paragraph.margins.width, 1.0)
        capitals = not look.plain_case and sum(map(str.isalpha, text)) >= _WORD
        if (look.beside and start > _ASIDE) or text[0] in "[(":
            return False
        return capitals or not look.plain_foot or (not look.beside and marker(text) is None)

    @staticmethod
    def is_title(paragraph: Paragraph, text: str, look: _Look, label: _Look) -> bool:
        """Say whether a short line below a label is what it is called: it looks as the label does, or is very short."""
        if len(paragraph.lines) > _TITLE_LINES or not text[0].isalpha() or text.endswith(_STOPS + _OPEN):
            return False
        if marker(text) or is_lower(text):
            return False
        width = max(line.width for line in paragraph.lines) / max(paragraph.margins.width, 1.0)
        same = (look.light, look.beside, look.plain_foot) == (label.light, label.beside, label.plain_foot)
        return (width <= _SHORT_TITLE and len(paragraph.lines) == 1) or (same and width <= _TITLE)
