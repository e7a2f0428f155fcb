"""One field of many clauses, without their texts: a column of the parts, of which only what is needed is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from clausetrack.corpus.index import Index
from clausetrack.corpus.kernel import Array
from clausetrack.corpus.libraries import np, parquet, take
from clausetrack.corpus.state import reading


def field(index: Index, name: str, rows: Array) -> Array:
    """Give a field of some clauses, None where it is empty, in the order of the rows: an array of objects.

    InputError where a part of the index cannot be read.
    """
    numbers, within = index.array("rows_part")[rows], index.array("rows_row")[rows]
    found = np.empty(len(rows), object)
    for part in np.unique(numbers).tolist():
        here = np.flatnonzero(numbers == part)
        path = index.clauses_path(part)
        with reading(path):
            found[here] = _column(path, name, within[here])
    return found


def _column(path: Path, name: str, rows: Array) -> list[Any]:
    with parquet.ParquetFile(path) as file:
        size = max(file.metadata.row_group(0).num_rows, 1)
        groups, places = np.unique(rows // size, return_inverse=True)
        table = file.read_row_groups(groups.tolist(), columns=[name])
        found: list[Any] = take(table[name], places * size + rows % size).to_pylist()
        return found
