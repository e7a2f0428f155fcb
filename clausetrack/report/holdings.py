"""Documents of a corpus and clauses in them, as every report on a corpus names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from clausetrack.model.corpus import Holding, Place
from clausetrack.model.record import Record
from clausetrack.report.visible import one_line


def title_of(holding: Holding) -> str:
    """Give the title of a document, or what stands for it."""
    return one_line(holding.title) or one_line(holding.agreement) or one_line(holding.name)


def name_of(holding: Holding) -> str:
    """Give the title of a document with its revision, which tells two of one agreement apart."""
    revision = one_line(holding.revision)
    return f"{title_of(holding)}, {revision}" if revision else title_of(holding)


def place_of(place: Place) -> str:
    """Name a clause in its document: what FILE#CLAUSE means on the command line."""
    return f"{one_line(place.holding.name)}#{one_line(place.clause.id)}"


def facts_of(place: Place) -> list[str]:
    """Give the title of a clause's document, its revision, and its number and heading."""
    clause = place.clause
    parts = (title_of(place.holding), place.holding.revision, clause.number or "", clause.heading or "")
    return [found for part in parts if (found := one_line(part))]


def counted(number: int, noun: str, plural: str = "") -> str:
    """Give a number with its noun."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def holding_data(holding: Holding) -> dict[str, Any]:
    """Give a document as plain data."""
    return fields(holding)


def place_data(place: Place, *, with_text: bool = True) -> dict[str, Any]:
    """Give a clause and its document as plain data: what distinguishes the clause, without what is empty."""
    clause = place.clause
    kept = ("id", "kind", "number", "heading", "path", "force", "status", "actors", "domains")
    data = {name: _plain(value) for name in kept if (value := getattr(clause, name)) not in (None, ())}
    holding = place.holding
    where = {"document": holding.name, "agreement": holding.agreement, "revision": holding.revision}
    return where | {"title": holding.title} | data | ({"text": clause.text} if with_text else {})


def edits_data(edits: Iterable[Any]) -> list[list[str]]:
    """Give a redline as pairs of what is done (equal, delete, insert) and the words."""
    return [[edit.op, edit.text] for edit in edits]


def fields(record: Record) -> dict[str, Any]:
    """Give the fields of a record of plain values."""
    return {name: _plain(getattr(record, name)) for name in record.__dataclass_fields__}


def unreadable_data(errors: Iterable[Any]) -> list[dict[str, Any]]:
    """Give errors as plain data: the document, the place in it as far as it is known, what is wrong, what to do."""
    return [
        {"document": error.file or ""}
        | {name: value for name in ("line", "column") if (value := getattr(error, name))}
        | {"what": error.what, "hint": error.hint}
        for error in errors
    ]


def bars(counts: dict[str, int], most: int = 8) -> Iterator[tuple[str, int]]:
    """Yield the first of counts, and the rest as one."""
    entries = list(counts.items())
    yield from entries[:most]
    if rest := sum(number for _, number in entries[most:]):
        yield "other", rest


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
