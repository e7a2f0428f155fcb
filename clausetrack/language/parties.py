"""Who is spoken of: phrases that name parties and other actors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from clausetrack.language.actors import EAST_ASIAN, EAST_ASIAN_QUANTIFIERS, TABLES

# Agreements whose terms are remembered; a comparison has two.
_REMEMBERED: Final = 16


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor named in a text, from ``start`` to ``end`` (characters, the end exclusive), quantifier included.

    ``name`` is canonical: the same in all languages for actors that are known ("contracting party"), the term itself
    for one of the caller's. ``quantifier`` is each, all, no, any or other, empty where none is said.
    """

    start: int
    end: int
    name: str
    quantifier: str = ""


def parties(text: str, language: str | None = "en", terms: Iterable[str] = ()) -> tuple[Mention, ...]:
    """Give the mentions of actors in reading order; none overlaps another.

    ``language`` is a language tag, of which the first part counts; with None, and in a language that is not known, only
    ``terms`` are found: names that the agreement itself defines. Linear in the length of the text.
    """
    primary = (language or "").partition("-")[0].lower()
    known = tuple(sorted(set(terms), key=lambda term: (-len(term), term)))
    if primary in {"ja", "zh"}:
        return _han(text, known)
    pattern = _pattern(primary, known)
    return tuple(_mention(match, primary) for match in pattern.finditer(text))


def _mention(match: re.Match[str], language: str) -> Mention:
    name = match["term"] or _names(language)[_squeezed(match["name"])]
    if match["adjective"]:
        name = f"{_squeezed(match['adjective'])} {name}"
    quantifier = _quantifiers(language)[_squeezed(match["quantifier"])] if match["quantifier"] else ""
    return Mention(*match.span(), name, quantifier)


def _squeezed(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower())


@cache
def _names(language: str) -> dict[str, str]:
    table = TABLES[language]
    return {
        form.lower(): name for forms, name in (*table.titles.items(), *table.nouns.items()) for form in forms.split("|")
    }


@cache
def _quantifiers(language: str) -> dict[str, str]:
    return {form: value for forms, value in TABLES[language].quantifiers.items() for form in forms.split("|")}


def _any(words: Iterable[str]) -> str:
    """Give alternatives, the longest first, white space as it comes; they match nothing where there are none."""
    known = [re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True) if word]
    return "|".join(known) or "(?!)"


@lru_cache(maxsize=_REMEMBERED)
def _pattern(language: str, terms: tuple[str, ...]) -> re.Pattern[str]:
    """Compile a mention: a quantifier or article if there is one, adjectives, and the noun that names the actor."""
    quantifiers, adjectives, names = "(?!)", "(?!)", "(?!)"
    if language in TABLES:
        table = TABLES[language]
        quantifiers, adjectives = _any(_quantifiers(language)), _any(table.adjectives.split("|"))
        nouns = {form: f"(?i:{_any([form])})" for forms in table.nouns for form in forms.split("|")}
        titles = {form: _any([form]) for forms in table.titles for form in forms.split("|")}
        names = "|".join((nouns | titles)[form] for form in sorted(nouns | titles, key=len, reverse=True))
    return re.compile(
        rf"(?<![^\W_])(?:(?P<quantifier>(?i:{quantifiers}))\s(?:of\s)?(?:the\s)?)?"
        rf"(?:(?P<adjective>(?i:{adjectives}))\s)?(?:(?P<term>{_any(terms)})|(?P<name>{names}))(?![^\W_])"
    )


def _han(text: str, terms: tuple[str, ...]) -> tuple[Mention, ...]:
    return tuple(
        Mention(
            *match.span(),
            match["term"] or EAST_ASIAN[match["noun"]],
            EAST_ASIAN_QUANTIFIERS[match["quantifier"]] if match["quantifier"] else "",
        )
        for match in _han_pattern(terms).finditer(text)
    )


@lru_cache(maxsize=_REMEMBERED)
def _han_pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<quantifier>{_any(EAST_ASIAN_QUANTIFIERS)})?(?:(?P<term>{_any(terms)})|(?P<noun>{_any(EAST_ASIAN)}))"
    )
