"""What a merge has to know of records: which have ids, what is a mere label of theirs, when they are valid."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, Final

from clausetrack.clauseset.layout import Piece
from clausetrack.clauseset.schema import is_valid
from clausetrack.diff.merge.lines import same_value
from clausetrack.diff.merge.names import Names
from clausetrack.diff.merge.references import Target
from clausetrack.model.merge import SIDES

WITH_IDS: Final = frozenset({"clause", "source", "actor"})
_LABELS: Final = frozenset({"number", "path"})
"""What a clause is called and where it stands: changed by an insertion elsewhere, it does not speak for keeping it."""

_VALID: Final[dict[str, Any]] = {
    "format": "clausetrack/clause-set/1",
    "agreement": {"id": "a", "title": "t"},
    "revision": {"id": "r", "basis": "primary-text"},
}
"""The least that a valid file has, around a record that is to be looked at by itself."""

SECTION: Final = {"clause": "clauses", "source": "sources", "actor": "actors", "event": "events"}


def is_relabelled(base: Piece, there: Piece) -> bool:
    """Say whether two records differ in their labels alone."""
    if not (isinstance(base.value, dict) and isinstance(there.value, dict)):
        return False
    one, other = ({key: item for key, item in piece.value.items() if key not in _LABELS} for piece in (base, there))
    return same_value(one, other)


def is_fit(record: str, value: Any) -> bool:
    """Say whether a record by itself is valid."""
    return is_valid(_VALID | {SECTION[record]: [value]})


def places(names: Sequence[Names], name: Hashable) -> dict[str, Any]:
    """Give for each side the id before an entry, None for the first."""
    found = {}
    for side, known in zip(SIDES, names, strict=True):
        if name in known:
            place = known.index(name)
            found[side] = known[place - 1] if place else None
    return found


def target(base: Piece, record: str, key: str | None) -> Target | None:
    """Give the kind and id of a record that stands in a section."""
    return (record, str(base.value.get("id"))) if key is None and isinstance(base.value, dict) else None
