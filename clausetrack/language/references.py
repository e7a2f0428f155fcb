"""Cross-references in a text: "Article 5(2)(a)", "paragraphs 1 and 2 of this Article", "Annex II", "第五条第二項".

Each is read into the labels that it points at, outermost number first, so that "paragraph 2 of Article 5" and
"Article 5(2)" are the same place, and it is told whether it points into another instrument.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Final

from clausetrack.language.divisions import TABLES
from clausetrack.language.numbering import NUMBER, PARENTHESES, ROMAN, Label, numbers
from clausetrack.language.reference import Reference, Standpoint
from clausetrack.language.references_han import han_references

# What may contain what, the outermost first; kinds in one row contain none of each other.
_LEVELS: Final = (
    "protocol annex appendix schedule",
    "part",
    "title",
    "chapter",
    "section recital",
    "article rule clause",
    "subsection",
    "paragraph",
    "subparagraph",
    "point",
)
_LEVEL: Final = {kind: level for level, kinds in enumerate(_LEVELS) for kind in kinds.split()}
# "the second paragraph" is one of an article; "the first part" may be of anything.
_COUNTED_BY_WORD: Final = frozenset({"subsection", "paragraph", "subparagraph"})
# A range that names more places is a slip or a trap, and stands for its ends.
_LONGEST_RANGE: Final = 100
# Words that an instrument's name may have behind its noun; more are a sentence, and would be read once a reference.
_LONGEST_NAME: Final = 24
# A number behind "and" that counts days or shares is no further article.
_COUNTED: Final = (
    r"%|per\s?cent|(?:days?|weeks?|months?|years?|hours?|dagen|weken|maanden|jaar|jours?|mois|ans|années|días|meses|años|"
    r"tagen?|monaten?|wochen|jahren?)\b"
)
_NUMBER: Final = (
    rf"(?:(?:{NUMBER}|{ROMAN}|[A-Z](?![^\W_]))(?:{PARENTHESES})*|(?:{PARENTHESES})+|[a-z]\)|[a-z](?![^\W_]))"
)


def references(text: str, language: str | None = "en") -> tuple[Reference, ...]:
    """Give the cross-references of a text in reading order; none overlaps another.

    ``language`` is a language tag, of which the first part counts. With None every language known is tried, the first
    and longest reading taken; in a language that is not known nothing is found. Linear in the length of the text.
    """
    primary = (language or "").partition("-")[0].lower()
    found = list(han_references(text)) if primary in {"", "ja", "zh"} else []
    for name in TABLES:
        if primary in {"", name}:
            found += _spaced(text, name)
    kept: list[Reference] = []
    for reference in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or reference.start >= kept[-1].end:
            kept.append(reference)
    return tuple(kept)


def _spaced(text: str, name: str) -> Iterator[Reference]:
    last: Reference | None = None
    for step in _steps(text, name):
        joined = _nested(text, name, last, step) if last else None
        if last and not joined:
            yield _with_instrument(text, name, last)
        last = joined or step
    if last:
        yield _with_instrument(text, name, last)


def _steps(text: str, name: str) -> Iterator[Reference]:
    """Yield each division that the text names, on its own."""
    kinds = _kinds(name)
    for match in _division(name).finditer(text):
        kind = kinds[(match["many"] or match["one"]).lower()]
        printed, end = match["numbers"] or match["number"], match.end()
        if printed and len(printed) == 1 and (match["this"] or (printed.islower() and kind != "point")):
            # "a part a day", "this Section I agree to": a word, no letter or number
            printed, end = None, match.end("one")
        targets = _targets(kind, printed, name) if printed else ()
        if match["ordinal"] and kind in _COUNTED_BY_WORD:
            targets = (Label(kind, (_ordinals(name)[match["ordinal"].lower()],)),)
        standpoint = _standpoint(match)
        if targets or (standpoint and kind != "protocol"):  # "this Protocol" is the instrument itself
            yield Reference(match.start(), end, targets or (Label(kind),), standpoint)


def _standpoint(match: re.Match[str]) -> Standpoint | None:
    if match["this"]:
        return "this"
    if match["before"] or match["above"]:
        return "before"
    return "after" if match["after"] or match["below"] else None


def _targets(kind: str, printed: str, name: str) -> tuple[Label, ...]:
    found: list[tuple[str, ...]] = []
    ranged = False
    for part in _separated(name).split(printed):
        if _ranging(name).fullmatch(part):
            ranged = True
        elif steps := numbers(part) if _is_number(part.strip()) else ():
            if found:
                steps = _completed(found[-1], part.strip(), steps)
            found += [*(_between(found[-1], steps) if ranged and found else []), steps]
            ranged = False
    return tuple(Label(kind, steps) for steps in found)


def _completed(last: tuple[str, ...], printed: str, steps: tuple[str, ...]) -> tuple[str, ...]:
    """Give a number in a list what it shares with the last one: "5(1), (2) and (3)(a)", "5(2)(a) to (c)", "9j to l"."""
    if printed.startswith("("):
        alike = [at for at in range(1, len(last)) if last[at].isdigit() == steps[0].isdigit()]
        return (*last[: alike[-1] if alike else -1], *steps)
    lettered = re.fullmatch(r"([0-9]+)[a-z]", last[-1])
    if lettered and len(steps) == 1 and re.fullmatch(r"[a-z]", steps[0]):
        return (*last[:-1], lettered[1] + steps[0])
    return steps


def _between(first: tuple[str, ...], last: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Write out what a range names between its ends: numbers, or letters."""
    outer, low, high = first[:-1], first[-1], last[-1]
    if low.isdigit() and high.isdigit():
        span = range(int(low) + 1, int(high))
        return [(*outer, str(number)) for number in span] if len(span) <= _LONGEST_RANGE else []
    if low[:-1] == high[:-1] and "a" <= low[-1] <= high[-1] <= "z":
        return [(*outer, low[:-1] + chr(code)) for code in range(ord(low[-1]) + 1, ord(high[-1]))]
    return []


