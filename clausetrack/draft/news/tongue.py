"""In which language an article is written: by what its page says, else by its small words."""

from __future__ import annotations

from collections import Counter
from typing import Final

from clausetrack.draft.news.words import LANGUAGES
from clausetrack.model.document import Document

# Words that every text of a language has and none of the others; a dozen are enough for a paragraph.
_SMALL: Final = {
    "en": "the of and to is was that with for will said by from which are has",
    "fr": "le les des et du une est dans pour que qui par sur avec au aux",
    "de": "der die das und den dem ist nicht mit von für auf ein eine wird zu",
    "es": "el los las y del una es en que por para con al se su un",
}
_SETS: Final = {language: frozenset(words.split()) for language, words in _SMALL.items()}
# Words that are looked at: more change nothing.
_ENOUGH: Final = 2000
# A language is told where this share of the words is its small ones; in others a twentieth is, by chance.
_SHARE: Final = 0.12


def language(document: Document) -> str | None:
    """Give the language of an article, one of those that are read, or None."""
    said = document.metadata.get("language", "").partition("-")[0].lower()
    if said:
        return said if said in LANGUAGES else None
    words = [word.lower() for block in document.blocks for word in block.text.split()][:_ENOUGH]
    counts = Counter({tongue: sum(word in known for word in words) for tongue, known in _SETS.items()})
    if not words or not counts:
        return None
    best, times = counts.most_common(1)[0]
    return best if times >= _SHARE * len(words) else None
