"""Phrases by what they tell, one file a language in ``phrasebook/``, and what finds them in a text.

A phrase is written in lower case, without hyphens and apostrophes, which part words in the text too; ``*`` at the end
of a word stands for any ending ("minister*" is "ministers" and "ministerial"). Where phrases overlap, the one that
begins first counts, and of these the longest: "vice minister" is no "minister". Languages without spaces are looked
through as they are printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

_FOLDER: Final = Path(__file__).parent / "phrasebook"
_UNSPACED: Final = frozenset({"ja"})
_WORD: Final = re.compile(r"[^\W_]+|[^\w\s'’‐‑-]")


class Found(NamedTuple):
    """A phrase from ``start`` to ``end`` of a text (characters, the end exclusive); ``tells`` is what it stands for."""

    start: int
    end: int
    tells: str


class Words:
    """A text cut into words and signs, in small letters; cut once, looked through by many."""

    __slots__ = ("spans", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in _WORD.finditer(text)]
        self.words = [text[start:end].lower() for start, end in self.spans]


_REMEMBERED: Final = 4096
"""Words of which it is remembered what phrases they begin: more than most agreements have."""


class Phrases:
    """The phrases of one part of a language's file, by what they tell."""

    def __init__(self, table: Mapping[str, str], *, spaced: bool) -> None:
        entries = [(phrase.strip(), tells) for tells, row in table.items() for phrase in row.split("|")]
        self._pattern = None if spaced else _alternatives(entries)
        self._exact: dict[str, list[tuple[list[str], str]]] = {}
        self._stems: dict[str, list[tuple[list[str], str]]] = {}
        for phrase, tells in entries if spaced else ():
            first, *rest = phrase.split()
            index, key = (self._stems, first[:-1]) if first.endswith("*") else (self._exact, first)
            index.setdefault(key, []).append((rest, tells))
        self._lengths = sorted({len(stem) for stem in self._stems})
        # words come again and again, and few begin a phrase
        self._beginning = lru_cache(_REMEMBERED)(self._beginnings)

    def find(self, words: Words) -> Iterator[Found]:
        """Yield the phrases of a text in reading order; none overlaps another. Linear in the text."""
        if self._pattern is not None:
            pattern, known = self._pattern
            yield from (Found(*match.span(), known[match[0]]) for match in pattern.finditer(words.text))
            return
        free = 0
        for place, word in enumerate(words.words):
            if place < free or not self._beginning(word):
                continue
            length, tells = self._longest(words.words, place, word)
            if length:
                free = place + length
                yield Found(words.spans[place][0], words.spans[free - 1][1], tells)

    def first(self, words: Words) -> Found | None:
        """Give the first phrase of a text, None where there is none."""
        return next(self.find(words), None)

    def _longest(self, words: list[str], place: int, word: str) -> tuple[int, str]:
        best, told = 0, ""
        for entries in self._beginning(word):
            for rest, tells in entries:
                if len(rest) >= best and _follow(words, place + 1, rest):
                    best, told = len(rest) + 1, tells
        return best, told

    def _beginnings(self, word: str) -> tuple[list[tuple[list[str], str]], ...]:
        """Give the phrases of which a word is the first."""
        exact = [self._exact[word]] if word in self._exact else []
        stems = (self._stems.get(word[:length]) for length in self._lengths if len(word) >= length)
        return (*exact, *filter(None, stems))


def _follow(words: list[str], place: int, rest: list[str]) -> bool:
    if place + len(rest) > len(words):
        return False
    return all(
        word.startswith(wanted[:-1]) if wanted[-1] == "*" else word == wanted
        for word, wanted in zip(words[place : place + len(rest)], rest, strict=True)
    )


def _alternatives(entries: list[tuple[str, str]]) -> tuple[re.Pattern[str], dict[str, str]]:
    tells = {phrase: told for phrase, told in reversed(entries) if phrase}
    longest_first = sorted(tells, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)) or "(?!)"), tells


def phrases(language: str | None, part: str) -> Phrases:
    """Give a part of a language's phrases; without any in it where the language or the part is not known.

    ``language`` is a language tag, of which the first part counts.
    """
    return _phrases(primary(language), part)


def primary(language: str | None) -> str:
    """Give the first part of a language tag in small letters, empty where there is none."""
    return (language or "").replace("_", "-").partition("-")[0].lower()


@cache
def _phrases(language: str, part: str) -> Phrases:
    return Phrases(book(language).get(part, {}), spaced=language not in _UNSPACED)


@cache
def book(language: str) -> dict[str, dict[str, str]]:
    """Give a language's phrases by part and by what they tell, as its file has them; none where there is no file."""
    path = _FOLDER / f"{language}.yaml"
    if not language.isalpha() or not path.is_file():
        return {}
    loaded: dict[str, Any] = yaml.load(path.read_bytes(), yaml.CSafeLoader)
    return loaded
