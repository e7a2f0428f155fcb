"""The cues of a language, read from ``lexicon/<language>.yaml`` and made ready for matching.

An entry is a phrase and an example with its expected reading. A phrase is written as it reads, in lower case (a capital
letter asks for one: the month of "May"), with six signs. ``stem|a|b`` stands for a word with each of these endings
(``seek||s|ing``); ``,`` separates spellings; ``…`` is a gap of up to :data:`GAP` words; ``@name`` is any word of a
class of the file's grammar (``@number`` a number); ``^`` is the start of a clause; ``*án`` is any longer word that ends
so, a modal that is only an ending (Spanish "cooperarán").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Final

import yaml

from clausetrack.language.force.lexemes import lexemes
from clausetrack.model.force import CueKind
from clausetrack.model.scales import FORCE

GAP: Final = 6
"""How many words a ``…`` may stand for: "take <the views of the other party> into account" has five."""

_COMMON: Final = ("determiners", "prepositions", "auxiliaries", "infinitive")
"""Classes whose words stand in every sentence, so that nothing is looked up by them that has another word."""

_SIGN: Final = r"[\s、。，．；：！？「」『』（）()]"
"""What separates the clauses of a text without spaces."""

_FOLDER: Final = Path(__file__).parent.parent / "lexicon"
_KINDS: Final[dict[str, CueKind]] = {
    "modals": "modal",
    "rights": "modal",
    "prohibitions": "modal",
    "waivers": "modal",
    "negations": "negation",
    "transparent": "catenative",
    "catenatives": "catenative",
    "pledges": "catenative",
    "duties": "catenative",
    "grants": "catenative",
    "performatives": "stance",
    "caps": "cap",
    "stances": "stance",
    "nouns": "noun",
    "reported": "reported",
    "requests": "request",
    "refrain": "refrain",
    "constitutive": "constitutive",
    "definitions": "constitutive",
    "descriptions": "description",
    "accounts": "description",
    "false_friends": "false-friend",
    "hedges": "hedge",
    "conditions": "condition",
    "savings": "saving",
    "exceptions": "exception",
    "precision": "precision",
}
SECTIONS: Final = tuple(_KINDS)
ADJUNCTS: Final = frozenset({"hedge", "condition", "saving", "exception", "precision"})
"""Kinds that stand beside the predicate rather than in it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One cue: ``section`` is its part of the file, ``level`` its force as an index of the scale, if it has one."""

    section: str
    kind: CueKind
    phrase: str
    level: int | None
    example: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """One spelling of an entry: its words, which of them it is looked up by, and the runs that follow, cut at gaps."""

    words: tuple[str, ...]
    anchor: int
    entry: Entry
    runs: tuple[tuple[str, ...], ...] = ()

    def neighbour(self, step: int) -> str | None:
        """Give the literal word beside the one it is looked up by: before (-1) or after (1) it; None where none is."""
        at = self.anchor + step
        word = self.words[at] if 0 <= at < len(self.words) else "…"
        return None if word[0] in "…^@" or word[0].isupper() else word


Indexed = tuple[str | None, str | None, Pattern]
"""A spelling with the literal words before and after the one it is looked up by, which most texts fail to have."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The cues of one language, looked up by their anchor words, and the word classes of its grammar.

    ``openers`` are the words that may open a subordinate clause; ``loose`` words and endings may stand within a cue.
    """

    language: str
    spaced: bool
    verb_final: bool
    endings: dict[str, tuple[str, ...]]
    classes: dict[str, frozenset[str]]
    openers: frozenset[str] = field(repr=False)
    loose: frozenset[str] = field(repr=False)
    loose_endings: tuple[str, ...]
    entries: tuple[Entry, ...]
    index: dict[str, tuple[Indexed, ...]] = field(repr=False)
    suffixes: tuple[Pattern, ...] = ()
    cut: re.Pattern[str] | None = field(default=None, repr=False)

    def is_in(self, word: str, *names: str) -> bool:
        """Say whether a word belongs to any of the classes."""
        classes = self.classes
        for name in names:  # noqa: SIM110 - a generator costs twice as much here, where most of the time is spent
            if word in classes.get(name, ()):
                return True
        return False

    def ends(self, word: str, name: str) -> bool:
        """Say whether a word has one of the endings that the grammar lists under ``name``."""
        return name in self.endings and word.endswith(self.endings[name])


def languages() -> tuple[str, ...]:
    """Give the codes of the languages that have a lexicon, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


def lexicon(language: str | None) -> Lexicon | None:
    """Give the lexicon for a BCP 47 code ("en", "fr-CA"), None where there is none."""
    primary = (language or "").replace("_", "-").split("-")[0].casefold()
    return load(primary) if primary.isalpha() else None


