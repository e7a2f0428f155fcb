"""Pairs of agreements: what numpy counts is what the SQL says."""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa
import pytest

from clausetrack.corpus import meetings, queries
from clausetrack.corpus.meetings import meet
from clausetrack.corpus.resemblance import NEAREST, _nearest


def held(documents, families, rows, seed):
    random_ = np.random.default_rng(seed)
    keys = np.unique(random_.integers(0, documents * families, rows))
    columns = {"family": keys % families, "document": keys // families, "clauses": random_.integers(1, 4, len(keys))}
    return pa.table({name: pa.array(values) for name, values in columns.items()})


def by_sql(table, lowest, cap):
    asked = pa.table({"lowest": [lowest]})
    with duckdb.connect() as connection:
        connection.register("held", table)
        connection.register("asked", asked)
        return connection.sql(queries.RESEMBLANCE.replace("500", str(cap))).fetchall()


@pytest.mark.parametrize("cap", [2, 5, 500])
@pytest.mark.parametrize("lowest", [0.0, 0.2])
@pytest.mark.parametrize(("documents", "families"), [(1, 3), (6, 9), (40, 60)])
def test_numpy_and_sql_come_to_the_same(monkeypatch, documents, families, lowest, cap):
    monkeypatch.setattr(meetings, "CAP", cap)
    table = held(documents, families, 4 * documents, seed=documents)
    found = meet(table, lowest)
    assert sorted(zip(*(found[name].to_pylist() for name in found.column_names), strict=True)) == sorted(
        by_sql(table, lowest, cap)
    )


def test_nothing_held_meets_nobody():
    empty = pa.table({name: pa.array([], pa.int64()) for name in ("family", "document", "clauses")})
    assert len(meet(empty, 0.0)) == 0


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
