"""What stands beside a predicate: conditions, exceptions, savings, hedges and precision, each with its whole phrase."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.language.cues import Hit, Hits
from clausetrack.language.lexemes import Lexemes
from clausetrack.language.lexicon import Lexicon
from clausetrack.model.force import Cue
from clausetrack.model.scales import FORCE

_PHRASES: Final = frozenset({"condition", "saving", "exception"})
"""Kinds whose cue opens a phrase; a hedge or a precision is whole by itself."""

_PHRASE: Final = 120
"""Words that a phrase has at most; real ones have half of that, and hostile brackets never close."""

_STOPS: Final = frozenset(",;:.)?!")


def cue(hit: Hit, text: Lexemes, last: int | None = None) -> Cue:
    """Make a cue of a hit, longer than it where ``last`` (a word, exclusive) says so."""
    end = hit.last if last is None else last
    entry = hit.entry
    force = None if entry.level is None else FORCE[entry.level]
    return Cue(
        kind=entry.kind,
        words=text.slice(hit.first, end),
        start=text.starts[hit.first],
        end=text.ends[end - 1],
        head=text.slice(hit.first, hit.last).lower(),
        force=force,
    )


def adjuncts(text: Lexemes, hits: Hits, lexicon: Lexicon) -> Iterator[tuple[int, Cue]]:
    """Yield every cue that stands beside a predicate, false friends too, with the word that it begins at."""
    apart = (hit for group in hits.at.values() for hit in group if hit.entry.kind == "false-friend")
    for hit in (*hits.beside, *apart):
        last = phrase_end(text, hit, lexicon) if hit.entry.kind in _PHRASES else hit.last
        yield hit.first, cue(hit, text, last)


def phrase_end(text: Lexemes, hit: Hit, lexicon: Lexicon) -> int:
    """Give the word at which the phrase of a cue ends (exclusive): the next stop outside its own brackets."""
    words, brackets = text.words, 0
    end = min(len(words), hit.last + _PHRASE)
    for place in range(hit.last, end):
        word = words[place]
        if word == "(":
            brackets += 1
        elif word == ")" and brackets:
            brackets -= 1
        elif word in _STOPS and not brackets and not _is_inside(words, place, hit, lexicon):
            return place
    return end


def _is_inside(words: list[str], place: int, hit: Hit, lexicon: Lexicon) -> bool:
    """Say whether a comma only opens an aside, or separates items, within the phrase: "if, within a year, …"."""
    if words[place] != ",":
        return False
    if place == hit.last:
        return True
    return (
        place + 1 < len(words) and lexicon.is_in(words[place + 1], "joiners") and _next_is_item(words, place, lexicon)
    )


def _next_is_item(words: list[str], place: int, lexicon: Lexicon) -> bool:
    """Say whether "and" after a comma is followed by another item rather than by a clause of its own."""
    ahead = words[place + 2 : place + 6]
    return not any(lexicon.is_in(word, "auxiliaries", "pronouns") or word in lexicon.index for word in ahead)


def hedges(lexicon: Lexicon, text: Lexemes, hits: Hits, inner: list[bool]) -> Iterator[tuple[int, bool]]:
    """Yield the place of every hedge of a main clause, and whether it weakens only one item of a list there."""
    for hit in hits.beside:
        if hit.entry.kind == "hedge" and not inner[hit.first]:
            yield hit.first, _weakens_an_item(text.words, hit.first, lexicon)


def _weakens_an_item(words: list[str], place: int, lexicon: Lexicon) -> bool:
    """Say whether a hedge follows "and": "shall consult the board and, where appropriate, the towns"."""
    before = place - 1
    if before >= 0 and words[before] == ",":
        before -= 1
    return before >= 0 and lexicon.is_in(words[before], "joiners")
