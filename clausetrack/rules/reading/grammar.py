"""A language made ready for reading edits: which words say nothing, join, qualify, cover all, or gate a power.

A language without a table is read by the shape of its words alone: short ones carry no content, and what is told by
words
of the language, an item from a qualifier above all, is not told.
"""

from __future__ import annotations

import re
from dataclasses import field
from functools import cache
from typing import Final, Literal

from clausetrack.language.divisions import TABLES as DIVISIONS
from clausetrack.language.force.lexicon import ADJUNCTS, Lexicon, lexicon, spellings
from clausetrack.language.measures import TABLES as MEASURES
from clausetrack.language.numerals import multiplier_words, number_words
from clausetrack.model.record import Record, record
from clausetrack.rules.reading.tables import TABLES, Table

_CLASSES: Final = (
    *("subordinators", "relatives", "demonstratives", "comparators", "auxiliaries", "be", "have", "pronouns"),
    *("contact_pronouns", "determiners", "prepositions", "supports", "possessives", "infinitive", "particles"),
    *("joiners", "adverbs", "openers", "clitics", "nonfinite"),
)
"""Word classes of a force lexicon whose members say nothing by themselves. Not negators: they say a great deal."""

_QUALIFYING: Final = ("subordinators", "relatives", "comparators", "prepositions", "infinitive")
"""Word classes that open a qualifier."""

_SHORT: Final = 3
"""Letters up to which a word of an unknown alphabetic language is taken for a small one."""

_NEVER: Final = re.compile(r"(?!)")
Role = Literal["limit", "term", "cap", "floor"]
_BETWEEN: Final = 4
"""Words that may stand between "not later than" or "at least" and the number: "the end of the year"."""

_NOTHING: Final[frozenset[str]] = frozenset()


@record
class Formula(Record):
    """A phrase that gates a power, or denies that something applies; ``key`` is what it asks for, else empty."""

    phrase: str
    key: str = ""


@record
class Grammar(Record):
    """Sets of words and patterns of a language, all for text in lower case; ``language`` is None where it is not known.

    ``formulas`` are found by their longest word; in a language without spaces all stand under the empty one.
    ``strong`` are the words that
    the strength of a norm may rest on, None where endings alone may carry it.
    """

    language: str | None = None
    spaced: bool = True
    small: frozenset[str] = _NOTHING
    universals: frozenset[str] = _NOTHING
    qualifiers: frozenset[str] = _NOTHING
    relatives: frozenset[str] = _NOTHING
    pronouns: frozenset[str] = _NOTHING
    joining: re.Pattern[str] = _NEVER
    alternatives: re.Pattern[str] = _NEVER
    examples: re.Pattern[str] = _NEVER
    modals: re.Pattern[str] = _NEVER
    leads: re.Pattern[str] = _NEVER
    fillers: re.Pattern[str] = _NEVER
    roles: tuple[tuple[Role, re.Pattern[str]], ...] = ()
    numerals: frozenset[str] = _NOTHING
    divisions: frozenset[str] = _NOTHING
    formulas: dict[str, tuple[Formula, ...]] = field(default_factory=dict)
    strong: frozenset[str] | None = _NOTHING

    def is_small(self, word: str) -> bool:
        """Say whether a word in lower case says nothing by itself."""
        if word in self.small:
            return True
        if self.language is None:
            return len(word) <= _SHORT and word.isascii() and word.isalpha()
        return len(word) == 1 and not "\u3400" <= word <= "\u9fff"


@cache
def grammar(language: str | None) -> Grammar:
    """Give the grammar of a language (BCP 47); one that knows no words where there is no table for it."""
    primary = (language or "").replace("_", "-").split("-")[0].casefold()
    table, words = TABLES.get(primary), lexicon(primary or None)
    return Grammar() if table is None or words is None else _ready(primary, table, words)


