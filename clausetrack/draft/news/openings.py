"""What a sentence begins with before its subject: "Under the deal, ", "Last year ", "Notably, "."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from clausetrack.draft.news.grammar import HELD, grammar
from clausetrack.draft.news.subjects import Scene

LONGEST: Final = 110
"""Characters of the longest phrase in front of a subject."""

_IN_YEAR: Final = re.compile(
    r"(?:in|since|back in|en|im jahr|seit|depuis|desde)\s(?:\w+\s)?(?:19|20)\d\d\b", re.IGNORECASE
)


class Opening(NamedTuple):
    """Where the subject begins, whether it stands ``under`` an agreement, and whether it is of the ``past``."""

    end: int
    under: bool
    past: bool


def opened(text: str, scene: Scene) -> Opening:
    """Read the phrases in front of the subject."""
    known = scene.known
    place, under, past = 0, False, False
    while (end := _phrase(text, place, scene)) is not None:
        phrase = text[place:end]
        under = under or (known.pattern("under").match(phrase) is not None and _names_agreement(phrase, scene))
        past = past or known.pattern("past").search(phrase) is not None or _IN_YEAR.match(phrase) is not None
        place = end
    return Opening(place, under, past)


def _names_agreement(phrase: str, scene: Scene) -> bool:
    known = scene.known
    begins = re.compile(rf"(?<![\w])(?:{known.source('counted')}|{known.source('parts')})\s", re.IGNORECASE)
    return any(scene.is_agreement(phrase[match.start() :].strip(" ,")) for match in begins.finditer(phrase))


def _phrase(text: str, place: int, scene: Scene) -> int | None:
    """Give where a phrase in front of the subject ends, None where there is none: at its comma, or with its noun."""
    known = scene.known
    if not known.pattern("openers").match(text, place):
        return None
    comma = text.find(", ", place, place + LONGEST)
    if comma < 0:
        agreement = rf"{known.source('counted')}\s(?:[\w-]+\s){{0,3}}?{known.source('agreement')}"
        tight = re.compile(rf"(?:{known.source('under')}\s{agreement}|{known.source('past')})\s", re.IGNORECASE)
        match = tight.match(text, place)
        return match.end() if match else None
    cue = grammar(known.language).cue.search(text[place:comma])
    return None if cue and cue.lastgroup in HELD else comma + 2
