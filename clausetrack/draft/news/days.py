"""When an article was published, and when it says that the agreement was signed or announced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from clausetrack.draft.news.furniture import Layout
from clausetrack.draft.news.story import Sentence, dateline
from clausetrack.draft.news.words import Words, words
from clausetrack.language.dates import date_at
from clausetrack.model.document import Document

_WORD: Final = re.compile(r"(?<![\w.,:])(?=[\w])")
_LEAD: Final = 5
"""Paragraphs in which a report says when."""

_BESIDE: Final = 90
"""Characters between "signed" and the day."""

_DAY: Final = len("2024-11-01")
_NO_YEAR: Final = len("--11-01")


def published(document: Document, layout: Layout, first: str, language: str) -> str | None:
    """Give the day of publication that the page or the dateline prints, as precisely as it does."""
    said = document.metadata.get("published")
    if said:
        return said[:_DAY]
    line = dateline(first)
    printed = [*layout.dated, *([line.date] if line and line.date else [])]
    return next(filter(None, (_first(text, language) for text in printed)), None)


def _first(text: str, language: str) -> str | None:
    """Give the first date with a year in a text, in ISO 8601."""
    return next((value for _, value in _dates(text, language) if value[0] != "-"), None)


def _dates(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Yield (where, value) of the dates in a text; those without a year are "--11-01"."""
    end = 0
    spelt = _spelt_out(text, language)
    for match in _WORD.finditer(spelt):
        if match.start() >= end and (found := date_at(spelt, match.start(), language)):
            end = found.end
            yield found.start, found.value


def _spelt_out(text: str, language: str) -> str:
    """Give a text with its months in full: "Nov. 1" is read as "November 1"."""
    short = dict(entry.split("=") for entry in words(language).words("abbreviations"))
    full = {name: month.capitalize() if language in {"en", "de"} else month for name, month in short.items()}
    pattern = re.compile(rf"(?<![\w])({'|'.join(short)})\b\.?(?=\s\d|,?\s\d)", re.IGNORECASE)
    return pattern.sub(lambda match: full[match[1].lower()], text)


def dates(
    layout: Layout, document: Document, paragraphs: Sequence[Sequence[Sentence]], day: str | None, known: Words
) -> dict[str, str]:
    """Give when the agreement was signed and announced, as far as the lead or a caption says.

    A day without a year gets that of a caption with the same day, else that of ``day``, the day of publication, by
    which also days of the week are reckoned.
    """
    captions = [document.blocks[at].text for at in layout.captions]
    lead = [sentence.told for paragraph in paragraphs[:_LEAD] for sentence in paragraph]
    full = {value[4:]: value for text in captions for _, value in _dates(text, known.language) if len(value) == _DAY}
    found: dict[str, str] = {}
    for name in ("signed", "announced"):
        for text in (*lead, *captions):
            verb = known.pattern(name).search(text)
            if verb and known.pattern("agreement").search(text) and not known.pattern("past").search(text):
                value = _printed(text, verb.start(), day, full, known) or _weekday(text, verb.start(), day, known)
                found |= {name: value} if value and name not in found else {}
    return found


def _printed(text: str, at: int, day: str | None, full: Mapping[str, str], known: Words) -> str | None:
    near = [
        (abs(start - at), value)
        for start, value in _dates(text, known.language)
        if abs(start - at) <= _BESIDE and "," not in text[min(start, at) : max(start, at)] and len(value) >= _NO_YEAR
    ]
    value = min(near)[1] if near else None
    if value is None or value[0] != "-":
        return value
    this_year = f"{day[:4]}{value[1:]}" if day else ""
    return full.get(value[1:]) or (this_year if day and this_year <= day else None)


def _weekday(text: str, at: int, day: str | None, known: Words) -> str | None:
    """Give the last such day of the week that is not after the day of publication."""
    weekdays = known.words("weekdays")
    match = known.pattern("weekdays").search(text)
    if match is None or day is None or len(day) != _DAY or abs(match.start() - at) > _BESIDE:
        return None
    printed = date.fromisoformat(day)
    back = (printed.weekday() - weekdays.index(match[0].lower())) % len(weekdays)
    return (printed - timedelta(days=back)).isoformat()
