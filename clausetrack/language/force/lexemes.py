"""A text as the lower-case words, numbers and signs that cues are looked up by, with their offsets.

Coarser than the tokens of a redline: apostrophes part ("l'" "accord", "don'" "t"), so that an entry of the lexicon
matches whatever word it is joined to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_LEXEME: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*['’]?|\d+(?:[.,/-]\d+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Lexemes:
    """Part of a text: its words in lower case; ``starts[i]`` and ``ends[i]`` count characters of ``text``."""

    text: str
    start: int
    end: int
    words: list[str]
    starts: list[int]
    ends: list[int]

    def is_capitalised(self, index: int) -> bool:
        """Say whether a word begins with a capital letter in the text."""
        return self.text[self.starts[index]].isupper()

    def slice(self, first: int, last: int) -> str:
        """Give the text from one word up to another, which is exclusive."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def segments(text: str, cues: re.Pattern[str], start: int, end: int) -> Lexemes:
    """Cut a text without spaces into the cues and signs that ``cues`` finds and what lies between them."""
    words, starts, ends = [], [], []
    at = start
    for match in cues.finditer(text, start, end):
        for first, last in ((at, match.start()), match.span()):
            if first < last:
                words.append(text[first:last])
                starts.append(first)
                ends.append(last)
        at = match.end()
    if at < end:
        words.append(text[at:end])
        starts.append(at)
        ends.append(end)
    return Lexemes(text, start, end, words, starts, ends)


def lexemes(text: str, start: int = 0, end: int | None = None) -> Lexemes:
    """Cut a text, or the part of it from ``start`` to ``end``; linear in its length."""
    end = len(text) if end is None else end
    lower = text.lower().replace("’", "'")
    if len(lower) != len(text):  # "İ" grows in lower case: offsets must stay those of the text
        lower = "".join(character.lower()[0] for character in text).replace("’", "'")
    words, starts, ends = [], [], []
    for match in _LEXEME.finditer(lower, start, end):
        words.append(match[0])
        starts.append(match.start())
        ends.append(match.end())
    return Lexemes(text, start, end, words, starts, ends)
