"""The other places of the same agreement that a passage points at, as they are printed."""

from __future__ import annotations

import re
from functools import cache

from clausetrack.draft.phrases import primary
from clausetrack.draft.signs import Signs
from clausetrack.language.divisions import TABLES
from clausetrack.language.references import references


def pointers(signs: Signs) -> tuple[str, ...]:
    """Give the printed references of a passage to other places of its agreement, each once, in reading order.

    Left out are those into other instruments, and those that only say where they stand ("this Article").
    """
    text, language = signs.text, primary(signs.context.language)
    found = [
        " ".join(text[each.start : each.end].split())
        for each in references(text, signs.context.language)
        if not each.external
        and any(label.numbers for label in each.targets)
        and (each.instrument is None or _own(language).search(text[each.end : each.end + _ASIDE]))
    ]
    return tuple(dict.fromkeys(found))


_ASIDE = 24


@cache
def _own(language: str) -> re.Pattern[str]:
    """Compile the words that say that an instrument is this one."""
    words = TABLES[language].own.split("|") if language in TABLES else []
    return re.compile(rf"(?i:\b(?:{'|'.join(map(re.escape, words)) or '(?!)'})\b)")
