"""The baseline of a project: accepted changes in a file, read and written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

from clausetrack.clauseset.canonical import canonical
from clausetrack.clauseset.comments import comments_of
from clausetrack.clauseset.schema import schema, schema_faults
from clausetrack.clauseset.syntax import Tree, parse
from clausetrack.errors import InvalidFileError
from clausetrack.files import read_text, write_atomically
from clausetrack.model.gate import Accepted, Refused

FORMAT: Final = "clausetrack/baseline/1"
SCHEMA: Final = "baseline"


def load_baseline(path: str) -> tuple[Accepted, ...]:
    """Read the accepted changes; none where the file is not there. InvalidFileError where it is no baseline."""
    if not Path(path).exists():
        return ()
    return tuple(Accepted(**_known(entry)) for entry in _tree(path).data.get("accepted", []))


def write_baseline(path: str, refused: Iterable[Refused], reason: str) -> int:
    """Add what a gate refused to the baseline, with a reason, and give how many; what stands there stays.

    Comments kept.
    """
    tree = _tree(path) if Path(path).exists() else None
    data: dict[str, Any] = dict(tree.data) if tree else {"format": FORMAT}
    entries = [_entry(entry, reason) for entry in refused]
    known = {entry["fingerprint"] for entry in data.get("accepted", [])}
    added = [entry for entry in entries if entry["fingerprint"] not in known]
    data["accepted"] = [*data.get("accepted", []), *added]
    write_atomically(path, canonical(data, _order(), comments_of(tree) if tree else None).encode("utf-8"))
    return len(added)


def _tree(path: str) -> Tree:
    tree = parse(read_text(path), path)
    if faults := schema_faults(tree, SCHEMA):
        raise InvalidFileError(faults)
    return tree


def _known(entry: dict[str, Any]) -> dict[str, Any]:
    return {field.name: entry[field.name] for field in fields(Accepted) if field.name in entry}


def _entry(refused: Refused, reason: str) -> dict[str, Any]:
    change, row = refused.change, refused.row
    entry = {
        "fingerprint": change.fingerprint,
        "rule": change.rule,
        "clause": row.clause.id if row else None,
        "reason": reason,
    }
    return {key: value for key, value in entry.items() if value is not None}


def _order() -> dict[str, tuple[str, ...]]:
    return {"root": tuple(schema(SCHEMA)["properties"])}
