"""The verbs that depend on a modal, each of which may be weaker than it: "may decide to try to promote"."""

from __future__ import annotations

from typing import Final

from clausetrack.language.force.cues import Hit
from clausetrack.language.force.polarity import negate_within, negation_at
from clausetrack.language.force.view import (
    COMMIT,
    DISCRETION,
    HARD_STOPS,
    LINK_KINDS,
    REACH,
    Predicate,
    View,
    deontic_of,
)

_LINKS: Final = 6
"""Verbs of one chain at most; real ones have three."""

_INSERTION: Final = 14
"""Words that may stand between a modal and its verb without commas ("shall in the first place endeavour")."""


def follow(view: View, found: Predicate) -> Predicate:
    """Take in the verbs that depend on a predicate's first, up to its main verb."""
    for _ in range(_LINKS):
        link = _next(view, found)
        if link is None or not _take(view, found, link):
            break
    return found


def _take(view: View, found: Predicate, link: Hit) -> bool:
    """Add a verb to a predicate; say whether another may depend on it."""
    entry = link.entry
    found.links.append(link)
    found.last = max(found.last, link.last)
    if entry.kind in {"constitutive", "description"}:
        found.level, found.deontic = None, deontic_of(entry)
        return False
    forbids = entry.section == "prohibitions" or entry.kind == "refrain"
    if forbids and found.waives:  # "required to refrain": what is required is not to act; nothing is waived
        found.complement_negated = not found.complement_negated
    elif forbids:
        found.negated = not found.negated
    found.waives = found.waives or entry.section == "waivers"
    negate_within(view, found, link)
    # Who is forbidden even to try, or to consider, is forbidden.
    if not (found.negated or (found.waives and found.complement_negated)):
        found.weaken(view.level(link))
    return entry.kind != "cap"


def _next(view: View, found: Predicate) -> Hit | None:
    place = _at_end(view, found) if view.lexicon.verb_final else _head(view, found)
    for candidate in (place, _participle(view, place)):
        for hit in view.hits.at.get(candidate, ()):
            if hit.entry.kind in LINK_KINDS and hit is not found.links[0] and _may_follow(hit, found):
                return hit
    return None


def _may_follow(hit: Hit, found: Predicate) -> bool:
    first = found.links[0].entry
    if hit.entry.kind == "description":
        return first.level in {DISCRETION, COMMIT}
    if hit.entry.kind == "constitutive":
        return first.level != DISCRETION and len(found.links) == 1
    return hit.entry.section != "grants" and hit.first >= found.last


def _participle(view: View, place: int) -> int:
    """Give the place after "be" and its adverbs, where a passive has its verb."""
    while view.is_in(place, "be"):
        place += 1
        while place < len(view.text.words) and view.is_adverb(place):
            place += 1
    return place


def _head(view: View, found: Predicate) -> int:
    """Give the place of the verb that depends on what was read so far; negations on the way are noted."""
    place, end = found.last, len(view.text.words)
    while place < end and not view.has_link(place):
        step = _step(view, found, place)
        if step is None:
            return _beyond_insertion(view, place)
        place = step
        found.last = max(found.last, min(place, end))
    return place


def _step(view: View, found: Predicate, place: int) -> int | None:
    """Give the place after what may stand between a modal and its verb; None where something else stands there."""
    if place in view.hits.masked:
        return place + 1
    if view.is_in(place, "negators"):
        found.negate(place, complement=len(found.links) > 1)
        return place + 1
    if (phrase := negation_at(view, place)) is not None:
        found.negate(place)
        return phrase.last
    return _over(view, place)


def _over(view: View, place: int) -> int | None:
    """Give the place after an aside, a hedge, the marker of a list's first item or an adverb; None after none."""
    if view.text.words[place] == ",":
        return view.beyond_aside(place)
    if view.is_in(place, "infinitive") and view.is_in(place - 1, "takes_infinitive"):
        return place + 1
    beside = view.hits.beside.get(place)
    if beside is not None and beside.entry.kind == "hedge":
        return beside.last + view.is_sign(beside.last, ",")
    label = view.label_end(place) if view.is_sign(place - 1, ":") else None
    if label is not None:
        return label
    return place + 1 if view.text.words[place] == ":" or view.is_adverb(place) else None


def _beyond_insertion(view: View, place: int) -> int:
    """Give the place of the next verb that the lexicon knows, before the clause ends, where a phrase stands between."""
    words = view.text.words
    if not view.is_in(place, "prepositions", "subordinators"):
        return place
    for at in range(place, min(len(words), place + _INSERTION)):
        if words[at] in HARD_STOPS or words[at] == "," or (at > place and words[at] in view.lexicon.openers):
            break
        if view.has_link(at) and not view.is_in(at - 1, "determiners", "prepositions"):
            return at
    return place


def _at_end(view: View, found: Predicate) -> int:
    """Give the place of the verb at the end of the clause, as German and Dutch have it; note negations on the way."""
    words, at = view.text.words, found.last
    while at < min(len(words), found.last + REACH) and words[at] not in HARD_STOPS and not view.has_link(at):
        if words[at] == ",":
            beyond = view.beyond_aside(at)
            if beyond == at + 1:
                return len(words)
            at = beyond
            continue
        if view.is_in(at, "negators", "negative_subjects") and at not in view.hits.masked:
            found.negate(at, complement=len(found.links) > 1)
        at += 1
    return at
