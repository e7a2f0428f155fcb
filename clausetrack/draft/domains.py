"""What a clause is about, in the words of the domain vocabulary."""

from __future__ import annotations

from collections import Counter
from typing import Final

from clausetrack.draft.phrases import Words, phrases

MOST: Final = 3
"""Domains of one clause at most: a clause about everything is about nothing."""

_HEADING: Final = 6
_CAP: Final = 4
"""A phrase of the heading weighs as much as six in the text, of which only the first four of a domain count: who
repeats a word does not mean it more."""

_SHORT: Final = 60
"""Words up to which one phrase says what a text is about; in a longer one it may stand there in passing."""

_LEAST: Final = 2
_SHARE: Final = 0.4
"""A domain is kept beside the first where it has two fifths of its weight; less is a side remark."""


def domains(text: str, heading: str | None, language: str | None) -> tuple[str, ...]:
    """Give up to three domains of a clause, the clearest first, those that are as clear as the text has them.

    There are none in a language whose words are not known. Linear in the text.
    """
    known = phrases(language, "domains")
    words = Words(text)
    weights = Counter({each.tells: _HEADING for each in known.find(Words(heading or ""))})
    for domain, times in Counter(each.tells for each in known.find(words)).items():
        weights[domain] += min(times, _CAP)
    if not weights:
        return ()
    least = max(_SHARE * max(weights.values()), 1 if len(words.words) <= _SHORT else _LEAST)
    return tuple(name for name, weight in weights.most_common(MOST) if weight >= least)
