"""The analyst's word on which clause is which, from the project file, for two sets at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from clausetrack.model.alignment import Pin
from clausetrack.model.clauseset import ClauseSet

_WHERE: Final = "alignments in the project file"


def pins_for(old: ClauseSet, new: ClauseSet, alignments: Iterable[Mapping[str, Any]]) -> list[Pin]:
    """Give the pins that speak of clauses of both sets, whichever way round they were written down."""
    pins = []
    for entry in alignments:
        for first, second in ((entry["old"], entry["new"]), (entry["new"], entry["old"])):
            pair = _clause(old, first), _clause(new, second)
            if pair[0] is not None and pair[1] is not None:
                pins.append(Pin(pair[0], pair[1], forbid=not entry.get("same", True), where=_WHERE))
                break
    return pins


def _clause(known: ClauseSet, reference: str) -> str | None:
    """Give the clause that a reference names, if it is one of the set: ``clause``, ``agreement[@revision]#clause``."""
    owner, _, clause = reference.rpartition("#")
    agreement, _, revision = owner.partition("@")
    if agreement not in {"", known.agreement.id} or revision not in {"", known.revision.id}:
        return None
    return clause if any(entry.id == clause for entry in known.clauses) else None
