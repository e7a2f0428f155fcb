"""Numbers as agreements print them: "1,000.50", "1 000,50", "thirty (30)", "2.5 million", "one hundred and eighty"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

from clausetrack.language.numerals import joiner, multiplier_words, number_words, word_value

# Longer than any number that an agreement prints; without a bound, a text of nothing but numbers is read over and over.
_MOST_DIGITS: Final = 30
_MOST_GROUPS: Final = 10
_MOST_WORDS: Final = 16

DIGITS: Final = (
    rf"(?:[0-9]{{1,3}}(?:[\u00a0\u202f\u2009 ][0-9]{{3}}(?![0-9])){{1,{_MOST_GROUPS}}}(?:[.,][0-9]+)?"
    rf"|[0-9]{{1,{_MOST_DIGITS}}}(?:[.,'’][0-9]{{1,{_MOST_DIGITS}}}){{0,{_MOST_GROUPS}}})(?![0-9])"
)
"""A number in digits, with separators; thousands may be set apart by spaces."""


@cache
def words_pattern(language: str) -> str:
    """Give a pattern for number words of a language; one that never matches where it has none."""
    # what is written in several parts ("twenty-four") is matched part by part
    known = {
        word for word in (*number_words(language), *multiplier_words(language)) if re.search(r"[\s-]", word) is None
    }
    if not known:
        return r"(?!)"
    word = rf"(?i:{'|'.join(map(re.escape, sorted(known, key=len, reverse=True)))})(?![^\W_])"
    return rf"{word}(?:(?:\s|-)(?:(?i:{joiner(language)})\s)?{word}){{0,{_MOST_WORDS}}}"


@cache
def number_pattern(language: str) -> str:
    """Give a pattern for a number in digits, in words or in both ("thirty (30)"), also with a scale ("2.5 million")."""
    words = words_pattern(language)
    scales = "|".join(map(re.escape, multiplier_words(language))) or "(?!)"
    return rf"(?:{words}\s\(\s?(?:{DIGITS})\s?\)|(?:{DIGITS})(?:\s(?i:{scales})(?![^\W_])|\s\({words}\))?|{words})"


def number_value(printed: str, language: str, *, decimal_comma: bool) -> Decimal | None:
    """Give the value of what :func:`number_pattern` matched, None if it is no number; digits count before words."""
    digits = re.search(DIGITS, printed)
    if digits is None:
        value = word_value(printed, language)
        if value is None:
            value = word_value(printed.replace("-", " "), language)
        return None if value is None else Decimal(value)
    figure = _plain(digits[0], decimal_comma=decimal_comma)
    if figure is None:
        return None
    number = Decimal(figure)
    scale = multiplier_words(language).get(printed[digits.end() :].strip().lower())
    return number * scale if scale else number


def _plain(digits: str, *, decimal_comma: bool) -> str | None:
    """Give digits with a full stop for the decimal sign and nothing between thousands; None for "1.2.3"."""
    squeezed = re.sub(r"[\u00a0\u202f\u2009 '’]", "", digits)
    signs = re.findall(r"[.,]", squeezed)
    if not signs:
        return squeezed
    if len(signs) > 1 and re.fullmatch(r"[0-9]{1,3}(?:[.,][0-9]{2,3})*[.,][0-9]+", squeezed) is None:
        return None
    head, _, tail = squeezed.rpartition(signs[-1])
    repeated = signs.count(signs[-1]) > 1
    thousands = len(tail) == len("000") and signs[-1] != ("," if decimal_comma else ".") and len(set(signs)) == 1
    whole = re.sub(r"[.,]", "", head)
    return whole + tail if repeated or thousands else f"{whole}.{tail}"


def plain(number: Decimal) -> str:
    """Give a number without exponent and without noughts at its end: "2500000", "0.5"."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
