"""Documents of a corpus and clauses in them, as every report on a corpus names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Any

from clausetrack.model.corpus import Families, Holding, Place, Resemblance, Spot
from clausetrack.model.record import Record
from clausetrack.report.counting import counted
from clausetrack.report.folding import columns
from clausetrack.report.visible import one_line


def title_of(holding: Holding) -> str:
    """Give the title of a document, or what stands for it."""
    return one_line(holding.title) or one_line(holding.agreement) or one_line(holding.name)


def name_of(holding: Holding) -> str:
    """Give the title of a document with its revision, which tells two of one agreement apart."""
    revision = one_line(holding.revision)
    return f"{title_of(holding)}, {revision}" if revision else title_of(holding)


def labels_of(holdings: Sequence[Holding]) -> list[str]:
    """Give a label for each document that no other has: its title and revision, with its name where these clash."""
    names = [name_of(holding) for holding in holdings]
    times = Counter(names)
    return [
        name if times[name] == 1 else f"{name} ({one_line(holding.name)})"
        for name, holding in zip(names, holdings, strict=True)
    ]


def shortened(labels: Sequence[str], most: int) -> list[str]:
    """Cut labels to so many letters: at the end, or in the middle where they differ from the others only behind it."""
    order = sorted(range(len(labels)), key=labels.__getitem__)
    told = [0] * len(labels)
    for one, other in pairwise(order):
        same = _alike(labels[one], labels[other])
        told[one], told[other] = max(told[one], same), max(told[other], same)
    return [_cut(label, place, most) for label, place in zip(labels, told, strict=True)]


def _alike(one: str, other: str) -> int:
    """Count the letters with which both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _cut(label: str, told: int, most: int) -> str:
    """Cut a label so that the letter by which it is told from others, and what is around it, stays."""
    most = most * len(label) // max(columns(label), 1)  # wide characters take the room of two
    if len(label) <= most:
        return label
    if told < most - 1:
        return label[: most - 1].rstrip(" ,(") + "…"
    head = most // 3
    room = most - head - 1
    start = min(told - room // 3, len(label) - room)
    tail = label[start:] if start + room >= len(label) else label[start : start + room - 1] + "…"
    return f"{label[:head]}…{tail}"


def place_of(place: Place) -> str:
    """Name a clause in its document: what FILE#CLAUSE means on the command line."""
    return f"{one_line(place.holding.name)}#{one_line(place.clause.id)}"


def spot_of(spot: Spot) -> str:
    """Name a clause in its document, as `place_of` does."""
    return f"{one_line(spot.holding.name)}#{one_line(spot.id)}"


def facts_of(place: Place) -> list[str]:
    """Give the title of a clause's document, its revision, and its number and heading."""
    clause = place.clause
    parts = (title_of(place.holding), place.holding.revision, clause.number or "", clause.heading or "")
    return [found for part in parts if (found := one_line(part))]


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


def spot_data(spot: Spot) -> dict[str, Any]:
    """Give where a clause stands as plain data."""
    holding = spot.holding
    where = {"document": holding.name, "agreement": holding.agreement, "revision": holding.revision}
    return where | {"title": holding.title, "id": spot.id}


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


def capped_buckets(result: Families | Resemblance) -> Iterator[str]:
    """Say, if so, that buckets were too large to compare every pair of wordings in."""
    if result.capped:
        were = counted(result.capped, "bucket was", "buckets were")
        holds = f"the largest holds {counted(result.largest, 'wording')}"
        yield f"{were} too large to compare every pair in ({holds}); their families hang together through neighbours"


def bars(counts: dict[str, int], most: int = 8) -> Iterator[tuple[str, int]]:
    """Yield the first of counts, and the rest as one."""
    entries = list(counts.items())
    yield from entries[:most]
    if rest := sum(number for _, number in entries[most:]):
        yield "other", rest


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