def _nested(text: str, name: str, first: Reference, second: Reference) -> Reference | None:
    """Put neighbours together where one is part of the other: "Article 5, paragraph 2", "paragraph 2 of Article 5"."""
    between = text[first.end : second.start]
    deeper = _LEVEL[second.targets[0].kind] - _LEVEL[first.targets[0].kind]
    if deeper > 0 and re.fullmatch(r"\s?,?\s?", between) and not second.standpoint:
        outer, inner = first, second
        if _belongs_to_next(text, name, outer, inner):
            return None
    elif deeper < 0 and _part_of(name).fullmatch(between):
        outer, inner = second, first
    else:
        return None
    targets = tuple(
        Label(whole.kind, whole.numbers + part.numbers) if whole.numbers else part
        for whole, part in product(outer.targets, inner.targets)
    )
    return Reference(first.start, second.end, targets, outer.standpoint or inner.standpoint)


def _belongs_to_next(text: str, name: str, outer: Reference, inner: Reference) -> bool:
    """Say whether a part goes with what follows: "Article 10, paragraph 3 of Article 11"."""
    joint = _part_of(name).match(text, inner.end)
    following = _division(name).match(text, joint.end()) if joint else None
    return (
        following is not None and _kinds(name)[(following["many"] or following["one"]).lower()] == outer.targets[0].kind
    )


def _with_instrument(text: str, name: str, reference: Reference) -> Reference:
    match = _instrument(name).match(text, reference.end)
    if match is None:
        return reference
    words = (match["name"] or match["acronym"]).split()
    while words[-1].lower() in TABLES[name].small_words.split("|"):
        words.pop()
    alone = len(words) == 1 and (text[reference.start : reference.end].isupper() or not _is_acronym(words[0]))
    if alone and match["acronym"]:
        return reference
    external = not match["own"] and (bool(match["that"]) or not alone)
    return replace(reference, instrument=" ".join(words), external=external)


