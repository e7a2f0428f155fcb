"""Who concludes an agreement: named in its title ("between X and Y") or at its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from clausetrack.clauseset.vocabulary import known_code
from clausetrack.draft.ids import slug
from clausetrack.model.clauseset import Actor

_MOST: Final = 40
"""Parties that are named one by one; agreements of more call them States Parties."""

_FIRST_LINES: Final = 6
"""Lines of the beginning that name parties: before the recitals, one a line or all on one."""

_LONGEST_NAME: Final = 8
"""Words of the longest name of a party that has no code; more are a sentence."""

_LONGEST_CODE: Final = 3
"""Characters of the codes that are also names of countries ("AND" is Andorra); only "EU" and its like are used so."""

_GAZETTEERS: Final = frozenset(("de", "es", "fr"))
"""Languages of which the names of countries are in a table of their own; in English they are the vocabulary's."""

ABOUT: Final = re.compile(
    r"[\s,](?:on|concerning|relating to|regarding|for|sur|relati(?:f|ve)s? (?:à|au|aux)|concernant|über|betreffend|zur|"
    r"sobre|"
    r"relativo a|para|inzake|betreffende)\s",
    re.IGNORECASE,
)
"""How titles come to their subject."""

_BETWEEN: Final = re.compile(r"\b(?:between|entre|zwischen|tussen)\s*:?\s+", re.IGNORECASE)
_PARTED: Final = re.compile(
    r"\s*[,;]\s*(?:(?:of the (?:one|other) part|on the (?:one|other) hand)\s*,?\s*)?(?:(?:and|et|y|und|en)\s+)?"
    r"|\s+(?:and|et|y|und|en)\s+",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"(?:the|le|la|les|el|los|las|der|die|das|dem|den|de|het)\s+|l['’]", re.IGNORECASE)
_LEADING: Final = re.compile(
    r"(?:governments?|gouvernements?|gobiernos?|regierung(?:en)?|regering(?:en)?|republic|république|república|republik|"
    r"republiek|kingdom|royaume|reino|königreichs?|koninkrijk|federal|of|du|des|der|del|van|de)\s+",
    re.IGNORECASE,
)
_TERM: Final = re.compile(
    r"\s*[(（][^()（）]{0,120}?[“\"«„'‘]\s?(?:(?:the|la|le|el|die|der|das|de)\s)?(?P<term>[^“”\"«»„'‘’]{1,60}?)\s?[”\"»“'’]"
    r"[^()（）]{0,60}[)）]"
)
_COLLECTIVE: Final = re.compile(
    r"\w* ?(?:parties|partes|vertragsparteien|partijen|sides|participants|states)", re.IGNORECASE
)


class Signatories(NamedTuple):
    """The parties as codes or ids, the actors to declare for them, and ids by what the text calls them."""

    parties: tuple[str, ...] = ()
    actors: tuple[Actor, ...] = ()
    names: dict[str, str] = {}  # noqa: RUF012 - empty, and nobody writes to it


class _Named(NamedTuple):
    printed: str
    term: str | None
    sure: bool
    """Whether the words around it show a name: a title's "between", or a term of its own."""


def signatories(title: str, beginning: str, language: str | None) -> Signatories:
    """Give who concludes an agreement, from its title and the text that it begins with; nobody where it is not told."""
    parties: dict[str, _Named] = {}
    actors: dict[str, Actor] = {}
    names: dict[str, str] = {}
    for named in islice((*_in_title(title), *_at_beginning(beginning)), 2 * _MOST):
        code = _code(named.printed, language)
        id_ = names.get(named.printed) or code or (slug(named.term or named.printed, 3) if named.sure else None)
        if not id_:
            continue
        parties.setdefault(id_, named)
        if code is None and (id_ not in actors or actors[id_].name.isupper()):
            # a title in capitals does not show how a name is written
            actors[id_] = Actor(id_, named.printed)
        names |= {name: id_ for name in (named.printed, named.term) if name}
    if len(parties) < 2:  # noqa: PLR2004 - an agreement has two sides, or its text did not name them
        return Signatories()
    kept = tuple(islice(parties, _MOST))
    return Signatories(kept, tuple(actor for id_, actor in actors.items() if id_ in kept), names)


def _in_title(title: str) -> Iterator[_Named]:
    match = _BETWEEN.search(title)
    if match:
        said = ABOUT.split(title[match.end() :], maxsplit=1)[0]
        for each in _listed(said):
            if each.printed[0].isupper() and len(each.printed.split()) <= _LONGEST_NAME:
                yield each._replace(sure=True)


def _at_beginning(text: str) -> Iterator[_Named]:
    for line in text.split("\n")[:_FIRST_LINES]:
        match = _BETWEEN.search(line)
        yield from _listed(line[match.end() :] if match else line)


def _listed(line: str) -> Iterator[_Named]:
    """Yield the names in a list, each with the term that stands in brackets behind it."""
    masked = _TERM.sub(lambda found: "\x00" * len(found[0]), line)
    at = 0
    for part in (*_PARTED.finditer(masked), None):
        end = part.start() if part else len(line)
        piece = line[at:end]
        found = _TERM.search(piece)
        words = (piece[: found.start()] if found else piece).strip(" ,.;:")
        article = _ARTICLE.match(words)
        printed = words[article.end() :] if article else words
        term = found["term"] if found and not _COLLECTIVE.fullmatch(found["term"]) else None
        if printed and len(printed.split()) <= 2 * _LONGEST_NAME:
            yield _Named(printed, term, sure=term is not None and printed[0].isupper())
        at = part.end() if part else end


def _code(printed: str, language: str | None) -> str | None:
    """Give the code of a country or body by its name, with its form of government or without."""
    name = printed
    while name:
        short = len(name) <= _LONGEST_CODE
        if (not short or (name.isupper() and name != "AND")) and (code := known_code(name)):
            return code
        match = _ARTICLE.match(name) or _LEADING.match(name)
        if match is None:
            break
        name = name[match.end() :]
    tongue = (language or "").partition("-")[0]
    if tongue not in _GAZETTEERS:
        return None
    from clausetrack.draft.news.places import gazetteer  # noqa: PLC0415 - heavy, and few agreements need it

    found = gazetteer(tongue).ids(printed)
    return found[0] if len(found) == 1 else None
