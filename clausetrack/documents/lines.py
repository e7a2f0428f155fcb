"""Lines of text, and which of them belong to one paragraph.

Some text has one paragraph on each line, however long, with or without blank lines between; a program breaks the lines
when it shows them. Other text was broken when it was written, to fit a width, and blank lines part its paragraphs. A
text counts as wrapped where

- its width, which all but a twentieth of the lines keep within, is between `_NARROWEST` and `_WIDEST` columns, and
- at least half of the breaks between two lines that are not blank can only be there to fit the width: the line before
  does not end a sentence, and the first word of the line after would not have fitted behind it.

In a wrapped text, lines without a blank one between them are one paragraph, but a new one starts at an item ("(a)",
"2.", "•"), at an indented line, and behind a line that is much shorter than it had to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple
from unicodedata import east_asian_width

_WIDEST: Final = 132
"""Columns of the widest line that text is wrapped to: those of a line printer. Mails take 72, source code up to 120."""

_NARROWEST: Final = 40
"""Columns of the narrowest text that is wrapped, that of a newspaper's. Below stand lists, tables and verses."""

_BEYOND: Final = 0.05
"""Share of the lines that may be wider than the text: a table, a web address, what stands at the right edge."""

_RAGGED: Final = 0.15
"""Share of the widest line by which lines fall short at a break. In seventeen licences wrapped by hand or by editors,
over four fifths of the breaks are within it; in source code, where breaks mean something, a fifth."""

_SHORT: Final = 0.6
"""Share of the widest line at which a line with the next word would end that no width has broken: far outside of what
is ragged."""

_SENTENCE_END: Final = re.compile("[.!?:;\u3002\uff01\uff1f\uff1a\uff1b][\"'\u201d\u2019\xbb)\\]\u300d\u300f]*$")
_PART_END: Final = re.compile(
    r"[.:;,\u2014\u3001\u3002\uff1b](?:\s+(?:and|or|et|ou|und|oder|y|o))?$|(?<!\S)(?:and|or)$"
)
"""How the words before an item end: with a stop or a comma, and perhaps the word that leads to the last item."""

_MARKER: Final = re.compile(
    r"(?:[\u2022\u25aa\u25cf\u25e6\u2023\u2043\xb7*\u2013\u2014-]|\((?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6}|[A-Z])\)"
    r"|(?:\d{1,3}|[a-z]|[ivx]{1,5})\)|\d{1,3}(?:\.\d{1,3}){0,4}\.?|[A-Z]\.|\xa7\s?\d+\w?\.?)(?=\s|$)"
)
"""What an item starts with."""

_LONE_NUMBER: Final = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6})\)|\d{1,3}\.|[\u2022\u25aa\u25cf])$")
"""The marker of an item that stands on a line of its own, as programs write it that take text out of a PDF file."""

_LONE_LABEL: Final = re.compile(r"[^\W\d]{2,12}\s+(?:\d{1,3}|[IVXLC]{1,7}|[A-Z])\.?$", re.UNICODE)
"""A line that is only the label of a part: "Article 5", "PART II", "Annex A"."""


class Line(NamedTuple):
    """A line: its number from 1, its text without white space at the end, and its page from 1 where there are pages."""

    number: int
    text: str
    page: int | None = None

    @property
    def indent(self) -> int:
        """Count the spaces before the first word."""
        return len(self.text) - len(self.text.lstrip())


