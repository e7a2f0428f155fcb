"""A text as the lower-case words, numbers and signs that cues are looked up by, with their offsets.

Coarser than the tokens of a redline: apostrophes part ("l'" "accord", "don'" "t"), so that an entry of the lexicon
matches whatever word it is joined to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_LEXEME: Final = re.compile(r"[^\W\d]\w*(?:-\w+)*'?|\d+(?:[.,/-]\d+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Lexemes:
    """Part of a longer text: its words in lower case, and where each begins and ends in ``text``, which is that part.

    ``start`` is where the part begins in the longer text; ``end`` where it ends.
    """

    text: str
    start: int
    end: int
    words: list[str]
    spans: list[tuple[int, int]]

    def is_capitalised(self, place: int) -> bool:
        """Say whether a word begins with a capital letter in the text."""
        return self.text[self.spans[place][0]].isupper()

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Give the characters of the longer text from one word up to another, which is exclusive; all where none is."""
        if first >= last:
            return self.start, self.end
        return self.start + self.spans[first][0], self.start + self.spans[last - 1][1]

    def slice(self, first: int, last: int) -> str:
        """Give the text from one word up to another, which is exclusive."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]]


def segments(text: str, cues: re.Pattern[str], start: int, end: int) -> Lexemes:
    """Cut a part of a text without spaces into the cues and signs that ``cues`` finds and what lies between them."""
    part = text[start:end]
    spans, at = [], 0
    for match in cues.finditer(part):
        spans += [span for span in ((at, match.start()), match.span()) if span[0] < span[1]]
        at = match.end()
    if at < len(part):
        spans.append((at, len(part)))
    return Lexemes(part, start, end, [part[first:last] for first, last in spans], spans)


def lexemes(text: str, start: int = 0, end: int | None = None) -> Lexemes:
    """Cut a text, or the part of it from ``start`` to ``end``; linear in the length of that part."""
    part = text[start:end]
    lower = part.lower().replace("’", "'")
    if len(lower) != len(part):  # "İ" grows in lower case: offsets must stay those of the text
        lower = "".join(character.lower()[0] for character in part).replace("’", "'")
    spans = [match.span() for match in _LEXEME.finditer(lower)]
    return Lexemes(part, start, start + len(part), [lower[first:last] for first, last in spans], spans)
