"""How strongly the norms of a clause hold: by the file's word, else by what its text says."""

from __future__ import annotations

from collections import Counter
from typing import Final, NamedTuple

from clausetrack.language.force import read_norms
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.scales import FORCE

_BINDS: Final = {"binding": True, "non-binding": False}


class Held(NamedTuple):
    """The one force of a clause, None where its norms differ; and how many of them are at each step of the scale."""

    force: str | None
    norms: tuple[int, ...]


class Norms:
    """Reads the norms of clauses, each text once: most stand unchanged through many revisions."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str | None, bool | None, bool], tuple[int, ...]] = {}

    def of(self, clause: Clause, clause_set: ClauseSet) -> Held:
        """Give the norms of a clause. A file's word stands for all of them; none where nothing is known."""
        if clause.force is not None:
            return Held(clause.force, tuple(int(word == clause.force) for word in FORCE))
        key = (
            clause.text,
            clause_set.revision.language,
            _BINDS.get(clause_set.agreement.legal_status or ""),
            clause_set.revision.basis == "news-report",
        )
        if key not in self._known:
            text, language, binding, reported = key
            found = read_norms(text, language, binding=binding, reported=reported)
            counts = Counter(reading.force for reading in found if reading.norm)
            self._known[key] = tuple(counts[word] for word in FORCE)
        norms = self._known[key]
        levels = [word for word, count in zip(FORCE, norms, strict=True) if count]
        return Held(levels[0] if len(levels) == 1 else None, norms)
