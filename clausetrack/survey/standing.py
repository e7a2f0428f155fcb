"""Since when dialogues stand as they do, as the revisions of an agreement show it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from clausetrack.model.alignment import Alignment
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.scales import TERMINAL_STATUS, UNAGREED_STATUS
from clausetrack.survey.recurrence import duration

Align = Callable[[ClauseSet, ClauseSet], Alignment]


class Since(NamedTuple):
    """The date of the first revision that has a clause as it stands; None where the revision has no date.

    ``link`` says what the revision before shows: that the clause was not there ("found"), or met in another rhythm or
    not at all ("changed"); None where no revision before shows either.
    """

    date: str | None
    link: str | None


def standing(revisions: Sequence[ClauseSet], dates: Sequence[str | None], align: Align) -> dict[str, Since]:
    """Say by id since when the dialogues of the last revision meet in their rhythm.

    ``dates`` are those of the revisions, the oldest first. A clause is followed by its id, and where that is not there,
    by what ``align`` makes of the two revisions. What a partial revision does not have, it does not show.
    """
    clauses = [clause for clause in revisions[-1].clauses if clause.kind == "dialogue" and clause.every]
    aligned: dict[tuple[int, int], Alignment] = {}

    def before(clause: Clause, new: int, old: int) -> Clause | None:
        same = next((entry for entry in revisions[old].clauses if entry.id == clause.id), None)
        if same is not None:
            return same
        if (old, new) not in aligned:
            aligned[old, new] = align(revisions[old], revisions[new])
        return next((match.old[0] for match in aligned[old, new].matches if match.old and clause in match.new), None)

    def since(clause: Clause) -> Since:
        here, first = clause, len(revisions) - 1
        for at in range(len(revisions) - 2, -1, -1):
            found = before(here, first, at)
            if found is not None and not _meets_as(found, clause):
                return Since(dates[first], "changed")
            if found is not None:
                here, first = found, at
            elif revisions[at].revision.completeness != "partial":
                return Since(dates[first], "found")
        return Since(dates[first], None)

    return {clause.id: since(clause) for clause in clauses}


def _meets_as(old: Clause, new: Clause) -> bool:
    """Say whether a clause meets in the rhythm of its later form already."""
    if old.every is None or new.every is None or old.status in UNAGREED_STATUS or old.status in TERMINAL_STATUS:
        return False
    return duration(old.every) == duration(new.every)
