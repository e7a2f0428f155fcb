"""Dates at a place of a text, in ISO 8601 with the precision that they are written with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Final

from clausetrack.language.measures import TABLES
from clausetrack.language.numerals import word_value
from clausetrack.language.printed_numbers import words_pattern
from clausetrack.language.quantity import Quantity

_LEAP_YEAR: Final = 2000  # a day without a year may be 29 February
_YEAR: Final = r"(?P<year>[12][0-9]{3})(?![0-9])"
_DIGITS: Final = re.compile(
    r"(?P<year>[12][0-9]{3})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9-])"
    r"|(?P<german_day>[0-9]{1,2})\.\s?(?P<german_month>[0-9]{1,2})\.\s?(?P<german_year>[12][0-9]{3})(?![0-9])"
    r"|(?P<first>[0-9]{1,2})/(?P<second>[0-9]{1,2})/(?P<last>[12][0-9]{3})(?![0-9/])"
)
_LONE_YEAR: Final = re.compile(r"[12][0-9]{3}(?![0-9]|[.,/-][0-9])")
# As far back as the longest word in front of a lone year.
_REACH: Final = 14


def date_at(text: str, at: int, language: str) -> Quantity | None:
    """Read the date that begins at a place, which is a digit's, a month's or an ordinal's; None where there is none.

    A lone year counts behind a word that dates it ("by 2030"). "1/2/2030" is read only where it can mean one day: in
    English it may be either month.
    """
    match = _DIGITS.match(text, at)
    if match:
        return _in_digits(match, language)
    if language not in TABLES:
        return None
    for pattern in _forms(language):
        match = pattern.match(text, at)
        if match and (value := _in_words(match.groupdict(), language)):
            return Quantity("date", *match.span(), value)
    match = _LONE_YEAR.match(text, at)
    if match and _dating(language).search(text, max(0, at - _REACH), at):
        return Quantity("date", *match.span(), match[0])
    return None


def _in_digits(match: re.Match[str], language: str) -> Quantity | None:
    if match["first"]:
        first, second, year = int(match["first"]), int(match["second"]), int(match["last"])
        day_first, month_first = iso_date(year, second, first), iso_date(year, first, second)
        either = language == "en" and day_first and month_first and first != second
        value = None if either else day_first or month_first
    else:
        prefix = "german_" if match["german_day"] else ""
        value = iso_date(*(int(match[prefix + part]) for part in ("year", "month", "day")))
    return Quantity("date", *match.span(), value) if value else None


def _in_words(found: dict[str, str | None], language: str) -> str | None:
    month = months(language)[(found["name"] or "").lower()]
    year_words = word_value((found.get("year_words") or "").replace("-", " "), language) or 0
    ordinal = re.sub(r"\s", "-", (found.get("ordinal") or "").lower())
    day = TABLES[language].day_ordinals.index(ordinal) + 1 if ordinal else int(found.get("day") or 0)
    return iso_date(int(found.get("year") or year_words), month, day)


def iso_date(year: int, month: int, day: int) -> str | None:
    """Give a date in ISO 8601, with 0 for what is not known; None where there is no such day."""
    try:
        date(year or _LEAP_YEAR, month or 1, day or 1)
    except ValueError:
        return None
    if not year:
        return f"--{month:02}-{day:02}" if month and day else None
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")


@cache
def months(language: str) -> dict[str, int]:
    """Give the names of the months, in small letters, with their numbers; none for a language that is not known."""
    names = TABLES[language].months if language in TABLES else ()
    return {form: number for number, forms in enumerate(names, 1) for form in forms.split("|")}


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _dating(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?i:{_either(TABLES[language].since.split('|'))})\s\Z")


@cache
def _forms(language: str) -> tuple[re.Pattern[str], ...]:
    table = TABLES[language]
    # A capital, where the language writes one: "paragraph 5 may" is no date.
    if language in {"en", "de"}:
        name = rf"(?P<name>{_either(form for word in months(language) for form in (word.capitalize(), word.upper()))})"
    else:
        name = rf"(?P<name>(?i:{_either(months(language))}))"
    name += r"(?![^\W_])"
    forms = [
        rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|er|ste|de|\.|º)?\s(?:day\s)?(?:de\s|of\s)?{name}(?:,?\s(?:de\s|del\s)?{_YEAR})?",
        rf"{name}\s(?:de\s)?{_YEAR}",
    ]
    if language == "en":
        ordinals = _either(table.day_ordinals).replace(r"\-", "[ -]")
        year = rf"(?:{_YEAR}|(?P<year_words>{words_pattern('en')}))"
        forms += [
            rf"{name}\s(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9.])(?:,?\s{_YEAR})?",
            rf"(?P<ordinal>(?i:{ordinals}))\s(?:day\s)?of\s{name}(?:,?\s(?:in\sthe\syear\s)?{year})?",
        ]
    return tuple(re.compile(form) for form in forms)
