"""The sealed state of an index: numbers for texts, and arrays that questions are answered from.

A text is a wording: all clauses with the same words are one. Documents stand in the order of their names and texts in
the order in which documents have them, so that the answers depend on what an index holds, not on how it came to be. The
arrays are written part by part and never held as a whole; they are opened as memory maps, of which a question touches
little. The arrays of one state are a folder; `state` names the one that counts.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

from clausetrack.corpus import listing, parts
from clausetrack.corpus.kernel import BANDS, Array, Features, Lists, spread, summed, taken
from clausetrack.corpus.libraries import np, pa, parquet
from clausetrack.corpus.listing import Entry
from clausetrack.corpus.state import FORMAT, PARTS, State, damaged, read_state, reading, write_state
from clausetrack.errors import InputError

_DIGITS: Final = re.compile("([0-9]+)")

_AT_ONCE: Final = 1 << 22
"""Postings that are put in order at once: some hundred megabytes."""


class _News(NamedTuple):
    """Of a part: the numbers of the texts that it is the first to have, ascending, and their places in its features."""

    features: Path
    texts: Array
    places: Array


def seal(index: Path) -> None:
    """Make the arrays of the parts as they are now, and let them count; nothing is done where they do already.

    InputError where a part is broken, OSError where the arrays cannot be written.
    """
    standing = listing.standing(listed for _, listed in listing.read_lists(index))
    entries = sorted(standing.living.values(), key=lambda entry: natural(entry.holding.name))
    folder = index / f"sealed-{_digest(entries)}"
    if _counts(index, folder.name):
        return
    temporary = folder.with_name(folder.name + ".tmp")
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir()
    names = sorted({entry.part for entry in entries}, key=lambda name: (listing.number_of(name), name))
    _write_all(index, temporary, entries, names)
    sizes = {f"{folder.name}/{path.name}": path.stat().st_size for path in temporary.iterdir()}
    clauses = (parts.clauses_path(index, name) for name in names)
    sizes |= {f"{PARTS}/{path.name}": path.stat().st_size for path in clauses}
    if folder.exists():
        shutil.rmtree(folder)
    temporary.rename(folder)
    write_state(index, State(folder.name, tuple(names), sizes))
    for old in index.glob("sealed-*"):
        if old != folder:
            shutil.rmtree(old, ignore_errors=True)


def natural(name: str) -> tuple[tuple[str | tuple[int, str], ...], str]:
    """Give the key that sorts names as people do: numbers in them by their size."""
    pieces = _DIGITS.split(name)
    numbers = {place: pieces[place].lstrip("0") for place in range(1, len(pieces), 2)}
    keys = ((len(numbers[place]), numbers[place]) if place in numbers else piece for place, piece in enumerate(pieces))
    return tuple(keys), name


def _counts(index: Path, folder: str) -> bool:
    """Say whether the state that counts is this one, and whole."""
    try:
        state = read_state(index)
    except InputError:
        return False
    return state.sealed == folder and damaged(index, state.sizes) is None


def _digest(entries: Sequence[Entry]) -> str:
    names = [(entry.holding.name, entry.sha256, entry.part, entry.first) for entry in entries]
    return hashlib.sha256(repr((FORMAT, names)).encode()).hexdigest()[:16]


def _write_all(index: Path, folder: Path, entries: Sequence[Entry], names: Sequence[str]) -> None:
    _write_documents(folder, entries)
    news = _write_rows(index, folder, entries, names)
    texts = sum(len(new.texts) for new in news)
    sizes = _write_signatures(folder, news, texts)
    _write_postings(folder, news, texts, sizes)


def _write_documents(folder: Path, entries: Sequence[Entry]) -> None:
    columns: dict[str, Any] = {"document": pa.array(range(len(entries)), pa.int32())}
    for name in ("name", "agreement", "revision", "title", "language"):
        columns[name] = pa.array([getattr(entry.holding, name) for entry in entries], pa.string())
    columns["clauses"] = pa.array([entry.holding.clauses for entry in entries], pa.int32())
    parquet.write_table(pa.table(columns), folder / "documents.parquet")


def _write_rows(index: Path, folder: Path, entries: Sequence[Entry], names: Sequence[str]) -> list[_News]:
    """Write for every clause its document, its place and the number of its text, -1 for one without words."""
    numbers = {name: number for number, name in enumerate(names)}
    held_by = np.array([numbers[entry.part] for entry in entries], np.int32)
    firsts = np.array([entry.first for entry in entries], np.int64)
    sizes = np.array([entry.holding.clauses for entry in entries], np.int64)
    starts = summed(sizes)
    digests = np.zeros(starts[-1], np.uint64)
    for name, here in zip(names, _groups(held_by, len(names)), strict=True):
        offsets = summed(sizes[here])
        path = parts.clauses_path(index, name)
        with reading(path):
            found = parts.read_digests(path)[spread(firsts[here], offsets)]
        digests[spread(starts[:-1][here], offsets)] = found
    part = np.repeat(held_by, sizes)
    np.save(folder / "rows_document.npy", np.repeat(np.arange(len(entries), dtype=np.int32), sizes))
    np.save(folder / "rows_part.npy", part)
    np.save(folder / "rows_row.npy", spread(firsts, starts).astype(np.int32))
    unique, first, inverse = np.unique(digests, return_index=True, return_inverse=True)
    worded = np.flatnonzero(unique)
    order = np.argsort(first[worded], kind="stable")
    ranks = np.full(len(unique), -1, np.int32)
    ranks[worded[order]] = np.arange(len(order), dtype=np.int32)
    np.save(folder / "rows_text.npy", ranks[inverse])
    rows = first[worded[order]]
    return [
        _news(parts.features_path(index, name), texts, digests[rows[texts]])
        for name, texts in zip(names, _groups(part[rows], len(names)), strict=True)
        if len(texts)
    ]


def _groups(numbers: Array, most: int) -> list[Array]:
    """Give for each number from 0 on where it stands, ascending."""
    order = np.argsort(numbers, kind="stable")
    return np.split(order, np.searchsorted(numbers[order], np.arange(1, most))) if most else []


def _news(path: Path, texts: Array, digests: Array) -> _News:
    """Find texts among the features of the part that is the first to have them."""
    there = parts.read_digests(path)
    order = np.argsort(there)
    with reading(path):
        return _News(path, texts, order[np.searchsorted(there, digests, sorter=order)])


class _Sizes(NamedTuple):
    shingles: Array
    """Where the shingles of each text begin, and where the last ones end."""

    terms: Array
    """The distinct hashes of words, ascending."""

    frequencies: Array
    """In how many texts each of them is."""


def _write_signatures(folder: Path, news: Sequence[_News], texts: int) -> _Sizes:
    """Write the signatures of all texts, and count their shingles and words."""
    signatures = _create(folder / "signatures.npy", np.uint32, (texts, BANDS))
    sizes = np.zeros(texts, np.int64)
    terms, frequencies = np.zeros(0, np.uint32), np.zeros(0, np.int64)
    for new in news:
        found = _features(new)
        _mapped(signatures)[new.texts] = found.signatures
        sizes[new.texts] = np.diff(found.shingles.offsets)
        here, counts = np.unique(found.terms.values, return_counts=True)
        terms, frequencies = _added(terms, frequencies, here, counts)
    return _Sizes(summed(sizes), terms, frequencies)


def _write_postings(folder: Path, news: Sequence[_News], texts: int, known: _Sizes) -> None:
    """Write the shingles and the length of every text, and for every word the texts that have it, with its count."""
    offsets = summed(known.frequencies)
    weights = rarity(known.frequencies, texts)
    shingles = _create(folder / "shingles.npy", np.uint32, (int(known.shingles[-1]),))
    postings = _create(folder / "postings_texts.npy", np.uint32, (int(offsets[-1]),))
    counted = _create(folder / "postings_counts.npy", np.uint8, (int(offsets[-1]),))
    lengths = np.zeros(texts, np.float32)
    cursors = offsets[:-1].copy()
    for new in news:
        found = _features(new)
        _mapped(shingles)[spread(known.shingles[new.texts], found.shingles.offsets)] = found.shingles.values
        rows = np.repeat(np.arange(len(new.texts)), np.diff(found.terms.offsets))
        terms = np.searchsorted(known.terms, found.terms.values)
        squares = np.bincount(rows, (tf(found.counts) * weights[terms]) ** 2, minlength=len(new.texts))
        lengths[new.texts] = np.sqrt(squares)
        order = np.argsort(terms, kind="stable")
        here, first, sizes = np.unique(terms[order], return_index=True, return_counts=True)
        places = np.repeat(cursors[here] - first, sizes) + np.arange(len(order))
        _mapped(postings)[places] = new.texts[rows[order]]
        _mapped(counted)[places] = found.counts[order]
        cursors[here] += sizes
    if any(one.texts[-1] > other.texts[0] for one, other in pairwise(news)):
        _put_in_order(postings, counted, offsets)
    np.save(folder / "shingles_offsets.npy", known.shingles)
    np.save(folder / "terms.npy", known.terms)
    np.save(folder / "postings_offsets.npy", offsets)
    np.save(folder / "lengths.npy", lengths)


def _put_in_order(postings: Path, counted: Path, offsets: Array) -> None:
    """Sort the texts of every word, which parts left as they came; so many words at once as fit."""
    start = 0
    while start < len(offsets) - 1:
        wanted = int(np.searchsorted(offsets, offsets[start] + _AT_ONCE, side="right")) - 1
        end = min(max(start + 1, wanted), start + (1 << 24))  # 24 bits for a word, 32 for a text, 8 for its count
        here = slice(int(offsets[start]), int(offsets[end]))
        words = np.repeat(np.arange(end - start, dtype=np.uint64), np.diff(offsets[start : end + 1]))
        texts, counts = _mapped(postings)[here], _mapped(counted)[here]
        keys = (words << np.uint64(40)) | (texts.astype(np.uint64) << np.uint64(8)) | counts
        keys.sort(kind="stable")  # of runs, one a part
        texts[:] = (keys >> np.uint64(8)).astype(np.uint32)
        counts[:] = keys.astype(np.uint8)
        start = end


def rarity(frequencies: Array, texts: int) -> Array:
    """Give the weight of words by the number of texts that have them (K. Spärck Jones, 1972), never quite nothing."""
    return np.log((1 + texts) / np.maximum(frequencies, 1)).astype(np.float32) + np.float32(0.01)


def tf(counts: Array) -> Array:
    """Give the weight of a word in a text by how often it stands there: the second time adds less than the first."""
    return np.float32(1) + np.log(np.maximum(counts, 1).astype(np.float32))


def _features(new: _News) -> Features:
    found = parts.read_features(new.features)
    with reading(new.features):
        return Features(
            found.digests[new.places],
            found.signatures[new.places],
            taken(found.shingles, new.places),
            taken(found.terms, new.places),
            taken(Lists(found.terms.offsets, found.counts), new.places).values,
        )


def _added(terms: Array, frequencies: Array, more: Array, counts: Array) -> tuple[Array, Array]:
    """Add up counts by terms."""
    every, inverse = np.unique(np.concatenate((terms, more)), return_inverse=True)
    found = np.bincount(inverse, np.concatenate((frequencies, counts)), minlength=len(every))
    return every, found.astype(np.int64)


def _create(path: Path, dtype: Any, shape: tuple[int, ...]) -> Path:
    """Make an array on disk; an empty one cannot be mapped, and is written at once. OSError where it has no room."""
    if np.prod(shape):
        np.lib.format.open_memmap(path, "w+", dtype, shape)
        _take_room(path)
    else:
        np.save(path, np.zeros(shape, dtype))
    return path


def _mapped(path: Path) -> Array:
    """Open an array to write to, anew for each part: all that a map has touched counts as memory until it ends."""
    found: Array = np.load(path, mmap_mode="r+")
    return found


def _take_room(path: Path) -> None:
    """Take the room of a file on its disk: a map that finds the disk full when it is written to ends the process."""
    if hasattr(os, "posix_fallocate"):
        with path.open("r+b") as stream:
            try:
                os.posix_fallocate(stream.fileno(), 0, path.stat().st_size)
            except OSError as fault:
                if fault.errno not in {errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS}:  # not every file system can
                    raise