@cache
def load(primary: str) -> Lexicon | None:
    """Read the lexicon of a language from its file, once; ``primary`` is the first part of a BCP 47 code."""
    path = _FOLDER / f"{primary}.yaml"
    if not path.is_file():
        return None
    data: dict[str, Any] = yaml.load(path.read_bytes(), yaml.CSafeLoader)
    grammar = data.pop("grammar", {})
    entries = tuple(entry for section in SECTIONS for entry in _entries(section, data.get(section, {})))
    spaced = grammar.get("spaced", True)
    classes = {name: frozenset(words.split()) for name, words in grammar.get("classes", {}).items()}
    classes["common"] = frozenset().union(*(classes.get(name, ()) for name in _COMMON))
    index = _index(entries, classes, spaced=spaced)
    endings = {name: tuple(ends.split()) for name, ends in grammar.get("endings", {}).items()}
    return Lexicon(
        language=primary,
        spaced=spaced,
        verb_final=grammar.get("verb_final", False),
        endings=endings,
        loose=classes.get("adverbs", frozenset()) | classes.get("negators", frozenset()),
        loose_endings=endings.get("adverb", ()),
        classes=classes,
        openers=frozenset().union(*(classes.get(name, ()) for name in ("subordinators", "relatives", "comparators"))),
        entries=entries,
        index=index,
        cut=None if spaced else re.compile("|".join((*sorted(map(re.escape, index), key=len, reverse=True), _SIGN))),
        suffixes=tuple(
            Pattern(words, 0, entry)
            for entry in entries
            for words in spellings(entry.phrase, spaced=spaced)
            if words[0][0] == "*"
        ),
    )


def _entries(section: str, part: dict[str, Any]) -> Iterator[Entry]:
    """Yield the entries of a section, whose cues stand under the name of a level where the section has levels."""
    kind = _KINDS[section]
    for key, value in part.items():
        if isinstance(value, dict):
            for phrase, example in value.items():
                yield Entry(section, kind, phrase, FORCE.index(key), example)
        else:
            yield Entry(section, kind, key, None, value)


def _index(
    entries: Iterable[Entry], classes: dict[str, frozenset[str]], *, spaced: bool
) -> dict[str, tuple[Indexed, ...]]:
    found: dict[str, list[Pattern]] = {}
    for entry in entries:
        for spelling in spellings(entry.phrase, spaced=spaced):
            if spelling[0][0] == "*":
                continue
            for words, anchor in _anchored(spelling, classes):
                found.setdefault(words[anchor].lower(), []).append(
                    Pattern(words, anchor, entry, _runs(words[anchor + 1 :]))
                )
    return {
        word: tuple((each.neighbour(-1), each.neighbour(1), each) for each in group) for word, group in found.items()
    }


def _runs(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Cut words at their gaps."""
    if "…" not in words:
        return (words,)
    runs: list[list[str]] = [[]]
    for word in words:
        if word == "…":
            runs.append([])
        else:
            runs[-1].append(word)
    return tuple(map(tuple, runs))


def _anchored(words: tuple[str, ...], classes: dict[str, frozenset[str]]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield a spelling with the place of its longest word, which is its rarest and so the cheapest to look it up by.

    The word stands before a gap, so that only what follows need be searched for. A spelling of classes alone is spelt
    out by its first closed class.
    """
    reach = words.index("…") if "…" in words else len(words)
    literal = [at for at, word in enumerate(words[:reach]) if word != "^" and word[0] != "@"]
    if literal:
        yield words, max(literal, key=lambda at: (words[at] not in classes["common"], len(words[at])))
        return
    at = next(at for at, word in enumerate(words) if word[1:] in classes)
    for member in sorted(classes[words[at][1:]]):
        yield (*words[:at], member, *words[at + 1 :]), at


def spellings(phrase: str, *, spaced: bool = True) -> Iterator[tuple[str, ...]]:
    """Yield every spelling of a phrase as the words, classes and gaps that it is matched by."""
    for spelling in phrase.split(","):
        slots = [_forms(word, spaced=spaced) for word in spelling.split()]
        for choice in product(*slots):
            yield tuple(word for form in choice for word in form)


def _forms(word: str, *, spaced: bool) -> list[tuple[str, ...]]:
    if word[0] in "^…@*":
        return [(word,)]
    stem, *endings = word.split("|")
    forms = [stem + ending for ending in endings] or [stem]
    whole = not spaced or word[0].isupper()
    return [(form,) if whole or form.isalpha() else tuple(lexemes(form).words) for form in forms]
