"""Labels and list markers: "Article 5bis", "§ 12", "1.2.3", "(ii)", "第五条", "Annex II", a bullet.

A label is read into a kind and canonical numbers, so that "Art. 5 (2)", "Article 5(2)" and "第五条第二項" compare
equal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final
from unicodedata import normalize

from clausetrack.language.divisions import EAST_ASIAN, MORE_WORDS, TABLES
from clausetrack.language.numerals import HAN_NUMERALS, han_value, roman_value

_SUFFIX: Final = r"bis|ter|quater|quinquies|sexies|septies|octies|novies|decies"
NUMBER: Final = (
    rf"[0-9]{{1,6}}(?:\.[0-9]{{1,4}}){{0,6}}"
    rf"(?:\.?[º°ª](?!\s?[CF]\b))?(?:\s?(?i:{_SUFFIX})\b(?!\s[0-9])|[a-zA-Z]{{1,2}}(?![^\W_]))?"
)
"""An Arabic number with what may follow it: "5", "4.2", "5bis", "12 TER", "5a", "5.º"; "5 °C" is a temperature."""
ROMAN: Final = r"[IVXLC]{1,8}(?![^\W_])"
PARENTHESES: Final = r"(?:\s?\((?:[0-9]{1,3}|[a-z]{1,2}|[A-Z]|[ivx]{1,6}|[IVX]{1,6})\))"
"""One step down in parentheses: "(2)", "(a)", "(iii)"."""
EAST_ASIAN_LABEL: Final = rf"第\s?(?:[0-9０-９]+|[{HAN_NUMERALS}]+)\s?[{''.join(sorted(set(''.join(EAST_ASIAN))))}]"
EAST_ASIAN_BRANCH: Final = rf"(?:の[{HAN_NUMERALS}0-9０-９]+)"

_ORDINAL_SIGN: Final = re.compile(r"(?<=[0-9])\.?[º°ª]")
# These are single letters far more often than numbers: Annex C comes after Annex B.
_LETTERS_BEFORE_NUMBERS: Final = frozenset("cdlm")
# "1. (a) …": more levels than this on one line are no list.
_MOST_MARKERS: Final = 4


@dataclass(frozen=True, slots=True)
class Label:
    """A place in an agreement. ``kind`` is empty where the label has no word for it ("5.2", "(a)").

    ``numbers`` go from the outermost in, in canonical form: Arabic for Roman and Han numerals, small letters, suffixes
    joined ("5bis").
    """

    kind: str
    numbers: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[tuple[int, str], ...]:
        """Give a key that sorts labels of one kind as they are counted: 5, 5bis, 6; a, b, aa; i, ii, v."""
        return tuple(_order(number) for number in self.numbers)


def _order(number: str) -> tuple[int, str]:
    digits = re.match(r"[0-9]{1,18}", number)
    if digits:
        return int(digits[0]), number[digits.end() :]
    return len(number), number


def parse_label(text: str) -> Label | None:
    """Read a printed label or list marker, in any of the languages known; None where the text is something else."""
    stripped = text.strip().strip("-–—.:*_ ")
    match = _named().fullmatch(stripped)
    if match:
        return Label(_kinds()[_squeezed(match["word"])], numbers(match["number"]))
    match = _han_label().fullmatch(stripped)
    if match:
        return _east_asian(stripped)
    match = _bare().fullmatch(stripped)
    return Label("", numbers(stripped.strip("()[]."))) if match else None


def numbers(text: str) -> tuple[str, ...]:
    """Give the canonical numbers in a printed one: "5 (2) (a)" → ("5", "2", "a"); "IV" → ("4",); "4.2" → ("4", "2")."""
    head, *steps = re.split(r"[()]+", normalize("NFKC", _ORDINAL_SIGN.sub("", text)))
    parts = head.strip().split(".") if re.match(r"\s*[0-9]", head) else [head]
    return tuple(_canonical(part) for part in (*parts, *steps) if part.strip())


def _canonical(part: str) -> str:
    squeezed = re.sub(r"\s+", "", part)
    value = han_value(squeezed)
    if value is None and squeezed.isupper() and squeezed.lower() not in _LETTERS_BEFORE_NUMBERS:
        value = roman_value(squeezed)
    return squeezed.lower() if value is None else str(value)


def strip_marker(text: str) -> tuple[str, str]:
    """Part a text from the label or list marker that it begins with: ("(a)", "the Parties …"); "" where it has none.

    A label with a word ("Article 5") counts only if a sign or the line's end follows, for "Article 5 applies" is prose.
    """
    match = _marker().match(text)
    if match is None:
        return "", text
    return match[0].strip(), text[match.end() :]


def _east_asian(text: str) -> Label:
    kind, found = "", []
    for match in re.finditer(rf"第\s?([^\s第]+?)\s?([{''.join(EAST_ASIAN)}])({EAST_ASIAN_BRANCH}*)", text):
        kind = kind or EAST_ASIAN[match[2]]
        branches = re.findall(rf"[{HAN_NUMERALS}0-9０-９]+", match[3])
        found.append("-".join(numbers(part)[0] for part in (match[1], *branches)))
    return Label(kind, tuple(found))


@cache
def _kinds() -> dict[str, str]:
    found: dict[str, str] = {"附属書": "annex", "附件": "annex", "別表": "schedule", "付録": "appendix"}
    found |= {word: kind for kind, words in MORE_WORDS.items() for word in words.split("|")}
    for table in TABLES.values():
        for kind, forms in table.words.items():
            for word in "|".join(forms).split("|"):
                found.setdefault(word, kind)
    return found


def _squeezed(word: str) -> str:
    return re.sub(r"\s+", " ", word.lower())


@cache
def _words() -> str:
    return "|".join(re.escape(word) for word in sorted(_kinds(), key=len, reverse=True))


@cache
def _named() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<word>(?i:{_words()}))\s*(?P<number>(?:{NUMBER}|{ROMAN}|[A-Z](?![^\W_])|[Ⅰ-Ⅻ]|[{HAN_NUMERALS}]+){PARENTHESES}*)"
    )


@cache
def _han_label() -> re.Pattern[str]:
    return re.compile(rf"(?:{EAST_ASIAN_LABEL}{EAST_ASIAN_BRANCH}*\s?)+")


@cache
def _bare() -> re.Pattern[str]:
    step = r"\(?(?:[0-9]{1,4}|[a-zA-Z]{1,2}|[ivxlIVXL]{1,7})\)"
    return re.compile(rf"{step}(?:\s?{step})*|(?:{NUMBER}|{ROMAN}|[a-zA-Z]){PARENTHESES}*")


@cache
def _marker() -> re.Pattern[str]:
    """Compile one or several markers at the start of a text, each with the space behind it."""
    enumerated = (
        r"\((?:[0-9]{1,3}|[a-zA-Z]{1,2}|[ivxlIVXL]{1,7})\)(?=[\s\w“\"‘])",  # (a) (12) (iii)
        r"(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,5}|[a-zA-Z]|[ivxIVX]{2,6})[.)](?=\s)",  # 1. 1.2.3. a) iv.
        rf"[0-9]{{1,3}}(?:[a-z]|\s?(?:{_SUFFIX}))[.)](?=\s)",  # 5a. 5 bis.
        r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,5}(?=\s+[^\W\d_a-z])",  # 1.2 Scope
        rf"(?i:{_words()})\s*(?:{NUMBER}|(?-i:{ROMAN})|(?-i:[A-Z])\b){PARENTHESES}*(?:\s*[.:–—-](?=\s)|\s*[\r\n]|\s*\Z)",
        rf"{EAST_ASIAN_LABEL}{EAST_ASIAN_BRANCH}*(?=[\s（(]|\Z)",
        rf"[（(][{HAN_NUMERALS}]{{1,3}}[)）]|[{HAN_NUMERALS}]{{1,3}}、|[0-9０-９]{{1,2}}[、．　](?![0-9])|[①-⑳]",
        r"[•·▪‣◦●○■□–—*-](?=\s)",
    )
    return re.compile(rf"\s*(?:(?:{'|'.join(enumerated)})\s*){{1,{_MOST_MARKERS}}}")
