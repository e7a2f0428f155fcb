"""Dates, durations, frequencies, amounts, shares and counts that changed, came or went."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from clausetrack.language.quantities import quantities
from clausetrack.language.quantity import Quantity
from clausetrack.model.record import Record, record
from clausetrack.model.span import Span
from clausetrack.rules.reading.grammar import Grammar, Role
from clausetrack.rules.reading.passages import Passage
from clausetrack.rules.reading.wording import same

_CONTEXT: Final = 48
"""Characters looked back over for what a number is to something: "shall in no case be more than"."""

_SIGN: Final = re.compile(r"[,;:.?!](?!\w)|[)）、。]")
_TIMES: Final = frozenset({"date", "duration"})
_BOUNDS: Final = frozenset({"cap", "floor"})
_NUMERAL: Final = re.compile(r"(?<![\w.])[0-9０-９一二三四五六七八九十百千万]+(?![a-z(])")
_WORD: Final = re.compile(r"[^\W\d_]+")
_BEFORE: Final = re.compile(r"([^\W\d_]*)\W{0,2}\Z")
_WINDOW: Final = 32
"""Characters read on either side of an edit: a number in words with its unit, "one hundred and eighty days"."""


@record
class Figure(Record):
    """A quantity before and after; one side is None where it came or went.

    ``roles`` are what it is to something on either side, and ``places`` the spans of the phrases that say so. ``whole``
    is set where a sentence came or went with it.
    """

    old: Quantity | None
    new: Quantity | None
    roles: tuple[Role | None, Role | None]
    places: tuple[Span | None, Span | None]
    whole: bool = False
    named: bool = False
    """Whether it counts something with a capital letter."""

    @property
    def kind(self) -> str:
        """The kind of quantity."""
        found = self.old or self.new
        return found.kind if found else ""

    @property
    def role(self) -> Role | None:
        """What it is to something; the old side's word counts where both say something."""
        return self.roles[0] or self.roles[1]

    @property
    def changed(self) -> bool:
        """Whether the two sides differ; the same quantity may be written in other words."""
        if self.old is None or self.new is None:
            return True
        return (self.old.value, self.old.unit) != (self.new.value, self.new.unit) or self.bounded is not None

    @property
    def bounded(self) -> tuple[Role | None, Role | None] | None:
        """The bounds that a quantity which stands was given or freed of, such as (None, "floor"); None for none."""
        if self.old is None or self.new is None:
            return None
        old, new = (role if role in _BOUNDS else None for role in self.roles)
        return (old, new) if old != new else None


def figures(old: str, new: str, passage: Passage, grammar: Grammar) -> Iterator[Figure]:
    """Yield the quantities of a passage that an edit touches."""
    pieces = [each for each in passage.pieces if not same(each.old.of(old), each.new.of(new))]
    before = _touched(old, passage.old, [piece.old for piece in pieces], grammar)
    after = _touched(new, passage.new, [piece.new for piece in pieces], grammar)
    whole = not (passage.old and passage.new)
    for one, other in _paired(before, after):
        places = _place(old, passage.old, one, grammar), _place(new, passage.new, other, grammar)
        spans = [place[0] if place else None for place in places]
        roles = [place[1] if place else None for place in places]
        named = _named(old, one) or _named(new, other)
        yield Figure(one, other, (roles[0], roles[1]), (spans[0], spans[1]), whole, named)


def _named(text: str, quantity: Quantity | None) -> bool:
    if quantity is None or quantity.kind != "count":
        return False
    return text[quantity.end :].lstrip()[:1].isupper()


def _touched(text: str, spans: Sequence[Span], edits: Sequence[Span], grammar: Grammar) -> list[Quantity]:
    """Read the quantities that edits touch, each in a window of its own: the whole passage may be long."""
    found: dict[int, Quantity] = {}
    for edit in edits if spans else ():
        start, end = _window(text, Span(spans[0].start, spans[-1].end), edit)
        window = text[start:end]
        if not _numbered(window, grammar):
            continue
        for each in quantities(window, grammar.language):
            moved = replace(each, start=each.start + start, end=each.end + start)
            if _is_touched(text, spans, moved, edit, grammar):
                found[moved.start] = moved
    return [found[at] for at in sorted(found)]


def _is_touched(text: str, spans: Sequence[Span], quantity: Quantity, edit: Span, grammar: Grammar) -> bool:
    """Say whether an edit is in a quantity or in the words that bound it, or stands where such words would."""
    if edit.start < quantity.end and quantity.start < edit.end:
        return True
    if not text[edit.end : quantity.start].isspace() and edit.end != quantity.start:
        return False
    if edit.start == edit.end:
        return True
    place = _place(text, spans, quantity, grammar)
    return place is not None and place[1] in _BOUNDS and place[0].start < edit.end


def _window(text: str, passage: Span, edit: Span) -> tuple[int, int]:
    """Give what to read around an edit: from a word's start, within the passage."""
    start, end = max(passage.start, edit.start - _WINDOW), min(passage.end, edit.end + _WINDOW)
    if start > passage.start:
        start = text.find(" ", start, edit.start) + 1 or edit.start
    return start, end


def _numbered(words: str, grammar: Grammar) -> bool:
    """Say whether there may be a quantity: a numeral that numbers no division of an agreement, or a word for one."""
    if not grammar.numerals.isdisjoint(_WORD.findall(words.lower())):
        return True
    return any(_before(words, match.start()) not in grammar.divisions for match in _NUMERAL.finditer(words))


def _before(words: str, at: int) -> str:
    """Give the word before a place, in small letters; empty where a sign or nothing stands there."""
    match = _BEFORE.search(words, max(0, at - _WINDOW), at)
    return match[1].lower() if match else ""


def _paired(old: list[Quantity], new: list[Quantity]) -> Iterator[tuple[Quantity | None, Quantity | None]]:
    """Pair equal quantities first, then those of one kind and unit, then those of one kind, in reading order."""
    gone, come = old, new
    for key in (
        lambda one: (one.kind, one.value, one.unit),
        lambda one: (one.kind, one.unit),
        lambda one: one.kind if one.kind != "count" else None,
    ):
        waiting: dict[object, deque[Quantity]] = {}
        for other in come:
            waiting.setdefault(key(other), deque()).append(other)
        left, paired = [], set[int]()
        for one in gone:
            partners = waiting.get(key(one)) if key(one) is not None else None
            if partners:
                paired.add(partners[0].start)
                yield one, partners.popleft()
            else:
                left.append(one)
        gone, come = left, [other for other in come if other.start not in paired]
    yield from ((one, None) for one in gone)
    yield from ((None, other) for other in come)


def _place(
    text: str, spans: Sequence[Span], quantity: Quantity | None, grammar: Grammar
) -> tuple[Span, Role | None] | None:
    """Give the phrase that a quantity belongs to, and what it is there."""
    if quantity is None:
        return None
    start, end = quantity.start, quantity.end
    before = text[max(spans[0].start, start - _CONTEXT) : start].lower()
    timed = quantity.kind in _TIMES
    for role, pattern in grammar.roles:
        match = pattern.search(before) if timed or role in {"cap", "floor"} else None
        if match:
            begin = start - len(before) + match.start()
            return Span(begin, _end(text, end, spans[-1].end) if timed else end), role
    return Span(start, end), None


def _end(text: str, start: int, end: int) -> int:
    match = _SIGN.search(text, start, end)
    return match.start() if match else end
