"""What a reported agreement is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clausetrack.clauseset.vocabulary import code_name
from clausetrack.draft.news.founders import LEAD, Party
from clausetrack.draft.news.furniture import Layout
from clausetrack.draft.news.places import Gazetteer
from clausetrack.draft.news.story import Sentence
from clausetrack.draft.news.words import Words

_MOST: Final = 3
"""Parties that a made-up title names; more make no name."""

_CAPITAL: Final = r"[A-ZÀ-Þ][\w’']*(?:[–-][A-ZÀ-Þ][\w’']*)?\s(?:(?:on|of|for|and|sur|de|über)\s)?"


def title(
    layout: Layout, paragraphs: Sequence[Sequence[Sentence]], found: Sequence[Party], known: Words, places: Gazetteer
) -> str:
    """Give the agreement's name: the proper one that the article gives it, else its parties and what it calls it."""
    told = [sentence.told for paragraph in paragraphs for sentence in paragraph]
    ids = {party.id for party in found}
    proper = (name for text in told for name in _proper(text, known) if ids.issuperset(places.ids(name)))
    called = _called([sentence.told for paragraph in paragraphs[:LEAD] for sentence in paragraph], known)
    names = "–".join(code_name(party.id) or party.name for party in found[:_MOST])
    made = f"{names} {called}" if names and called else None
    return next(proper, None) or made or layout.title or called or names or known.words("said_agreement")[0]


def _proper(told: str, known: Words) -> Iterator[str]:
    """Yield what has the form of a proper name: capitals, the last of them a word for agreements."""
    nouns = "|".join(word[:1].upper() + word[1:] for word in known.words("agreement") if word.isalpha())
    for match in re.finditer(rf"(?<=\s)(?:{_CAPITAL}){{2,8}}(?:{nouns})(?![\w])", told):
        yield match[0]


def _called(lead: Sequence[str], known: Words) -> str | None:
    """Give what the lead calls the agreement, without praise: "security partnership", "trade agreement"."""
    name = re.compile(
        rf"(?<![\w]){known.source('a')}\s((?:[\w-]+\s){{0,4}}?{known.source('agreement')})(?![\w])", re.IGNORECASE
    )
    match = next(filter(None, map(name.search, lead)), None)
    praise = rf"^(?:{known.source('praise')}[\s,]+)+"
    return re.sub(praise, "", match[1], flags=re.IGNORECASE) if match else None
