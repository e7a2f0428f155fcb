"""Labels at the edge of a page: "Article 5", "ANNEX IV", "SCHEDULE B", "Annex 2-A". Headings, unless pages repeat them.

A page number counts the pages and a running head stays the same, while labels at the tops of pages go on in their own
order. Letters and Roman numbers are folded into no figure, and look so alike that similarity must not judge them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

_PART: Final = r"(?:\d{1,9}[a-z]?|[ivxlcdm]{1,8}|[^\W\d_])"
_NUMBER: Final = rf"{_PART}(?:[-\u2010-\u2013./]{_PART}){{0,3}}(?:\s?(?:bis|ter|quater|quinquies))?"
"""An ordinal: "2", "IV", "B", "2-A", "II.1", "4bis", "4 bis"."""

_WORD: Final = r"[^\W\d_]{1,20}\.?"

_LEADING: Final = re.compile(rf"({_WORD})\s+({_NUMBER})(?!\w)")
_LABEL: Final = re.compile(rf"({_WORD})\s+({_NUMBER})[.:]?|(\d{{1,9}}|[ivxlcdm]{{1,8}})\.?\s+({_WORD})")
"""One word and a number, in either order, in small letters."""

_NUMBERED: Final = re.compile(r"(?:\d{1,9}[.)]|\(\d{1,9}\))\s.*")
"""A numbered paragraph."""


def is_label(text: str) -> bool:
    """Say whether a text in small letters is one word and a number, or a numbered paragraph."""
    return _LABEL.fullmatch(text) is not None or _NUMBERED.fullmatch(text) is not None


def are_others(text: str, other: str) -> bool:
    """Say whether two texts in small letters begin with labels that have other numbers, of letters at least in part."""
    one, two = _LEADING.match(text), _LEADING.match(other)
    if not one or not two or one[2] == two[2]:
        return False
    return not (one[2].isdecimal() and two[2].isdecimal())


def counted(texts: Iterable[str]) -> set[str]:
    """Give those of some texts in small letters that are labels of which the word has other numbers too."""
    labels = {text: found[1] or found[4] for text in texts if (found := _LABEL.fullmatch(text))}
    words = Counter(labels.values())
    return {text for text, word in labels.items() if words[word] > 1}
