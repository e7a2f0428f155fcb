"""The labels of divisions at the start of a line: "Article 5", "PART ONE", "First Schedule", "第五条", "Annex II".

Annexes may have no number.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from clausetrack.draft.outline_marks import Reading, readings
from clausetrack.language.divisions import EAST_ASIAN, MORE_WORDS, TABLES
from clausetrack.language.numbering import EAST_ASIAN_BRANCH, NUMBER, ROMAN, numbers
from clausetrack.language.numerals import HAN_NUMERALS, number_words

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

_EAST_ASIAN_ANNEX: Final = "附属書|附件|別表|附表|付録|附录"
_KOREAN: Final = {"조": "article", "장": "chapter", "절": "section", "편": "part"}
# "Point 3" and "Nr. 4" label what has no heading.
_UNLABELLED: Final = frozenset(("subparagraph", "point", "recital"))


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


def name(line: str, start: int = 0) -> Name | None:
    """Read the label of a division at the start of a line; None where there is none, or one with steps ("5(2)")."""
    match = (
        _named().match(line, start)
        or _han_named().match(line, start)
        or _korean().match(line, start)
        or _counted().match(line, start)
    )
    if match is None:
        return None
    found = match.groupdict()
    kind = {**EAST_ASIAN, **_KOREAN}[found["counter"]] if found.get("counter") else _kinds()[_squeezed(found["word"])]
    if kind in _UNLABELLED:
        return None
    sign = match["sign"] or ""
    return Name(
        kind, match["label"].strip(), _name_readings(found), match.end("label"), match.end(), bool(sign.strip())
    )


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


def _squeezed(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower())


@cache
def _kinds() -> dict[str, str]:
    found = {word: kind for kind, words in MORE_WORDS.items() for word in words.split("|")} | {"§": "sign"}
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
    whole = rf"{NUMBER}|{ROMAN}|[A-Z](?![^\W_])|[Ⅰ-Ⅻ]|[{HAN_NUMERALS}]{{1,4}}(?!\w)"
    number = rf"(?:{whole})(?:[-–.][A-Z](?![^\W_])|[-–][0-9A-Z]{{1,3}}(?![^\W_]))*"
    # "PARTIES" is no "PARTIE S"
    gap = rf"(?:\s+|\s*(?=[0-9Ⅰ-Ⅻ{HAN_NUMERALS}])|(?<=[§.]))"
    word = _any(_kinds())
    ordinal = _any(_ordinals())
    return re.compile(
        rf"\s*(?P<open>\[)?(?P<label>(?P<word>(?i:{word}))(?:(?:{gap}|\s+[Nn](?:[oOrR]\.?|[°º])\s*)(?P<number>{number})"
        rf"|\s+(?P<ordinal>(?i:{ordinal}))(?![^\W_])))"
        rf"(?(open)\])(?P<sign>\s*(?:[.:：–—-]+(?=\s|\Z)|\Z)|\s*[.]?\s*[–—-]\s|[.][–—-]{{1,2}}(?=[^\W\d_])|(?=[(（\s]))"
        rf"\s*(?![(][0-9a-z]{{1,3}}[)])"
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


@cache
def _korean() -> re.Pattern[str]:
    """Compile "제1조(목적)", "제3조의2": Korean writes the counter behind the number, as its neighbours do."""
    return re.compile(
        rf"\s*(?P<label>제\s?[0-9]{{1,4}}\s?(?P<counter>[{''.join(_KOREAN)}])(?:의\s?[0-9]{{1,3}})?)(?P<sign>)(?=[\s(（]|\Z)\s*"
    )