def _ready(primary: str, table: Table, words: Lexicon) -> Grammar:
    spaced = words.spaced
    joiners = frozenset(word for word in table.joiners.split("|") if " " not in word)
    universals = frozenset(table.universals.split("|"))
    numerals = frozenset(number_words(primary)) | frozenset(multiplier_words(primary))
    several = frozenset(word for word, value in number_words(primary).items() if value > 1)
    small = _classes(words, *_CLASSES).union(
        table.small.split(), table.modals.split("|"), joiners, universals, numerals
    )
    return Grammar(
        language=primary,
        spaced=spaced,
        small=small - frozenset(table.restrictors.split("|")),
        universals=universals,
        qualifiers=_classes(words, *_QUALIFYING) - joiners,
        relatives=_classes(words, "relatives"),
        pronouns=_classes(words, "pronouns"),
        joining=_pattern(table.joiners, spaced=spaced),
        alternatives=_pattern(table.alternatives, spaced=spaced),
        examples=_pattern(table.examples, spaced=spaced),
        modals=_pattern(table.modals, spaced=spaced),
        fillers=_pattern(table.fillers, spaced=spaced) if table.fillers else _NEVER,
        leads=re.compile(rf"(?:(?<!\w)(?:{'|'.join(table.leads.split())})\s)+\Z") if table.leads else _NEVER,
        roles=tuple((role, _role(words)) for role, words in _roles(table) if words),
        numerals=several.union(multiplier_words(primary), _timed(primary) - _classes(words, *_CLASSES)),
        divisions=_divisions(primary),
        formulas=_formulas(table, spaced=spaced),
        strong=_strong(words, small - frozenset(table.modals.split("|"))),
    )


def _roles(table: Table) -> tuple[tuple[Role, str], ...]:
    return ("cap", table.caps), ("floor", table.floors), ("limit", table.limits), ("term", table.terms)


def _role(phrases: str) -> re.Pattern[str]:
    """Compile what stands before a number, a few words in between, none of them across a sign."""
    listed = "|".join(re.escape(phrase) for phrase in sorted(phrases.split("|"), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{listed})\s(?:[^\s,;:.]+\s){{0,{_BETWEEN}}}\Z")


def _timed(language: str) -> frozenset[str]:
    """Give the words of periods and times; not those that are ordinals as often."""
    measures = MEASURES.get(language)
    phrases = (*measures.periods, *measures.times) if measures else ()
    return frozenset(word for phrase in phrases for form in phrase.split("|") for word in form.split()) - {"second"}


def _divisions(language: str) -> frozenset[str]:
    """Give the words for the divisions of an agreement."""
    divisions = DIVISIONS.get(language)
    words = divisions.words.values() if divisions else ()
    return frozenset(form for pair in words for forms in pair for form in forms.split("|"))


def _formulas(table: Table, *, spaced: bool) -> dict[str, tuple[Formula, ...]]:
    found = [Formula(phrase, key) for key, phrases in table.gates.items() for phrase in phrases.split("|")]
    found += [Formula(phrase) for phrase in table.excludes.split("|")]
    index: dict[str, list[Formula]] = {}
    for formula in sorted(found, key=lambda each: -len(each.phrase)):
        longest = max(re.findall(r"[^\W\d_]+", formula.phrase), key=len) if spaced else ""
        index.setdefault(longest, []).append(formula)
    return {word: tuple(formulas) for word, formulas in index.items()}


def _classes(words: Lexicon, *names: str) -> frozenset[str]:
    return _NOTHING.union(*(words.classes.get(name, ()) for name in names))


def _strong(words: Lexicon, small: frozenset[str]) -> frozenset[str] | None:
    if words.suffixes or not words.spaced:
        return None
    told = (entry for entry in words.entries if entry.kind not in ADJUNCTS)
    listed = {
        word for entry in told for spelling in spellings(entry.phrase) for word in spelling if word[0] not in "@…^*"
    }
    return (frozenset(listed) - small) | _classes(words, "negators", "negative_subjects", "exclusive")


def _pattern(words: str, *, spaced: bool) -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(words.split("|"), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)" if spaced else listed)
