"""Cross-references that changed, as drafts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.movement import quoted
from clausetrack.rules.reading.pointers import Verdict

_WHY: Final[dict[Verdict, str]] = {
    "followed": ", as its target",
    "unknown": ", target not among the clauses",
    "elsewhere": "",
}


def pointing(case: Case, verdict: Verdict) -> Iterator[Draft]:
    """Yield a change for every reference with a verdict."""
    texts = case.reading.texts
    for pointer in case.reading.pointers:
        if pointer.verdict == verdict:
            old, new = pointer.old.of(texts.old), pointer.new.of(texts.new)
            message = f"{quoted(old)} → {quoted(new)}{_WHY[verdict]}"
            yield Draft("neutral", "text", message, old, new, "text", key=f"{old} → {new}")
