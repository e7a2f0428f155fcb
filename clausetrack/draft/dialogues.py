"""What a text says of a dialogue: at what level, how often, on which track, about what, and where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from clausetrack.draft.phrases import Found, Words, phrases
from clausetrack.language.quantities import quantities

_REPEATED: Final = re.compile(r"R([0-9]+)/P([0-9]+)([YM])")
_EVERY: Final = re.compile(r"P[1-9][0-9]*[YMWD]")
_MONTHS_A_YEAR: Final = 12
_DAYS_A_MONTH: Final = 30
_BESIDE: Final = 16
"""Characters from a title to the word "level" that goes with it: "experts' level", "level of the foreign ministers"."""

_BEHIND: Final = 2
"""Behind what meets, characters count half: a dialogue is "between ministers", and it is leaders who agree on it."""

_OCCURRENCES: Final = ("regular", "on-request", "ad-hoc", "once")
"""How a dialogue meets without a fixed rhythm, the firmest first: where a text says more than one, that counts."""


class Rhythm(NamedTuple):
    """How often a dialogue meets: ``every``, an ISO 8601 duration, or ``occurrence``, a word of the format."""

    every: str | None = None
    occurrence: str | None = None


def level(text: str, language: str | None) -> str | None:
    """Give the level at which people meet by a text ("ministers"), None where it names none.

    Where several are named, the one counts that is called a level, then the one that stands nearest to what meets.
    """
    words = Words(text)
    found = list(phrases(language, "levels").find(words))
    if not found:
        return None
    called = list(phrases(language, "level_words").find(words))
    beside = [each for each in found if _distance(each, called) <= _BESIDE]
    met = list(phrases(language, "talks").find(words))
    return min(beside or found, key=lambda each: (_distance(each, met), each.start)).tells


def _distance(found: Found, others: Iterable[Found]) -> float:
    """Give the characters between a phrase and the nearest of others, fewer behind one; 0 where they overlap."""
    gaps = (max(other.start - found.end, (found.start - other.end) / _BEHIND, 0) for other in others)
    return min(gaps, default=_BESIDE + 1)


def rhythm(text: str, language: str | None) -> Rhythm:
    """Give how often a dialogue meets by a text that speaks of it alone; both fields None where it does not say.

    Twice a year is every six months. A text that says how often and "as necessary" meets as often as it says.
    """
    found = list(phrases(language, "rhythms").find(Words(text)))
    told = [each.tells for each in found if each.tells.startswith("P")]
    read = [_every(each.value) for each in quantities(text, language) if each.kind == "frequency"]
    every = next(filter(None, (*told, *read)), None)
    if every:
        return Rhythm(every=every)
    kinds = {each.tells for each in found}
    return Rhythm(occurrence=next((kind for kind in _OCCURRENCES if kind in kinds), None))


def _every(value: str) -> str | None:
    """Give a frequency as a duration between two meetings, None where no whole number of months or days is one."""
    repeated = _REPEATED.fullmatch(value)
    if repeated is None:
        return value if _EVERY.fullmatch(value) else None
    times, length, unit = int(repeated[1]), int(repeated[2]), repeated[3]
    months = length * (_MONTHS_A_YEAR if unit == "Y" else 1)
    if times and months % times == 0:
        return f"P{months // times}M"
    days = months * _DAYS_A_MONTH
    return f"P{days // times}D" if times and days % times == 0 else None


def track(words: Words, language: str | None) -> str | None:
    """Give the track of a dialogue: military, technical or political, as the first word that tells it says."""
    found = phrases(language, "tracks").first(words)
    return found.tells if found else None


def origin(words: Words, language: str | None) -> str | None:
    """Give where a dialogue comes from: new, existing or upgraded; None where the text does not say."""
    told = {each.tells for each in phrases(language, "convening").find(words)}
    return next((kind for kind in ("upgraded", "existing", "new") if kind in told), None)
