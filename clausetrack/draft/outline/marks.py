"""The markers that lines begin with: "1.", "(a)", "iv)", "1.2".

A marker that may be read in two ways ("(i)": the ninth letter, or one) keeps both; its neighbours decide.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from clausetrack.language.numerals import HAN_NUMERALS, han_value, roman_value

_SUFFIXES: Final = ("", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")

_ORDINAL_ENDINGS: Final = frozenset(("er", "re", "ère", "º", "ª", "st"))
"""Of the first: "Article 1er", "1st"."""


class Reading(NamedTuple):
    """What a number may be: its alphabet (1, a, A, i, I, 一, ①), its values from the outermost in, its suffix."""

    alphabet: str
    value: tuple[int, ...]
    suffix: str = ""


class Mark(NamedTuple):
    """A marker as printed; ``style`` is the signs around it; ``end`` is where the words begin, in the full line."""

    printed: str
    body: str
    style: str
    readings: tuple[Reading, ...]
    start: int
    end: int


def is_first(reading: Reading) -> bool:
    """Say whether a number is the first of its kind: 1, a, i, 1.1; some count from 0."""
    return reading.value[-1] <= 1 and not reading.suffix


def follows(before: Reading, after: Reading) -> bool:
    """Say whether a number is the next one: 5 or 5bis after 4 or 5, (b) after (a), 2.1 after 1.7."""
    if before.alphabet != after.alphabet or len(before.value) != len(after.value):
        return False
    if before.value == after.value:
        return _suffix_order(after.suffix) > _suffix_order(before.suffix)
    if before.value[:-1] == after.value[:-1]:
        return after.value[-1] == before.value[-1] + 1
    outer = before.value[:-2] == after.value[:-2] and after.value[-2] == before.value[-2] + 1
    return outer and after.value[-1] == 1


def exceeds(before: Reading, after: Reading) -> bool:
    """Say whether a number comes after another in the same count, next or not."""
    same = before.alphabet == after.alphabet and len(before.value) == len(after.value)
    return same and (after.value, _suffix_order(after.suffix)) > (before.value, _suffix_order(before.suffix))


def _suffix_order(suffix: str) -> tuple[int, str]:
    return (_SUFFIXES.index(suffix), "") if suffix in _SUFFIXES else (1, suffix)


def readings(body: str) -> tuple[Reading, ...]:
    """Give the ways in which the number of a marker can be read, the likeliest first; none where it is no number."""
    squeezed = re.sub(r"\s|(?<=[0-9])\.?[º°ª]", "", body)
    found = re.fullmatch(r"([0-9０-９]+(?:[.．-][0-9０-９]+)*)(?:[-–.]?([^\W\d_]+))?", squeezed)
    if found:
        value = tuple(int(part) for part in re.split(r"[.．-]", found[1]))
        suffix = (found[2] or "").lower()
        return (Reading("1", value, "" if suffix in _ORDINAL_ENDINGS else suffix),)
    if "①" <= squeezed <= "⑳":
        return (Reading("①", (ord(squeezed) - ord("①") + 1,)),)
    lettered = re.fullmatch(r"([IVXLC]+)[-–.]([A-Z])", squeezed)
    if lettered and (value_ := roman_value(lettered[1])):
        return (Reading("I", (value_,), lettered[2].lower()),)
    han = han_value(squeezed)
    if han is not None:
        return (Reading("一", (han,)),)
    return _letters(squeezed)


def _letters(body: str) -> tuple[Reading, ...]:
    found = []
    lower = body.lower()
    if not lower.isascii() or not lower.isalpha() or body not in (lower, body.upper()):
        return ()
    if len(set(lower)) == 1 and len(lower) <= 2:  # noqa: PLR2004 - after (z) comes (aa)
        value = ord(lower[0]) - ord("a") + 1 + 26 * (len(lower) - 1)
        found.append(Reading("a" if body == lower else "A", (value,)))
    roman = roman_value(lower) if set(lower) <= set("ivxlc") else None
    if roman:
        # "C" is far more often the third letter than a hundred
        found.insert(0 if len(lower) > 1 or lower in "ivx" else 1, Reading("i" if body == lower else "I", (roman,)))
    return tuple(found)


def mark(line: str, start: int, *, apart: bool = False) -> Mark | None:
    """Read the marker at a place of a line; ``apart`` says that it is a label of its own, which needs no sign."""
    match = _enumerated().match(line, start)
    if match is None:
        return None
    body = match["body"]
    opened = match["open"].translate(_NARROW)
    closed = match["close"].translate(_NARROW).strip()
    found = readings(body)
    if not found or (not closed and not apart and not _stands_bare(line, match)):
        return None
    if opened and ")" not in closed and "]" not in closed:
        return None
    style = opened + closed if len(found[0].value) == 1 else "…"
    return Mark(match[0].strip(), body, style, found, start, match.end())


def _stands_bare(line: str, match: re.Match[str]) -> bool:
    """Say whether a number without a sign can be a marker: "1.2 Scope", "2 締約国は", "一 時刻", "1 Definitions"."""
    following = line[match.end() : match.end() + 1]
    if _DATE.match(line, match.start("body")):
        return False
    if match["body"][0] in HAN_NUMERALS:
        return line[match.end() - 1].isspace() and "\u3040" <= following <= "\u9fff"
    numeral = re.match(r"[0-9０-９]", match["body"])
    return bool(numeral) and ((following.isalpha() and not following.islower()) or following in "「『“")


_DATE: Final = re.compile(r"[0-9]{1,2}\s+[^\W\d_]{3,12}\.?\s+[12][0-9]{3}\b")
"""A day at the start of a line: "8 September 1995"."""

BULLET: Final = re.compile(r"\s*([•·▪‣◦●○■□∙–—*-])\s+")

_NARROW: Final = str.maketrans("（）［］．、", "()[].,")


@cache
def _enumerated() -> re.Pattern[str]:
    suffix = "|".join(_SUFFIXES[1:])
    body = (
        rf"[0-9０-９]{{1,3}}(?:[.．][0-9０-９]{{1,3}}){{0,5}}(?:[a-z](?![a-z])|\s?(?i:{suffix})(?![a-z]))?"
        rf"|[ivxl]{{1,7}}|[IVXL]{{1,7}}|[a-zA-Z]|[a-z]{{2}}|[A-Z]{{2}}|[{HAN_NUMERALS}]{{1,3}}|[①-⑳]"
    )
    dash = r"\s[–—-](?=\s+[^\W\d_a-z])"  # "1 - Scope", but "3 - 5 metres"
    return re.compile(
        rf"\s*(?P<open>[(（\[［]?)(?P<body>{body})"
        rf"(?P<close>[)）\]］][.．]?|[.．、º°](?![0-9])|{dash}|(?=\s|[①-⑳]|(?<=[①-⑳])))"
        rf"(?:\s+|\Z|(?<=[）、．])|(?=[\u3040-\u9fff“\"«‘]))"
    )
