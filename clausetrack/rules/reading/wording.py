"""The words of a passage by what they say: content words as keys that survive inflection, small words left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from clausetrack.language.scripts import HIRAGANA, UNSPACED
from clausetrack.language.spelling import folded_spelling
from clausetrack.language.tokens import words
from clausetrack.rules.reading.grammar import Grammar
from clausetrack.rules.reading.grammar import grammar as grammar_of

_KEY: Final = 7
"""Letters of a word that tell what it says; endings beyond them are inflection ("consulting", "consultation").
Of the spellings of English, "organise" and "organize" and "labour" and "labor" are one; the rest is rare."""

_letter: Final = re.compile(r"[^\W\d_]").search
_WORD: Final = re.compile(r"\w+(?:[-'’.]\w+)*")
_is_unspaced: Final = re.compile(f"[{UNSPACED}]").search
_only_hiragana: Final = re.compile(f"[{HIRAGANA}]+").fullmatch
_ADDRESS: Final = re.compile(r"(?:https?://)?(?:www\.)?([\w.-]+\.[a-z]{2,}(?:/[^\s]*?)?)/?(?=[\s,;)]|\.?(?:\s|\Z))")


def content(text: str, grammar: Grammar) -> tuple[str, ...]:
    """Give the keys of the content words in reading order, folded in case, spelling and ending; numbers are none."""
    return _content(text, grammar.language)


@lru_cache(maxsize=1024)
def _content(text: str, language: str | None) -> tuple[str, ...]:
    known = grammar_of(language)
    keys = map(_key, _found(text))
    if language is None:
        return tuple(key for key in keys if key and not known.is_small(key))
    small = known.small
    return tuple(key for key in keys if key and key not in small and (len(key) > 1 or _is_unspaced(key)))


@lru_cache(maxsize=1024)
def plain(text: str) -> tuple[str, ...]:
    """Give all words and numbers in small letters, without punctuation."""
    if "." in text:
        text = _ADDRESS.sub(r"\1", text)
    return tuple(_found(text.casefold().replace("’", "'")))


def same(one: str, other: str) -> bool:
    """Say whether two texts have the same words and numbers, apart from typography and spelling."""
    words, others = plain(one), plain(other)
    if words == others:
        return True
    return len(words) == len(others) and all(map(_spelt_alike, words, others))


def _spelt_alike(one: str, other: str) -> bool:
    return one == other or folded_spelling(one) == folded_spelling(other)


def _found(text: str) -> list[str]:
    """Give the words of a text; those of a script without spaces need the dictionaries of the tokens."""
    return words(text) if _is_unspaced(text) else _WORD.findall(text)


@lru_cache(maxsize=16384)
def _key(word: str) -> str:
    folded = word.casefold().replace("-", "").replace("’", "'").replace("z", "s").replace("our", "or")
    folded = folded.removesuffix("'s").removesuffix("'")
    if _only_hiragana(folded) or not _letter(folded):
        return ""
    if folded.isascii() and folded.isalpha() and len(folded) > 4 and folded.endswith("s"):  # noqa: PLR2004 - "this", "its"
        folded = folded.removesuffix("s")
    return folded[:_KEY]


def less(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """Give the keys of one list that the other has not as often, in order."""
    left = Counter(other) if other else None
    if not left:
        return list(one)
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
