"""What stands beside a predicate: conditions, exceptions, savings, hedges and precision, each with its whole phrase."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.language.force.cues import Hit
from clausetrack.language.force.lexemes import Lexemes
from clausetrack.language.force.view import View
from clausetrack.model.force import Cue
from clausetrack.model.scales import FORCE

_PHRASES: Final = frozenset({"condition", "saving", "exception"})
"""Kinds whose cue opens a phrase; a hedge or a precision is whole by itself."""

_PHRASE: Final = 120
"""Words that a phrase has at most; real ones have half of that, and hostile brackets never close."""

_ITEM: Final = 4
"""Words of an item that are looked at for a verb, which would make it a clause."""

_PAUSES: Final = frozenset(",(–—-")

_STOPS: Final = frozenset(",;:.)?!、。；：）")


def cue(hit: Hit, text: Lexemes, last: int | None = None) -> Cue:
    """Make a cue of a hit, longer than it where ``last`` (a word, exclusive) says so."""
    entry, last = hit.entry, hit.last if last is None else last
    start, end = text.span(hit.first, last)
    return Cue(
        kind=entry.kind,
        words=text.slice(hit.first, last),
        start=start,
        end=end,
        head=text.slice(hit.first, hit.last).lower(),
        force=None if entry.level is None else FORCE[entry.level],
    )


def adjuncts(view: View) -> Iterator[tuple[int, Cue]]:
    """Yield every cue that stands beside a predicate, false friends too, with the word that it begins at."""
    apart = (hit for group in view.hits.at.values() for hit in group if hit.entry.kind == "false-friend")
    for hit in (*view.hits.beside.values(), *apart):
        yield hit.first, cue(hit, view.text, phrase_end(view, hit) if hit.entry.kind in _PHRASES else hit.last)


def phrase_end(view: View, hit: Hit) -> int:
    """Give the word at which the phrase of a cue ends (exclusive): the next stop outside its own brackets."""
    words, brackets = view.text.words, 0
    end = min(len(words), hit.last + _PHRASE)
    for place in range(hit.last, end):
        word = words[place]
        if word == "(":
            brackets += 1
        elif word == ")" and brackets:
            brackets -= 1
        elif word in _STOPS and not brackets and not _is_inside(view, place, hit):
            return place
    return end


def _is_inside(view: View, place: int, hit: Hit) -> bool:
    """Say whether a comma only opens an aside, or separates items, within the phrase: "if, within a year, …"."""
    if view.text.words[place] != ",":
        return False
    return place == hit.last or (view.is_in(place + 1, "joiners") and _next_is_item(view, place + 2))


def _next_is_item(view: View, place: int) -> bool:
    """Say whether "and" after a comma is followed by another item rather than by a clause of its own."""
    ahead = range(place, min(place + _ITEM, len(view.text.words)))
    hits = view.hits
    return not any(at in hits.at or at in hits.beside or view.is_in(at, "auxiliaries", "pronouns") for at in ahead)


def hedges(view: View) -> Iterator[tuple[int, bool]]:
    """Yield the place of every hedge of a main clause, and whether it weakens only one item of a list there."""
    for hit in view.hits.beside.values():
        if hit.entry.kind == "hedge" and not view.inner[hit.first]:
            yield hit.first, _weakens_an_item(view, hit.first)


def _weakens_an_item(view: View, place: int) -> bool:
    """Say whether a hedge follows "and": "shall consult the board and, where appropriate, the towns"."""
    before = place - 2 if place and view.text.words[place - 1] in _PAUSES else place - 1
    return view.is_in(before, "joiners")
