"""What a dialogue is to speak about."""

from __future__ import annotations

import re
from typing import Final

from clausetrack.draft.phrases import Words, phrases
from clausetrack.draft.signs import Signs

MOST: Final = 5
"""Topics of one dialogue at most; a longer list is better read in the text."""

_LONGEST: Final = 60
"""Characters of the longest topic; more is a sentence."""

_CLOSE: Final = 30
"""Characters between what meets and "on": further off, it belongs to another word."""

_END: Final = re.compile(
    r"[.;:()\n。]|,?\s(?:which|that|to|at|in order|with a view|every|each|held|will|shall|and (?:to|will|shall))\b"
)
_LIST: Final = re.compile(r",?\s(?:and|as well as|et|und|y|e|en)\s|,\s|、|及び")
_ARTICLE: Final = re.compile(r"(?:the|a|an|la|le|les|der|die|das|el|los|las|de|het)\s", re.IGNORECASE)


def topics(signs: Signs) -> tuple[str, ...]:
    """Give the topics of a dialogue in the words of the text: what stands behind "dialogue on", cut at its commas."""
    language = signs.context.language
    met = signs.find("talks")
    for each in signs.find("topics"):
        if any(0 <= each.start - talk.end <= _CLOSE for talk in met):
            return _cut(signs.text, each.end, language)
    return ()


def _cut(text: str, start: int, language: str | None) -> tuple[str, ...]:
    end = _END.search(text, start)
    stretch = text[start : end.start() if end else len(text)].strip()
    parts = [_ARTICLE.sub("", part.strip(), count=1) for part in _LIST.split(stretch)]
    if phrases(language, "rhythms").first(Words(stretch)) or any(len(part) > _LONGEST for part in parts):
        return ()
    return tuple(dict.fromkeys(filter(None, parts)))[:MOST]
