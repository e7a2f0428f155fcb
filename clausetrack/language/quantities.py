"""Quantities in a text: dates, durations, frequencies, amounts, percentages, fractions and counts.

One pass looks at every word, number and sign of currency; where one can begin a quantity, what stands there is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from typing import Final

from clausetrack.language.dates import date_at, months
from clausetrack.language.measures import CURRENCY_CODES, CURRENCY_SIGNS, TABLES
from clausetrack.language.numerals import multiplier_words, number_words
from clausetrack.language.printed_numbers import number_value, plain
from clausetrack.language.quantities_han import han_quantities
from clausetrack.language.quantity import Quantity
from clausetrack.language.quantity_patterns import ADVERBS, SCALES, SIGNS, amount, forms, frequency, number, tail
from clausetrack.language.references import references

_CANDIDATE: Final = re.compile(rf"(?:{SIGNS})|[^\W\d_]+|[0-9]+")
# "within a year": elsewhere "a" counts nothing ("once a year" is a frequency).
_A_WHOLE: Final = re.compile(r"(?<![^\W_])(?:within|after|for|least|than|exceeding)\s\Z")
_REACH: Final = 12
# The number of a list item ("2. The", "(3)", "4)") stands at a start and has a sign behind it.
_STARTS: Final = frozenset(".;:|–•")
_LISTED: Final = re.compile(r"[.)](?=\s|[^\W\d_])")
# Part of a name or of another number: "m3", "2016/679", "3)", "10:15".
_JOINED_BEFORE: Final = re.compile(r"[\w.,/(\[:–-]\Z")
_JOINED_BEHIND: Final = re.compile(r"[^\W_]|[/:)\]-]")
# Words behind a number that say nothing of what it counts.
_NO_UNITS: Final = frozenset(
    ("and", "the", "may", "shall", "for", "are", "has", "have", "not", "und", "oder", "der", "die", "das", "les", "que")
)


def quantities(text: str, language: str | None = "en") -> tuple[Quantity, ...]:
    """Give the quantities of a text in reading order; none overlaps another, and none is a cross-reference's number.

    ``language`` is a language tag, of which the first part counts. In a language that is not known, and with None, only
    what needs no words is found: ISO dates, signs and codes of currencies, percent signs. Linear in the text.
    """
    primary = (language or "-").partition("-")[0].lower()
    if primary in {"ja", "zh"}:
        return han_quantities(text)
    return tuple(_scan(text, primary))


def _scan(text: str, language: str) -> Iterator[Quantity]:
    readers = _readers(language)
    spans: Iterator[tuple[int, int]] | None = None
    start = end = done = 0
    for match in _CANDIDATE.finditer(text):
        at = match.start()
        reader = _number_at if match[0].isdigit() else readers.get(match[0].lower())
        if at < done or reader is None:
            continue
        found = reader(text, at, language)
        rejected = number(language).match(text, at) if found is None and reader is _number_at else None
        if found is None and rejected is None:
            continue
        # Few texts get here, and to look for references takes longer than all else.
        spans = _reference_spans(text, language) if spans is None else spans
        while at >= end and end < len(text):
            start, end = next(spans)
        if start <= at < end:
            continue
        if found:
            yield found
            done = found.end
        elif rejected:
            done = rejected.end()  # its parts are no numbers of their own


def _reference_spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Give where the references stand, and then the end of the text."""
    known = references(text, language) if language in TABLES else ()
    return iter([*((found.start, found.end) for found in known), (len(text), len(text))])


@cache
def _readers(language: str) -> dict[str, Callable[[str, int, str], Quantity | None]]:
    """Give what reads a quantity that begins with a word or sign, by that in small letters."""
    money = (word.lower() for word in (*CURRENCY_SIGNS, *CURRENCY_CODES.split("|")))
    found: dict[str, Callable[[str, int, str], Quantity | None]] = dict.fromkeys(money, _amount_at)
    if language not in TABLES:
        return found
    table = TABLES[language]
    phrases = (*forms(language, "periods"), *table.every.split("|"))
    found |= dict.fromkeys((*(phrase.split()[0].split("-")[0] for phrase in phrases), *ADVERBS), _frequency_at)
    found |= dict.fromkeys((*months(language), *(word.split("-")[0] for word in table.day_ordinals)), date_at)
    found |= dict.fromkeys(
        (word.split("-")[0] for word in (*number_words(language), *multiplier_words(language))), _number_at
    )
    return found | ({"a": _whole_at, "an": _whole_at} if language == "en" else {})


def _number_at(text: str, at: int, language: str) -> Quantity | None:
    """Read what begins with a number: a date, or whatever the words behind it make of it."""
    found = date_at(text, at, language)
    if found:
        return found
    match = number(language).match(text, at)
    value = _value(match[0], language) if match else None
    if match is None or value is None:
        return None
    behind = tail(language).match(text, match.end())
    if behind and not behind["noun"]:
        return _measured(behind, at, value, language)
    return _count(text, match, value, behind["noun"] if behind else "") if language in TABLES else None


