"""The forms of a language's verbs, and the patterns that find predicates by them; made once a language."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from clausetrack.draft.news.words import Words, bounded, list_verbs, words

_SIBILANT: Final = re.compile(r"(?:s|x|z|ch|sh|o)$")
_CONSONANT_Y: Final = re.compile(r"[^aeiou]y$")


class Grammar:
    """What a predicate begins with, and where the next verb of a row begins, in one language."""

    def __init__(self, known: Words) -> None:
        self.known = known
        base = [verb for verb in known.words("verbs") if verb]
        forms = _irregular(known)
        self.third = _forms(base, lambda verb: third_person(verb))
        self.gerunds = _forms(base, lambda verb: gerund(verb, forms))
        self.past = "|".join(dict.fromkeys(past for verb in base for past in forms.get(verb, (regular_past(verb),))))
        self.base = "|".join(sorted(base, key=len, reverse=True)) or "(?!)"
        self.cue = bounded(
            rf"(?P<pledge>{known.source('pledges')})|(?P<purpose>{known.source('purposes')})"
            rf"|(?P<list>{list_verbs(known)})|(?P<control>{known.source('controls')})"
            rf"|(?P<modal>{known.source('modals')})|(?P<future>{known.source('future')})"
            rf"|(?P<act>{known.source('acts_verbs')}{'|' + self.third if base else ''})"
        )
        self.finite = bounded(rf"{known.source('finite')}|{known.source('modals')}|{known.source('pledges')}|{known.source('future')}|{self.third if base else '(?!)'}|{list_verbs(known)}|{known.source('says')}")
        self.gerund = bounded(f"{known.source('agreeing')}|{self.gerunds}" if base else "(?!)")
        self.rows = {
            "base": _row(known, self.base),
            "third": _row(known, f"{self.third}|{list_verbs(known)}|{known.source('controls')}|{known.source('background_verbs')}"),
            "gerund": _row(known, self.gerunds),
        }
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


def gerund(verb: str, forms: dict[str, tuple[str, ...]]) -> str:
    """Give "banning" for "ban", "making" for "make": a doubled consonant shows in the past form that is given."""
    past = forms.get(verb, ("",))[0]
    if past.startswith(verb + verb[-1]) or verb in {"begin", "cut", "let", "put", "set", "swap"}:
        return verb + verb[-1] + "ing"
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"


def regular_past(verb: str) -> str:
    """Give "pledged" for "pledge", "supplied" for "supply"."""
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if _CONSONANT_Y.search(verb) else verb + "ed"


def _irregular(known: Words) -> dict[str, tuple[str, ...]]:
    return {base: tuple(past) for base, *past in (entry.split("=") for entry in known.words("irregular"))}


def _forms(base: list[str], made: object) -> str:
    assert callable(made)
    return "|".join(sorted((str(made(verb)) for verb in base), key=len, reverse=True)) or "(?!)"


def _row(known: Words, verbs: str) -> re.Pattern[str]:
    """Find where the next verb of a row begins: ", promote", "and to share"; group ``verb`` is the verb."""
    adverbs = known.source("adverbs")
    return re.compile(
        rf"(?:,\s(?:and\s|or\s|but\s|as well as\s)?|;\s(?:and\s|or\s)?|\s(?:and|or|as well as)\s)(?P<lead>(?:{adverbs}\s)*(?:to\s(?:{adverbs}\s)*)?)(?P<verb>{verbs})(?![\w-])",
        re.IGNORECASE,
    )
