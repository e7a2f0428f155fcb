"""Which texts are the same clause: candidates from signatures, checked by their shingles, joined to families.

A bucket is what texts with the same band of their signatures fall into. Within a bucket texts are compared with the
`WINDOW` that follow them in the order of their numbers, so that a bucket of ten thousand costs as much as five hundred
small ones, and not fifty million comparisons. Texts that are in one family already are not compared again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from clausetrack.corpus.kernel import Array, Lists, spread
from clausetrack.corpus.libraries import np

WINDOW: Final = 20
"""Texts behind it in a bucket that a text is compared with. Up to 21 texts a bucket is compared in full; in larger ones
all that are alike still hang together through their neighbours, in any of 32 buckets."""

LEAST: Final = 0.5
"""Share of common shingles from which two texts are taken for the same clause. Half of all shingles are shared by texts
that have some three quarters of their words in common."""

_CHUNK: Final = 1 << 21
"""Shingles that are compared at once, which takes 32 MB."""


class Links(NamedTuple):
    """The family of every text, named by its lowest number; how many buckets were capped, and the largest of them."""

    families: Array
    capped: int
    largest: int


def link(signatures: Array, shingles: Lists, least: float = LEAST) -> Links:
    """Join texts to families, band by band: two are linked where they share ``least`` of their shingles (Jaccard).

    A text without shingles is alone. The families do not depend on the order in which pairs are looked at.
    """
    forest = Forest(len(signatures))
    full = np.flatnonzero(np.diff(shingles.offsets)).astype(np.uint64)
    capped = largest = 0
    for band in range(signatures.shape[1]):
        keys, texts = _sorted(signatures[:, band], full)
        sizes = np.diff(np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1], [True]))))
        capped += int(np.count_nonzero(sizes > WINDOW + 1))
        largest = max(largest, int(sizes.max(initial=0)))
        for one, other in _neighbours(keys, texts):
            apart = forest.apart(one, other)
            left, right = one[apart], other[apart]
            alike = jaccard(shingles, left, right) >= least
            forest.join(left[alike], right[alike])
        forest.flatten()
    return Links(forest.parents, capped, largest)


def candidates(keys: Array, texts: Array) -> tuple[Array, Array]:
    """Give all pairs of texts that stand within the window of one bucket, the lower number first; ``keys`` name it."""
    order = np.lexsort((texts, keys))
    pairs = list(_neighbours(keys[order], texts[order]))
    if not pairs:
        return texts[:0], texts[:0]
    return np.concatenate([left for left, _ in pairs]), np.concatenate([right for _, right in pairs])


def families(texts: int, left: Array, right: Array) -> Array:
    """Give the family of every text, named by its lowest number, from the pairs that are linked."""
    forest = Forest(texts)
    forest.join(left, right)
    forest.flatten()
    return forest.parents


def jaccard(shingles: Lists, left: Array, right: Array) -> Array:
    """Give the share of common shingles of each pair of rows, 0 to 1."""
    sizes = np.diff(shingles.offsets)
    weights = np.cumsum(sizes[left] + sizes[right])
    found = np.zeros(len(left))
    done = 0
    while done < len(left):
        base = weights[done - 1] if done else 0
        end = max(done + 1, int(np.searchsorted(weights, base + _CHUNK, "right")))
        found[done:end] = _jaccard(shingles, left[done:end], right[done:end])
        done = end
    return found


def _jaccard(shingles: Lists, left: Array, right: Array) -> Array:
    both = np.concatenate((left, right))
    starts = shingles.offsets[both]
    offsets = np.zeros(len(both) + 1, np.int64)
    np.cumsum(shingles.offsets[both + 1] - starts, out=offsets[1:])
    pairs = np.tile(np.arange(len(left), dtype=np.uint64), 2)
    keys = np.repeat(pairs << np.uint64(32), np.diff(offsets)) | shingles.values[spread(starts, offsets)]
    keys.sort(kind="stable")  # two sorted runs: they are merged in linear time
    shared = np.bincount((keys[1:][keys[1:] == keys[:-1]] >> np.uint64(32)).astype(np.int64), minlength=len(left))
    sizes = np.diff(offsets)
    found: Array = shared / np.maximum(sizes[: len(left)] + sizes[len(left) :] - shared, 1)
    return found


def _sorted(band: Array, texts: Array) -> tuple[Array, Array]:
    """Give the keys of a band in ascending order with their texts, those of one key ascending too."""
    packed = np.sort((band[texts.astype(np.int64)].astype(np.uint64) << np.uint64(32)) | texts)
    return packed >> np.uint64(32), (packed & np.uint64(0xFFFFFFFF)).astype(np.int64)


def _neighbours(keys: Array, texts: Array) -> Iterator[tuple[Array, Array]]:
    """Yield for every distance in the window the pairs of texts that are so far apart in one bucket."""
    places = np.arange(len(keys) - 1)
    for distance in range(1, WINDOW + 1):
        places = places[: np.searchsorted(places, len(keys) - distance)]
        places = places[keys[places] == keys[places + distance]]
        if not len(places):
            return
        yield texts[places], texts[places + distance]


class Forest:
    """Sets of numbers that are joined: a tree a set, every number pointing to a lower one or to itself.

    The union by lowest number of Y. Shiloach and U. Vishkin (1982), which arrays can do for many pairs at once.
    """

    def __init__(self, size: int) -> None:
        self.parents = np.arange(size)

    def roots(self, numbers: Array) -> Array:
        """Give the lowest number known of the set of each number.

        On the way every number that is passed comes to point twice as far up, so that a chain of thousands takes as
        many steps as their number has digits in binary.
        """
        found: Array = self.parents[numbers]
        while not np.array_equal(up := self.parents[found], found):
            self.parents[found] = self.parents[up]
            found = self.parents[found]
        self.parents[numbers] = found
        return found

    def apart(self, left: Array, right: Array) -> Array:
        """Say of each pair whether its numbers are in different sets."""
        found: Array = self.roots(left) != self.roots(right)
        return found

    def join(self, left: Array, right: Array) -> None:
        """Join the sets of each pair."""
        while len(left):
            # Where the sets of many pairs are joined at once, some are joined to one that is itself joined elsewhere.
            one, other = self.roots(left), self.roots(right)
            apart = one != other
            one, other = one[apart], other[apart]
            np.minimum.at(self.parents, np.maximum(one, other), np.minimum(one, other))
            left, right = one, other

    def flatten(self) -> None:
        """Let every number point to the lowest of its set."""
        while True:
            higher = self.parents[self.parents]
            if np.array_equal(higher, self.parents):
                return
            self.parents = higher
