"""What is no provision: history, the doings of other countries, what an agreement is hoped to bring."""

from __future__ import annotations

import re
from typing import Final

from clausetrack.draft.news.predicates import Predicate
from clausetrack.draft.news.subjects import Scene
from clausetrack.draft.news.words import Words

_PAST: Final = re.compile(r"(?:ed|took|ought|ught|t)\b")
_PASSIVE: Final = re.compile(r"be \w+(?:ed|en)\b")
_WITH: Final = re.compile(r"\s(?:with|mit|avec|con)\s([^,]+)")


def is_background(predicate: Predicate, told: str, scene: Scene, *, near: bool, spoken: bool) -> bool:
    """Say whether a predicate is none of the agreement: a stranger's, one of the past, one with somebody else.

    ``near`` says that the sentence before was of the agreement, ``spoken`` that somebody says so: then what has no
    party as its subject is an opinion.
    """
    who = predicate.who
    if who.kind in {"stranger", "none"} or _is_past(predicate, told, scene):
        return True
    if who.kind == "other":
        opinion = spoken and not scene.known.pattern("bodies").search(predicate.subject)
        return opinion or not _is_about(predicate, told, scene, near=near)
    beside = _WITH.search(predicate.rest) if who.kind in {"party", "person"} else None
    others = set(scene.places.ids(beside[1])) if beside else set()
    return bool(others) and others.isdisjoint(scene.parties)


def _is_past(predicate: Predicate, told: str, scene: Scene) -> bool:
    """Say whether something is told of earlier times: "last year the two agreed to"."""
    if predicate.under or predicate.kind not in {"pledge", "act", "list", "control"}:
        return False
    if not predicate.past and scene.known.pattern("past").search(told) is None:
        return False
    return scene.known.language != "en" or _PAST.search(predicate.cue) is not None


def _is_about(predicate: Predicate, told: str, scene: Scene, *, near: bool) -> bool:
    """Say whether what has no party as its subject is of the agreement all the same: "Tariffs will fall"."""
    known, subject = scene.known, predicate.subject
    if known.pattern("scenery").search(subject) or set(scene.places.ids(subject)) - set(scene.parties):
        return False
    named = known.pattern("agreement").search(told) or known.pattern("bodies").search(subject)
    return predicate.under or near or named is not None


def is_effect(predicate: Predicate, phrase: str, known: Words) -> bool:
    """Say whether an agreement is only said to work well or badly: to boost, to cost, to mean something."""
    if predicate.who.kind != "agreement" or predicate.kind not in {"modal", "future"}:
        return False
    if _PASSIVE.match(phrase):
        return False
    verb = phrase.partition(" ")[0] if predicate.kind == "modal" else predicate.cue
    return known.pattern("effects").fullmatch(verb) is not None
