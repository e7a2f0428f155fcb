"""What is made of all parts once a build has them: numbers for texts, and arrays that questions are answered from.

A text is a wording: all clauses with the same words are one. Texts are numbered as they come, so that the arrays are
written part by part and never held as a whole; they are opened as memory maps, of which a question touches little.
The arrays of one state of the index are a folder named by that state; `index.json` names the folder that counts.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from clausetrack.corpus import parts
from clausetrack.corpus.kernel import BANDS, Array, Features, Lists, taken
from clausetrack.corpus.libraries import np, pa, parquet
from clausetrack.files import write_atomically

FORMAT: Final = "clausetrack/corpus/1"
STATE: Final = "index.json"


class _News(NamedTuple):
    """Of a part: its number, the places of its new texts among its features, and the number of the first of them."""

    part: int
    chosen: Array
    first: int


def seal(index: Path) -> None:
    """Make the arrays of the parts as they are now, and let them count; nothing is done where they do already."""
    listed = list(parts.read_lists(index))
    folder = index / f"sealed-{_state(listed)}"
    if not folder.exists():
        temporary = folder.with_name(folder.name + ".tmp")
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir()
        _write_all(index, temporary, living(listed))
        temporary.rename(folder)
    data = {"format": FORMAT, "sealed": folder.name}
    write_atomically(str(index / STATE), (json.dumps(data) + "\n").encode())
    for old in index.glob("sealed-*"):
        if old != folder:
            shutil.rmtree(old, ignore_errors=True)


def living(listed: Sequence[tuple[int, parts.Listed]]) -> list[parts.Entry]:
    """Give the documents that count: of each name the last one, unless it is gone; in the order of the parts."""
    found: dict[str, parts.Entry] = {}
    for _, part in listed:
        for name in (*part.gone, *(refused.name for refused in part.refused)):
            found.pop(name, None)
        for entry in part.entries:
            found.pop(entry.holding.name, None)
            found[entry.holding.name] = entry
    return sorted(found.values(), key=lambda entry: (entry.part, entry.first))


def _state(listed: Sequence[tuple[int, parts.Listed]]) -> str:
    names = [
        (number, [(entry.holding.name, entry.sha256) for entry in part.entries], part.gone) for number, part in listed
    ]
    return hashlib.sha256(repr(names).encode()).hexdigest()[:16]


def _write_all(index: Path, folder: Path, entries: Sequence[parts.Entry]) -> None:
    _write_documents(folder, entries)
    news = _write_rows(index, folder, entries)
    sizes = _write_features(index, folder, news)
    _write_postings(index, folder, news, sizes)


def _write_documents(folder: Path, entries: Sequence[parts.Entry]) -> None:
    columns: dict[str, Any] = {
        "document": pa.array(range(len(entries)), pa.int32()),
        "part": pa.array([entry.part for entry in entries], pa.int32()),
        "first": pa.array([entry.first for entry in entries], pa.int32()),
    }
    for name in ("name", "agreement", "revision", "title", "language"):
        columns[name] = pa.array([getattr(entry.holding, name) for entry in entries], pa.string())
    columns["clauses"] = pa.array([entry.holding.clauses for entry in entries], pa.int32())
    parquet.write_table(pa.table(columns), folder / "documents.parquet")


def _write_rows(index: Path, folder: Path, entries: Sequence[parts.Entry]) -> list[_News]:
    """Write for every clause its document, its place and the number of its text, -1 for one without words."""
    numbers = np.array([entry.part for entry in entries], np.int32)
    firsts = np.array([entry.first for entry in entries], np.int64)
    sizes = np.array([entry.holding.clauses for entry in entries], np.int64)
    columns: dict[str, list[Array]] = {"document": [], "part": [], "row": [], "digest": []}
    for part in np.unique(numbers).tolist():
        here = np.flatnonzero(numbers == part)
        documents = np.repeat(here.astype(np.int32), sizes[here])
        before = np.cumsum(sizes[here]) - sizes[here]
        rows = np.repeat(firsts[here] - before, sizes[here]) + np.arange(len(documents))
        columns["document"].append(documents)
        columns["part"].append(np.full(len(documents), part, np.int32))
        columns["row"].append(rows.astype(np.int32))
        columns["digest"].append(parts.read_digests(index, part)[rows])
    found = {name: np.concatenate(values) if values else np.zeros(0, np.int64) for name, values in columns.items()}
    digests = found.pop("digest").view(np.uint64)
    unique, first, inverse = np.unique(digests, return_index=True, return_inverse=True)
    order = np.argsort(first[unique != 0], kind="stable")
    ranks = np.full(len(unique), -1, np.int32)
    ranks[np.flatnonzero(unique != 0)[order]] = np.arange(len(order), dtype=np.int32)
    for name, values in (found | {"text": ranks[inverse]}).items():
        np.save(folder / f"rows_{name}.npy", values)
    firsts_of_texts = np.sort(first[unique != 0])
    return list(_news(index, digests[firsts_of_texts], found["part"][firsts_of_texts]))


def _news(index: Path, digests: Array, numbers: Array) -> list[_News]:
    """Give of each part which of its features belong to texts that it is the first to have."""
    found = []
    for part in np.unique(numbers).tolist():
        first = int(np.searchsorted(numbers, part))
        wanted = digests[numbers == part]
        there = parquet.read_table(parts.features_path(index, part), columns=["digest"])["digest"].to_numpy()
        order = np.argsort(there.view(np.uint64))
        places = order[np.searchsorted(there.view(np.uint64), wanted, sorter=order)]
        found.append(_News(part, places, first))
    return found


class _Sizes(NamedTuple):
    terms: Array
    """The distinct hashes of words, ascending."""

    frequencies: Array
    """In how many texts each of them is."""


def _write_features(index: Path, folder: Path, news: Sequence[_News]) -> _Sizes:
    """Write signatures and shingles of all texts, and count the words."""
    texts = sum(len(new.chosen) for new in news)
    signatures = _create(folder / "signatures.npy", np.uint32, (texts, BANDS))
    sizes = np.zeros(texts + 1, np.int64)
    terms, frequencies = np.zeros(0, np.uint32), np.zeros(0, np.int64)
    with (folder / "shingles.raw").open("wb") as stream:
        for new in news:
            found = _features(index, new)
            end = new.first + len(new.chosen)
            signatures[new.first : end] = found.signatures
            sizes[new.first + 1 : end + 1] = np.diff(found.shingles.offsets)
            found.shingles.values.tofile(stream)
            here, counts = np.unique(found.terms.values, return_counts=True)
            terms, frequencies = _added(terms, frequencies, here, counts)
    np.save(folder / "shingles_offsets.npy", np.cumsum(sizes))
    return _Sizes(terms, frequencies)


def _write_postings(index: Path, folder: Path, news: Sequence[_News], known: _Sizes) -> None:
    """Write for every word the texts that have it, ascending, with its count; and the length of every text."""
    offsets = np.concatenate((np.zeros(1, np.int64), np.cumsum(known.frequencies)))
    texts = sum(len(new.chosen) for new in news)
    weights = rarity(known.frequencies, texts)
    postings = _create(folder / "postings_texts.npy", np.uint32, (int(offsets[-1]),))
    counted = _create(folder / "postings_counts.npy", np.uint8, (int(offsets[-1]),))
    lengths = np.zeros(texts, np.float32)
    cursors = offsets[:-1].copy()
    for new in news:
        found = _features(index, new)
        rows = np.repeat(np.arange(len(new.chosen)), np.diff(found.terms.offsets))
        terms = np.searchsorted(known.terms, found.terms.values)
        squares = np.bincount(rows, (tf(found.counts) * weights[terms]) ** 2, minlength=len(new.chosen))
        lengths[new.first : new.first + len(new.chosen)] = np.sqrt(squares)
        order = np.argsort(terms, kind="stable")
        here, first, sizes = np.unique(terms[order], return_index=True, return_counts=True)
        places = np.repeat(cursors[here] - first, sizes) + np.arange(len(order))
        postings[places] = rows[order] + new.first
        counted[places] = found.counts[order]
        cursors[here] += sizes
    np.save(folder / "terms.npy", known.terms)
    np.save(folder / "postings_offsets.npy", offsets)
    np.save(folder / "lengths.npy", lengths)


def rarity(frequencies: Array, texts: int) -> Array:
    """Give the weight of words by the number of texts that have them (K. Spärck Jones, 1972), never quite nothing."""
    return np.log((1 + texts) / np.maximum(frequencies, 1)).astype(np.float32) + np.float32(0.01)


def tf(counts: Array) -> Array:
    """Give the weight of a word in a text by how often it stands there: the second time adds less than the first."""
    return np.float32(1) + np.log(np.maximum(counts, 1).astype(np.float32))


def _features(index: Path, new: _News) -> Features:
    _, found = parts.read_features(index, new.part)
    return Features(
        found.digests[new.chosen],
        found.signatures[new.chosen],
        taken(found.shingles, new.chosen),
        taken(found.terms, new.chosen),
        taken(Lists(found.terms.offsets, found.counts), new.chosen).values,
    )


def _added(terms: Array, frequencies: Array, more: Array, counts: Array) -> tuple[Array, Array]:
    """Add up counts by terms."""
    every, inverse = np.unique(np.concatenate((terms, more)), return_inverse=True)
    found = np.bincount(inverse, np.concatenate((frequencies, counts)), minlength=len(every))
    return every, found.astype(np.int64)


def _create(path: Path, dtype: Any, shape: tuple[int, ...]) -> Array:
    """Make an array on disk; an empty one cannot be mapped, and is written at once."""
    if not np.prod(shape):
        np.save(path, np.zeros(shape, dtype))
        return np.zeros(shape, dtype)
    found: Array = np.lib.format.open_memmap(path, "w+", dtype, shape)
    return found
