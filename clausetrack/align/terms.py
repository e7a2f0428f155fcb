"""What a clause says, as a set of weighted terms: words and pairs of neighbouring words.

A term weighs by how rare it is in both sets together (inverse document frequency; Spärck Jones 1972). How often a
clause says it plays no part: counted or not, the alignments come out alike, and sets are several times faster. Terms
are numbered in the order in which they are met, so that no result hangs on how Python hashes words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, count, pairwise
from math import log
from typing import Final

from clausetrack.language.function_words import FUNCTION_WORDS
from clausetrack.language.tokens import words
from clausetrack.model.clause import Clause

Terms = frozenset[int]

WORD_BITS: Final = 32
"""Room for the number of a word in that of a pair: more words than a memory holds."""

LEAD: Final = 16
"""How many words open a clause: about a line, in which drafters name the subject."""


@dataclass(frozen=True, slots=True)
class Text:
    """The words of one clause, its terms, those of its opening, and what the terms weigh together."""

    words: tuple[str, ...]
    terms: Terms
    lead: Terms
    mass: float
    lead_mass: float


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts that are compared, by the index of their clause in the old and the new set; the weight of each term."""

    old: dict[int, Text]
    new: dict[int, Text]
    weight: list[float]

    def mass(self, terms: Iterable[int]) -> float:
        """Give what terms weigh together."""
        return sum(map(self.weight.__getitem__, terms))

    def are_akin(self, old: int, new: int) -> bool:
        """Say whether two texts share a word that names something; where one has none, nothing speaks against it."""
        left, right = _naming(self.old[old]), _naming(self.new[new])
        return not left or not right or not left.isdisjoint(right)


def _naming(text: Text) -> frozenset[str]:
    """Give the words that name something. A single sign of a script without spaces is no word, and no number names."""
    found = frozenset(text.words) - FUNCTION_WORDS
    return frozenset(word for word in found if len(word) > 1 and not word.isdigit())


def body(clause: Clause) -> str:
    """Give the text of a clause; its heading where the text is empty."""
    return clause.text if clause.text.strip() else clause.heading or ""


def read(old: Sequence[Clause], new: Sequence[Clause], old_chosen: Iterable[int], new_chosen: Iterable[int]) -> Texts:
    """Read the clauses chosen by index. Linear in the length of their texts."""
    numbers = count()
    of_word: defaultdict[str, int] = defaultdict(numbers.__next__)
    of_pair: defaultdict[int, int] = defaultdict(numbers.__next__)

    def terms(entry: Sequence[str]) -> Terms:
        single = [of_word[word] for word in entry]
        # A pair as one integer, since the garbage collector would look at each of some 100,000 tuples again and again.
        pairs = [first << WORD_BITS | second for first, second in pairwise(single)]
        return frozenset(single).union(map(of_pair.__getitem__, pairs))

    old_words = {index: tuple(words(body(old[index]).casefold())) for index in old_chosen}
    new_words = {index: tuple(words(body(new[index]).casefold())) for index in new_chosen}
    old_terms = {index: terms(entry) for index, entry in old_words.items()}
    new_terms = {index: terms(entry) for index, entry in new_words.items()}
    weight = _weights([*old_terms.values(), *new_terms.values()], next(numbers))

    def text(entry: tuple[str, ...], found: Terms) -> Text:
        lead = terms(entry[:LEAD])
        mass = weight.__getitem__
        return Text(entry, found, lead, sum(map(mass, found)), sum(map(mass, lead)))

    return Texts(
        {index: text(entry, old_terms[index]) for index, entry in old_words.items()},
        {index: text(entry, new_terms[index]) for index, entry in new_words.items()},
        weight,
    )


def bigrams(entry: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Give the pairs of neighbouring words."""
    return pairwise(entry)


def _weights(documents: Sequence[Terms], size: int) -> list[float]:
    frequency = Counter(chain.from_iterable(documents))
    total = 1 + len(documents)
    by_frequency = {seen: (1 + log(total / (1 + seen))) ** 2 for seen in set(frequency.values())}
    return [by_frequency[frequency[term]] if term in frequency else 0.0 for term in range(size)]
