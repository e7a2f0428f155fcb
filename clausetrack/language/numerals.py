"""Numerals that are not digits: Roman, Han, and the number words of five languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN_FORM: Final = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_HAN_DIGITS: Final = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_HAN_TENS: Final = {"十": 10, "百": 100, "千": 1000}
_HAN_MYRIADS: Final = {"万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
HAN_NUMERALS: Final = "".join((*_HAN_DIGITS, *_HAN_TENS, *_HAN_MYRIADS))

# Nought to nineteen, in order, with their inflections behind bars; then the tens from twenty.
_UNITS: Final = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
    "nl": "nul één|een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien",
    "fr": "zéro un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf",
    "es": "cero uno|un|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve",
    "de": "null ein|eins|eine|einen|einem|einer|eines zwei drei vier fünf sechs sieben acht neun zehn elf zwölf "
    "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
}
_TENS: Final = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "fr": "vingt trente quarante cinquante soixante soixante-dix quatre-vingt|quatre-vingts quatre-vingt-dix",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "de": "zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
}
_MULTIPLIERS: Final = {
    "en": "hundred=100 thousand=1000 million=1000000 billion=1000000000",
    "nl": "honderd=100 duizend=1000 miljoen=1000000 miljard=1000000000",
    "fr": "cent=100 cents=100 mille=1000 million=1000000 millions=1000000 milliard=1000000000 milliards=1000000000",
    "es": "cien=100 ciento=100 mil=1000 millón=1000000 millones=1000000",
    "de": "hundert=100 tausend=1000 million=1000000 millionen=1000000 milliarde=1000000000 milliarden=1000000000",
}
_JOINERS: Final = {"en": "and", "nl": "en", "fr": "et", "es": "y", "de": "und"}


def joiner(language: str) -> str:
    """Give the word that joins number words ("and"), empty for a language that is not known."""
    return _JOINERS.get(language, "")


def roman_value(text: str) -> int | None:
    """Give the value of a Roman numeral in its usual form, in either case, None where it is not one."""
    lower = text.lower()
    if not lower or _ROMAN_FORM.fullmatch(lower) is None:
        return None
    values = [_ROMAN[letter] for letter in lower]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def han_value(text: str) -> int | None:
    """Give the value of a Han numeral, in full (百二十) or digit by digit (二〇二四), None where it is not one."""
    if not text or any(character not in HAN_NUMERALS for character in text):
        return None
    if all(character in _HAN_DIGITS for character in text):
        return int("".join(str(_HAN_DIGITS[character]) for character in text))
    total = section = digit = 0
    for character in text:
        if character in _HAN_DIGITS:
            digit = _HAN_DIGITS[character]
        elif character in _HAN_TENS:
            section, digit = section + (digit or 1) * _HAN_TENS[character], 0
        else:
            total, section, digit = total + ((section + digit) or 1) * _HAN_MYRIADS[character], 0, 0
    return total + section + digit


def word_value(text: str, language: str) -> int | None:
    """Give the value of number words ("one hundred and eighty"), None where they are not a number of the language."""
    words, multipliers = number_words(language), multiplier_words(language)
    total = section = 0
    for word in text.lower().split():
        if word in words:
            section += words[word]
        elif word in multipliers and multipliers[word] == 100:  # noqa: PLR2004 - a hundred counts within a thousand
            section = (section or 1) * 100
        elif word in multipliers:
            total, section = total + (section or 1) * multipliers[word], 0
        elif word != _JOINERS.get(language):
            return None
    return total + section


@cache
def number_words(language: str) -> dict[str, int]:
    """Give the words for nought to ninety-nine with their values; none for a language that is not known."""
    if language not in _UNITS:
        return {}
    units = [entry.split("|") for entry in _UNITS[language].split()]
    tens = [entry.split("|") for entry in _TENS[language].split()]
    found = {form: value for value, forms in enumerate(units) for form in forms}
    for rank, forms in enumerate(tens, 2):
        found |= dict.fromkeys(forms, rank * 10)
        for value in range(1, 20 if language == "fr" and rank in {6, 8} else 10):
            for unit in units[value]:
                found |= {form: rank * 10 + value for ten in forms for form in _compounds(language, ten, unit)}
    return found


@cache
def multiplier_words(language: str) -> dict[str, int]:
    """Give the words for a hundred, a thousand, a million and so on, with their values."""
    pairs = (entry.split("=") for entry in _MULTIPLIERS.get(language, "").split())
    return {word: int(value) for word, value in pairs}


def _compounds(language: str, ten: str, unit: str) -> Iterator[str]:
    if language == "en":
        yield f"{ten}-{unit}"
        yield f"{ten} {unit}"
    elif language == "nl":
        yield f"{unit}{'ën' if unit.endswith('e') else 'en'}{ten}"
    elif language == "de":
        yield f"{unit}und{ten}"
    elif language == "fr":
        yield f"{ten}-{unit}"
        yield f"{ten} et {unit}"
        yield f"{ten}-et-{unit}"
    elif ten == "veinte":
        yield "veinti" + {"dos": "dós", "tres": "trés", "seis": "séis", "un": "ún"}.get(unit, unit)
    else:
        yield f"{ten} y {unit}"
