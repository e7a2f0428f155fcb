"""What is computed of every clause: its words, its digest, its shingles and its signature; numpy alone.

Method: the words of all texts of a batch are hashed at once by a polynomial over their bytes, read off prefix sums
(R. Karp and M. Rabin, 1987), so that no word becomes a Python object. Three words in a row are a shingle, and the
signature is the minima of the shingles under many permutations (A. Broder, 1997), four permutations a band.

A hash is the same on every machine and in every process: engines compare what they computed apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final, NamedTuple
from unicodedata import normalize

from clausetrack.corpus.libraries import np
from clausetrack.language.scripts import UNSPACED_SPAN
from clausetrack.language.tokens import words

Array = np.ndarray[Any, Any]

SHINGLE: Final = 3
"""Words in a row. Two are shared by clauses that only speak of the same thing, four by hardly any that were edited."""

BANDS: Final = 32
ROWS: Final = 4
"""Bands of a signature, and permutations in each. Two texts that share half of their shingles have a band in common
with a probability of 0.87, seven tenths 0.9998, a tenth 0.003."""

_CHUNK: Final = 1 << 20
"""Bytes of text hashed at once: the arrays of one chunk, 8 bytes a byte, then stay near the processor."""

_BASE: Final = 0x9E3779B97F4A7C15
_MIX: Final = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
"""Odd constants: the golden ratio's, and those of the finisher of SplitMix64 (G. Steele and others, 2014)."""

_FAR: Final = re.compile("[^\x00-\u024f\u2010-\u2044]")
"""What is neither Latin nor the usual punctuation, which are told from words by their bytes."""

_WORDLESS: Final = re.compile(r"[^\w\n]+|_+")
_UNSPACED: Final = re.compile(f"[{UNSPACED_SPAN}]")
_SOFT: Final = ("\xad", "\u200b", "\u2060", "\ufeff")
"""What stands in words without a look of its own."""


class Lists(NamedTuple):
    """Lists of numbers, one behind the other: list ``i`` is ``values[offsets[i]:offsets[i + 1]]``, ascending."""

    offsets: Array
    values: Array


class Features(NamedTuple):
    """What is known of texts, one row each.

    ``digests`` (uint64) are equal where the words are; a text without words has 0. ``signatures`` has a uint32 for
    every band. ``shingles`` and ``terms`` are lists of distinct hashes (uint32); ``counts`` (uint8) says how often each
    term occurs, 255 at most.
    """

    digests: Array
    signatures: Array
    shingles: Lists
    terms: Lists
    counts: Array


def features(texts: Sequence[str]) -> Features:
    """Give what is known of texts. Linear in their length; the memory beyond the result is that of one chunk."""
    parts = [_features(chunk) for chunk in _chunks([plain_words(text) for text in texts])]
    if not parts:
        empty = np.zeros(0, np.uint32)
        none = Lists(np.zeros(1, np.int64), empty)
        return Features(np.zeros(0, np.uint64), np.zeros((0, BANDS), np.uint32), none, none, np.zeros(0, np.uint8))
    return Features(
        np.concatenate([part.digests for part in parts]),
        np.concatenate([part.signatures for part in parts]),
        joined([part.shingles for part in parts]),
        joined([part.terms for part in parts]),
        np.concatenate([part.counts for part in parts]),
    )


def term_hashes(text: str) -> Array:
    """Give the hash (uint32) of every word of a text, in order."""
    hashed, _ = _word_hashes([plain_words(text)])
    return hashed.astype(np.uint32)


def joined(parts: Sequence[Lists]) -> Lists:
    """Put lists behind lists."""
    sizes = np.concatenate([np.diff(part.offsets) for part in parts])
    return Lists(summed(sizes), np.concatenate([part.values for part in parts]))


def taken(lists: Lists, rows: Array) -> Lists:
    """Give the lists of some rows, in the order of the rows."""
    starts = lists.offsets[rows]
    offsets = summed(lists.offsets[rows + 1] - starts)
    return Lists(offsets, lists.values[spread(starts, offsets)])


