"""Folding: the same words however they are set, with the way back to the original.

Quotes, dashes, spaces, ligatures, full-width and half-width forms, composed and decomposed letters, invisible
characters and, if wanted, case and English spelling variants are folded to one form each.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final
from unicodedata import normalize

from clausetrack.language.spelling import folded_spelling

_SAME: Final = {
    '"': "“”„‟«»〝〞〟＂",
    "'": "‘’‚‛ʼ′´`ˈ＇",
    "-": "‐‑‒–—―⁃−﹘﹣－",
    "...": "…",
    "No": "№",
    "ff": "ﬀ",
    "fi": "ﬁ",
    "fl": "ﬂ",
    "ffi": "ﬃ",
    "ffl": "ﬄ",
    "st": "ﬅﬆ",
    "ij": "ĳ",
    "IJ": "Ĳ",
    "oe": "œ",
    "OE": "Œ",
    "ae": "æ",
    "AE": "Æ",
    # soft hyphen, zero-width space, direction marks, word joiner, byte order mark: without look and meaning
    "": "\u00ad\u200b\u200e\u200f\u2060\ufeff",
}
_CHARACTERS: Final = {ord(variant): folded for folded, variants in _SAME.items() for variant in variants}
# Full-width ASCII, Roman numerals as one character, half-width katakana; the last join with their sound marks (NFKC).
_WIDTHS: Final = "\uff01-\uff5e\u2160-\u217f"
_HALF_KATAKANA: Final = "\uff66-\uff9f"


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. ``offsets[i]`` is where character ``i`` comes from; the last is the original's length."""

    text: str
    offsets: array[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the original text behind a span of the folded one."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], max(self.offsets[end], self.offsets[end - 1] + 1)


def fold(text: str, *, case: bool = False, spelling: bool = False) -> Folded:
    """Fold a text and keep the way back.

    ``case`` folds case too (Unicode full case folding), ``spelling`` the variants of English spelling. Runs of white
    space become one space. Folding twice changes nothing. Linear in the length of the text.
    """
    folded = _replaced(Folded(text, array("L", range(len(text) + 1))), _characters(), _folded_character)
    folded = _replaced(folded, _composed(), lambda match: normalize("NFC", match[0]))
    if spelling:
        folded = _replaced(folded, _english_word(), lambda match: folded_spelling(match[0]))
    return _folded_case(folded) if case else folded


def _folded_case(folded: Folded) -> Folded:
    lower = folded.text.casefold()
    if len(lower) == len(folded.text):  # case folding never shortens, so every character became one
        return Folded(lower, folded.offsets)
    return _replaced(folded, re.compile(r"\w"), lambda match: match[0].casefold())


def _folded_character(match: re.Match[str]) -> str:
    found = match[0]
    if found[0].isspace():
        return " "
    return normalize("NFKC", found) if match["width"] else _CHARACTERS[ord(found)]


@cache
def _characters() -> re.Pattern[str]:
    unseen = _SAME[""]
    listed = "".join(map(re.escape, map(chr, _CHARACTERS)))
    return re.compile(rf"[{listed}]|(?P<width>[{_WIDTHS}]|[{_HALF_KATAKANA}]+)|\s(?:[\s{unseen}]*\s)?")


@cache
def _composed() -> re.Pattern[str]:
    # a letter with the marks behind it, or the parts of a Hangul syllable
    return re.compile("[^\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+|[\u1100-\u11ff]+")


@cache
def _english_word() -> re.Pattern[str]:
    # four letters at least: no shorter word has variants
    return re.compile(r"[A-Za-z][A-Za-z-]{2,}[A-Za-z]")


def _replaced(folded: Folded, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str]) -> Folded:
    """Replace every match; a new character comes from the matched one in its place, or from the last of them."""
    text, offsets = folded.text, folded.offsets
    parts: list[str] = []
    places = array("L")
    done = 0
    for match in pattern.finditer(text):
        new = replacement(match)
        if new == match[0]:
            continue
        start, end = match.span()
        parts += (text[done:start], new)
        places += offsets[done:start]
        places.extend(offsets[min(start + step, end - 1)] for step in range(len(new)))
        done = end
    if not parts:
        return folded
    return Folded("".join(parts) + text[done:], places + offsets[done:])
