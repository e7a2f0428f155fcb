"""The labels of divisions at the start of a line: "Article 5", "PART ONE", "First Schedule", "第五条", "Annex II".

Annexes may have no number.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from clausetrack.draft.outline.marks import Reading, readings
from clausetrack.language.divisions import EAST_ASIAN, MORE_WORDS, TABLES
from clausetrack.language.numbering import EAST_ASIAN_BRANCH, NUMBER, ROMAN, numbers
from clausetrack.language.numerals import HAN_NUMERALS, number_words

RANKS: Final = {
    kind: rank
    for rank, kinds in enumerate(
        (
            *("protocol declaration", "annex schedule letter", "appendix"),
            *("book", "part", "subpart", "title", "division", "chapter", "section", "subsection"),
            *("article", "clause rule", "sign", "paragraph"),
        )
    )
    for kind in kinds.split()
}
"""The divisions that have a heading, the outermost first. "sign" is the sign of sections, "§", in its own right."""

ANNEXES: Final = frozenset(("protocol", "declaration", "annex", "schedule", "appendix"))
UNITS: Final = frozenset(("section", "subsection", "article", "clause", "rule", "sign", "paragraph"))
"""What can be a clause. The others hold clauses."""

_EAST_ASIAN_ANNEX: Final = "附属書|附件|別表|附表|付録|附录"
_KOREAN: Final = {"조": "article", "장": "chapter", "절": "section", "편": "part"}
_FEW: Final = 3
"""Letters of a word that tell it from most others."""

_SPACE: Final = 200
"""Characters among which a line begins."""

_LONGEST_RANGE: Final = 80
"""Characters of the longest line that labels several provisions at once."""

_ALIKE: Final = "1iIl|!tT"
"""Signs that recognition of printed letters takes for each other."""
_FOLDED: Final = str.maketrans({**dict.fromkeys(_ALIKE, "l"), "0": "o"})
_DIGITS: Final = str.maketrans({**dict.fromkeys("lI|", "1"), **dict.fromkeys("Oo", "0"), "S": "5", "B": "8", "Z": "2"})
_ROMANS: Final = str.maketrans(dict.fromkeys("l1|", "I"))
_SLIPPED: Final = re.compile(
    r"\s*(?P<label>(?P<word>[^\W_][^\s_]{5,9})\s+(?P<digits>[0-9lI|OoSBZ]{1,4}|[IVXl1|]{2,7})"
    r"(?P<suffix>\s?(?:bis|ter|quater))?)[.:]?\s*"
)
_COUNTING: Final = frozenset("1I")
"""Alphabets in which divisions are numbered that recognition misreads."""

_MISREAD: Final = re.compile(r"[0-9]+l|[SBZ]")

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
    if not _may_begin(line, start):
        return None
    match = (
        (_ranged().match(line, start) if len(line) <= _LONGEST_RANGE else None)
        or _named().match(line, start)
        or _han_named().match(line, start)
        or _korean().match(line, start)
        or _counted().match(line, start)
    )
    if match is None:
        return None
    found = match.groupdict()
    if found.get("counter"):
        kind = {**EAST_ASIAN, **_KOREAN}[found["counter"]]
    else:
        kind = (_kinds() | _plurals())[_squeezed(match["word"])]
    if kind in _UNLABELLED:
        return None
    printed, sign = match["label"].strip(), (match["sign"] or "").strip()
    whole = _of_whole().match(line, match.end("label")) if kind in ANNEXES else None
    rest = whole.end() if whole else match.end()
    return Name(kind, printed, _name_readings(found), match.end("label"), rest, bool(sign))


def _may_begin(line: str, start: int) -> bool:
    """Say whether a line begins with the first letters of a label, as few lines do: saves the search for all words."""
    first = line[start : start + _SPACE].lstrip().removeprefix("[")[:_FEW].lower()
    return any(first[:length] in _starts() for length in range(1, _FEW + 1))


def slipped_name(line: str) -> Name | None:
    """Read a label that recognition misread, alone on its line: "Artic1e 5", "Arlicle 11", "Article l6"."""
    match = _SLIPPED.fullmatch(line)
    known = _folded_units().get(match["word"].translate(_FOLDED)) if match else None
    if match is None or known is None:
        return None
    word, kind = known
    number, suffix = match["digits"], match["suffix"] or ""
    if suffix:
        number = number.translate(_DIGITS) + suffix
    found = readings(number) if suffix else tuple(misread(number).values())
    return Name(kind, f"{word} {number}", found, match.end("label"), len(line), sign=True) if found else None


def misread(number: str) -> dict[str, Reading]:
    """Give what a misread number may have been, with its reading: "l0" was 10, "Vl" VI, and "Il" II or 11."""
    found: dict[str, Reading] = {}
    forms = (number.translate(_ROMANS), number.translate(_DIGITS))
    for form in forms if any(letter in "IVX" for letter in number) else reversed(forms):
        for reading in readings(form):
            if reading.alphabet in _COUNTING and len(reading.value) == 1:
                found[form] = reading._replace(alphabet="1")
    return found


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
    ordinal = found.get("ordinal")
    if ordinal:
        return (Reading("1", (_ordinals()[_squeezed(ordinal)],)),)
    number = (found["number"] or "").strip()
    arabic = [
        reading._replace(alphabet={"I": "1", "i": "1", "一": "1"}.get(reading.alphabet, reading.alphabet))
        for reading in readings(number)
    ]
    if _MISREAD.fullmatch(number):
        # "3l" is 31 misread where 30 went before, and "S" is 5 where 4 did
        arabic += [reading for reading in misread(number).values() if reading not in arabic]
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
def _plurals() -> dict[str, str]:
    return {
        word: kind
        for table in TABLES.values()
        for kind in UNITS & table.words.keys()
        for word in table.words[kind][1].split("|")
        if word not in _kinds()
    }


@cache
def _folded_units() -> dict[str, tuple[str, str]]:
    """Give the words of units with their kinds, by the words with signs that look alike taken for one."""
    units = [(word, kind) for word, kind in _kinds().items() if kind in UNITS and word.isalpha()]
    forms = ((form, kind) for word, kind in units for form in (word.capitalize(), word.upper()))
    return {form.translate(_FOLDED): (form, kind) for form, kind in forms}


@cache
def _starts() -> frozenset[str]:
    return frozenset(word[:_FEW] for word in ("第", "제", *_kinds(), *_plurals(), *_ordinals()))


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
def _ranged() -> re.Pattern[str]:
    """Compile "Articles 4 to 6", alone or before brackets: provisions that were repealed together."""
    number = r"[0-9]{1,4}[a-z]?"
    return re.compile(
        rf"\s*(?P<label>(?P<word>(?i:{_any((*_plurals(), 'artikel'))}))\s+(?P<number>{number})"
        rf"(?:\s?[-–—]\s?|\s(?:to|through|and|à|et|a|y|bis|und|tot en met|t/m|en)\s){number})"
        rf"(?P<sign>\s*[.:]?)(?=\s*(?:\Z|[(\[]))\s*"
    )


@cache
def _of_whole() -> re.Pattern[str]:
    """Compile what may stand between an annex's label and its heading: "to the Agreement", "to Annex II"."""
    own = "|".join(
        rf"(?:{table.of})\s?(?:(?:{table.this}|{table.own})\s)?(?:{table.instruments})" for table in TABLES.values()
    )
    of = "|".join(table.of for table in TABLES.values())
    annexes = _any(word for word, kind in _kinds().items() if kind in ANNEXES)
    other = rf"(?i:(?:{of})\s?(?:{annexes}))\s(?:[Nn][o°º]\.?\s?)?(?:{NUMBER}|{ROMAN}|[A-Z](?![^\W_]))"
    return re.compile(rf"\s+(?:(?i:{own})|{other})(?:\s*[:–—-]+(?=\s|\Z)|\Z)\s*")


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
