"""The words that clause files share: codes of countries and bodies, and domains.

All of it is data, in the folder beside this module, one JSON file a kind, read when first asked for:

- ``countries.json``: every code of ISO 3166-1 alpha-2 with its short English name in common use and its alpha-3 code;
  and XK, which ISO 3166 leaves to its users and the European Union uses for Kosovo.
- ``bodies.json``: bodies that conclude agreements or are spoken of in them. AU is Australia; the African Union is AFU.
- ``meant.json``: other codes and names by which people call them, folded as in `_folded`.
- ``domains.json``: what a clause can be about, with EuroVoc concepts (ids as of 2021) where there are any.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

_FOLDER: Final = Path(__file__).parent / "vocabulary"

_SIMILAR: Final = 0.8
"""How alike a misspelt word must be (difflib's ratio): one letter in five. Lower, persons become countries."""

_SHORTEST: Final = 5
"""Characters of the shortest word that may be similar to another; nearly all shorter ones are similar to some."""

_NOT_WORD: Final = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """One thing that a clause can be about.

    ``eurovoc`` are ids of the EuroVoc concepts that mean it; ``nearest`` those that only come near, where none do.
    ``words`` are other words that suggest the domain, in the form of ids.
    """

    id: str
    label: str
    description: str
    eurovoc: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def is_code(word: str) -> bool:
    """Say whether a word is the code of a country or a body, in upper case as codes are."""
    return word in _names()


def code_name(code: str) -> str | None:
    """Give the short English name of a country or body, or None where the code is not known."""
    return _names().get(code)


def known_code(word: str) -> str | None:
    """Give the code of a country or body by its code or one of its names, spelt right; None for any other word."""
    return _meant().get(_folded(word))


def meant_code(word: str) -> str | None:
    """Give the code that a wrong code, a name or a misspelt name was most likely meant for, or None."""
    folded = _folded(word)
    known = _meant()
    if folded in known:
        return known[folded]
    guess = _similar(folded, known)
    return known[guess] if guess else None


def spoken_names() -> dict[str, tuple[str, ...]]:
    """Give the English names by which countries and bodies are spoken of, in small letters, by their codes.

    Abbreviations are not among them, since in small letters they are words ("us").
    """
    spoken = {code: [name.lower()] for code, name in _names().items()}
    for code, words in _data("meant").items():
        spoken[code] += [word for word in words if len(word) >= _SHORTEST and "(" not in word]
    return {code: tuple(dict.fromkeys(names)) for code, names in spoken.items()}


@cache
def domains() -> dict[str, Domain]:
    """Give the domain vocabulary by id, in its own order: security first, then what other agreements are about."""
    return {
        id: Domain(
            id=id,
            label=entry["label"],
            description=entry["description"],
            eurovoc=tuple(entry.get("eurovoc", ())),
            nearest=tuple(entry.get("nearest", ())),
            words=tuple(entry.get("words", ())),
        )
        for id, entry in _data("domains").items()
    }


def nearest_domain(word: str, own: Iterable[str] = ()) -> str | None:
    """Give the domain that a word most likely means, or None where nothing is near.

    ``own`` are a project's own domains, which win over those of the vocabulary. A word that suggests a domain counts as
    its id; failing that, one that is spelt much the same; failing that, the first part of the word that is one itself.
    """
    known = _domain_words() | {_slug(mine): mine for mine in own}
    slug = _slug(word)
    parts = (part for part in slug.split("-") if part in known)
    found = slug if slug in known else _similar(slug, known) or next(parts, None)
    return known[found] if found else None


@cache
def _names() -> dict[str, str]:
    countries = {code: entry["name"] for code, entry in _data("countries").items()}
    return countries | _data("bodies")


@cache
def _meant() -> dict[str, str]:
    """Give the code for every folded code, name and other name; bodies win over alpha-3 codes, codes over names."""
    meant = {entry["alpha_3"].casefold(): code for code, entry in _data("countries").items()}
    meant |= {word: code for code, words in _data("meant").items() for word in words}
    meant |= {_folded(name): code for code, name in _names().items()}
    return meant | {code.casefold(): code for code in _names()}


@cache
def _domain_words() -> dict[str, str]:
    words = {_slug(domain.label): domain.id for domain in domains().values()}
    words |= {word: domain.id for domain in domains().values() for word in domain.words}
    return words | {id: id for id in domains()}


@cache
def _data(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def _folded(name: str) -> str:
    """Fold what spellings differ in: case, accents, full stops, apostrophes, spacing, an article before it."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    words = plain.casefold().replace("\u2019", "'").replace(".", "").replace("&", "and").split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _slug(words: str) -> str:
    return _NOT_WORD.sub("-", _folded(words).replace("_", "-")).strip("-")


def _similar(word: str, known: Iterable[str]) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415 - only a fault pays for the import

    long_enough = [entry for entry in known if len(entry) >= _SHORTEST]
    return next(iter(get_close_matches(word, long_enough, n=1, cutoff=_SIMILAR)), None)
