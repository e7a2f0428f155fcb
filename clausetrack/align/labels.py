"""Numbers, headings and paths: evidence as far as they hold in the two sets at hand, never proof.

How much a label says is learnt from the pairs that the texts already make likely. Where nine in ten of those keep their
number, another pair that keeps it gains by the logarithm of nine tenths over chance, and one that does not loses; after
a renumbering the number says next to nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from clausetrack.align.exact import Pair
from clausetrack.language.function_words import FUNCTION_WORDS
from clausetrack.language.tokens import words
from clausetrack.model.clause import Clause

BOUND: Final = 2.0
"""The most that one kind of label may say for or against a pair, so that text can outweigh it (natural log-odds: about
7 to 1)."""

DOUBT: Final = 1.0
"""So many pairs that kept their label, and as many that lost it, are taken as seen before any is: a label starts out as
half true."""

LIKELY: Final = 0.8
"""Pairs from this probability on are learnt from."""

_SHORT: Final = 3
"""Letters of a word that is no plural for its last: "gas", "bus"."""


@dataclass(slots=True)
class Label:
    """One kind of label of all clauses: words of each, and how many clauses of a side share them.

    What a word weighs is found when two labels first overlap, which numbers never do.
    """

    old: list[frozenset[str]]
    new: list[frozenset[str]]
    old_count: Counter[frozenset[str]]
    new_count: Counter[frozenset[str]]
    weight: dict[str, float] | None = None

    def agreement(self, pair: Pair) -> float | None:
        """Give how alike the labels of a pair are, None where a side has none.

        That is 0 to 1 (Sørensen and Dice), where a word counts by how rare it is in labels of its kind, so that
        "Updates" is still near to "Updates to the Terms", and "Final Provisions" far from "General Provisions".
        """
        left, right = self.old[pair[0]], self.new[pair[1]]
        if not left or not right:
            return None
        if left == right:
            return 1.0
        shared = left & right
        return 2 * self._mass(shared) / (self._mass(left) + self._mass(right)) if shared else 0.0

    def _mass(self, found: frozenset[str]) -> float:
        if self.weight is None:
            self.weight = _weights(self.old_count, self.new_count)
        return sum(map(self.weight.__getitem__, found))

    def ambiguity(self, pair: Pair) -> int:
        """Give how many pairs of clauses bear these two labels."""
        return self.old_count[self.old[pair[0]]] * self.new_count[self.new[pair[1]]]


Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Worn:
    """The labels of one side, kind by kind, and how many of its clauses bear each."""

    words: list[list[Words]]
    counts: list[Counter[Words]]


def labels(old: Sequence[Clause], new: Sequence[Clause]) -> list[Label]:
    """Give the kinds of labels that clauses of both sides bear."""
    return between(worn(old), worn(new))


def worn(clauses: Sequence[Clause]) -> Worn:
    """Read the labels of one side: numbers, headings, and the headings above them."""
    words_of = [
        [_whole(clause.number) for clause in clauses],
        [naming(clause.heading) for clause in clauses],
        [naming(" ".join(clause.path)) for clause in clauses],
    ]
    return Worn(words_of, [Counter(entry) for entry in words_of])


def between(old: Worn, new: Worn) -> list[Label]:
    """Give the kinds of labels that both sides bear."""
    kinds = zip(old.words, new.words, old.counts, new.counts, strict=True)
    return [Label(*kind) for kind in kinds if any(kind[0]) and any(kind[1])]


def evidence(kinds: Sequence[Label], pairs: Sequence[Pair], chances: Sequence[float]) -> list[float]:
    """Give what the labels say for each pair, in natural log-odds, given the probabilities of all pairs so far."""
    total = [0.0] * len(pairs)
    for label in kinds:
        agreements = [label.agreement(pair) for pair in pairs]
        kept = lost = DOUBT
        for agreement, chance in zip(agreements, chances, strict=True):
            if agreement is not None and chance >= LIKELY:
                kept += agreement
                lost += 1 - agreement
        held = kept / (kept + lost)
        clauses = max(2.0, (len(label.old) + len(label.new)) / 2)
        against = log((1 - held) / (1 - 1 / clauses))
        for place, agreement in enumerate(agreements):
            if agreement is None:
                continue
            speaks_for = log(held * clauses) / label.ambiguity(pairs[place]) if agreement else 0.0
            said = agreement * speaks_for + (1 - agreement) * against
            total[place] += max(-BOUND, min(BOUND, said))
    return total


def _whole(label: str | None) -> frozenset[str]:
    return frozenset([" ".join(label.casefold().split())]) if label and label.strip() else frozenset()


def naming(label: str | None) -> frozenset[str]:
    """Give the words that name something, without the sign of the plural, with which headings are often rewritten."""
    if not label:
        return frozenset()
    found = frozenset(words(label.casefold()))
    named = found - FUNCTION_WORDS
    return frozenset(word.removesuffix("s") if len(word) > _SHORT else word for word in named or found)


def _weights(old: Counter[Words], new: Counter[Words]) -> dict[str, float]:
    """Give what a word of labels weighs: its inverse document frequency (Spärck Jones 1972)."""
    seen, total = Counter[str](), 0
    for counted in (old, new):
        for label, times in counted.items():
            total += times
            for word in label:
                seen[word] += times
    return {word: 1 + log((1 + total) / (1 + times)) for word, times in seen.items()}
