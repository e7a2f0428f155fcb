"""The tables of the parts of an index: what one batch of documents came to, written by whoever drafted it.

The clauses and the features of their texts, in Parquet. Each is renamed into place when it is whole; they count from
when a list names them (see `listing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from clausetrack.corpus.kernel import BANDS, Array, Features, Lists, features, taken
from clausetrack.corpus.libraries import np, pa, parquet, take
from clausetrack.corpus.listing import Entry, Listed, Refused, part_file
from clausetrack.corpus.state import reading
from clausetrack.model.clause import Clause
from clausetrack.model.corpus import Holding

TEXTS: Final = (
    *("id", "kind", "number", "heading", "text", "force", "polarity", "status", "stance", "level", "track"),
    *("every", "deadline", "confidence"),
)
LISTS: Final = ("path", "actors", "participants", "speaker", "counterpart", "targets", "domains", "topics")
"""Fields of a clause that an index keeps: those by which clauses can be filtered."""

_ROWS: Final = 2_048
"""Clauses that are read at once to get at one of them: two megabytes of text."""


class Drafted(NamedTuple):
    """A document that became clauses, and the digest of the bytes that it was read from."""

    holding: Holding
    sha256: str
    clauses: tuple[Clause, ...]


def write_tables(index: Path, name: str, drafted: Sequence[Drafted], refused: Sequence[Refused] = ()) -> Listed:
    """Write the tables of a part, if there is anything to write, and give what its list has to say."""
    if not drafted:
        return Listed(refused=tuple(refused))
    clauses = [clause for document in drafted for clause in document.clauses]
    found = features([clause.text for clause in clauses])
    tables = {
        clauses_path(index, name): _clause_table(clauses, found.digests),
        features_path(index, name): _feature_table(found),
    }
    for path, table in tables.items():
        _write(path, table, is_hashes=path == features_path(index, name))
    entries, first = [], 0
    for document in drafted:
        entries.append(Entry(_encodable_holding(document.holding), document.sha256, name, first))
        first += len(document.clauses)
    return Listed(tuple(entries), tuple(refused), sizes={path.name: path.stat().st_size for path in tables})


def clauses_path(index: Path, name: str) -> Path:
    """Give where the clauses of a part are."""
    return part_file(index, name, "clauses.parquet")


def features_path(index: Path, name: str) -> Path:
    """Give where the features of a part are."""
    return part_file(index, name, "features.parquet")


def read_features(path: Path) -> Features:
    """Give the features of the distinct texts of a part. InputError where they are broken."""
    with reading(path):
        return _features(parquet.read_table(path).combine_chunks())


def _features(table: pa.Table) -> Features:
    signatures = _flat(table, "signature").view(np.uint32).reshape(-1, BANDS)
    terms = _lists(table, "terms")
    return Features(
        _column(table, "digest").view(np.uint64), signatures, _lists(table, "shingles"), terms, _flat(table, "counts")
    )


def read_digests(path: Path) -> Array:
    """Give the digest (uint64) of every row of a table of a part; 0 where it has no words. InputError if broken."""
    with reading(path):
        return _column(parquet.read_table(path, columns=["digest"]), "digest").view(np.uint64)


def read_clauses(path: Path, rows: Array) -> list[Clause]:
    """Give some clauses of a part, in the order of the rows; only the groups of rows that have them are read.

    InputError where they are broken.
    """
    with reading(path), parquet.ParquetFile(path) as file:
        groups, places = np.unique(rows // _ROWS, return_inverse=True)
        table = file.read_row_groups(groups.tolist(), columns=[*TEXTS, *LISTS])
        chosen = take(table, places * _ROWS + rows % _ROWS)
        return [_clause(row) for row in chosen.to_pylist()]


def _clause(row: dict[str, Any]) -> Clause:
    given: dict[str, Any] = {name: row[name] for name in TEXTS if row[name] is not None}
    given |= {name: tuple(row[name]) for name in LISTS if row[name]}
    return Clause(**given)


def _clause_table(clauses: Sequence[Clause], digests: Array) -> pa.Table:
    columns: dict[str, Any] = {"digest": pa.array(digests.view(np.int64))}
    for name in TEXTS:
        columns[name] = pa.array(_encodable(getattr(clause, name) for clause in clauses), pa.string())
    for name in LISTS:
        values = [list(_encodable(found)) or None if (found := getattr(clause, name)) else None for clause in clauses]
        columns[name] = pa.array(values, pa.list_(pa.string()))
    return pa.table(columns)


def _encodable(values: Iterable[Any]) -> list[str | None]:
    """Give texts that UTF-8 can hold: halves of surrogate pairs, which odd sources have, become question marks."""
    return [
        value
        if value is None or (isinstance(value, str) and value.isascii())
        else str(value).encode("utf-8", "replace").decode()
        for value in values
    ]


def _encodable_holding(holding: Holding) -> Holding:
    texts = {name: getattr(holding, name) for name in ("name", "agreement", "revision", "title", "language")}
    clean: dict[str, Any] = dict(zip(texts, _encodable(texts.values()), strict=True))
    return replace(holding, **clean)


def _feature_table(found: Features) -> pa.Table:
    """Give the features of the distinct texts of a part as a table; hashes are signed, which every engine reads."""
    digests, rows = np.unique(found.digests, return_index=True)
    rows = np.sort(rows[digests != 0])
    return pa.table(
        {
            "digest": pa.array(found.digests[rows].view(np.int64)),
            "row": pa.array(rows.astype(np.int32)),
            "signature": pa.FixedSizeListArray.from_arrays(
                pa.array(found.signatures[rows].view(np.int32).ravel()), BANDS
            ),
            "shingles": _arrow_lists(found.shingles, rows),
            "terms": _arrow_lists(found.terms, rows),
            "counts": _arrow_lists(Lists(found.terms.offsets, found.counts), rows),
        }
    )


def _arrow_lists(lists: Lists, rows: Array) -> pa.Array:
    chosen = taken(lists, rows)
    values = chosen.values.view(np.int32) if chosen.values.dtype == np.uint32 else chosen.values
    return pa.ListArray.from_arrays(pa.array(chosen.offsets.astype(np.int32)), pa.array(values))


def _column(table: pa.Table, name: str) -> Array:
    found: Array = table[name].to_numpy()
    return found


def _flat(table: pa.Table, name: str) -> Array:
    chunks = table[name].chunks
    found: Array = chunks[0].flatten().to_numpy() if chunks else np.zeros(0, np.uint8 if name == "counts" else np.int32)
    return found


def _lists(table: pa.Table, name: str) -> Lists:
    chunks = table[name].chunks
    if not chunks:
        return Lists(np.zeros(1, np.int64), np.zeros(0, np.uint32))
    return Lists(chunks[0].offsets.to_numpy().astype(np.int64), chunks[0].values.to_numpy().view(np.uint32))


def _write(path: Path, table: pa.Table, *, is_hashes: bool) -> None:
    """Write a table in groups of rows; hashes are not compressed, for nothing would be won."""
    options: dict[str, Any] = {"compression": "NONE" if is_hashes else "ZSTD", "use_dictionary": not is_hashes}
    temporary = path.with_name(path.name + ".tmp")
    parquet.write_table(table, temporary, row_group_size=_ROWS, **options)
    temporary.replace(path)
