"""Names that changed one for one all through a comparison: "the Community" to "the Union".

A name is replaced, not renamed, where it goes on standing elsewhere, or became something else elsewhere. What changed
only once
cannot be told from a change of what is named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

from clausetrack.language.tokens import words
from clausetrack.model.change import Pair
from clausetrack.model.clause import Clause
from clausetrack.model.record import Record, record
from clausetrack.rules.reading.grammar import Grammar
from clausetrack.rules.reading.hunks import edited

_LONGEST: Final = 6
"""Words of a name at most: "the Court of Justice of the European Union" is told by the part that changed."""

_TWICE: Final = 2
"""Places from which a change is one of the name: once may be a change of the thing."""

_CONSISTENT: Final = 0.8
"""Share of the places of the old name that have the new one; the rest are quotations and slips, which every treaty
has."""


@record
class Rename(Record):
    """A name that became another in ``places``: pairs of the ids of an old and a new clause, one for every clause."""

    old: str
    new: str
    places: tuple[tuple[str, str], ...]
    count: int


class Renames:
    """All renames of a comparison."""

    def __init__(self, found: Sequence[Rename]) -> None:
        self.found = tuple(found)
        self._new = {rename.old: rename.new for rename in found}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return _bounded(sorted(self._new, key=len, reverse=True))

    def applied(self, text: str) -> str:
        """Give a text with the new names in the place of the old."""
        return self._pattern.sub(lambda match: self._new[match[0]], text) if self._new else text


def renames(pairs: Iterable[Pair], grammar: Grammar) -> Renames:
    """Find the names that changed one for one in the pairs of a comparison."""
    counterparts = [pair for pair in pairs if pair.match.old and pair.match.new]
    swaps = Counter(swap for pair in counterparts for swap in _swaps(pair, grammar))
    likely = [swap for swap, count in swaps.items() if count >= _TWICE]
    found = [rename for old, new in likely if (rename := _weighed(old, new, counterparts)) is not None]
    return Renames(sorted(found, key=lambda rename: -rename.count))


def _weighed(old: str, new: str, pairs: Sequence[Pair]) -> Rename | None:
    """Count where the new name stands instead of the old one, and where it does not; None where it is no rename."""
    before, after = _bounded([old]), _bounded([new])
    changed = stood = 0
    places: dict[tuple[str, str], None] = {}
    for pair in pairs:
        left = _count(before, old, pair.match.old)
        if not left:
            continue
        stood += left
        if pair.edits:
            gone = left - _count(before, old, pair.match.new)
            come = _count(after, new, pair.match.new) - _count(after, new, pair.match.old)
            if min(gone, come) > 0:
                changed += min(gone, come)
                places[pair.match.old[0].id, pair.match.new[0].id] = None
    if changed < _TWICE or changed < _CONSISTENT * stood:
        return None
    return Rename(old, new, tuple(places), changed)


def _count(pattern: re.Pattern[str], name: str, clauses: Sequence[Clause]) -> int:
    return sum(len(pattern.findall(clause.text)) for clause in clauses if name in clause.text)


def _swaps(pair: Pair, grammar: Grammar) -> Iterator[tuple[str, str]]:
    if not pair.edits:
        return
    texts = edited(pair.edits)
    for hunk in texts.hunks:
        old, new = _name(hunk.old.of(texts.old), grammar), _name(hunk.new.of(texts.new), grammar)
        if old and new and old.casefold() != new.casefold():
            yield old, new


def _name(text: str, grammar: Grammar) -> str:
    """Give the name that a replaced stretch is, without articles before it; empty where it is none."""
    stretch = text.strip(" \n,;.:()")
    found = words(stretch)
    while found and grammar.is_small(found[0].lower()) and not found[0][0].isupper():
        stretch = stretch[stretch.index(found[0]) + len(found[0]) :].lstrip()
        found = found[1:]
    if not 0 < len(found) <= _LONGEST or any(sign in stretch for sign in ",;:()"):
        return ""
    named = all(
        word[0].upper() == word[0] and not word[0].isdigit() for word in found if not grammar.is_small(word.lower())
    )
    return stretch if named else ""


def _bounded(names: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")
