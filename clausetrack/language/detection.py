"""In which language a text is written, where nobody says so."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import Final

_COMMON: Final = {
    "en": "the of and to in shall is by that for you your we or this",
    "fr": "le la les des et du une dans pour par est aux qui sur au",
    "de": "der die das und den des von mit im zu ist auf für dem nicht",
    "es": "el los las y del en por con para una se al que sus su",
    "nl": "het een van en de in dat voor met zijn door te op deze aan",
}
"""Fifteen of the commonest words of each language, in agreements."""

_SAMPLE: Final = 600
"""Words looked at: running text has a hundred of these fifteen among them."""

_FEW: Final = 50
"""Words in which kana must appear in Japanese, or Han characters in Chinese, which are not parted by spaces."""

_CLEAR: Final = 0.12
_LEAD: Final = 1.5
"""A language is told where an eighth of all words are its common ones (running text has a fifth to a third), half as
many again as those of the next: languages share some ("de" and "en" of Dutch are French words too), but not most."""


def guess(texts: Iterable[str]) -> str | None:
    """Give the language of texts (en, fr, de, es, nl, ja, zh) by their commonest words, None where it is not clear."""
    sample = list(islice((word for text in texts for word in text[:4000].lower().split()), _SAMPLE))
    if script := _script(sample[:_FEW]):
        return script
    ranked = sorted(((sum(word in common for word in sample), name) for name, common in _sets().items()), reverse=True)
    (most, best), (second, _) = ranked[:2]
    return best if most >= _CLEAR * max(1, len(sample)) and most >= _LEAD * second else None


def _script(sample: Iterable[str]) -> str | None:
    """Give the language that the characters tell: kana are Japanese, mostly Han without any is Chinese."""
    characters = "".join(sample)
    if any("\u3040" <= character <= "\u30ff" for character in characters):
        return "ja"
    han = sum("\u4e00" <= character <= "\u9fff" for character in characters)
    return "zh" if 2 * han > len(characters) else None


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in _COMMON.items()}
