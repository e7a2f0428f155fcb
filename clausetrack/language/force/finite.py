"""Whether words that look like a verb of force are the finite verb of a main clause.

"The towns note the report" states something; "as noted above", "a note" and "to note" do not.
"""

from __future__ import annotations

from typing import Final

from clausetrack.language.force.cues import Hit
from clausetrack.language.force.view import HARD_STOPS, REACH, View

FACTS: Final = frozenset({"definitions", "accounts"})
"""Sections of finite verbs that state and never promise."""

_SECTIONS: Final = FACTS | {"catenatives", "pledges", "performatives", "stances", "requests", "grants", "duties"}

_STOPS: Final = HARD_STOPS | frozenset(",)")

_NEVER_BEFORE: Final = (
    "determiners",
    "prepositions",
    "auxiliaries",
    "comparators",
    "infinitive",
    "relatives",
    "subordinators",
)
"""Classes of words that no finite verb of a main clause follows."""


def is_finite(view: View, hit: Hit) -> bool:
    """Say whether a cue that is no modal is a finite verb of a main clause, its subject within it or before it."""
    section = hit.entry.section
    if section == "reported":
        return view.reported and _has_subject(view, hit)
    if section not in _SECTIONS:
        return False
    if section == "requests" or hit.entry.phrase[0] == "^":
        return True
    if section == "definitions":
        return not view.is_in(hit.first - 1, "determiners", "prepositions", "infinitive")
    if view.is_in(hit.first, "pronouns", "determiners"):
        return hit.first == 0 or view.text.words[hit.first - 1] not in view.lexicon.openers
    return _has_subject(view, hit)


def stands_alone(view: View, hit: Hit) -> bool:
    """Say whether a modal is finite here, rather than governed by another verb ("may be required", "to be bound")."""
    if not view.is_in(hit.first, "be", "have"):
        return True
    before = hit.first - 1
    while view.is_in(before, "adverbs", "negators"):
        before -= 1
    if view.is_in(hit.first, "nonfinite") or view.is_in(before, "infinitive", "relatives"):
        return False
    return not any(each.entry.kind == "modal" for each in view.hits.at.get(before, ()))


def is_supported(view: View, place: int) -> bool:
    """Say whether a place holds the negation of a verb with "do": "we do not intend to"."""
    return view.is_in(place, "negators") and view.is_in(place - 1, "supports") and not view.inner[place - 1]


def _has_subject(view: View, hit: Hit) -> bool:
    words, at = view.text.words, hit.first - 1
    if at < 0 or view.lexicon.ends(words[hit.first], "participle"):
        return False
    while at > 0 and view.is_adverb(at) and not view.is_in(at, "negators"):
        at -= 1
    if is_supported(view, at):
        return True
    if view.is_in(at, *_NEVER_BEFORE) or _is_noun_or_participle(view, hit):
        return False
    if not view.is_in(at, "pronouns", "joiners") and _has_verb_before(view, hit.first):
        return False
    return "plural" not in view.lexicon.endings or _agrees(view, hit, at)


def _agrees(view: View, hit: Hit, place: int) -> bool:
    """Say whether the word before a verb can be its subject, in a language where verbs look like nouns (English)."""
    verb = view.text.words[hit.first]
    if view.is_in(place, "joiners"):
        return _continues(view, place)
    if not view.lexicon.ends(verb, "inflected") or (view.lexicon.ends(verb, "past") and not view.reported):
        return _is_plural(view, place) or (view.lexicon.ends(verb, "past") and view.text.is_capitalised(place))
    is_name = view.text.is_capitalised(place) or not view.text.words[place][0].isalnum()
    return hit.entry.kind != "stance" or is_name or view.is_in(place - 1, "determiners")


def _continues(view: View, place: int) -> bool:
    """Say whether "and" before a verb joins it to another of the main clause: "welcome the plan and urge the board"."""
    return any(
        not view.inner[at] and (hit.entry.kind == "modal" or hit.entry.section in _SECTIONS)
        for at in range(max(0, place - REACH), place)
        for hit in view.hits.at.get(at, ())
    )


def _is_noun_or_participle(view: View, hit: Hit) -> bool:
    """Tell "the traits noted above" and "all requests will" from "the mayors noted the report"."""
    verb, after = view.text.words[hit.first], hit.last
    if after >= len(view.text.words) or not view.lexicon.ends(verb, "inflected"):
        return False
    if hit.entry.section == "catenatives" and view.lexicon.ends(verb, "past"):
        return not view.reported
    if hit.last - hit.first > 1:
        return False
    is_subject = view.is_in(after, "auxiliaries") or any(
        each.entry.kind == "modal" for each in view.hits.at.get(after, ())
    )
    return is_subject or view.text.words[after] in _STOPS or view.is_in(after, "prepositions", "joiners")


def _has_verb_before(view: View, place: int) -> bool:
    """Say whether the main clause had its finite verb before a place, so that another must be some other clause's."""
    for at in range(place - 1, max(-1, place - REACH), -1):
        if view.text.words[at] in HARD_STOPS:
            return False
        if not view.inner[at] and view.is_in(at, "be", "supports"):
            return True
    return False


def _is_plural(view: View, place: int) -> bool:
    """Say whether the word before a verb without an ending can be its subject: "parties", "they", "(the carriers)"."""
    word = view.text.words[place]
    if view.is_in(place, "objects"):
        return False
    return word == ")" or view.is_in(place, "pronouns") or (len(word) > 1 and view.lexicon.ends(word, "plural"))
