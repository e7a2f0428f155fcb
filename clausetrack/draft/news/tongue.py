"""In which language an article is written: by what its page says, by its common words, else by those of news."""

from __future__ import annotations

from itertools import islice
from typing import Final

from clausetrack.draft.news.words import LANGUAGES
from clausetrack.language.detection import guess
from clausetrack.model.document import Document

_SMALL: Final = {
    "en": "the of and to is was with that for will said by on from which are has an at its",
    "fr": "le les des et du une est dans pour que qui par sur avec au aux ont ses cette",
    "de": "der die das und den dem ist nicht mit von für auf eine wird zu im sich beide hat",
    "es": "el los las y del una es que por para con al se su sus este fue han dos",
}
"""Words that news of a language has and that of the others has not. Those of agreements ("shall") are few in it."""

_ENOUGH: Final = 2000
"""Words that are looked at: more change nothing."""

_SHARE: Final = 0.1
"""Share of all words, half of what news has of its language; of another language a twentieth is there by chance."""


def tongue(document: Document) -> str | None:
    """Give the language of an article, one of those that are read, or None."""
    said = document.metadata.get("language", "").partition("-")[0].lower()
    found = said or guess(block.text for block in document.blocks) or _by_news(document)
    return found if found in LANGUAGES else None


def _by_news(document: Document) -> str | None:
    words = list(islice((word.lower() for block in document.blocks for word in block.text.split()), _ENOUGH))
    shares = {name: sum(word in small.split() for word in words) for name, small in _SMALL.items()}
    best = max(shares, key=lambda name: shares[name])
    return best if words and shares[best] >= _SHARE * len(words) else None
