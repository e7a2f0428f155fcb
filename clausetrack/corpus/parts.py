"""The parts of an index: what one batch of documents came to, written by whoever drafted it.

A part is three files, of which the last one makes it count: the clauses and the features of their texts in Parquet, and
the list of its documents in JSON. Each is renamed into place when it is whole, so that a build that is killed leaves
whole parts, and files that nobody names.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from clausetrack.corpus.kernel import BANDS, Array, Features, Lists, features, taken
from clausetrack.corpus.libraries import np, pa, parquet
from clausetrack.errors import InputError
from clausetrack.files import write_atomically
from clausetrack.model.clause import Clause
from clausetrack.model.corpus import Holding

FOLDER: Final = "parts"
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


class Refused(NamedTuple):
    """A document that could not be read, why, and the digest of its bytes."""

    name: str
    sha256: str
    error: InputError


class Entry(NamedTuple):
    """A document as a part lists it; ``first`` is the row of its first clause in the part."""

    holding: Holding
    sha256: str
    part: int
    first: int


class Listed(NamedTuple):
    """What a part lists: its documents, those that could not be read, and names that are gone since."""

    entries: tuple[Entry, ...]
    refused: tuple[Refused, ...]
    gone: tuple[str, ...]


def write_part(index: Path, number: int, drafted: Sequence[Drafted], refused: Sequence[Refused] = ()) -> Listed:
    """Write the part of one batch, and give what it lists."""
    clauses = [clause for document in drafted for clause in document.clauses]
    found = features([clause.text for clause in clauses])
    _write(index, number, "clauses", _clause_table(clauses, found.digests))
    _write(index, number, "features", _feature_table(found))
    entries, first = [], 0
    for document in drafted:
        entries.append(Entry(document.holding, document.sha256, number, first))
        first += len(document.clauses)
    listed = Listed(tuple(entries), tuple(refused), ())
    write_list(index, number, listed)
    return listed


def write_list(index: Path, number: int, listed: Listed) -> None:
    """Write the list of a part, which makes it count."""
    data = {
        "documents": [
            {field: getattr(entry.holding, field) for field in Holding.__dataclass_fields__}
            | {"sha256": entry.sha256, "first": entry.first}
            for entry in listed.entries
        ],
        "unreadable": [
            {"name": name, "sha256": sha256, "what": error.what, "line": error.line, "hint": error.hint}
            for name, sha256, error in listed.refused
        ],
        "gone": listed.gone,
    }
    text = json.dumps(data, ensure_ascii=True, indent=1) + "\n"
    write_atomically(str(_path(index, number, "json")), text.encode())


def read_lists(index: Path) -> Iterator[tuple[int, Listed]]:
    """Yield the lists of all parts that count, in the order in which they were made. InputError for a torn one."""
    for path in sorted((index / FOLDER).glob("*.json")):
        try:
            number, data = int(path.stem), json.loads(path.read_bytes())
            yield number, _listed(number, data)
        except (ValueError, KeyError, TypeError, OSError) as fault:
            raise InputError(
                f"this part of the index cannot be read: {fault}", file=str(path), hint="build the index anew"
            ) from None


def _listed(number: int, data: dict[str, Any]) -> Listed:
    known = Holding.__dataclass_fields__
    return Listed(
        tuple(
            Entry(Holding(**{key: entry[key] for key in known}), entry["sha256"], number, entry["first"])
            for entry in data["documents"]
        ),
        tuple(
            Refused(
                entry["name"],
                entry["sha256"],
                InputError(entry["what"], file=entry["name"], line=entry["line"], hint=entry["hint"]),
            )
            for entry in data["unreadable"]
        ),
        tuple(data["gone"]),
    )


def clear_leftovers(index: Path) -> None:
    """Remove files that a killed build left: those of parts without a list, and temporary ones."""
    listed = {path.stem for path in (index / FOLDER).glob("*.json")}
    for path in (index / FOLDER).iterdir():
        if path.name.partition(".")[0] not in listed:
            path.unlink()


def clauses_path(index: Path, number: int) -> Path:
    """Give where the clauses of a part are."""
    return _path(index, number, "clauses.parquet")


def features_path(index: Path, number: int) -> Path:
    """Give where the features of a part are."""
    return _path(index, number, "features.parquet")


def read_features(index: Path, number: int) -> tuple[Array, Features]:
    """Give the rows in which the texts of a part stand first, and the features of these texts."""
    table = parquet.read_table(features_path(index, number)).combine_chunks()
    signatures = _flat(table, "signature").view(np.uint32).reshape(-1, BANDS)
    terms = _lists(table, "terms")
    found = Features(
        _column(table, "digest").view(np.uint64),
        signatures,
        _lists(table, "shingles"),
        terms,
        _flat(table, "counts"),
    )
    return _column(table, "row"), found


def read_digests(index: Path, number: int) -> Array:
    """Give the digest (uint64) of every clause of a part; 0 where it has no words."""
    table = parquet.read_table(clauses_path(index, number), columns=["digest"])
    return _column(table, "digest").view(np.uint64)


def read_clauses(index: Path, number: int, rows: Array) -> list[Clause]:
    """Give some clauses of a part, in the order of the rows; only the groups of rows that have them are read."""
    file = parquet.ParquetFile(clauses_path(index, number))
    groups, places = np.unique(rows // _ROWS, return_inverse=True)
    table = file.read_row_groups(groups.tolist(), columns=[*TEXTS, *LISTS])
    chosen = table.take(pa.array(places * _ROWS + rows % _ROWS))
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


def _encodable(texts: Iterable[str | None]) -> list[str | None]:
    """Give texts that UTF-8 can hold: halves of surrogate pairs, which odd sources have, become question marks."""
    return [text if text is None or text.isascii() else text.encode("utf-8", "replace").decode() for text in texts]


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


def _write(index: Path, number: int, name: str, table: pa.Table) -> None:
    """Write a table in groups of rows; hashes are not compressed, for nothing would be won."""
    path = _path(index, number, f"{name}.parquet")
    hashes = name == "features"
    options: dict[str, Any] = {"compression": "NONE" if hashes else "ZSTD", "use_dictionary": not hashes}
    temporary = path.with_name(path.name + ".tmp")
    parquet.write_table(table, temporary, row_group_size=_ROWS, **options)
    temporary.replace(path)


def _path(index: Path, number: int, end: str) -> Path:
    return index / FOLDER / f"{number:06}.{end}"
