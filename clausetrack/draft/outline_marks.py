"""What a line begins with: the label of a division ("Article 5", "第五条"), or a marker ("1.", "(a)", "iv)", "1.2").

A marker that may be read in two ways ("(i)": the ninth letter, or one) keeps both; its neighbours decide.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from clausetrack.language.divisions import EAST_ASIAN, TABLES
from clausetrack.language.numbering import EAST_ASIAN_BRANCH, NUMBER, ROMAN, numbers
from clausetrack.language.numerals import HAN_NUMERALS, han_value, number_words, roman_value

_SUFFIXES: Final = ("", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")

_ORDINAL_ENDINGS: Final = frozenset(("er", "re", "ère", "º", "ª", "st"))
"""Of the first: "Article 1er", "1st"."""

RANKS: Final = {
    kind: rank
    for rank, kinds in enumerate(
        (
            *("protocol", "annex schedule", "appendix"),
            *("book", "part", "subpart", "title", "division", "chapter", "section", "subsection"),
            *("article", "clause rule", "sign", "paragraph"),
        )
    )
    for kind in kinds.split()
}
"""The divisions that have a heading, the outermost first. "sign" is the sign of sections, "§", in its own right."""

ANNEXES: Final = frozenset(("protocol", "annex", "schedule", "appendix"))
UNITS: Final = frozenset(("section", "subsection", "article", "clause", "rule", "sign", "paragraph"))
"""What can be a clause. The others hold clauses."""

_MORE: Final = {
    "book": "book|livre|libro|buch|boek",
    "subpart": "subpart|sub-part",
    "division": "division",
    "article": "articolo|artigo|artykuł|статья|artikkel",
    "annex": "allegato|załącznik|приложение|bilaga|liite",
    "chapter": "capitolo|capo|rozdział|глава|kapittel",
    "title": "titolo",
    "section": "sezione|secção|seção|раздел",
    "sign": "§",
}
_EAST_ASIAN_ANNEX: Final = "附属書|附件|別表|附表|付録|附录"
# "Point 3" and "Nr. 4" label what has no heading.
_UNLABELLED: Final = frozenset(("subparagraph", "point", "recital"))


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


class Name(NamedTuple):
    """The label of a division as printed; ``readings`` is empty where it has no number ("Annex").

    ``end`` is where the label ends in the full line, ``rest`` where what follows its signs begins; ``sign`` says that
    a full stop, colon or dash parts them.
    """

    kind: str
    printed: str
    readings: tuple[Reading, ...]
    end: int
    rest: int
    sign: bool


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
    squeezed = re.sub(r"\s", "", body)
    found = re.fullmatch(r"([0-9０-９]+(?:[.．-][0-9０-９]+)*)(?:[-–]?([^\W\d_]+))?", squeezed)
    if found:
        value = tuple(int(part) for part in re.split(r"[.．-]", found[1]))
        suffix = (found[2] or "").lower()
        return (Reading("1", value, "" if suffix in _ORDINAL_ENDINGS else suffix),)
    if "①" <= squeezed <= "⑳":
        return (Reading("①", (ord(squeezed) - ord("①") + 1,)),)
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


def name(line: str, start: int = 0) -> Name | None:
    """Read the label of a division at the start of a line; None where there is none, or one with steps ("5(2)")."""
    match = _named().match(line, start) or _han_named().match(line, start) or _counted().match(line, start)
    if match is None:
        return None
    found = match.groupdict()
    kind = EAST_ASIAN[found["counter"]] if found.get("counter") else _kinds()[_squeezed(found["word"])]
    if kind in _UNLABELLED:
        return None
    printed = line[start : match.end("label")].strip()
    sign = match["sign"] or ""
    return Name(kind, printed, _name_readings(found), match.end("label"), match.end(), bool(sign.strip()))


def plain_name(line: str, start: int = 0) -> Name | None:
    """Read the label of an annex without a number: "Annex", "SCHEDULE – Fees", "Annex to the Agreement"."""
    match = _plain().match(line, start)
    if match is None:
        return None
    kind = _kinds()[_squeezed(match["label"])]
    return Name(kind, match["label"], (), match.end("label"), match.end(), bool(match["sign"].strip()))


def _name_readings(found: dict[str, str | None]) -> tuple[Reading, ...]:
    if found.get("counter"):
        parts = re.findall(rf"[{HAN_NUMERALS}0-9０-９]+", found["label"] or "")
        value, *branches = (int(numbers(part)[0]) for part in parts)
        return (Reading("1", (value,), "".join(f"-{branch:03}" for branch in branches)),)
    if found["ordinal"]:
        return (Reading("1", (_ordinals()[_squeezed(found["ordinal"])],)),)
    arabic = [
        reading._replace(alphabet={"I": "1", "i": "1", "一": "1"}.get(reading.alphabet, reading.alphabet))
        for reading in readings((found["number"] or "").strip())
    ]
    return tuple(arabic)


def mark(line: str, start: int, *, apart: bool = False) -> Mark | None:
    """Read the marker at a place of a line; ``apart`` says that it is a label of its own, which needs no sign."""
    match = _enumerated().match(line, start)
    if match is None:
        return None
    body = match["body"]
    opened = match["open"].translate(_NARROW)
    closed = match["close"].translate(_NARROW)
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
    if match["body"][0] in HAN_NUMERALS:
        return line[match.end() - 1].isspace() and "\u3040" <= following <= "\u9fff"
    numeral = re.match(r"[0-9０-９]", match["body"])
    return bool(numeral) and ((following.isalpha() and not following.islower()) or following in "「『“")


BULLET: Final = re.compile(r"\s*([•·▪‣◦●○■□∙–—*-])\s+")

_NARROW: Final = str.maketrans("（）［］．、", "()[].,")


@cache
def _enumerated() -> re.Pattern[str]:
    suffix = "|".join(_SUFFIXES[1:])
    body = (
        rf"[0-9０-９]{{1,3}}(?:[.．][0-9０-９]{{1,3}}){{0,5}}(?:[a-z](?![a-z])|\s?(?:{suffix})(?![a-z]))?"
        rf"|[ivxl]{{1,7}}|[IVXL]{{1,7}}|[a-zA-Z]|[a-z]{{2}}|[A-Z]{{2}}|[{HAN_NUMERALS}]{{1,3}}|[①-⑳]"
    )
    return re.compile(
        rf"\s*(?P<open>[(（\[［]?)(?P<body>{body})(?P<close>[)）\]］][.．]?|[.．、º°](?![0-9])|(?=\s|[①-⑳]|(?<=[①-⑳])))"
        rf"(?:\s+|\Z|(?<=[）、．])|(?=[\u3040-\u9fff“\"«‘]))"
    )


def _squeezed(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower())


@cache
def _kinds() -> dict[str, str]:
    found = {word: kind for kind, words in _MORE.items() for word in words.split("|")}
    found |= dict.fromkeys(_EAST_ASIAN_ANNEX.split("|"), "annex")
    for table in TABLES.values():
        for kind, (one, _) in table.words.items():
            for word in one.split("|"):
                if kind in RANKS or kind in _UNLABELLED:
                    found.setdefault(word, kind)
    return found


@cache
def _ordinals() -> dict[str, int]:
    found: dict[str, int] = {}
    for language, table in TABLES.items():
        for value, forms in enumerate(table.ordinals, 1):
            found |= {form: found.get(form, value) for form in forms.split("|")}
        found |= {word: value for word, value in number_words(language).items() if value and word not in found}
    # "un", "a" and "se" are words of every day, and "ii" is no word at all
    return {word: value for word, value in found.items() if len(word) > 2}  # noqa: PLR2004 - see above


def _any(words: object) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))  # type: ignore[call-overload] # any iterable of words


@cache
def _named() -> re.Pattern[str]:
    """Compile "Article 5", "PART ONE", "Première partie", "First Schedule", "Annex": word and number, either first."""
    number = (
        rf"(?:{NUMBER}|{ROMAN}|[A-Z](?![^\W_])|[Ⅰ-Ⅻ]|[{HAN_NUMERALS}]{{1,4}}(?!\w))(?:[-–][0-9A-Z]{{1,3}}(?![^\W_]))*"
    )
    # "PARTIES" is no "PARTIE S"
    gap = rf"(?:\s+|\s*(?=[0-9Ⅰ-Ⅻ{HAN_NUMERALS}])|(?<=[§.]))"
    word = _any(_kinds())
    ordinal = _any(_ordinals())
    return re.compile(
        rf"\s*(?P<label>(?P<word>(?i:{word}))(?:(?:{gap}|\s+[Nn](?:[oOrR]\.?|[°º])\s*)(?P<number>{number})"
        rf"|\s+(?P<ordinal>(?i:{ordinal}))(?![^\W_])))"
        rf"(?P<sign>\s*(?:[.:：–—-]+(?=\s|\Z)|\Z)|\s*[.]?\s*[–—-]\s|(?=[(（\s]))\s*(?![(][0-9a-z]{{1,3}}[)])"
    )


@cache
def _counted() -> re.Pattern[str]:
    """Compile "Première partie", "First Schedule": an ordinal word before, and a sign or the end of the line behind."""
    return re.compile(
        rf"\s*(?P<label>(?P<ordinal>(?i:{_any(_ordinals())}))\s+(?P<word>(?i:{_any(_kinds())})))"
        rf"(?P<sign>\s*(?:[.:：–—-]+(?=\s|\Z)|\Z))\s*"
    )


@cache
def _plain() -> re.Pattern[str]:
    annexes = (word for word, kind in _kinds().items() if kind in ANNEXES and kind != "protocol" and "." not in word)
    return re.compile(rf"\s*(?P<label>(?i:{_any(annexes)}))(?P<sign>\s*(?:[.:：–—-]+(?=\s|\Z)|\Z)|(?=\s))\s*")


@cache
def _han_named() -> re.Pattern[str]:
    counters = "".join(sorted(set("".join(EAST_ASIAN))))
    label = rf"第\s?(?:[0-9０-９]+|[{HAN_NUMERALS}]+)\s?(?P<counter>[{counters}]){EAST_ASIAN_BRANCH}*"
    return re.compile(
        rf"\s*(?P<label>{label})(?P<sign>[\s\u3000：:]*)(?=[\s（(\u3000]|\Z|(?<=[\s：:])|[^\W第]{{1,12}}\Z)"
    )
