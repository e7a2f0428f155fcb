"""Predicates of languages whose verb stands last, as Japanese: what a sentence ends with decides.

The last cue of a sentence is its predicate; cues that stand directly before it are the verbs that it governs
("協力する" before "ものとする"), and the weakest of them is the force.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.language.force.cues import Hit
from clausetrack.language.force.view import DISCRETION, Predicate, View, deontic_of

_ENDS: Final = frozenset("。；！")
_KINDS: Final = frozenset({"modal", "catenative", "cap", "stance", "constitutive"})


def predicates(view: View) -> Iterator[Predicate]:
    """Yield the predicate of each sentence."""
    words, begin = view.text.words, 0
    for place in range(len(words) + 1):
        if place == len(words) or words[place] in _ENDS:
            links = _last_cues(view, begin, place)
            if links:
                yield _weakest(view, links)
            begin = place + 1


def _last_cues(view: View, begin: int, end: int) -> list[Hit]:
    """Give the cues that end a sentence, from the first of them on."""
    links: list[Hit] = []
    for place in range(end - 1, begin - 1, -1):
        hit = next((each for each in view.hits.at.get(place, ()) if each.entry.kind in _KINDS), None)
        if hit is None:
            break
        links.insert(0, hit)
    return links


def _weakest(view: View, links: list[Hit]) -> Predicate:
    last = links[-1]
    found = Predicate(links[0].first, last.last, view.level(last), deontic_of(last.entry), links=links)
    found.negated = last.entry.section == "prohibitions"
    if last.entry.kind == "constitutive":
        found.level = None
    elif not found.negated:
        for link in links[:-1]:
            found.weaken(link.entry.level)
    if last.entry.level == DISCRETION and last.entry.section == "modals":
        found.deontic = "permission"
    return found
