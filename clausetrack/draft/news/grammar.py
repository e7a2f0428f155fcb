"""The forms of a language's verbs, and the patterns that find predicates by them; made once a language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from clausetrack.draft.news.words import Words, bounded, list_verbs, words

HELD: Final = frozenset({"modal", "pledge", "future"})
"""Cues behind which somebody is held: "will", "agreed to", a verb in the future."""

_SIBILANT: Final = re.compile(r"(?:s|x|z|ch|sh|o)$")
_CONSONANT_Y: Final = re.compile(r"[^aeiou]y$")


class Grammar:
    """What a predicate begins with, and where the next verb of a row begins, in one language."""

    def __init__(self, known: Words) -> None:
        self.known = known
        verbs, doubling = known.words("verbs"), frozenset(known.words("doubling"))
        self.base = _any(verbs)
        self.third = _any(third_person(verb) for verb in verbs)
        self.gerunds = _any(gerund(verb, doubles=verb in doubling) for verb in verbs)
        self.cue = bounded(
            rf"(?P<pledge>{known.source('pledges')})|(?P<purpose>{known.source('purposes')})"
            rf"|(?P<list>{list_verbs(known)})|(?P<control>{known.source('controls')})"
            rf"|(?P<modal>{known.source('modals')})|(?P<future>{known.source('future')})"
            rf"|(?P<act>{known.source('acts_verbs')}|{self.third})"
        )
        held = [known.source(name) for name in ("finite", "modals", "pledges", "future", "says")]
        self.finite = bounded("|".join((*held, self.third, list_verbs(known))))
        self.gerund = bounded(f"{known.source('agreeing')}|{self.gerunds}")
        third = "|".join((list_verbs(known), self.third, known.source("controls"), known.source("background_verbs")))
        self.rows = {
            "base": _row(known, self.base),
            "third": _row(known, third),
            "gerund": _row(known, self.gerunds),
        }
        self.nounlike = frozenset(known.words("nounlike"))
        self.split = re.compile(known.source("coordination"), re.IGNORECASE)


@cache
def grammar(language: str) -> Grammar:
    """Give the grammar of a language of :data:`clausetrack.draft.news.words.LANGUAGES`."""
    return Grammar(words(language))


def third_person(verb: str) -> str:
    """Give "establishes" for "establish", "supplies" for "supply"."""
    if _CONSONANT_Y.search(verb):
        return verb[:-1] + "ies"
    return verb + ("es" if _SIBILANT.search(verb) else "s")


def gerund(verb: str, *, doubles: bool) -> str:
    """Give "making" for "make", and "banning" for "ban", whose last consonant doubles."""
    if doubles:
        return verb + verb[-1] + "ing"
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"


def _any(forms: Iterable[str]) -> str:
    return "|".join(sorted(forms, key=len, reverse=True)) or "(?!)"


def _row(known: Words, verbs: str) -> re.Pattern[str]:
    """Find where the next verb of a row begins: ", promote", "and to share"; group ``verb`` is the verb."""
    adverbs = known.source("adverbs")
    joined = r"(?:,\s(?:and\s|or\s|but\s|as well as\s)?|;\s(?:and\s|or\s)?|\s(?:and|or|as well as)\s)"
    lead = rf"(?P<lead>(?:{adverbs}\s)*(?:to\s(?:{adverbs}\s)*)?)"
    return re.compile(rf"{joined}{lead}(?P<verb>{verbs})(?![\w-])", re.IGNORECASE)
