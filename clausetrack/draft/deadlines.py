"""By when something has to be done, where a text names the day, the month or the year."""

from __future__ import annotations

import re
from typing import Final

from clausetrack.draft.phrases import Words, phrases
from clausetrack.draft.signs import Signs
from clausetrack.language.quantities import quantities

_DATED: Final = re.compile(r"[12][0-9]{3}")
_BEFORE: Final = 24
"""Characters before a date that may hold the words which make it a limit ("no later than the")."""


def deadline(signs: Signs) -> str | None:
    """Give the date that a text sets as a limit, as ISO 8601 with the precision it is written with.

    None where there is none or more than one, where it has no year, and where it lies before the agreement's own date.
    What counts from an event ("within 90 days after …") is no date.
    """
    text, language = signs.text, signs.context.language
    if not _DATED.search(text):
        return None
    limits = phrases(language, "limits")
    dates = [each for each in quantities(text, language) if each.kind == "date" and each.value[0] != "-"]
    found = {
        each.value
        for each in dates
        if limits.first(Words(text[max(0, each.start - _BEFORE) : each.end + _BEFORE // 2]))
    }
    value = found.pop() if len(found) == 1 else None
    own = signs.context.date
    if value is None or (own and value[: len(own)] < own[: len(value)]):
        return None
    return value