def _measured(behind: re.Match[str], at: int, value: Decimal, language: str) -> Quantity:
    """Give the quantity of a number and the measure behind it; the first number of a range ends where it is printed."""
    figure, end = plain(value), behind.end()
    if behind["percent"]:
        return Quantity("percentage", at, end, figure)
    if behind["currency"]:
        return Quantity("amount", at, end, figure, _code(behind["currency"], language))
    if behind["part"]:
        return Quantity("fraction", at, end, f"{figure}/{forms(language, 'parts')[behind['part'].lower()]}")
    if behind["sign"]:
        return Quantity("count", at, behind.start(), figure, behind["sign"])
    return _timed(behind, at, value, language)


def _timed(behind: re.Match[str], at: int, value: Decimal, language: str) -> Quantity:
    if behind["repeated"]:
        period = _period(Decimal(1), behind["repeated"], language)
        return Quantity("frequency", at, behind.end(), _repeated(value, period))
    unit = "business" if behind["working"] or behind["working_behind"] else ""
    return Quantity("duration", at, behind.end(), _period(value, behind["time"] or behind["range"], language), unit)


def _count(text: str, match: re.Match[str], value: Decimal, noun: str) -> Quantity | None:
    """Give a number on its own, with the word behind it; None for a list item's, a name's, and for "one"."""
    at = match.start()
    joined = _JOINED_BEFORE.search(text, max(0, at - 1), at) or _JOINED_BEHIND.match(text, match.end())
    ahead = text[max(0, at - len(". ")) : at].rstrip()
    listed = (not ahead or ahead[-1] in _STARTS) and _LISTED.match(text, match.end())
    in_words = re.search(r"[0-9]", match[0]) is None
    if joined or listed or (in_words and value <= 1):
        return None
    unit = noun if noun.islower() and noun not in _NO_UNITS else ""
    return Quantity("count", *match.span(), plain(value), unit)


def _whole_at(text: str, at: int, language: str) -> Quantity | None:
    """Read "a year" behind a word that makes it a duration."""
    if _A_WHOLE.search(text, max(0, at - _REACH), at) is None:
        return None
    behind = tail(language).match(text, at + len("an" if text[at : at + 2].lower() == "an" else "a"))
    return _measured(behind, at, Decimal(1), language) if behind and behind["time"] else None


def _amount_at(text: str, at: int, language: str) -> Quantity | None:
    """Read an amount that begins with its currency."""
    match = amount(language).match(text, at)
    value = _value(match["number"], language) if match else None
    if match is None or value is None:
        return None
    scale = SCALES.get((match["scale"] or "").lower(), 1)
    return Quantity("amount", *match.span(), plain(value * scale), _code(match["currency"], language))


def _frequency_at(text: str, at: int, language: str) -> Quantity | None:
    """Read a frequency that begins with a word: "annually", "every two years", "twice a year"."""
    match = frequency(language).match(text, at)
    if match is None:
        return None
    if match["adverb"]:
        value = forms(language, "periods")[re.sub(r"\s+", " ", match["adverb"].lower())]
    elif match["every"]:
        value = _period(_nth(match, language) or Decimal(1), match["every"], language)
    else:
        rhythm = forms(language, "periods")[match["rhythm"].lower()] if match["rhythm"] else ""
        period = rhythm or _period(Decimal(1), match["unit"], language)
        value = _repeated(Decimal(ADVERBS[match["times"].lower()]), period)
    return Quantity("frequency", *match.span(), value)


def _nth(match: re.Match[str], language: str) -> Decimal | None:
    """Give how many units lie between two times: 2 of "every second year" and of "every two years"."""
    if match["nth"]:
        return Decimal(forms(language, "nth")[match["nth"].lower()])
    return _value(match["number"], language) if match["number"] else None


def _repeated(times: Decimal, period: str) -> str:
    return period if times == 1 else f"R{plain(times)}/{period}"


def _period(number: Decimal, printed: str, language: str) -> str:
    """Give a period in ISO 8601; a designator may bring its own factor ("10Y" for a decade)."""
    clock, factor, unit = _designator(forms(language, "times")[printed.lower()]).groups()  # type: ignore[union-attr]
    return f"P{clock}{plain(number * int(factor or 1))}{unit}"


def _value(printed: str, language: str) -> Decimal | None:
    comma = language in TABLES and TABLES[language].decimal_comma
    return number_value(printed, language, decimal_comma=comma)


def _code(printed: str, language: str) -> str:
    names = forms(language, "currencies") if language in TABLES else {}
    code = CURRENCY_SIGNS.get(printed) or names.get(re.sub(r"\s+", " ", printed.lower())) or printed
    return "XEU" if code == "ECU" else code


_designator: Final = re.compile(r"(T?)([0-9]*)([A-Z])").fullmatch
