"""Headings, by how they look: larger, bold, in capitals, in the middle, underlined, or a label alone on its line.

The level is the rank of the look among the looks of all headings of the document. A label ("Article 5") and what it is
called, on the line below, are two blocks of one level, whatever each looks like.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from clausetrack.documents.pdf_marks import Labels, is_lower, marker
from clausetrack.documents.pdf_paragraphs import Paragraph

_LONGEST: Final = 300
"""Characters of the longest heading: the names of treaties go over several lines."""

_LINES: Final = 7

_LARGER: Final = 1.12
"""Times the size of the text from which a line is in larger type."""

_SAME: Final = 0.05
"""Share by which sizes of type differ that count as one."""

_OPEN: Final = (",", ";", "\u3001", "\uff0c", "\uff1b")
_STOPS: Final = (".", ":", "\u3002", "\uff1a")

_TITLE: Final = 0.75
"""Share of the column that the line below a plain label takes at most where it is what the label is called."""

_ASIDE: Final = 0.4
"""Share of the column from which a line that is not centred is no heading but a date or a signature at the right."""

_SHORT_TITLE: Final = 0.5
"""Share of the column that it takes at most where it looks otherwise, such as in italics."""

_DEEPEST: Final = 6
"""Levels that HTML and word processors have too."""


class _Look(NamedTuple):
    """What a heading looks like, so that the more weighty one is smaller."""

    size: float
    plain_case: bool
    light: bool
    beside: bool
    plain_foot: bool


def levels(
    paragraphs: Sequence[Paragraph], texts: Sequence[str], usual: float, labels: Labels, *, usually_bold: bool
) -> list[int | None]:
    """Give the level of each paragraph that is a heading. ``usual`` is the size of type of the text, in points."""
    sizes = _Sizes(usual)
    looks: list[_Look | None] = []
    for paragraph, text in zip(paragraphs, texts, strict=True):
        look = _look(paragraph, text, sizes)
        looks.append(look if _is_heading(paragraph, text, look, sizes, labels, usually_bold=usually_bold) else None)
    _add_titles(paragraphs, texts, looks, sizes, labels)
    ranks = {look: min(rank, _DEEPEST) for rank, look in enumerate(sorted({look for look in looks if look}), 1)}
    found = [ranks[look] if look else None for look in looks]
    for index in range(1, len(found)):
        if (
            found[index] is not None
            and found[index - 1] is not None
            and labels.has(texts[index - 1])
            and not labels.has(texts[index])
        ):
            found[index] = found[index - 1]
    return found


class _Sizes:
    """Sizes of type, those that are nearly the same as one."""

    def __init__(self, usual: float) -> None:
        self.usual = usual
        self._known = [usual]

    def of(self, size: float) -> float:
        """Give the size that a size counts as."""
        for known in self._known:
            if abs(known - size) <= _SAME * known:
                return known
        if len(self._known) < 50:  # noqa: PLR2004 - more sizes than a document has; noise of scans beyond
            self._known.append(size)
        return size


def _look(paragraph: Paragraph, text: str, sizes: _Sizes) -> _Look:
    lines = paragraph.lines
    return _Look(
        -sizes.of(lines[0].size),
        not text.isupper(),
        not all(line.bold for line in lines),
        not paragraph.centred,
        not all(line.underlined for line in lines),
    )


def _is_heading(
    paragraph: Paragraph, text: str, look: _Look, sizes: _Sizes, labels: Labels, *, usually_bold: bool
) -> bool:
    if len(text) > _LONGEST or len(paragraph.lines) > _LINES or not any(char.isalpha() for char in text):
        return False
    if labels.has(text):
        return True
    mark = marker(text)
    if is_lower(text) or text.endswith(_OPEN) or (mark and not mark[0].isalnum()) or -look.size < 0.9 * sizes.usual:
        return False
    strong = -look.size >= _LARGER * sizes.usual or (not look.light and not usually_bold)
    if text.endswith(_STOPS):
        return strong and len(paragraph.lines) == 1 and not look.light
    if strong:
        return True
    if look.beside and _start(paragraph) > _ASIDE:
        return False
    weak = (not look.plain_case and sum(char.isalpha() for char in text) > 3) or not look.beside or not look.plain_foot
    return weak and text[0] not in "[(" and (mark is None or not look.plain_case or not look.plain_foot)


def _start(paragraph: Paragraph) -> float:
    """Give where the first line starts, as a share of the column."""
    margins = paragraph.margins
    return (paragraph.lines[0].left - margins.left) / max(margins.right - margins.left, 1.0)


def _add_titles(
    paragraphs: Sequence[Paragraph], texts: Sequence[str], looks: list[_Look | None], sizes: _Sizes, labels: Labels
) -> None:
    """Make a short line below a label a heading, where it looks as the label does or is very short."""
    for index in range(1, len(texts) - 1):
        before, text, paragraph = looks[index - 1], texts[index], paragraphs[index]
        if looks[index] or not before or not labels.has(texts[index - 1]) or len(paragraph.lines) > 2:
            continue
        if marker(text) or is_lower(text) or text.endswith(_STOPS + _OPEN) or not text[0].isalpha():
            continue
        width = max(line.width for line in paragraph.lines)
        look = _look(paragraph, text, sizes)
        same = (look.light, look.beside, look.plain_foot) == (before.light, before.beside, before.plain_foot)
        small = width <= _SHORT_TITLE * (paragraph.margins.right - paragraph.margins.left)
        if (small and len(paragraph.lines) == 1) or (
            same and width <= _TITLE * (paragraph.margins.right - paragraph.margins.left)
        ):
            looks[index] = look
