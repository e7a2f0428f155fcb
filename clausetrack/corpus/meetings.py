"""Which agreements share clauses, and how many: what `queries.RESEMBLANCE` says, counted row by row in numpy.

The pairs that a million clauses bring together are some hundred millions before they are added up. A hash table of
pairs takes a third of a microsecond for each; an array with a place for every agreement, filled for one agreement at a
time, takes a few nanoseconds, and the memory of one row. Engines of many machines do it in SQL.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from clausetrack.corpus.kernel import Array, spread
from clausetrack.corpus.libraries import np, pa


class _Postings(NamedTuple):
    """For each family the documents that have it, ascending, with how many of its clauses each has.

    ``ends`` says for every entry where its family ends; ``wide`` is -1, or the number of a family in more than the cap.
    """

    documents: Array
    clauses: Array
    ends: Array
    wide: Array


def meet(held: pa.Table, lowest: float, cap: int) -> pa.Table:
    """Give the pairs of documents that share a family of ``cap`` documents at most, from a similarity on.

    Columns: one, other (the higher number), shared, similarity.
    """
    family, document, clauses = (held[name].to_numpy().astype(np.int64) for name in ("family", "document", "clauses"))
    order = np.lexsort((document, family))
    family, document, clauses = family[order], document[order], clauses[order]
    bounds = np.flatnonzero(np.diff(family, prepend=-1, append=-1))
    sizes = np.diff(bounds)
    is_wide = sizes > cap
    numbers = np.where(is_wide, np.cumsum(is_wide) - 1, -1)
    postings = _Postings(document, clauses, np.repeat(bounds[1:], sizes), np.repeat(numbers, sizes))
    rows = list(zip(*_rows(postings, lowest), strict=True)) or [(np.zeros(0, np.int32),)] * 4
    columns = [np.concatenate(rows.pop(0)) for _ in range(4)]  # each goes as it is joined, for there are millions
    return pa.table(dict(zip(("one", "other", "shared", "similarity"), map(pa.array, columns), strict=True)))


def _rows(postings: _Postings, lowest: float) -> Iterator[tuple[Array, Array, Array, Array]]:
    """Yield for every document those behind it that it shares clauses with."""
    documents = int(postings.documents.max(initial=-1)) + 1
    totals = np.bincount(postings.documents, postings.clauses, minlength=documents)
    wide = _wide(postings, documents)
    by_document = np.argsort(postings.documents, kind="stable")
    bounds = np.searchsorted(postings.documents[by_document], np.arange(documents + 1))
    for one in range(documents):
        entries = by_document[bounds[one] : bounds[one + 1]]
        is_few = postings.wide[entries] < 0
        shared = _shared(postings, entries[is_few], one)
        others = np.flatnonzero(shared)
        common = shared[others]
        others += one + 1
        for entry in entries[~is_few].tolist():
            common += np.minimum(wide[postings.wide[entry]][others], postings.clauses[entry])
        similarity = common / (totals[one] + totals[others] - common)
        kept = np.flatnonzero(similarity >= lowest)
        if len(kept):
            firsts = np.full(len(kept), one, np.int32)
            yield firsts, others[kept].astype(np.int32), common[kept].astype(np.int32), similarity[kept]


def _shared(postings: _Postings, entries: Array, one: int) -> Array:
    """Give how many clauses of these families each document behind one has in common with it."""
    starts = entries + 1
    offsets = np.zeros(len(entries) + 1, np.int64)
    np.cumsum(postings.ends[entries] - starts, out=offsets[1:])
    places = spread(starts, offsets)
    mine = np.repeat(postings.clauses[entries], np.diff(offsets))
    found: Array = np.bincount(postings.documents[places] - (one + 1), np.minimum(mine, postings.clauses[places]))
    return found


def _wide(postings: _Postings, documents: int) -> Array:
    """Give for every wide family how many clauses of it each document has: one row a family."""
    found = np.zeros((int(postings.wide.max(initial=-1)) + 1, documents), np.int32)
    entries = np.flatnonzero(postings.wide >= 0)
    found[postings.wide[entries], postings.documents[entries]] = postings.clauses[entries]
    return found


def same_words(documents: Array, texts: Array, one: Array, other: Array) -> Array:
    """Give how many clauses of two documents have the same words, for each pair; the pairs in the order of ``one``.

    ``documents`` and ``texts`` have a number for every clause. A pair costs what the second of it has of texts.
    """
    width = int(texts.max(initial=-1)) + 1
    keys, counts = np.unique(documents.astype(np.int64) * width + texts, return_counts=True)
    texts = keys % max(width, 1)
    bounds = np.searchsorted(keys, np.arange(int(documents.max(initial=-1)) + 2) * width)
    mine = np.zeros(width, np.int64)
    found = np.zeros(len(one), np.int64)
    edges = np.flatnonzero(np.diff(one, prepend=-1, append=-1))
    for start, end in pairwise(edges.tolist()):
        here = slice(bounds[one[start]], bounds[one[start] + 1])
        mine[texts[here]] = counts[here]
        starts = bounds[other[start:end]]
        offsets = np.concatenate((np.zeros(1, np.int64), np.cumsum(bounds[other[start:end] + 1] - starts)))
        places = spread(starts, offsets)
        shared = np.minimum(mine[texts[places]], counts[places])
        pairs = np.repeat(np.arange(end - start), np.diff(offsets))
        found[start:end] = np.bincount(pairs, shared, minlength=end - start)
        mine[texts[here]] = 0
    return found
