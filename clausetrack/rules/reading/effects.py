"""What replacing some words by others does to what a passage covers: items of a list and qualifiers that came or went.

An insertion that joins an item to a list widens what is covered, one that qualifies narrows it; what is taken away does
the reverse. A replacement is other words for the same, unless it has more or fewer items, says much more or much
less, or
covers "all" on one side only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Final, Literal

from clausetrack.rules.reading.grammar import Grammar
from clausetrack.rules.reading.wording import content, less, plain

Effect = Literal["broadened", "narrowed"]
Known = Callable[[Sequence[str]], bool]
"""Says whether the clause, apart from the piece that is looked at, has all of these content words."""

_LIST: Final = 2
"""Commas that make a list where no conjunction does."""

_PAIR: Final = 4
"""Words of a pair of alternatives put before a noun: "real or non-real", "printed and digital"."""

_ITEM: Final = 8
"""Words of an item between commas that may be told from an aside by its length alone."""

_PRONOUN: Final = 2
"""Content words that may stand for small ones that they replaced: "his" became "that person's", "we" "the parties"."""

_STEM: Final = 3
"""Letters that a stem has at least, and endings of number at most: "city" and "cities"."""

_FACTOR: Final = 2.5
_MORE: Final = 4
"""A replacement says more (or less) than what it replaces where it has so many times, and so many words more, of
content."""

OPPOSITE: Final[dict[Effect, Effect]] = {"broadened": "narrowed", "narrowed": "broadened"}


def effect(old: str, new: str, known: Known, grammar: Grammar) -> Effect | None:
    """Give what replacing ``old`` by ``new`` does to what is covered, None where it only says the same."""
    old, new = grammar.fillers.sub(" ", old), grammar.fillers.sub(" ", new)
    before, after = content(old, grammar), content(new, grammar)
    gone, come = less(before, after), less(after, before)
    if not gone and not come:
        return None
    if before and after and (_begins_with_pronoun(old, grammar) or _begins_with_pronoun(new, grammar)):
        return None  # it stands for what it replaces
    if not gone:
        return _more(old, new, come, known, grammar)
    if not come:
        found = _more(new, old, gone, known, grammar)
        return OPPOSITE[found] if found else None
    return _replaced(old, new, gone, come, grammar)


def _more(less_: str, more: str, come: Sequence[str], known: Known, grammar: Grammar) -> Effect | None:
    """Judge words of which some came and none went."""
    if content(less_, grammar):
        return "broadened" if joins(more, grammar) > joins(less_, grammar) else "narrowed"
    if _states(more, grammar):
        return None
    if grammar.language is not None and is_item(more, grammar):
        return "broadened"
    if grammar.language is None or known(come) or (len(come) <= _PRONOUN and plain(less_)):
        return None
    return "narrowed"


def _replaced(old: str, new: str, gone: Sequence[str], come: Sequence[str], grammar: Grammar) -> Effect | None:
    joined = joins(new, grammar) - joins(old, grammar)
    other = _alternatives(new, grammar) - _alternatives(old, grammar)
    if joined > 0 and (len(come) > len(gone) or other > 0):
        return "broadened"
    if joined < 0 and (len(come) < len(gone) or other < 0):
        return "narrowed"
    covers = _universal(new, grammar) - _universal(old, grammar)
    if covers and not _in_number(gone, come):
        return "broadened" if covers > 0 else "narrowed"
    if len(come) >= _FACTOR * len(gone) and len(come) >= len(gone) + _MORE:
        return "narrowed"
    if len(gone) >= _FACTOR * len(come) and len(gone) >= len(come) + _MORE:
        return "broadened"
    return None


def _in_number(gone: Sequence[str], come: Sequence[str]) -> bool:
    """Say whether one noun is there in the singular and in the plural: "the parties" are "each party"."""
    if len(gone) != 1 or len(come) != 1:
        return False
    one, other = gone[0], come[0]
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return stem >= _STEM and max(len(one), len(other)) - stem <= _STEM


def _states(text: str, grammar: Grammar) -> bool:
    """Say whether words are a clause of their own that is no norm: "(and we love our pilots)"; it covers nothing."""
    bare = text.lower().strip(" ,;()–—-")
    joiner = grammar.joining.match(bare)
    rest = bare[joiner.end() :] if joiner else bare
    return _begins_with_pronoun(rest, grammar) and grammar.modals.search(rest) is None


def _begins_with_pronoun(text: str, grammar: Grammar) -> bool:
    first = plain(text)[:1]
    return bool(first) and first[0] in grammar.pronouns


def _alternatives(text: str, grammar: Grammar) -> bool:
    return grammar.alternatives.search(text.lower()) is not None


def _universal(text: str, grammar: Grammar) -> bool:
    return not grammar.universals.isdisjoint(text.lower().split())


def joins(text: str, grammar: Grammar) -> int:
    """Count what joins items: conjunctions and openers of examples, and the commas beside them."""
    lower = text.lower().strip(" ,;、，")
    found = len(grammar.joining.findall(lower)) + len(grammar.examples.findall(lower))
    if found:
        # In "July[ and August → , August and September]" the comma in front has taken the conjunction's place.
        lower = text.lower().rstrip(" ,;、，")
    commas = lower.count(",") + lower.count("、")
    listed = commas >= _LIST and not any(map(str.isdigit, lower))  # an address has commas too
    return found + commas if found or listed else 0


def is_item(text: str, grammar: Grammar) -> bool:
    """Say whether a stretch of words is an item of a list, with what joins it, rather than a qualifier."""
    lower = text.lower().strip()
    bare = lower.strip(" ,;()、，")
    found = plain(bare)
    if grammar.examples.match(bare):
        return True
    joining = list(grammar.joining.finditer(bare))
    if joining and (joining[0].start() == 0 or joining[-1].end() == len(bare) or len(found) <= _PAIR):
        return True
    comma = lower[:1] in ",;、，" or lower[-1:] in ",;、，"
    return comma and 0 < len(found) <= _ITEM and found[0] not in grammar.qualifiers
