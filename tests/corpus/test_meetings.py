"""Pairs of agreements: what numpy counts is what the SQL says."""

from __future__ import annotations

from collections import Counter

import duckdb
import numpy as np
import pyarrow as pa
import pytest

from clausetrack.corpus import queries
from clausetrack.corpus.meetings import meet, same_words
from clausetrack.corpus.resemblance import NEAREST, _cap, _nearest


def held(documents, families, rows, seed):
    random_ = np.random.default_rng(seed)
    keys = np.unique(random_.integers(0, documents * families, rows))
    columns = {"family": keys % families, "document": keys // families, "clauses": random_.integers(1, 4, len(keys))}
    return pa.table({name: pa.array(values) for name, values in columns.items()})


def by_sql(table, lowest, cap):
    asked = pa.table({"lowest": [lowest], "cap": [cap]})
    with duckdb.connect() as connection:
        connection.register("held", table)
        connection.register("asked", asked)
        return connection.sql(queries.RESEMBLANCE).fetchall()


@pytest.mark.parametrize("cap", [2, 5, 500])
@pytest.mark.parametrize("lowest", [0.0, 0.2])
@pytest.mark.parametrize(("documents", "families"), [(1, 3), (6, 9), (40, 60)])
def test_numpy_and_sql_come_to_the_same(documents, families, lowest, cap):
    table = held(documents, families, 4 * documents, seed=documents)
    found = meet(table, lowest, cap)
    assert list(zip(*(found[name].to_pylist() for name in found.column_names), strict=True)) == by_sql(
        table, lowest, cap
    )


def test_nothing_held_meets_nobody():
    empty = pa.table({name: pa.array([], pa.int64()) for name in ("family", "document", "clauses")})
    assert len(meet(empty, 0.0, 10)) == 0


def test_clauses_with_the_same_words_are_counted_by_pairs():
    random_ = np.random.default_rng(3)
    documents, texts = random_.integers(0, 30, 900), random_.integers(0, 40, 900)
    one, other = np.triu_indices(30, 1)
    kept = random_.random(len(one)) < 0.5
    one, other = one[kept], other[kept]
    counts = [Counter(texts[documents == document].tolist()) for document in range(30)]
    assert same_words(documents, texts, one, other).tolist() == [
        (counts[left] & counts[right]).total() for left, right in zip(one.tolist(), other.tolist(), strict=True)
    ]


def test_nobody_has_the_same_words_where_nobody_is():
    none = np.zeros(0, np.int64)
    assert same_words(none, none, none, none).tolist() == []


def test_as_many_families_bring_documents_together_as_there_is_time_for():
    # 1, 3, 3, 45 and 4,950 pairs.
    spread = np.array([100, 2, 3, 10, 3, 1, 0])
    assert [_cap(spread, most) for most in (0, 1, 4, 7, 52, 5_002)] == [1, 2, 2, 9, 99, 100]
    assert _cap(np.zeros(0, np.int64), 5) == 0


def test_the_nearest_of_every_document_are_kept():
    random_ = np.random.default_rng(2)
    one, other = np.triu_indices(200, 1)
    similarity = random_.random(len(one))
    kept = _nearest(one, other, similarity)
    assert kept.sum() < len(one)
    for document in range(0, 200, 17):
        mine = np.flatnonzero((one == document) | (other == document))
        best = mine[np.argsort(-similarity[mine])][:NEAREST]
        assert kept[best].all()
