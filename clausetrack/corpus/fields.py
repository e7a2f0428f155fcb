"""One field of many clauses, without their texts: a column of the parts, of which only what is needed is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from clausetrack.corpus import parts
from clausetrack.corpus.index import Index
from clausetrack.corpus.kernel import Array
from clausetrack.corpus.libraries import np, pa, parquet
from clausetrack.errors import InputError


def field(index: Index, name: str, rows: Array) -> Array:
    """Give a field of some clauses, None where it is empty, in the order of the rows: an array of objects.

    InputError where a part of the index cannot be read.
    """
    numbers, within = index.array("rows_part")[rows], index.array("rows_row")[rows]
    found = np.empty(len(rows), object)
    for part in np.unique(numbers).tolist():
        here = np.flatnonzero(numbers == part)
        path = parts.clauses_path(index.path, part)
        try:
            found[here] = _column(path, name, within[here])
        except (OSError, ValueError, LookupError) as fault:  # Arrow's errors are these
            raise InputError(
                f"this part of the index cannot be read: {fault}", file=str(path), hint="build the index anew"
            ) from None
    return found


def _column(path: Path, name: str, rows: Array) -> list[Any]:
    with parquet.ParquetFile(path) as file:
        size = max(file.metadata.row_group(0).num_rows, 1)
        groups, places = np.unique(rows // size, return_inverse=True)
        table = file.read_row_groups(groups.tolist(), columns=[name])
        chosen: list[Any] = table[name].take(pa.array(places * size + rows % size)).to_pylist()
        return chosen