class Layout(NamedTuple):
    """How a text is set: whether its lines are wrapped, and its width in columns."""

    wrapped: bool
    width: int

    def centres(self, line: Line) -> bool:
        """Say whether a line stands in the middle, with about as much room before it as behind."""
        room = self.width - columns(line.text)
        return min(line.indent, room) > _SHALLOW and abs(line.indent - room) <= max(_SHALLOW, line.indent // 4)

    def is_centred(self, lines: Sequence[Line]) -> bool:
        """Say whether lines stand in the middle, one below the other."""
        return self.centres(lines[0]) and all(is_below(before, line) for before, line in pairwise(lines))


def is_below(before: Line, line: Line) -> bool:
    """Say whether a line stands in the middle below another; what rounding and a blank at an end make is forgiven."""
    middles = (found.indent + columns(found.text) for found in (before, line))
    return line.indent > _SHALLOW and abs(next(middles) - next(middles)) <= _SHALLOW


_SHALLOW: Final = 6
"""Columns that first lines and items are indented by at most; what is centred stands further in. By as many may the
room on both sides differ, since the width that the text was centred to is not known."""


def layout(lines: Iterable[Line]) -> Layout:
    """Tell how lines are set; blank ones part groups."""
    groups = _groups(lines)
    widths = sorted(columns(line.text) for group in groups for line in group)
    widest = widths[-1 - int(_BEYOND * len(widths))] if widths else 0
    width = (1 - _RAGGED) * widest
    breaks = [_is_wrap(before.text, after.text, width) for group in groups for before, after in pairwise(group)]
    return Layout(_NARROWEST <= widest <= _WIDEST and 2 * sum(breaks) >= max(len(breaks), 1), widest)


def paragraphs(lines: Sequence[Line], set: Layout) -> Iterator[list[Line]]:
    """Give the lines of each paragraph, in order; blank lines belong to none."""
    groups = _groups(lines)
    if not set.wrapped:
        yield from ([line] for group in groups for line in group)
        return
    held: list[Line] = []
    titles = False
    for group in groups:
        for line in group:
            starts = line is group[0] or _starts(held[-1], line, set) or (titles and _ends_title(held, line, set))
            if held and starts and not _goes_on(held, line):
                yield held
                titles = len(held) == 1 and _is_label(held[0].text.strip())
                held = []
            held.append(line)
    if held:
        yield held


def joined(lines: Sequence[Line], hyphenation: Hyphenation) -> str:
    """Join the lines of a paragraph: with a space, but without one in scripts that have none, and words at hyphens."""
    texts = [line.text.strip() for line in lines]
    parts = texts[:1]
    for before, after in pairwise(texts):
        if before.endswith(("-", "\xad", "\u2010")) and len(before) > 1 and before[-2].isalpha() and after[0].islower():
            parts[-1] = hyphenation.mended(parts[-1], after)
            parts.append(after)
        else:
            parts += ("" if _is_unspaced(before[-1]) and _is_unspaced(after[0]) else " ", after)
    return "".join(parts)


def whole_words(text: str) -> str:
    """Take soft hyphens away, and the space behind one where it broke a word at the end of a line."""
    return _SOFT.sub("", text) if "\xad" in text else text


_SOFT: Final = re.compile(r"(?<=[^\W\d_])\xad\s+(?=[^\W\d_A-Z])|\xad")


class Hyphenation:
    """Whether a hyphen at the end of a line belongs to the word, by the words that the text has elsewhere.

    A text that nowhere breaks a word which it also writes whole does not hyphenate: its hyphens stay.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        words = (word.casefold() for line in lines for word in _WORD.findall(line.text))
        self.words = frozenset(words)
        pairs = ((before.text, after.text.lstrip()) for before, after in pairwise(lines) if after.text)
        broken = [_halves(before, after) for before, after in pairs if before.endswith(("-", "\u2010"))]
        self.hyphenates = any("".join(halves) in self.words for halves in broken)

    def mended(self, before: str, after: str) -> str:
        """Give what stands before a break, without the hyphen where it is there for the break only."""
        first, second = _halves(before, after)
        if before[-1] == "\xad" or first + second in self.words:
            return before[:-1]
        return before if f"{first}-{second}" in self.words or not self.hyphenates else before[:-1]


_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST: Final = re.compile(r"[^\W\d_]*$")


def _halves(before: str, after: str) -> tuple[str, str]:
    """Give the letters on both sides of a hyphen at the end of a line, in lower case."""
    first = _LAST.search(before[-_LONGEST:-1])
    second = _WORD.match(after)
    return (first[0] if first else "").casefold(), (second[0] if second else "").casefold()


_LONGEST: Final = 60
"""Letters of the longest word that is looked for before a hyphen."""


def _groups(lines: Iterable[Line]) -> list[list[Line]]:
    return [list(group) for filled, group in groupby(lines, lambda line: bool(line.text)) if filled]


def _is_wrap(before: str, after: str, width: float) -> bool:
    return not _fits(before, after, width) and not ends_sentence(before)


def _fits(before: str, after: str, width: float) -> bool:
    """Say whether the first word of the line after would have fitted behind the line before."""
    first = after.split(maxsplit=1)[0]
    word = first[0] if _is_unspaced(first[0]) else first
    return columns(before) + 1 + columns(word) <= width


def _starts(before: Line, line: Line, set: Layout) -> bool:
    """Say whether a line starts a paragraph though no blank line stands before it."""
    first, text = before.text.strip(), line.text.strip()
    fits = _fits(before.text, text, _wrap(set))
    if _MARKER.match(text):
        return line.indent > before.indent or bool(_PART_END.search(first)) or fits
    if _is_label(first) or (_is_label(text) and ends_sentence(first)):
        return True
    if set.centres(before) and is_below(before, line):
        return False
    if set.centres(before) != set.centres(line):
        return fits
    if bool(_PART_END.search(first)) and text[0].isupper():
        return fits or (line.indent > before.indent + 1 and not _MARKER.match(first))
    return _fits(before.text, text, _SHORT * set.width)


def _ends_title(held: Sequence[Line], line: Line, set: Layout) -> bool:
    """Say whether the one line behind a label is its title: it could have held more, and no stop ends it."""
    first, text = held[-1].text.strip(), line.text.strip()
    return len(held) == 1 and text[0].isupper() and not ends_sentence(first) and _fits(first, text, _wrap(set))


def _wrap(set: Layout) -> float:
    return (1 - _RAGGED) * set.width


def _is_label(text: str) -> bool:
    return text[0].isupper() and _LONE_LABEL.match(text) is not None


def _goes_on(held: Sequence[Line], line: Line) -> bool:
    """Say whether a paragraph goes on behind a blank line: where its marker stood alone, or a page came between."""
    last = held[-1]
    text = line.text.strip()
    if len(held) == 1 and _LONE_NUMBER.match(last.text.strip()):
        return not _MARKER.match(text)
    turned = last.page != line.page
    return turned and text[0].islower() and not ends_sentence(last.text) and not _MARKER.match(text)


def ends_sentence(text: str) -> bool:
    """Say whether a text ends with the stop of a sentence, a colon or a semicolon, quotes and brackets aside."""
    return _SENTENCE_END.search(text) is not None


def is_marker(text: str) -> bool:
    """Say whether a text is only the marker of an item: "(a)", "2.", "•"."""
    return (found := _MARKER.match(text)) is not None and found.end() == len(text)


def columns(line: str) -> int:
    """Count the columns that a line takes on a screen, where wide characters take two."""
    return len(line) if line.isascii() else sum(1 + (east_asian_width(char) in "WF") for char in line)


def _is_unspaced(char: str) -> bool:
    """Say whether a character belongs to a script that sets no spaces between words: wide, and not Korean."""
    return east_asian_width(char) in "WF" and not "\uac00" <= char <= "\ud7a3"
