"""The predicates of a sentence: what each says must, may or will be done, as the weakest of its links."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.language.force.chain import follow
from clausetrack.language.force.cues import Hit
from clausetrack.language.force.finite import FACTS, is_finite, is_supported, stands_alone
from clausetrack.language.force.polarity import is_exclusive, negate_before, negate_by_subject, negate_within
from clausetrack.language.force.view import BIND, DISCRETION, HARD_STOPS, Predicate, View, deontic_of


def predicates(view: View) -> Iterator[Predicate]:
    """Yield the predicates of the main clauses in reading order, those without a norm too."""
    done = 0
    for place in sorted(view.hits.at):
        if place < done or view.inner[place] or place in view.hits.masked:
            continue
        found = next(filter(None, (_predicate(view, hit) for hit in view.hits.at[place])), None)
        if found is not None:
            yield found
            done = found.last
            for item in _items(view, found):
                done = item.last
                yield item
            done = max(done, _end(view, found))


def noun(view: View) -> Predicate | None:
    """Give the first noun that counts as its verb ("a commitment to conduct"), for a sentence without any predicate.

    A binding text promises by verbs: there a commitment is only spoken of, as it is where it is somebody's own.
    """
    if view.binding:
        return None
    for place in sorted(view.hits.at):
        for hit in view.hits.at[place]:
            if hit.entry.kind == "noun" and place not in view.hits.masked and not view.is_in(place - 1, "possessives"):
                return follow(view, _start(view, hit))
    return None


def states_fact(view: View, first: int, last: int) -> bool:
    """Say whether a main clause between two words is a statement: "agree that the rooms are cold and may …"."""
    return any(not view.inner[at] and view.is_in(at, "be") for at in range(first, last))


def _items(view: View, found: Predicate) -> Iterator[Predicate]:
    """Yield a predicate for each further item of a list after a modal: "shall: (a) publish …; (b) consider …"."""
    modal = found.links[0]
    negated = view.is_in(modal.last, "negators")
    if modal.entry.kind != "modal" or not view.is_sign(modal.last + negated, ":"):
        return
    for place in range(found.last, len(view.text.words)):
        label = view.label_end(place)
        if label is not None:
            yield _modal(view, modal, at=(place, label))


def _end(view: View, found: Predicate) -> int:
    """Give the place from which to look for the next predicate: what a definition goes on to say is no norm."""
    if found.links[0].entry.section not in FACTS:
        return found.last
    words = view.text.words
    return next((at for at in range(found.last, len(words)) if words[at] in HARD_STOPS), len(words))


def _predicate(view: View, hit: Hit) -> Predicate | None:
    if hit.entry.kind == "modal":
        return _modal(view, hit) if stands_alone(view, hit) else None
    return _finite(view, hit) if is_finite(view, hit) else None


def _start(view: View, hit: Hit) -> Predicate:
    last = hit.first if hit.entry.phrase[0] == "*" else hit.last  # an ending's verb is the word itself
    return Predicate(hit.first, last, view.level(hit), deontic_of(hit.entry), links=[hit])


def _finite(view: View, hit: Hit) -> Predicate:
    found, section = _start(view, hit), hit.entry.section
    if section in FACTS:
        found.level = None
        return found
    found.performative = section == "performatives"
    negate_within(view, found, hit)
    if is_supported(view, hit.first - 1):
        found.negate(hit.first - 1)
        if hit.entry.kind == "stance":  # "we do not warrant that" takes no stance
            found.level, found.performative = None, False
    negate_before(view, found)
    if section not in {"performatives", "stances", "requests"}:
        follow(view, found)
        found.negated ^= found.complement_negated
    return found


def _modal(view: View, hit: Hit, at: tuple[int, int] | None = None) -> Predicate:
    """Read the predicate of a modal; ``at`` is where it goes on, in an item of the list that depends on it."""
    found, section = _start(view, hit), hit.entry.section
    if at is not None:
        found.first, found.last = at
        if view.is_in(hit.last, "negators"):
            found.negate(hit.last)
    found.waives = section == "waivers"
    negate_within(view, found, hit)
    negate_before(view, found)
    follow(view, found)
    found.last = max(found.last, hit.last)
    negate_by_subject(view, found)
    if found.level is not None:
        _settle(view, found, section)
    return found


def _settle(view: View, found: Predicate, section: str) -> None:
    """Decide what the links together are: a prohibition, a permission or right, an obligation."""
    if section == "prohibitions":
        found.negated = not found.negated
    elif found.waives and found.negated:
        found.level, found.negated = DISCRETION, False
    elif found.permits and (found.negated or is_exclusive(view, found)):
        found.level, found.negated = BIND, True
    else:
        found.negated ^= found.complement_negated
    if found.negated:
        found.deontic = "prohibition"
    elif found.permits or (found.level == DISCRETION and found.waives):
        found.deontic = "right" if section == "rights" else "permission"
    else:
        found.deontic = "obligation"
