"""The lists of the parts of an index: which documents each has, and what all of them come to.

A list is written by the build that holds the lock, after the tables of its part, and makes the part count. The name of
a part begins with its number and ends with the mark of its build: whatever a build leaves, no other takes for its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from clausetrack.corpus.state import FORMAT, PARTS, broken, is_newer, newer
from clausetrack.errors import InputError
from clausetrack.files import write_atomically
from clausetrack.model.corpus import Holding


class Refused(NamedTuple):
    """A document that could not be read, why, and what was tried: the digest of its bytes, and by which version."""

    name: str
    tried: str
    error: InputError


class Entry(NamedTuple):
    """A document as a part lists it; ``first`` is the row of its first clause in the part."""

    holding: Holding
    sha256: str
    part: str
    first: int


class Listed(NamedTuple):
    """What a part lists, in the order in which it counts.

    Names that are gone since, its documents, and those that could not be read; and the bytes of its files. What could
    not be read does not put out what an earlier part has of it.
    """

    entries: tuple[Entry, ...] = ()
    refused: tuple[Refused, ...] = ()
    gone: tuple[str, ...] = ()
    sizes: Mapping[str, int] = {}


class Standing(NamedTuple):
    """What all parts together come to: by name the documents that count, and those whose last reading failed."""

    living: dict[str, Entry]
    refused: dict[str, Refused]


def part_name(number: int, mark: str) -> str:
    """Name a part by its number (from 1 on) and the mark of its build."""
    return f"{number:06}-{mark}"


def number_of(name: str) -> int:
    """Give the number of a part. ValueError where it is none."""
    return int(name.partition("-")[0])


def write_list(index: Path, name: str, listed: Listed) -> None:
    """Write the list of a part, which makes it count. InputError where that fails."""
    data = {
        "format": FORMAT,
        "gone": listed.gone,
        "documents": [
            {field: getattr(entry.holding, field) for field in Holding.__dataclass_fields__}
            | {"sha256": entry.sha256, "first": entry.first}
            for entry in listed.entries
        ],
        "unreadable": [
            {"name": name, "tried": tried}
            | {field: getattr(error, field) for field in ("what", "file", "line", "column", "hint")}
            for name, tried, error in listed.refused
        ],
        "sizes": listed.sizes,
    }
    text = json.dumps(data, ensure_ascii=True, indent=1) + "\n"
    write_atomically(str(part_file(index, name, "json")), text.encode())


def list_names(index: Path) -> list[str]:
    """Give the names of all parts that have a list, in the order in which they count."""
    found = [path.stem for path in (index / PARTS).glob("*.json") if path.stem.partition("-")[0].isdecimal()]
    return sorted(found, key=lambda name: (number_of(name), name))


def read_lists(index: Path) -> Iterator[tuple[str, Listed]]:
    """Yield the lists of all parts, in the order in which they count. InputError for one that is broken or newer."""
    for name in list_names(index):
        form, listed = read_list(index, name)
        if is_newer(form):
            raise newer(index)
        yield name, listed


def read_list(index: Path, name: str) -> tuple[str, Listed]:
    """Give the form that a list is in and what it says. InputError for one that is broken."""
    path = part_file(index, name, "json")
    try:
        data = json.loads(path.read_bytes())
        return data.get("format", ""), _listed(name, data)
    except (ValueError, KeyError, TypeError, AttributeError, OSError):
        raise broken(path) from None


def _listed(part: str, data: dict[str, Any]) -> Listed:
    known = Holding.__dataclass_fields__
    return Listed(
        tuple(
            Entry(Holding(**{key: entry[key] for key in known}), entry["sha256"], part, entry["first"])
            for entry in data["documents"]
        ),
        tuple(_refused(entry) for entry in data["unreadable"]),
        tuple(data["gone"]),
        dict(data.get("sizes", {})),
    )


def _refused(entry: dict[str, Any]) -> Refused:
    error = InputError(
        entry["what"],
        file=entry.get("file", entry["name"]),
        line=entry["line"],
        column=entry.get("column"),
        hint=entry["hint"],
    )
    return Refused(entry["name"], entry.get("tried", ""), error)


def standing(listed: Iterable[Listed]) -> Standing:
    """Put lists on top of each other: of each name its last document counts, unless it is gone since."""
    found = Standing({}, {})
    for part in listed:
        for name in part.gone:
            found.living.pop(name, None)
            found.refused.pop(name, None)
        for entry in part.entries:
            found.living[entry.holding.name] = entry
            found.refused.pop(entry.holding.name, None)
        found.refused.update((entry.name, entry) for entry in part.refused)
    return found


def clear_leftovers(index: Path) -> None:
    """Remove files that a killed build left: those that no list names."""
    kept = set()
    for name in list_names(index):
        kept |= {f"{name}.json", *read_list(index, name)[1].sizes}
    for path in (index / PARTS).iterdir():
        if path.name not in kept:
            path.unlink()


def part_file(index: Path, name: str, end: str) -> Path:
    """Give where a file of a part is."""
    return index / PARTS / f"{name}.{end}"
