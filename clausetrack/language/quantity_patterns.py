"""The patterns of quantities, made from the words of a language; each is matched at a place, never searched for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from clausetrack.language.measures import CURRENCY_CODES, CURRENCY_SIGNS, TABLES, UNITS
from clausetrack.language.printed_numbers import number_pattern

SCALES: Final = {"k": 10**3, "m": 10**6, "mn": 10**6, "mio": 10**6, "bn": 10**9, "mrd": 10**9}
"""What stands right behind an amount for thousands and millions."""
ADVERBS: Final = {
    "once": 1,
    "twice": 2,
    "thrice": 3,
    "einmal": 1,
    "zweimal": 2,
    "dreimal": 3,
    "viermal": 4,
    "eenmaal": 1,
    "tweemaal": 2,
    "driemaal": 3,
    "viermaal": 4,
}
SIGNS: Final = "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True))
"""Alternatives for a sign of currency."""
_END: Final = r"(?![^\W_])"
_NEVER: Final = r"(?!)"
# What joins the two numbers of a range or choice: "3 to 5 years", "drei bis fünf Jahre".
_RANGE: Final = r"\s?(?:to|and|or|tot|of|en|à|ou|et|a|o|y|bis|und|oder|-|–)\s?"


@cache
def forms(language: str, field: str) -> dict[str, Any]:
    """Give each spelling in a table's field with its value; none for a language that is not known."""
    known: dict[str, Any] = getattr(TABLES[language], field) if language in TABLES else {}
    return {form: value for listed, value in known.items() for form in listed.split("|")}


def _any(words: Iterable[str]) -> str:
    """Give a pattern for any of the words, the longest first, in either case, white space as it comes."""
    known = [re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True)]
    return f"(?i:{'|'.join(known)})" if known else _NEVER


@cache
def number(language: str) -> re.Pattern[str]:
    """Compile a number in digits or words."""
    return re.compile(number_pattern(language))


@cache
def amount(language: str) -> re.Pattern[str]:
    """Compile an amount behind its currency: "€2.5 million", "US$5m", "EUR 1,000"."""
    scale = rf"(?:\s?(?P<scale>(?i:{'|'.join(SCALES)}))\.?{_END})?"
    codes = rf"(?:{CURRENCY_CODES})(?=[\s0-9])"
    return re.compile(rf"(?P<currency>{SIGNS}|{codes})\s?(?P<number>{number_pattern(language)}){scale}")


@cache
def tail(language: str) -> re.Pattern[str]:
    """Compile what behind a number tells its kind: a percent sign, a currency, a unit of time, a noun."""
    currency = rf"{SIGNS}|(?:{CURRENCY_CODES}){_END}|{_any(forms(language, 'currencies'))}{_END}"
    if language not in TABLES:
        rest = "|".join(f"(?P<{group}>{_NEVER})" for group in _WORDED)
        return re.compile(rf"\s?(?P<percent>[%％])|\s?(?P<currency>{currency})|{rest}")
    table = TABLES[language]
    times = _any(forms(language, "times"))
    working = _any(table.working.split("|"))
    return re.compile(
        rf"\s?(?P<percent>[%％]|{_any(table.percent.split('|'))}{_END})"
        rf"|\s?(?P<currency>{currency})"
        rf"|\s?{_any(table.repeats.split('|'))}\s{_any(table.each.split('|'))}\s(?P<repeated>{times}){_END}"
        rf"|[\s-](?:(?:calendar|consecutive|full|clear)\s)?(?:(?P<working>{working})[\s-]?)?(?P<time>{times}){_END}"
        rf"(?:\s(?P<working_behind>{working}){_END})?"
        rf"|[\s-](?P<part>{_any(forms(language, 'parts'))}){_END}"
        rf"|(?={_RANGE}(?:{number_pattern(language)})[\s-](?P<range>{times}){_END})"
        rf"|\s?(?P<sign>(?:{UNITS}){_END})"
        rf"|\s(?P<noun>[^\W\d_]{{3,}})"
    )


_WORDED: Final = ("repeated", "time", "working", "working_behind", "part", "range", "sign", "noun")


@cache
def frequency(language: str) -> re.Pattern[str]:
    """Compile a frequency that begins with a word: "annually", "every second year", "twice a year"."""
    table = TABLES[language]
    times, periods, nth = (_any(forms(language, field)) for field in ("times", "periods", "nth"))
    return re.compile(
        rf"(?:(?P<times>{_any(ADVERBS)})\s(?:{_any(table.each.split('|'))}\s(?P<unit>{times})(?!\s{times})|(?P<rhythm>{periods}))"
        rf"|(?P<adverb>{periods})"
        rf"|{_any(table.every.split('|'))}\s(?:(?:(?P<nth>{nth})|(?P<number>{number_pattern(language)}))\s)?"
        rf"(?P<every>{times})){_END}"
    )
