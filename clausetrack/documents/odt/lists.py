"""Numbers of lists and headings in an OpenDocument text (OpenDocument 1.3 part 3, sections 16.30 to 16.34 and 19.880).

A list counts by itself unless it says that it goes on with another one. Headings that stand in no list count with the
outline of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from clausetrack.documents.counting import lettered, shown
from clausetrack.documents.odt.names import LOEXT, STYLE, TEXT, XML_ID, count_of

LEVELS: Final = 10
"""Levels of a list, as the format has it."""

_LONGEST: Final = 200
"""Characters of the longest label that is shown."""

_PLACE: Final = re.compile("%([0-9]{1,2})%")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")
_OUTLINE: Final = "\0outline"
"""The name of the outline's list style among the others; no style can have it."""

_FORMATS: Final = {
    "": "none",
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "01": "decimalZero",
    "1st": "ordinal",
    "One": "cardinalText",
    "First": "ordinalText",
    "①": "decimalEnclosedCircle",
    "一": "japaneseCounting",
    "壱": "japaneseLegal",
    "壹": "chineseLegalSimplified",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "ア": "aiueo",
    "イ": "iroha",
    "가": "ganada",
    "ㄱ": "chosung",
    "일": "koreanCounting",
    "А": "russianUpper",
    "а": "russianLower",
    "１": "decimalFullWidth",
}
"""Formats by their first number; those of other scripts are written as their first few ("一, 二, 三, ...")."""


class Level(NamedTuple):
    """One level of a list: how it counts, what stands around the number, how many levels show, the first number."""

    format: str = "none"
    columns: bool = False
    prefix: str = ""
    suffix: str = ""
    pattern: str | None = None
    shows: int = 1
    start: int = 1
    bullet: str | None = None


Levels = dict[int, Level]
Counts = list[int | None]


class Label(NamedTuple):
    """What is shown before a paragraph, and at which level, from 1. ``text`` may be empty."""

    text: str
    level: int
    bullet: bool


class List:
    """A list in which paragraphs are counted: its levels and how far each has come."""

    def __init__(self, levels: Levels, counts: Counts | None = None) -> None:
        self.levels = levels
        self.counts: Counts = [None] * (LEVELS + 1) if counts is None else counts

    def next(self, at: int, start: int | None = None) -> Label | None:
        """Count one more item at a level, from 1, or begin with ``start``; None where the list has no such level."""
        level = self.levels.get(at)
        if level is None:
            return None
        before = self.counts[at]
        self.counts[at] = start if start is not None else level.start if before is None else before + 1
        self.counts[at + 1 :] = [None] * (LEVELS - at)
        if level.bullet is not None:
            return Label(_PRIVATE.sub("•", level.bullet) or "•", at, bullet=True)
        return Label(self._text(level, at)[:_LONGEST].strip(), at, bullet=False)

    def _text(self, level: Level, at: int) -> str:
        if level.pattern is not None:
            return _PLACE.sub(lambda match: self._number(min(int(match[1]), at)), level.pattern)
        if level.format == "none":
            return level.prefix + level.suffix
        numbers = (self._number(other) for other in range(max(1, at - level.shows + 1), at + 1))
        return level.prefix + ".".join(filter(None, numbers)) + level.suffix

    def _number(self, at: int) -> str:
        level = self.levels.get(at, Level())
        count = self.counts[at]
        value = level.start if count is None else count
        if level.columns and level.format in {"lowerLetter", "upperLetter"}:
            return lettered(value) if level.format == "lowerLetter" else lettered(value).upper()
        return shown(value, level.format)


class Lists:
    """The lists of a document as they begin, one after the other."""

    def __init__(self, roots: Iterable[Any]) -> None:
        self._styles: dict[str, Levels] = {}
        for root in roots:
            for element in root.iter(f"{TEXT}list-style", f"{TEXT}outline-style"):
                outline = element.tag == f"{TEXT}outline-style"
                self._styles[_OUTLINE if outline else element.get(f"{STYLE}name") or ""] = dict(_levels(element))
        self._last: dict[str, Counts] = {}
        self._by_id: dict[str, Counts] = {}
        self.outline = List(self._styles.get(_OUTLINE, {}))

    def begin(self, element: Any, style: str) -> List:
        """Begin the list of an element in a style, or go on with the one that it says it continues."""
        counts = self._by_id.get(element.get(f"{TEXT}continue-list") or "")
        if counts is None and element.get(f"{TEXT}continue-numbering") == "true":
            counts = self._last.get(style)
        found = List(self._styles.get(style, {}), counts)
        self._last[style] = found.counts
        id = element.get(XML_ID)
        if id:
            self._by_id[id] = found.counts
        return found


def _levels(style: Any) -> Iterable[tuple[int, Level]]:
    for element in style:
        at = count_of(element.get(f"{TEXT}level"))
        if at is not None and 1 <= at <= LEVELS:
            yield at, _level(element)


def _level(element: Any) -> Level:
    if element.tag in {f"{TEXT}list-level-style-bullet", f"{TEXT}list-level-style-image"}:
        return Level(bullet=element.get(f"{TEXT}bullet-char") or "•")
    start = count_of(element.get(f"{TEXT}start-value"))
    format = (element.get(f"{STYLE}num-format") or "").partition(",")[0].strip()
    pattern = element.get(f"{STYLE}num-list-format", element.get(f"{LOEXT}num-list-format"))
    return Level(
        format=_FORMATS.get(format, "decimal"),
        columns=element.get(f"{STYLE}num-letter-sync") != "true",
        prefix=element.get(f"{STYLE}num-prefix") or "",
        suffix=element.get(f"{STYLE}num-suffix") or "",
        pattern=pattern,
        shows=count_of(element.get(f"{TEXT}display-levels")) or 1,
        start=1 if start is None else start,
    )
