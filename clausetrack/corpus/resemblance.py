"""How alike agreements are: what share of their clauses is in the same families; and the tree that this gives."""

from __future__ import annotations

from array import array
from typing import Any, Final

from clausetrack.corpus.engine import Engine
from clausetrack.corpus.families import held
from clausetrack.corpus.index import Index
from clausetrack.corpus.kernel import Array
from clausetrack.corpus.libraries import np
from clausetrack.corpus.meetings import same_words
from clausetrack.model.corpus import Resemblance

MOST: Final = 1_000
"""Agreements up to which a tree is made: its time and memory grow with the square of their number (8 MB for these)."""

NEAREST: Final = 50
"""Where there are more agreements than `MOST`, a pair is kept if it is among so many nearest of one of the two: all
pairs of a corpus in which every agreement has a thousand copies would fill a disk, and tell nobody more."""


MEETINGS: Final = 400_000_000
"""Where there are more agreements than `MOST`, how often two of them may meet in a family before the most widespread
families bring none together any more: two or three seconds of counting."""


def resemblance(index: Index, engine: Engine, least: float, lowest: float) -> Resemblance:
    """Give the pairs of documents of a similarity of ``lowest`` at least; ``least`` links clauses, as for families.

    Pairs come in the order of their documents; the tree is made of all pairs.
    """
    found = held(index, engine, least)
    holdings = index.holdings()
    is_small = len(holdings) <= MOST
    spread = np.bincount(found.table["family"].to_numpy()) if len(found.table) else np.zeros(0, np.int64)
    cap = len(holdings) if is_small else _cap(spread, MEETINGS)
    table = engine.meet(found.table, 0.0 if is_small else lowest, cap)
    one, other, shared, similarity = (table[name].to_numpy() for name in table.column_names)
    order, merges = tree(len(holdings), one, other, similarity) if is_small else ((), ())
    met = np.count_nonzero(similarity >= lowest)
    kept = similarity >= lowest if is_small else _nearest(one, other, similarity)
    one, other, shared, similarity = one[kept], other[kept], shared[kept], similarity[kept]
    worded = np.flatnonzero(np.asarray(index.row_texts) >= 0)
    exact = same_words(index.row_documents[worded], index.row_texts[worded], one, other)
    return Resemblance(
        holdings=tuple(holdings),
        left=_column("q", one),
        right=_column("q", other),
        shared=_column("q", shared),
        exact=_column("q", exact),
        similarity=_column("d", similarity),
        least=least,
        lowest=lowest,
        order=order,
        merges=merges,
        passed_over=int(np.count_nonzero(spread > cap)),
        cap=cap,
        dropped=int(met) - len(one),
        nearest=NEAREST,
        capped=found.links.capped,
        largest=found.links.largest,
    )


def _cap(spread: Array, most: int) -> int:
    """Give in how many documents a family may be, so that two documents meet ``most`` times in all families.

    ``spread`` says in how many documents each family is.
    """
    sizes = np.sort(spread.astype(np.int64))
    fitting = int(np.searchsorted(np.cumsum(sizes * (sizes - 1) // 2), most, "right"))
    return int(sizes[fitting]) - 1 if fitting < len(sizes) else int(sizes.max(initial=0))


def _nearest(one: Array, other: Array, similarity: Array) -> Array:
    """Say of each pair whether it is among the nearest of one of its documents."""
    kept = np.zeros(len(one), bool)
    # Among the pairs in which a document comes first, and among those in which it comes second: the nearest of all are
    # among the nearest of both.
    for side in (one, other):
        keys = side.astype(np.uint64)
        keys <<= np.uint64(32)
        keys |= ((1 - similarity) * 0xFFFFFFFF).astype(np.uint64)
        order = np.argsort(keys, kind="stable")
        del keys  # 8 bytes a pair, of which there are millions
        starts = np.flatnonzero(np.diff(side[order], prepend=-1))
        ranks = np.arange(len(order))
        ranks -= np.repeat(starts, np.diff(starts, append=len(order)))
        kept[order[ranks < NEAREST]] = True
    return kept


def tree(
    number: int, left: Array, right: Array, similarity: Array
) -> tuple[tuple[int, ...], tuple[tuple[int, int, float], ...]]:
    """Give the order of leaves and the steps of average linkage, by chains of nearest neighbours (F. Murtagh, 1983).

    Quadratic in the number of leaves. A step joins two numbers: of leaves, or ``number`` and on for earlier steps.
    """
    if number < 2:  # noqa: PLR2004 - one leaf is no tree
        return tuple(range(number)), ()
    alike = np.zeros((number, number))
    alike[left, right] = alike[right, left] = similarity
    np.fill_diagonal(alike, -1.0)
    sizes = np.ones(number)
    steps: list[tuple[int, int, float]] = []
    chain: list[int] = []
    alive = np.ones(number, bool)
    while len(steps) < number - 1:
        if not chain:
            chain.append(int(np.argmax(alive)))
        near = np.where(alive, alike[chain[-1]], -1.0)
        near[chain[-1]] = -1.0
        best = int(np.argmax(near))
        if len(chain) > 1 and near[chain[-2]] >= near[best]:
            best = chain[-2]
        if len(chain) > 1 and best == chain[-2]:
            one, other = sorted((chain.pop(), chain.pop()))
            steps.append((one, other, float(alike[one, other])))
            _merge(alike, sizes, one, other)
            alive[other] = False
        else:
            chain.append(best)
    return _ordered(number, steps)


def _merge(alike: Array, sizes: Array, one: int, other: int) -> None:
    """Let a cluster take in another: its similarities become averages over all its leaves."""
    both = (alike[one] * sizes[one] + alike[other] * sizes[other]) / (sizes[one] + sizes[other])
    alike[one] = alike[:, one] = both
    alike[one, one] = -1.0
    sizes[one] += sizes[other]


def _ordered(
    number: int, steps: list[tuple[int, int, float]]
) -> tuple[tuple[int, ...], tuple[tuple[int, int, float], ...]]:
    """Put steps in the order of their similarity, name clusters by their steps, and lay the leaves out."""
    cluster, leaves = list(range(number)), [[leaf] for leaf in range(number)]
    merges: list[tuple[int, int, float]] = []
    for one, other, at in sorted(steps, key=lambda step: -step[2]):
        # A cluster is known by its lowest leaf; the steps above it came later in the chain, and are less alike.
        first, second = _root(cluster, one), _root(cluster, other)
        low, high = min(first, second), max(first, second)
        merges.append((low, high, at))
        cluster.append(len(cluster))
        leaves.append(leaves[low] + leaves[high])
        cluster[low] = cluster[high] = len(cluster) - 1
    return tuple(leaves[-1]), tuple(merges)


def _root(cluster: list[int], number: int) -> int:
    while cluster[number] != number:
        cluster[number] = cluster[cluster[number]]
        number = cluster[number]
    return number


def _column(kind: Any, values: Array) -> array[Any]:
    found = array(kind)
    found.frombytes(np.ascontiguousarray(values, np.float64 if kind == "d" else np.int64).tobytes())
    return found
