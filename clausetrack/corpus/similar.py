"""What is near to a clause, and which clauses have some words: from the index of words, without looking at the rest.

Ranking: the cosine of the words' weights (TF-IDF; G. Salton and C. Buckley, 1988). Texts that share half of their
shingles share far more of their words, so the nearest by words hold all that are near by shingles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from clausetrack.corpus.index import Index
from clausetrack.corpus.kernel import Array, features, joined, taken, term_hashes
from clausetrack.corpus.libraries import np
from clausetrack.corpus.links import LEAST, jaccard
from clausetrack.corpus.sealing import rarity, tf
from clausetrack.language.edits import word_edits
from clausetrack.model.corpus import Asked, Neighbour

_CLOSE: Final = 1_000
"""Texts, the nearest by words, whose shingles are compared: ten milliseconds, and more than anybody looks at."""

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


def similar(index: Index, asked: Sequence[tuple[str, str]], limit: int) -> Iterator[Asked]:
    """Yield for each (label, text) what is near to it: exact ones first, then near ones, then related ones."""
    words = Words(index)
    for label, text in asked:
        yield Asked(label, text, tuple(_neighbours(words, text, limit)))


def _neighbours(words: Words, text: str, limit: int) -> Iterator[Neighbour]:
    index = words.index
    if not index.texts:
        return
    scores = words.scores(text)
    most = min(max(_CLOSE, limit), len(scores))
    close = np.argpartition(-scores, most - 1)[:most]
    close = np.sort(close[scores[close] > 0])
    made = features([text])
    both = joined([taken(index.shingles, close), made.shingles])
    alike = jaccard(both, np.full(len(close), len(close)), np.arange(len(close)))
    near = alike >= LEAST
    order = np.lexsort((close, -scores[close], np.where(near, -alike, 0.0)))[:limit]
    rows = [np.flatnonzero(index.row_texts == one) for one in close[order]]
    if not rows:
        return
    places = index.places(np.array([found[0] for found in rows]))
    for place, found, one in zip(places, rows, order.tolist(), strict=True):
        same = bool(features([place.clause.text]).digests[0] == made.digests[0])
        yield Neighbour(
            place=place,
            relation="exact" if same else "near" if near[one] else "related",
            likeness=float(alike[one]),
            score=min(float(scores[close[one]]), 1.0),
            copies=len(found),
            edits=word_edits(text, place.clause.text),
        )


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
