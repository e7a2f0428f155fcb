"""What comes next in the agreements of a project, or in those that were named."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from clausetrack.app.collect import clause_files, collect
from clausetrack.app.inputs import read_set
from clausetrack.app.settings import Settings
from clausetrack.errors import InputError, UnknownNameError
from clausetrack.model.agenda import Agenda
from clausetrack.model.clauseset import ClauseSet
from clausetrack.survey.agenda import agenda
from clausetrack.survey.order import Revised, ordered
from clausetrack.survey.recurrence import days, duration, later


def agenda_of(
    paths: Sequence[str], settings: Settings, start: str, until: str | None = None, *, is_today: bool = False
) -> Agenda:
    """Give the agenda of sets and folders, the project's clause folder where none is named.

    Of each agreement the newest revision counts. ``start`` and ``until`` are dates (ISO 8601, reduced precision: from
    the first day, until the last); without ``until`` it is for a year. UnknownNameError for what is no date, InputError
    where a set cannot be read or the days are the wrong way round.
    """
    first = _day("--from", start, is_end=False)
    last = _day("--until", until, is_end=True) if until is not None else _a_year_on(first)
    if last < first:
        raise InputError(f"the agenda ends on {last}, before it starts on {first}", hint="swap --from and --until")
    return agenda(newest(paths, settings), first, last, is_today=is_today)


def newest(paths: Sequence[str], settings: Settings) -> list[ClauseSet]:
    """Read sets, and give the newest revision of each agreement, in the order of their ids."""
    files = clause_files(collect(list(paths) or [os.path.relpath(Path(settings.root, settings.specs))]))
    if not files:
        raise InputError(
            "there is no clause file", file=", ".join(paths) or settings.specs, hint="name sets or folders"
        )
    revisions: dict[str, list[Revised]] = {}
    for file in files:
        found = read_set(file, settings)
        revisions.setdefault(found.agreement.id, []).append(Revised(found, Path(file).stem))
    return [known[ordered(known).indices[-1]].clause_set for _, known in sorted(revisions.items())]


def _day(option: str, text: str, *, is_end: bool) -> date:
    try:
        found = days(text)
    except ValueError:
        raise UnknownNameError(f"{option} {text} is no date", hint="write it as 2025, 2025-06 or 2025-06-18") from None
    return found.last if is_end else found.first


def _a_year_on(first: date) -> date:
    year = later(days(first.isoformat()), duration("P1Y"), 1)
    return year.last if year is not None else date.max
