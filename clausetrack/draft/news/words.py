"""How news speaks of agreements: the word lists of ``words/``, made ready for matching, one file a language.

A value is a regular expression without spaces; "_" stands for a space, white space in the file for nothing. It is
matched at the bounds of words, whatever the case. In ``lists`` an alternative ends in "=" and a level of force.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import yaml

LANGUAGES: Final = ("en", "fr", "de", "es")

_FOLDER: Final = Path(__file__).parent / "words"
_SPACE: Final = re.compile(r"\s+")


class Words:
    """The word lists of one language. A list that the language does without matches nothing."""

    def __init__(self, language: str) -> None:
        self.language = language
        path = _FOLDER / f"{language}.yaml"
        loaded = yaml.load(path.read_bytes(), yaml.CSafeLoader)
        self._lists: dict[str, str | dict[str, str]] = loaded
        self._compiled: dict[str, re.Pattern[str]] = {}
        self.forces = dict(_forced(alternatives(self.source("lists"))))
        self.stances = tuple((name, bounded(_tight(value))) for name, value in loaded["stances"].items())

    def names(self) -> tuple[str, ...]:
        """Give the names of the lists that are one regular expression each."""
        return tuple(name for name, value in self._lists.items() if isinstance(value, str))

    def source(self, name: str) -> str:
        """Give a list as a regular expression, in a group; it matches nothing where there is no such list."""
        value = self._lists.get(name)
        return f"(?:{_tight(value)})" if isinstance(value, str) else "(?!)"

    def pattern(self, name: str) -> re.Pattern[str]:
        """Give a list, bounded by words and compiled."""
        if name not in self._compiled:
            self._compiled[name] = bounded(self.source(name))
        return self._compiled[name]

    def words(self, name: str) -> tuple[str, ...]:
        """Give a list that holds nothing but words."""
        value = self._lists.get(name)
        return (
            tuple(word.replace("_", " ") for word in re.split(r"[|\s]+", value) if word)
            if isinstance(value, str)
            else ()
        )

    def force_of(self, verb: str) -> str | None:
        """Give the level of force that a verb of ``lists`` reports, None where it is none of them."""
        return next((level for known, level in self.forces.items() if re.fullmatch(known, verb, re.IGNORECASE)), None)


@cache
def words(language: str) -> Words:
    """Give the word lists of a language of :data:`LANGUAGES`."""
    return Words(language)


def bounded(source: str) -> re.Pattern[str]:
    """Compile alternatives to be matched at the bounds of words, whatever the case."""
    return re.compile(rf"(?<![\w-])(?:{source})(?![\w])", re.IGNORECASE)


def alternatives(source: str) -> Iterator[str]:
    """Yield the alternatives of a regular expression that is one group."""
    depth, start = 0, 3
    for place, char in enumerate(source):
        if char == "|" and depth == 1:
            yield source[start:place]
            start = place + 1
        depth += (char in "([") - (char in ")]")
    yield source[start:-1]


def _tight(value: str) -> str:
    return _SPACE.sub("", value).replace("_", " ")


def _forced(entries: Iterator[str]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        verb, _, level = entry.rpartition("=")
        if verb:
            yield verb, level


def list_verbs(known: Words) -> str:
    """Give the verbs of ``lists`` without their levels, as a regular expression."""
    return "|".join(known.forces) or "(?!)"
