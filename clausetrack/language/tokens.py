"""Words, punctuation and gaps of a text, with their offsets; joined, they are the text again.

A word is kept whole with its combining marks, hyphens, apostrophes and inner full stops ("co-operate", "l’accord",
"U.S.", "example.com"), a number with its separators ("1,000.50", "2024-11-01") and a label with its parentheses
("5(2)(a)"), so that an edit names the thing that changed. Scripts without spaces are cut by
:mod:`clausetrack.language.scripts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from clausetrack.language.scripts import UNSPACED, UNSPACED_SPAN, han_units, is_han, unit_pattern

# Marks and joiners that belong to the word before them (Unicode category M, in blocks without punctuation inside; soft
# hyphen, ZWNJ, ZWJ): `\w` knows letters and digits only, and would cut Hindi or vocalised Arabic inside every word.
_MARKS: Final = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u0816-\u082d\u0859-\u085b"
    "\u0898-\u089f\u08ca-\u08e1\u08e3-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09d7\u09e2"
    "\u09e3\u09fe\u0a01-\u0a03\u0a3c-\u0a51\u0a70\u0a71\u0a75\u0a81-\u0a83\u0abc-\u0acd\u0ae2\u0ae3\u0afa-\u0b03"
    "\u0b3c-\u0b57\u0b62\u0b63\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c-\u0c56\u0c62\u0c63\u0c81-\u0c83\u0cbc-\u0cd6"
    "\u0ce2\u0ce3\u0d00-\u0d03\u0d3b-\u0d4d\u0d57\u0d62\u0d63\u0d81-\u0d83\u0dca-\u0df3\u0f18\u0f19\u0f35\u0f37\u0f39"
    "\u0f71-\u0f84\u0f86-\u0fbc\u135d-\u135f\u1712-\u1715\u1732-\u1734\u180b-\u180d\u1ab0-\u1ace\u1b00-\u1b04"
    "\u1b34-\u1b44\u1dc0-\u1dff\u200c\u200d\u20d0-\u20f0\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f"
)
_GAP: Final = r"[\s\u200b\ufeff]+"


def _pattern(letters: str, unit: str) -> re.Pattern[str]:
    """Compile the pieces of a text, with the class of letters that make words and the units that do without spaces."""
    core = f"{letters}+(?:[{_MARKS}]+{letters}*)*"
    alternatives = (
        # most words are nothing but letters: told at once, at two thirds of the time for the whole
        r"[a-zA-Z]+(?=[ ,])",
        _GAP,
        # a label with its parentheses: "5(2)(a)", "12bis(1)"
        r"[0-9]+(?:\.[0-9]+)*[a-z]{0,3}(?:\((?:[0-9]{1,3}|[a-zA-Z]{1,2}|[ivxIVX]{1,5})\))+",
        r"https?://[^\s<>\"“”«»（）。、]*[^\s<>\"“”«»（）。、.,;:!?'’)\]]",
        # initials and abbreviations: "U.S.", "e.g.", "S.A."
        r"(?:[^\W\d_]\.){2,}",
        # joined without a space: hyphens, apostrophes, "&", "@", and what stands between two digits
        rf"{core}(?:(?:[-‐‑'’ʼ·&@+]|(?<=[0-9])[.,:/](?=[0-9])|\.(?=[a-z])){core})*",
        unit,
        r"\((?:[0-9]{1,3}|[a-zA-Z]|[ivx]{2,5})\)",
        r"\.{2,}|…+|[—–-]{2,}|['’]{2}|`{2}",
        ".",
    )
    return re.compile("|".join(alternatives), re.DOTALL)


# Compiling for all scripts takes ten milliseconds; the pattern for those with spaces alone takes one.
_spaced: Final = _pattern(r"\w", r"(?!)").findall
_holds_unspaced: Final = re.compile(f"[{UNSPACED_SPAN}]").search


@cache
def _unspaced() -> re.Pattern[str]:
    return _pattern(rf"[^\W{UNSPACED}]", unit_pattern())


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text; ``start`` and ``end`` count characters of the text from 0, the end exclusive."""

    text: str
    start: int
    end: int

    @property
    def is_gap(self) -> bool:
        """Say whether it is white space."""
        return is_gap(self.text)


def pieces(text: str) -> list[str]:
    """Cut a text into words, punctuation and white space; ``"".join(pieces(text)) == text``. Linear in its length."""
    if text.isascii() or _holds_unspaced(text) is None:
        return _spaced(text)
    found = _unspaced().findall(text)
    return [unit for piece in found for unit in (han_units(piece) if is_han(piece) else (piece,))]


def tokens(text: str) -> Iterator[Token]:
    """Yield the pieces of a text, gaps included, with their offsets."""
    start = 0
    for piece in pieces(text):
        end = start + len(piece)
        yield Token(piece, start, end)
        start = end


def words(text: str) -> list[str]:
    """Give the words and numbers of a text, verbatim, without punctuation and white space."""
    return [piece for piece in pieces(text) if piece[0].isalnum()]


def is_gap(piece: str) -> bool:
    """Say whether a piece is white space, zero-width space included."""
    return piece.isspace() or piece[0] in "\u200b\ufeff"
