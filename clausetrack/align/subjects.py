"""Subjects that were treated in many clauses and are now treated in one.

Thirteen articles on one subject that a later treaty replaces by one new article share few of its words, so that no
likeness of texts finds them. What they share is the subject: a phrase that opens the new clause and no other, and opens
the old ones, while hardly a clause that speaks of it went anywhere else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import chain
from typing import Final

from clausetrack.align.terms import LEAD, Text, bigrams

Phrase = tuple[str, str]

FEWEST: Final = 3
"""Clauses that must go the same way: two may do so by accident."""

GATHERED: Final = 0.8
"""The least share of the clauses that speak of the subject which are left over or already stand with the new clause."""

COMMON: Final = 1 / 3
"""A word that a third of all clauses use is no subject's name."""


def gathered(
    scattered: Mapping[int, Text], gathering: Mapping[int, Text], left: frozenset[int], partners: Mapping[int, set[int]]
) -> dict[int, set[int]]:
    """Give, by the clause that now treats a subject, the clauses ``left`` over that treated it on the other side.

    ``partners`` says with which clauses of the gathering side a scattered one is already aligned.
    """
    subjects = _subjects(scattered, gathering, left)
    if not subjects:
        return {}
    bearers: defaultdict[Phrase, list[int]] = defaultdict(list)
    for index, text in scattered.items():
        for phrase in subjects.keys() & set(bigrams(text.words)):
            bearers[phrase].append(index)
    found: dict[int, set[int]] = {}
    for phrase, there in subjects.items():
        elsewhere = [index for index in bearers[phrase] if partners.get(index) and there not in partners[index]]
        movers = {index for index in bearers[phrase] if index in left and _treats(scattered[index], phrase)}
        if len(movers) >= FEWEST and len(elsewhere) <= (1 - GATHERED) * len(bearers[phrase]):
            found.setdefault(there, set()).update(movers)
    return found


def _subjects(scattered: Mapping[int, Text], gathering: Mapping[int, Text], left: frozenset[int]) -> dict[Phrase, int]:
    """Give the phrases that open one clause of the gathering side and several that are left over."""
    count = Counter(phrase for index in left if index in scattered for phrase in _opening(scattered[index]))
    several = {phrase for phrase, seen in count.items() if seen >= FEWEST}
    opened: defaultdict[Phrase, list[int]] = defaultdict(list)
    for index, text in gathering.items():
        for phrase in _opening(text) & several:
            opened[phrase].append(index)
    once = {phrase: there[0] for phrase, there in opened.items() if len(there) == 1}
    if not once:
        return {}
    texts = [*scattered.values(), *gathering.values()]
    users = Counter(chain.from_iterable(frozenset(text.words) for text in texts))
    return {
        phrase: there
        for phrase, there in sorted(once.items())
        if all(word.isalpha() and users[word] <= COMMON * len(texts) for word in phrase)
    }


def _opening(text: Text) -> set[Phrase]:
    return set(bigrams(text.words[:LEAD]))


def _treats(text: Text, phrase: Phrase) -> bool:
    """Say whether a clause names the subject in its opening or more than once."""
    return phrase in _opening(text) or sum(phrase == entry for entry in bigrams(text.words)) > 1