@cache
def _kinds(name: str) -> dict[str, str]:
    return {word: kind for kind, forms in TABLES[name].words.items() for form in forms for word in form.split("|")}


@cache
def _ordinals(name: str) -> dict[str, str]:
    ordinals = enumerate(TABLES[name].ordinals, 1)
    return {form: str(number) for number, forms in ordinals for form in forms.split("|")}


def _any(words: str) -> str:
    """Give a pattern for any of the words, the longest first, in either case, white space as it comes."""
    escaped = (re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words.split("|"), key=len, reverse=True))
    return f"(?i:{'|'.join(escaped)})"


@cache
def _division(name: str) -> re.Pattern[str]:
    """Compile one division with its numbers, and with what stands for a number: this, the second, the one above."""
    table = TABLES[name]
    one = "|".join(forms[0] for forms in table.words.values())
    many = "|".join(forms[1] for forms in table.words.values()) + (f"|{one}" if table.lists else "")
    ahead = {
        "this": table.this,
        "ordinal": "|".join(table.ordinals),
        "before": table.before,
        "after": table.after,
    }
    words_ahead = "|".join(f"(?P<{group}>{_any(words)})" for group, words in ahead.items())
    more = rf"(?:{_separator(name)}{_NUMBER}(?![0-9])(?!\s?(?i:{_COUNTED})))*"
    more_steps = rf"(?:{_separator(name)}{PARENTHESES}+)*"
    return re.compile(
        rf"(?<![^\W_])(?:(?:{words_ahead})\s+)?"
        rf"(?:(?P<many>{_any(many)})(?![^\W\d_])\s?(?P<numbers>{_NUMBER}{more})"
        rf"|(?P<one>{_any(one)})(?![^\W\d_])(?:\s?(?P<number>{_NUMBER}{more_steps}))?)"
        rf"(?:\s(?:(?P<above>{_any(table.before)})|(?P<below>{_any(table.after)}))(?![^\W_]))?"
    )


def _separator(name: str) -> str:
    table = TABLES[name]
    return rf"(?:\s?,?\s?(?:{_any(table.and_)}|{_any(table.to)})\s|\s?[,;]\s?|\s?[–—-]\s?)"


@cache
def _separated(name: str) -> re.Pattern[str]:
    return re.compile(f"({_separator(name)})")


@cache
def _ranging(name: str) -> re.Pattern[str]:
    return re.compile(rf"\s?,?\s?(?:{_any(TABLES[name].to)}|[–—-])\s?")


@cache
def _part_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"\s?,?\s?{_any(TABLES[name].of)}\s?")


@cache
def _instrument(name: str) -> re.Pattern[str]:
    """Compile what names the instrument behind a reference: an acronym, or a noun with the name around it."""
    table = TABLES[name]
    small = _any(table.small_words)
    named = rf"(?:[^\W\d_a-z][\w’'-]*\s){{0,6}}{_any(table.instruments)}(?![^\W_])"
    capital = rf"(?!(?i:{table.and_})\s)[^\W\d_a-zà-ÿ][\w’'-]*"
    further = rf"(?:\s{small}){{1,4}}\s[^\s,;:.()]+|\s{capital}|\s\([A-Z]{{2,8}}\)|\s(?:No\.?\s)?[0-9]+[0-9/]*"
    return re.compile(
        rf"\s?,?\s?{_any(table.of)}\s?(?:(?P<own>{_any(table.own)})\s|(?P<that>{_any(table.that)})\s)?"
        rf"(?P<name>{named}(?:{further}){{0,{_LONGEST_NAME}}}|[A-Z]{{2,8}}(?![^\W_]))"
        r"|\s(?P<acronym>[A-Z]{2,8}(?![^\W_]))"
    )


_is_number: Final = re.compile(_NUMBER).fullmatch
_is_acronym: Final = re.compile(r"[A-Z]{2,8}").fullmatch
