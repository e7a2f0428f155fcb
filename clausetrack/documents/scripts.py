"""In which encoding a text of Cyrillic, Greek, Hebrew or Arabic letters is: where its words are words.

A word is of letters of one script, without a capital behind a small one; some of the words are the frequent ones of a
language. Read in another encoding, signs and capitals stand inside of words, and what comes out
is in no dictionary.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

_SCRIPTS: Final = (
    # Encodings, the letters of the script, and frequent words of languages that are written in it.
    (
        ("cp1251", "koi8_r", "koi8_u", "iso8859_5", "mac_cyrillic", "cp866"),
        "\u0400-\u04ff",
        "и в на с по не для от о к из что при за се да са і та з до що про у је",
    ),
    (("cp1253", "iso8859_7"), "\u0370-\u03ff", "και το της την του η ο για με στο στην των τα οι να σε"),
    (("cp1255", "iso8859_8"), "\u0590-\u05ff", "של את על לא הוא עם זה כי או אם"),
    (("cp1256", "iso8859_6"), "\u0600-\u06ff", "في من على إلى أن هذا هذه التي أو لا"),
)
"""Russian, Bulgarian, Ukrainian and Serbian; Greek; Hebrew; Arabic."""

_RUN: Final = re.compile(rb"[\x80-\xff]+")
_BEFORE: Final = "\u2014\u2013\u2026\u201c\u2018\u201e\u2039\xab\xa7\u2116\xa0"
_BEHIND: Final = "\u2014\u2013\u2026\u201d\u201c\u2019\u203a\xbb\xb0\xa0"
"""Signs that may stand right before a word, and right behind it."""

_WELL: Final = 0.9
"""Share of the words that must be well formed; names of firms and slips of the keyboard are what is not."""

_MOSTLY: Final = 0.5
"""Share of the runs of bytes beyond ASCII that must be words; the rest are quotes and dashes beside words of ASCII."""

_MIXED: Final = re.compile(rb"[A-Za-z][\x80-\xff]|[\x80-\xff][A-Za-z]")
_MOST_MIXED: Final = 0.2
"""Share of the runs that may touch a letter of ASCII; those of accented Latin letters nearly all do."""

_FREQUENT: Final = 0.03
"""Share of the words that must be frequent ones; in prose a fifth to a third are, in lists of names a twentieth."""

_LEAST: Final = 2
"""Frequent words that there must be; one may be chance."""

_FEWER: Final = 3
"""How many times as many frequent words, or as many words among those that read differently, decide for an encoding."""


class _Fit(NamedTuple):
    """How a text reads in an encoding: each run of bytes as text, which of them are words, and what speaks for it."""

    encoding: str
    reading: Mapping[bytes, str]
    words: frozenset[bytes]
    hits: int
    score: float


def by_words(sample: bytes) -> tuple[str, ...]:
    """Tell in which encoding of these letters bytes are: none, one for sure, or several that read differently."""
    runs = Counter(_RUN.findall(sample))
    if len(_MIXED.findall(sample)) > _MOST_MIXED * runs.total():
        return ()
    fits = sorted(_fits(runs), key=lambda fit: -fit.score)
    if not fits:
        return ()
    best = fits[0]
    return (best.encoding, *(fit.encoding for fit in fits[1:] if _rivals(best, fit, runs)))


def _fits(runs: Counter[bytes]) -> Iterator[_Fit]:
    whole = runs.total()
    for encodings, letters, frequent in _SCRIPTS:
        word, known = re.compile(f"[{letters}]+"), frozenset(frequent.split())
        for encoding in encodings:
            reading = {run: run.decode(encoding, "replace").lstrip(_BEFORE).rstrip(_BEHIND) for run in runs}
            words = frozenset(run for run, text in reading.items() if word.fullmatch(text) and _is_cased(text))
            well = sum(runs[run] for run in words)
            hits = sum(runs[run] for run in words if reading[run] in known)
            signs = sum(runs[run] for run, text in reading.items() if not text)
            is_text = well >= _WELL * (whole - signs) and well >= _MOSTLY * whole
            if is_text and hits >= max(_LEAST, _FREQUENT * well):
                yield _Fit(encoding, reading, words, hits, (well + hits) / whole)


def _rivals(best: _Fit, other: _Fit, runs: Counter[bytes]) -> bool:
    """Say whether a text may be in the other encoding as well, and would then read differently."""
    differing = [run for run in runs if best.reading[run] != other.reading[run]]
    ours, theirs = (sum(runs[run] for run in differing if run in fit.words) for fit in (best, other))
    return bool(differing) and other.hits * _FEWER > best.hits and theirs * _FEWER > ours


def _is_cased(word: str) -> bool:
    """Say whether no capital follows a small letter; endings are set behind words in capitals."""
    small = next((index for index, char in enumerate(word) if char.islower()), len(word))
    return word[small:] == word[small:].lower()
