"""What is near to a clause, and which clauses have some words: from the index of words, without looking at the rest.

Ranking: the cosine of the words' weights (TF-IDF; G. Salton and C. Buckley, 1988). Texts that share half of their
shingles share far more of their words, so the nearest by words hold all that are near by shingles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from clausetrack.corpus.index import Index
from clausetrack.corpus.kernel import Array, features, joined, taken, term_hashes
from clausetrack.corpus.libraries import np
from clausetrack.corpus.links import LEAST, jaccard
from clausetrack.corpus.names import spots
from clausetrack.corpus.sealing import rarity, tf
from clausetrack.language.edits import word_edits
from clausetrack.model.corpus import Asked, Neighbour

_CLOSE: Final = 1_000
"""Texts, the nearest by words, whose shingles are compared: ten milliseconds, and more than anybody looks at."""

SPOTS: Final = 10
"""Places that are listed of a wording: `copies` says how many there are."""

_COUNTS: Final = tf(np.arange(256))


class Words:
    """The words of an index: in which texts each is, and how often."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.terms = index.array("terms")
        self.offsets = index.array("postings_offsets")
        self.texts = index.array("postings_texts")
        self.counts = index.array("postings_counts")
        self.lengths = np.asarray(index.array("lengths"))

    def known(self, hashes: Array) -> tuple[Array, Array]:
        """Give the places of words among those of the index, and which of the words these are."""
        places = np.searchsorted(self.terms, hashes)
        there = np.flatnonzero(places < len(self.terms))
        there = there[self.terms[places[there]] == hashes[there]]
        return places[there], there

    def weights(self, places: Array) -> Array:
        """Give the rarity of words by their places."""
        return rarity(self.offsets[places + 1] - self.offsets[places], self.index.texts)

    def posted(self, place: int) -> tuple[Array, Array]:
        """Give the texts that have a word, ascending, and the weight of how often each has it."""
        here = slice(int(self.offsets[place]), int(self.offsets[place + 1]))
        return np.asarray(self.texts[here]), _COUNTS[self.counts[here]]

    def scores(self, text: str) -> Array:
        """Give the cosine of a text with every text of the index."""
        hashes, counts = np.unique(term_hashes(text), return_counts=True)
        places, chosen = self.known(hashes)
        weights = self.weights(places)
        asked = tf(counts[chosen]) * weights
        unknown = tf(np.delete(counts, chosen)) * rarity(np.array(1), self.index.texts)
        found = np.zeros(self.index.texts, np.float32)
        for place, weight, weighed in zip(places.tolist(), weights, asked, strict=True):
            texts, much = self.posted(place)
            found[texts] += much * (weight * weighed)
        length = float(np.sqrt((asked**2).sum() + (unknown**2).sum()))
        return found / np.maximum(self.lengths * np.float32(length), np.float32(1e-9))


class Question(NamedTuple):
    """What is asked about: how it is called, its words, and its row where it is a clause of the index itself."""

    label: str
    text: str
    row: int | None = None


class _Close(NamedTuple):
    """A text that is like the one asked about: its number, its likeness and score, and the rows that have it."""

    text: int
    likeness: float
    score: float
    rows: Array


def similar(index: Index, asked: Sequence[Question], limit: int) -> Iterator[Asked]:
    """Yield for each question what is near to it: exact ones first, then near ones, then related ones."""
    words = Words(index)
    for question in asked:
        yield Asked(question.label, question.text, tuple(_neighbours(words, question, limit)))


def _neighbours(words: Words, question: Question, limit: int) -> Iterator[Neighbour]:
    index = words.index
    digest = features([question.text]).digests[0]
    close = list(islice(_closest(words, question, limit + 1), limit))
    if not close:
        return
    places = index.places(np.array([found.rows[0] for found in close]))
    here = iter(spots(index, np.concatenate([found.rows[:SPOTS] for found in close])))
    for place, found in zip(places, close, strict=True):
        same = bool(features([place.clause.text]).digests[0] == digest)
        yield Neighbour(
            place=place,
            relation="exact" if same else "near" if found.likeness >= LEAST else "related",
            likeness=found.likeness,
            score=min(found.score, 1.0),
            copies=len(found.rows),
            spots=tuple(islice(here, min(len(found.rows), SPOTS))),
            edits=word_edits(question.text, place.clause.text),
        )


def _closest(words: Words, question: Question, limit: int) -> Iterator[_Close]:
    """Yield the texts that are nearest, each with the clauses that have it, save the one asked about."""
    index = words.index
    if not index.texts:
        return
    scores = words.scores(question.text)
    most = min(max(_CLOSE, limit), len(scores))
    close = np.argpartition(-scores, most - 1)[:most]
    close = np.sort(close[scores[close] > 0])
    both = joined([taken(index.shingles, close), features([question.text]).shingles])
    alike = jaccard(both, np.full(len(close), len(close)), np.arange(len(close)))
    order = np.lexsort((close, -scores[close], np.where(alike >= LEAST, -alike, 0.0)))[:limit]
    for one in order.tolist():
        text = int(close[one])
        rows = np.flatnonzero(index.row_texts == text)
        rows = rows if question.row is None else rows[rows != question.row]
        if len(rows):
            yield _Close(text, float(alike[one]), float(scores[text]), rows)


def having(index: Index, looked_for: str) -> Array:
    """Give the rows of all clauses that have all words of a text, the best first; all rows where it has none.

    The best are those in which the words weigh most.
    """
    hashes = np.unique(term_hashes(looked_for))
    if not len(hashes):
        return np.arange(index.clauses)
    words = Words(index)
    places, chosen = words.known(hashes)
    if len(chosen) < len(hashes):
        return np.zeros(0, np.int64)
    scores = np.zeros(index.texts, np.float32)
    times = np.zeros(index.texts, np.int32)
    for place, weight in zip(places.tolist(), words.weights(places), strict=True):
        texts, much = words.posted(place)
        scores[texts] += much * weight
        times[texts] += 1
    scores /= np.maximum(words.lengths, np.float32(1e-9))
    rows = index.rows_of(np.flatnonzero(times == len(hashes)))
    return rows[np.argsort(-scores[index.row_texts[rows]], kind="stable")]
