"""The records of a clause file as the canonical form sees them: what stands where, in which order, and how open."""

from __future__ import annotations

from typing import Final, NamedTuple

from clausetrack.clauseset.quoting import inline

FREE: Final = ""
"""The name of records of which the format knows no key: what stands below a key that starts with ``x-``."""

KeyOrder = dict[str, tuple[str, ...]]
"""For the name of a record (as in the schema) its keys in canonical order."""

DATES: Final = frozenset(
    {"deadline", "date", "as_of", "published", "accessed", "announced", "signed", "in_force", "ended"}
)
SECTIONS: Final = frozenset({"agreement", "revision", "sources", "actors", "clauses", "events"})
_RECORDS: Final = {
    ("root", "agreement"): "agreement",
    ("root", "revision"): "revision",
    ("root", "sources"): "source",
    ("root", "actors"): "actor",
    ("root", "clauses"): "clause",
    ("root", "events"): "event",
    ("agreement", "dates"): "dates",
    ("agreement", "relations"): "agreementRelation",
    ("clause", "evidence"): "evidence",
    ("clause", "relations"): "clauseRelation",
    ("clause", "held"): "meeting",
}
"""Which record stands under which key of which other, to know the order of its keys."""

OPEN: Final = frozenset({"agreement", "revision", "source", "actor", "clause"})
"""Records that always stand open, one key a line."""


class Slot(NamedTuple):
    """A key of a record, ready to be written."""

    key: str
    below: str
    """The record under it."""
    head: str
    """Its line up to the colon."""
    name: str
    """The key as it stands between brackets."""
    date: bool


def below(record: str, key: str) -> str:
    """Give the name of the record that stands under a key of a record, alone or as the items of a list."""
    return _RECORDS.get((record, key), FREE)


def slot_of(record: str, key: str, margin: str) -> Slot:
    """Make a key of a record ready; ``margin`` is what stands before it on its line."""
    date = record != FREE and key in DATES
    return Slot(key, below(record, key), f"{margin}{inline(key, flow=False)}:", inline(key, flow=True), date)
