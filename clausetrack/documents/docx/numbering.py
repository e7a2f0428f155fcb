"""Numbering as Word shows it: which number a paragraph has in which list (ISO/IEC 29500-1, section 17.9).

A paragraph names a number definition and a level. Definitions that share an abstract one count together; one that
overrides a level's start begins anew where it is first used. A level begins anew after a higher one was used, unless it
says otherwise. A level's text names the numbers that it is made of: "%1.%2" is those of the first two levels.
"""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from clausetrack.documents.counting import shown
from clausetrack.documents.docx.names import MC, VAL, W, is_on, number, value_of

LEVELS: Final = 9
"""Levels of a list, as the format has it."""

_LONGEST: Final = 200
"""Characters of the longest label that is shown. Word itself allows 31 around the numbers."""

_PLACE: Final = re.compile("%([1-9])")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")
"""Signs of symbol fonts, which stand where other fonts have nothing: in a label always some kind of bullet."""


class Level(NamedTuple):
    """One level of a list: the first number, its format, the text around it, after which levels it begins anew."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    hidden: bool = False


class _List(NamedTuple):
    """A number definition: the abstract one it counts with, its levels, and the starts that it overrides."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Label(NamedTuple):
    """What is shown before a paragraph, and at which level, from 1. ``text`` may be empty."""

    text: str
    level: int
    bullet: bool


class Numbering:
    """Counts the paragraphs of a document, in its order. ``links`` are the definitions that numbering styles name."""

    def __init__(self, root: Any | None, links: dict[str, str]) -> None:
        self._lists: dict[str, _List] = {} if root is None else _lists(root, links)
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def another(self) -> Numbering:
        """Give the same lists, of which nothing was counted yet: notes and text boxes count apart from the text."""
        other = Numbering(None, {})
        other._lists = self._lists
        return other

    def level_of(self, list_id: str, style: str | None) -> int | None:
        """Give the level, from 0, that a paragraph style is linked to in a list; None where it is to none."""
        found = self._lists.get(list_id)
        levels = found.levels.items() if found and style else ()
        return next((at for at, level in levels if level.style == style), None)

    def next(self, list_id: str, at: int) -> Label | None:
        """Count one more paragraph at a level, from 0, of a list; None where there is no such list or level."""
        found = self._lists.get(list_id)
        if found is None or at not in found.levels:
            return None
        counts = self._counts.setdefault(found.abstract, [None] * LEVELS)
        self._count(list_id, found, at, counts)
        level = found.levels[at]
        label = "" if level.hidden else _PRIVATE.sub("•", self._text(found, level, at, counts)).strip()
        return Label(label[:_LONGEST], at + 1, level.format == "bullet")

    def _count(self, list_id: str, found: _List, at: int, counts: list[int | None]) -> None:
        # A level that is jumped over has begun: the next paragraph of it is its second. Word and LibreOffice count so.
        for jumped in range(at):
            if counts[jumped] is None and jumped in found.levels:
                counts[jumped] = _start(found, jumped)
                self._started.add((list_id, jumped))
        before = counts[at]
        if at in found.starts and (list_id, at) not in self._started:
            self._started.add((list_id, at))
            counts[at] = found.starts[at]
        else:
            counts[at] = _start(found, at) if before is None else before + 1
        for deeper in range(at + 1, LEVELS):
            level = found.levels.get(deeper)
            after = deeper if level is None or level.restart is None else level.restart
            if at < after:
                counts[deeper] = None

    def _text(self, found: _List, level: Level, at: int, counts: list[int | None]) -> str:
        def place(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            if other > at or other not in found.levels:
                return ""
            format = found.levels[other].format
            return shown(
                counts[other] or 0,
                "decimal" if level.legal and format not in {"none", "decimalZero"} else format,
            )

        return _PLACE.sub(place, level.text)


def _start(found: _List, at: int) -> int:
    return found.starts.get(at, found.levels[at].start)


def _lists(root: Any, links: dict[str, str]) -> dict[str, _List]:
    abstracts = {str(child.get(f"{W}abstractNumId")): child for child in root.iterchildren(f"{W}abstractNum")}
    nums = {str(child.get(f"{W}numId")): child for child in root.iterchildren(f"{W}num")}
    levels = {id: _levels(child) for id, child in abstracts.items()}
    lists = {}
    for id, num in nums.items():
        abstract = _followed(value_of(num, "abstractNumId"), abstracts, nums, links)
        if abstract is not None:
            own, starts = _overrides(num, levels[abstract])
            lists[id] = _List(abstract, own, starts)
    return lists


def _followed(id: str | None, abstracts: dict[str, Any], nums: dict[str, Any], links: dict[str, str]) -> str | None:
    """Follow an abstract definition that only names a numbering style to the one that the style uses."""
    seen = set()
    while id in abstracts and id not in seen:
        seen.add(id)
        style = value_of(abstracts[id], "numStyleLink")
        num = nums.get(links.get(style, "")) if style else None
        if num is None:
            return id
        id = value_of(num, "abstractNumId")
    return None


def _overrides(num: Any, levels: dict[int, Level]) -> tuple[dict[int, Level], dict[int, int]]:
    own, starts = levels, {}
    for override in num.iterchildren(f"{W}lvlOverride"):
        at = number(override.get(f"{W}ilvl"))
        if at is None or not 0 <= at < LEVELS:
            continue
        level = override.find(f"{W}lvl")
        if level is not None:
            own = own | {at: _level(level)}
        start = number(value_of(override, "startOverride"))
        if start is not None:
            starts[at] = start
    return own, starts


def _levels(abstract: Any) -> dict[int, Level]:
    found = ((number(level.get(f"{W}ilvl")), level) for level in abstract.iterchildren(f"{W}lvl"))
    return {at: _level(level) for at, level in found if at is not None and 0 <= at < LEVELS}


def _level(element: Any) -> Level:
    text = element.find(f"{W}lvlText")
    legal = element.find(f"{W}isLgl")
    vanish = element.find(f"{W}rPr/{W}vanish")
    start = number(value_of(element, "start"))
    return Level(
        # A level that does not say where it starts does so at nought (17.9.25).
        start=0 if start is None else start,
        format=_format(element),
        text=(text.get(VAL) or "") if text is not None else "",
        restart=number(value_of(element, "lvlRestart")),
        legal=legal is not None and is_on(legal),
        style=value_of(element, "pStyle"),
        hidden=vanish is not None and is_on(vanish),
    )


def _format(level: Any) -> str:
    """Give the format's name. Formats that are newer than the standard stand as a choice, with digits to fall back on.

    Those that count with noughts before ("001, 002, 003, …") are all of them that Word offers.
    """
    custom = level.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    if custom is not None:
        first = (custom.get(f"{W}format") or "").partition(",")[0]
        return "decimalZero" if first == "01" else f"decimal{len(first)}" if first.isdecimal() else "decimal"
    return value_of(level, "numFmt") or "decimal"
