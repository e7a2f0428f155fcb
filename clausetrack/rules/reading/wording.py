"""The words of a passage by what they say: content words as keys that survive inflection, small words left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from clausetrack.language.scripts import HIRAGANA
from clausetrack.language.spelling import folded_spelling
from clausetrack.language.tokens import words
from clausetrack.rules.reading.grammar import Grammar

_KEY: Final = 7
"""Letters of a word that tell what it says; endings beyond them are inflection ("consulting", "consultation")."""

_only_hiragana: Final = re.compile(f"[{HIRAGANA}]+").fullmatch
_ADDRESS: Final = re.compile(r"(?:https?://)?(?:www\.)?([\w.-]+\.[a-z]{2,}(?:/[^\s]*?)?)/?(?=[\s,;)]|\.?(?:\s|\Z))")


def content(text: str, grammar: Grammar) -> list[str]:
    """Give the keys of the content words in reading order, folded in case, spelling and ending."""
    return [key for key in (_key(word) for word in words(text)) if key and not grammar.is_small(key)]


def plain(text: str) -> list[str]:
    """Give all words and numbers folded in case and spelling, without punctuation: what is left where only typography differs."""
    return [folded_spelling(word.casefold().replace("’", "'")) for word in words(_ADDRESS.sub(r"\1", text))]


@lru_cache(maxsize=16384)
def _key(word: str) -> str:
    folded = folded_spelling(word.casefold()).replace("-", "").replace("’", "'")
    folded = folded.removesuffix("'s").removesuffix("'")
    if _only_hiragana(folded):
        return ""
    if folded.isascii() and folded.isalpha() and len(folded) > 4 and folded.endswith("s"):  # noqa: PLR2004 - "this", "its"
        folded = folded.removesuffix("s")
    return folded[:_KEY]


def less(one: Iterable[str], other: Iterable[str]) -> list[str]:
    """Give the keys of one list that the other has not as often, in order."""
    left = Counter(other)
    kept = []
    for key in one:
        if left[key]:
            left[key] -= 1
        else:
            kept.append(key)
    return kept


def likeness(old: str, new: str, grammar: Grammar) -> float:
    """Give the Dice coefficient of the content words of two sentences, 0 to 1."""
    before, after = content(old, grammar), content(new, grammar)
    if not before or not after:
        return 0.0
    return 2 * (len(before) - len(less(before, after))) / (len(before) + len(after))
