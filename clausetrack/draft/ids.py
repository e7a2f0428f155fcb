"""Ids of drafted clauses: from the heading or the first words, never from the number, so that they last.

Two clauses with the same words are told apart by what else they have (the heading above, more words), and only then by
a digest: never by counting, as long as anything in them differs, so that a clause put in between renames no other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from itertools import count, islice
from typing import Final
from unicodedata import combining, normalize

from clausetrack.draft.passage import Passage
from clausetrack.language.function_words import FUNCTION_WORDS

_MOST_WORDS: Final = 5
_LONGEST_WORD: Final = 32
"""Characters of a word in an id; German compounds are cut there."""

_FROM_HEADING: Final = 2
"""Words from the heading above that go before those of a clause without a heading of its own."""

_DIGEST: Final = 8
"""Hexadecimal digits that tell apart what no words do: one in four thousand million is the same."""

_APART: Final = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


def _ascii(word: str) -> str:
    """Give a word without accents in small letters; "" where it has letters that are not Latin."""
    plain = "".join(char for char in normalize("NFKD", word.lower().translate(_APART)) if not combining(char))
    return plain if plain.isascii() else ""


_SMALL: Final = frozenset(map(_ascii, FUNCTION_WORDS))
_OF_AGREEMENTS: Final = """
    party parties agreement contracting state states shall agree agrees undertake undertakes
    partie parties accord present presente parte partes acuerdo vertragspartei vertragsparteien abkommen partij partijen
"""
_COMMON: Final = _SMALL | frozenset(_OF_AGREEMENTS.split())
"""What so many clauses of agreements begin with that it names none of them."""


def ids(passages: Sequence[Passage]) -> tuple[str, ...]:
    """Give an id for each passage, in their order: ASCII, in small letters, unique."""
    found = [_base(passage) for passage in passages]
    for more in (_above, _further, _digest):
        _tell_apart(found, passages, more)
    return tuple(_numbered(found))


def slug(text: str, most: int = _MOST_WORDS) -> str:
    """Give the first content words of a text joined by hyphens; "" where it has none in Latin letters."""
    return "-".join(islice(_content(text, _SMALL), most))


def _base(passage: Passage) -> str:
    if passage.role in {"preamble", "signature"} and not passage.number:
        return passage.role
    if passage.heading:
        words = list(islice(_content(passage.heading, _SMALL), _MOST_WORDS))
    else:
        heading = passage.path[-1] if passage.path and passage.role != "recital" else ""
        outer = list(islice(_content(heading, _COMMON), _FROM_HEADING))
        own = (word for word in _content(passage.text, _COMMON) if word not in outer)
        words = [*outer, *islice(own, _MOST_WORDS - len(outer))]
    return "-".join(words) if _says_something(words) else f"{passage.role}-{_hash(passage)}"


def _says_something(words: Sequence[str]) -> bool:
    return any(len(word) > 2 and not word.isdigit() for word in words)  # noqa: PLR2004 - "ii" and "a1" are numbers


def _content(text: str, small: frozenset[str]) -> Iterator[str]:
    """Yield the words of a text that are not small, in ASCII; single letters and numbers count for nothing."""
    for match in re.finditer(r"[^\W_]+", text):
        word = _ascii(match[0])
        if len(word) > 1 and not word.isdigit() and word not in small:
            yield word[:_LONGEST_WORD]


def _tell_apart(found: list[str], passages: Sequence[Passage], more: Callable[[Passage, str], str]) -> None:
    """Add to all ids that are there several times what more there is to say of their clauses."""
    often = Counter(found)
    for at, (id_, passage) in enumerate(zip(found, passages, strict=True)):
        if often[id_] > 1 and (suffix := more(passage, id_)):
            found[at] = f"{id_}-{suffix}"


def _above(passage: Passage, id_: str) -> str:
    """Give words of the nearest heading above that the id has not."""
    known = id_.split("-")
    for heading in reversed(passage.path):
        words = [word for word in _content(heading, _COMMON) if word not in known]
        if _says_something(words):
            return "-".join(words[:_FROM_HEADING])
    return ""


def _further(passage: Passage, id_: str) -> str:
    known = id_.split("-")
    return "-".join(islice((word for word in _content(passage.text, _COMMON) if word not in known), _FROM_HEADING))


def _digest(passage: Passage, id_: str) -> str:
    return "" if id_.endswith(_hash(passage)) else _hash(passage)


def _hash(passage: Passage) -> str:
    """Give a short digest of what a clause is: its heading with those above, or its text where it has none."""
    said = "\n".join((*passage.path, passage.heading or passage.text))
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]


def _numbered(found: Sequence[str]) -> Iterator[str]:
    """Tell apart by counting what is the same to the letter."""
    taken = set(found)
    seen: Counter[str] = Counter()
    for id_ in found:
        seen[id_] += 1
        if seen[id_] == 1:
            yield id_
            continue
        free = next(name for number in count(seen[id_]) if (name := f"{id_}-{number}") not in taken)
        taken.add(free)
        yield free
