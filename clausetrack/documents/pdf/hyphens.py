"""Words that were broken at the end of a line, put together again.

A soft hyphen always goes. A hard one is the word's own in "capacity-building", and the printer's in "agree-ment", and
the document itself mostly tells which: by the word as it stands elsewhere, whole or with its hyphen, by its halves,
which are words where the hyphen is the word's own, and by how many lines end in a hyphen at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final
from unicodedata import east_asian_width

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
_LAST: Final = re.compile(r"([^\W\d_]+(?:[-'\u2019][^\W\d_]+)*)-$")
_FIRST: Final = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
_SOFT: Final = "\u00ad"

_PREFIXES: Final = frozenset(
    (
        "non",
        "self",
        "well",
        "vice",
        "ex",
        "quasi",
        "semi",
        "inter-alia",
        "demi",
        "mi",
        "sous",
        "vis",
        "chef",
        "celui",
        "ceux",
        "celle",
    )
)
"""First halves that keep their hyphen where nothing else is known."""

_BROKEN: Final = 0.02
"""Share of lines that end in a hyphen in a document that breaks words: broken text has 5 to 15 in a hundred, other
text less than one, all of them words that have a hyphen."""

_LONGEST: Final = 60
"""Characters at the end of a line in which a broken word is looked for."""

_PART: Final = 3
"""Letters of the shortest half that counts as a word of its own."""


class Hyphens:
    """The words of a document, and whether it breaks them. Halves of broken words are no words."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words = Counter[str]()
        self._second = Counter[str]()
        ending = count = 0
        broken = False
        for line in lines:
            whole = _FIRST.sub("", line, count=1) if broken else line
            last = _LAST.search(line[-_LONGEST:])
            broken = last is not None
            count += 1
            ending += broken
            for word in _WORD.findall((whole[: -len(last[0])] if last else whole).casefold()):
                self._words[word] += 1
                if "-" in word:
                    self._second[word.rpartition("-")[2]] += 1
        self._breaks = ending >= _BROKEN * count

    def joined(self, lines: Sequence[str]) -> str:
        """Give the text that was set in lines."""
        text = ""
        for line in lines:
            text = self._after(text, line) if text else line
        return " ".join(text.replace(_SOFT, "").split())

    def _after(self, text: str, line: str) -> str:
        if text.endswith(_SOFT):
            return text + line
        if text.endswith("-") and line[0].isalnum() and not text.endswith((" -", "--")):
            return text + line if self._is_own(text[-_LONGEST:], line) else text[:-1] + line
        if text[-1] in "/\u2013\u2014" and not text[-2:-1].isspace() and line[0].isalnum():
            return text + line
        return text + line if _is_unspaced(text[-1]) and _is_unspaced(line[0]) else f"{text} {line}"

    def _is_own(self, text: str, line: str) -> bool:
        """Say whether the hyphen at the end of a text belongs to the word."""
        last, first = _LAST.search(text), _FIRST.match(line)
        if not last or not first or not first[0][0].islower():
            return True
        left, right = last[1].casefold(), first[0].casefold()
        whole, hyphened = self._words[left + right], self._words[f"{left}-{right}"]
        if whole != hyphened:
            return hyphened > whole
        if left.rpartition("-")[2] in _PREFIXES or not self._breaks:
            return True
        halves = len(left) >= _PART and len(right) >= _PART and self._words[left] > 0 and self._words[right] > 0
        return halves or self._second[right] > 1


def _is_unspaced(char: str) -> bool:
    """Say whether a character belongs to a script that sets no spaces between words: wide, and not Korean."""
    return east_asian_width(char) in "WF" and not "\uac00" <= char <= "\ud7a3"
