"""What turns a predicate round: negations within, before and in the subject of it, and "only"."""

from __future__ import annotations

from typing import Final

from clausetrack.language.force.cues import Hit
from clausetrack.language.force.view import HARD_STOPS, REACH, Predicate, View

_SUBJECT: Final = 80
"""Words of the longest subject that is looked back over ("No person who …, whether …, shall"); law has long ones."""


def negate_within(view: View, found: Predicate, hit: Hit) -> None:
    """Note the negations that stand among a cue's words: "are not obliged to", "agree not to"."""
    for place in range(hit.first, hit.last):
        if not view.is_in(place, "negators") or view.text.words[place] in hit.pattern.words:
            continue
        found.negate(place, complement=place == hit.last - 2 and view.is_in(hit.last - 1, "infinitive"))


def negate_before(view: View, found: Predicate) -> None:
    """Note a negation that stands before the verb and its pronouns: "no podrá", "ne se … pas"."""
    place = found.first - 1
    while view.is_in(place, "clitics"):
        place -= 1
    if view.is_in(place, "pre_negators") and place not in view.hits.masked:
        found.negate(place)


def negate_by_subject(view: View, found: Predicate) -> None:
    """Look back for what negates the whole clause: "No Party shall", "neither the council nor", "in no event may"."""
    negatives = view.lexicon.classes.get("negative_subjects", frozenset())
    for place in _back(view, found.first):
        if view.text.words[place] not in negatives and place not in view.hits.at:
            continue
        phrase = negation_at(view, place)
        by_phrase = phrase is not None and (phrase.last == found.first or view.starts_clause(place))
        if by_phrase or (_is_negative_subject(view, place) and view.starts_clause(place)):
            found.negate(place)
            return


def negation_at(view: View, place: int) -> Hit | None:
    """Give the phrase that negates and begins at a place ("under no circumstances"), if any."""
    return next((hit for hit in view.hits.at.get(place, ()) if hit.entry.kind == "negation"), None)


def is_exclusive(view: View, found: Predicate) -> bool:
    """Say whether a permission is for some only: "only nationals may", "may award relief only to"; note the word."""
    for place in (*_forth(view, found), *_back(view, found.first)):
        if _is_only(view, place) and (place >= found.first or view.starts_clause(place)):
            found.marks.append(("exclusive", place))
            return True
    return False


def _is_negative_subject(view: View, place: int) -> bool:
    return place not in view.hits.masked and view.is_in(place, "negative_subjects")


def _is_only(view: View, place: int) -> bool:
    """Say whether "only" restricts a predicate, rather than one item of a list ("or only some")."""
    return place not in view.hits.masked and view.is_in(place, "exclusive") and not view.is_in(place - 1, "joiners")


def _back(view: View, place: int) -> list[int]:
    """Give the places before a verb, nearest first, up to where its sentence part began; a list marker ends nothing."""
    places = []
    for at in range(place - 1, max(-1, place - _SUBJECT), -1):
        if view.text.words[at] in HARD_STOPS and at > 1:
            break
        places.append(at)
    return places


def _forth(view: View, found: Predicate) -> list[int]:
    """Give the places of a predicate and after it, up to where its clause ends."""
    places = []
    for at in range(found.first, min(len(view.text.words), found.last + REACH)):
        word = view.text.words[at]
        if word in HARD_STOPS or word == "," or view.is_in(at, "relatives", "subordinators"):
            break
        places.append(at)
    return places