def spread(starts: Array, offsets: Array) -> Array:
    """Give the places of all values of lists that begin at ``starts`` and come to lie at ``offsets``."""
    sizes = np.diff(offsets)
    return np.repeat(starts - offsets[:-1], sizes) + np.arange(offsets[-1])


def summed(sizes: Array) -> Array:
    """Give the offsets of lists of some sizes: their running sum, from 0 on."""
    found = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=found[1:])
    return found


def plain_words(text: str) -> bytes:
    """Give a text in lower case for hashing, in UTF-8; whatever is hard to tell from words is out of it."""
    if text.isascii():
        return text.lower().encode()
    for mark in _SOFT:
        if mark in text:
            text = text.replace(mark, "")
    folded = normalize("NFC", text).casefold()
    if _FAR.search(folded):
        folded = _WORDLESS.sub(" ", " ".join(words(folded)) if _UNSPACED.search(folded) else folded)
    return folded.encode("utf-8", "replace")


def mixed(values: Array) -> Array:
    """Spread the bits of 64-bit numbers, so that any part of them is a good hash."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(_MIX[0])
    values = (values ^ (values >> np.uint64(27))) * np.uint64(_MIX[1])
    found: Array = values ^ (values >> np.uint64(31))
    return found


def _chunks(texts: Sequence[bytes]) -> Iterator[list[bytes]]:
    chunk: list[bytes] = []
    size = 0
    for text in texts:
        if chunk and size + len(text) > _CHUNK:
            yield chunk
            chunk, size = [], 0
        chunk.append(text)
        size += len(text) + 1
    if chunk:
        yield chunk


def _features(texts: Sequence[bytes]) -> Features:
    hashed, offsets = _word_hashes(texts)
    digests = _digests(hashed, offsets)
    shingles, _ = _distinct(*_shingles(hashed, offsets, digests))
    terms, counts = _distinct(hashed.astype(np.uint32), offsets)
    return Features(digests, signatures(shingles), shingles, terms, np.minimum(counts, 255).astype(np.uint8))


def _word_hashes(texts: Sequence[bytes]) -> tuple[Array, Array]:
    """Give the hashes of all words, and where the words of each text begin among them."""
    data = np.frombuffer(b"\n" + b"\n".join(texts) + b"\n", np.uint8)
    is_word = _is_word(data)
    edges = np.flatnonzero(is_word[1:] != is_word[:-1]) + 1
    starts, ends = edges[0::2], edges[1::2]
    powers, inverses = _powers(1 << (len(data) - 1).bit_length())
    sums = np.zeros(len(data) + 1, np.uint64)
    np.cumsum((data + np.uint64(1)) * powers[: len(data)], out=sums[1:])
    hashed = mixed((sums[ends] - sums[starts]) * inverses[starts])
    places = summed(np.fromiter((len(text) + 1 for text in texts), np.int64, len(texts))) + 1
    return hashed, np.searchsorted(starts, places)


def _digests(hashed: Array, offsets: Array) -> Array:
    """Give a number for the words of each text in their order; 0 for none."""
    powers, inverses = _powers(1 << len(hashed).bit_length())  # an empty text at the end begins behind all words
    sums = np.zeros(len(hashed) + 1, np.uint64)
    np.cumsum(hashed * powers[: len(hashed)], out=sums[1:])
    starts, ends = offsets[:-1], offsets[1:]
    found = mixed((sums[ends] - sums[starts]) * inverses[starts] + (ends - starts).astype(np.uint64))
    return np.where(starts == ends, np.uint64(0), np.maximum(found, np.uint64(1)))


def _shingles(hashed: Array, offsets: Array, digests: Array) -> tuple[Array, Array]:
    """Give the hashes of all shingles, and where those of each text begin; a text that is too short is one itself."""
    sizes = np.diff(offsets)
    here = np.where(sizes >= SHINGLE, sizes - SHINGLE + 1, np.minimum(sizes, 1))
    places = summed(here)
    starts = spread(offsets[:-1], places)
    last = len(hashed) - 1
    found = hashed[np.minimum(starts, last)] if last >= 0 else hashed
    for step in range(1, SHINGLE):
        found = found * np.uint64(_BASE) + hashed[np.minimum(starts + step, last)]
    found = (mixed(found) >> np.uint64(32)).astype(np.uint32)
    short = np.flatnonzero((sizes < SHINGLE) & (sizes > 0))
    found[places[short]] = digests[short].astype(np.uint32)
    return found, places


def _distinct(values: Array, offsets: Array) -> tuple[Lists, Array]:
    """Give the distinct values of each list, ascending, and how often each occurs."""
    rows = np.repeat(np.arange(len(offsets) - 1, dtype=np.uint64), np.diff(offsets))
    keys = np.sort((rows << np.uint64(32)) | values, kind="stable")  # of runs: half the time of a quicksort
    first = np.ones(len(keys), bool)
    first[1:] = keys[1:] != keys[:-1]
    places = np.flatnonzero(first)
    counts = np.diff(places, append=len(keys))
    kept = keys[places]
    sizes = np.bincount((kept >> np.uint64(32)).astype(np.int64), minlength=len(offsets) - 1)
    return Lists(summed(sizes), kept.astype(np.uint32)), counts


def signatures(shingles: Lists) -> Array:
    """Give the signature of each list of shingles: a hash of four minima for every band; 0 for an empty list."""
    full = np.flatnonzero(np.diff(shingles.offsets))
    found = np.zeros((len(shingles.offsets) - 1, BANDS), np.uint32)
    if not len(full):
        return found
    starts = shingles.offsets[full]
    for band in range(BANDS):
        key = np.full(len(full), band + 1, np.uint64)
        for factor, shift in _permutations()[band]:
            minima = np.minimum.reduceat(shingles.values * factor + shift, starts)
            key = mixed(key * np.uint64(_BASE) + minima)
        found[full, band] = (key >> np.uint64(32)).astype(np.uint32)
    return found


@cache
def _permutations() -> list[list[tuple[np.uint32, np.uint32]]]:
    """Give the permutations of all bands: an odd factor and a shift modulo 2³² (M. Dietzfelbinger and others, 1997)."""
    drawn = mixed(np.arange(1, 2 * BANDS * ROWS + 1, dtype=np.uint64) * np.uint64(_BASE)).astype(np.uint32)
    pairs = [(factor | np.uint32(1), shift) for factor, shift in drawn.reshape(-1, 2)]
    return [pairs[band * ROWS : (band + 1) * ROWS] for band in range(BANDS)]


@cache
def _powers(size: int) -> tuple[Array, Array]:
    """Give the powers of the base from 0, and of its inverse, modulo 2⁶⁴."""
    inverse = pow(_BASE, -1, 1 << 64)
    return _running(_BASE, size), _running(inverse, size)


def _running(base: int, size: int) -> Array:
    factors = np.full(size, base, np.uint64)
    factors[0] = 1
    return np.cumprod(factors, dtype=np.uint64)


def _is_word(data: Array) -> Array:
    """Say of every byte whether it belongs to a word: letters and digits of ASCII, and other characters.

    But not the signs of Latin-1 (U+00A0 to U+00BF: C2 A0 to C2 BF) and general punctuation (U+2000 to U+207F: E2 80 80
    to E2 81 BF).
    """
    found = _word_bytes()[data]
    signs = np.flatnonzero((data[:-1] == 0xC2) & (data[1:] >= 0xA0))  # noqa: PLR2004 - see above
    found[signs] = found[signs + 1] = False
    signs = np.flatnonzero((data[:-1] == 0xE2) & ((data[1:] & 0xFE) == 0x80))  # noqa: PLR2004 - see above
    for step in range(3):
        found[signs + step] = False
    return found


@cache
def _word_bytes() -> Array:
    return np.array([byte >= 0x80 or chr(byte).isalnum() for byte in range(256)])  # noqa: PLR2004 - the end of ASCII
