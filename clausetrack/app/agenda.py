"""What comes next in the agreements of a project, or in those that were named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from clausetrack.app.alignments import pins_for
from clausetrack.app.collect import clause_files, collect
from clausetrack.app.inputs import read_set
from clausetrack.app.settings import Settings
from clausetrack.errors import ClausetrackError, InputError, UnknownNameError
from clausetrack.files import STDIN_NAME
from clausetrack.model.agenda import Agenda
from clausetrack.model.alignment import Alignment
from clausetrack.model.clauseset import ClauseSet
from clausetrack.survey.agenda import agenda
from clausetrack.survey.order import Revised, ordered
from clausetrack.survey.recurrence import days, duration, later
from clausetrack.survey.standing import Since, standing


class History(NamedTuple):
    """The revisions of an agreement up to the newest that is asked about, the oldest first, with their dates."""

    revisions: tuple[ClauseSet, ...]
    dates: tuple[str | None, ...]

    @property
    def newest(self) -> ClauseSet:
        """The revision that counts."""
        return self.revisions[-1]


def agenda_of(
    paths: Sequence[str], settings: Settings, start: str, until: str | None = None, *, is_today: bool = False
) -> Agenda:
    """Give the agenda of sets and folders, the project's clause folder where none is named.

    Of each agreement the newest revision counts; those before it show since when its dialogues stand as they do.
    ``start`` and ``until`` are dates (ISO 8601, reduced precision: from the first day, until the last); without
    ``until`` it is for a year. UnknownNameError for what is no date, InputError where a set cannot be read or the days
    are the wrong way round.
    """
    first = _day("--from", start, is_end=False)
    last = _day("--until", until, is_end=True) if until is not None else _a_year_on(first)
    if last < first:
        raise InputError(f"the agenda ends on {last}, before it starts on {first}", hint="swap --from and --until")
    known = histories(paths, settings)
    since = {history.newest.agreement.id: _since(history, settings) for history in known}
    return agenda([history.newest for history in known], first, last, since=since, is_today=is_today)


def histories(paths: Sequence[str], settings: Settings) -> list[History]:
    """Read sets, and give the revisions of each agreement, in the order of the agreements' ids.

    Beside a file that is named lie revisions that went before it, perhaps.
    """
    named = list(paths) or [os.path.relpath(Path(settings.root, settings.specs))]
    files = clause_files(collect(named))
    if not files:
        raise InputError(
            "there is no clause file", file=", ".join(paths) or settings.specs, hint="name sets or folders"
        )
    revisions: dict[str, list[Revised]] = {}
    for file in files:
        _file(revisions, file, settings)
    asked = {name: len(known) for name, known in revisions.items()}
    for file in _beside(named, files):
        try:
            _file(revisions, file, settings, only=asked)
        except ClausetrackError:
            continue  # it was not asked about
    return [_history(revisions[name], asked[name]) for name in sorted(asked)]


def _file(
    revisions: dict[str, list[Revised]], file: str, settings: Settings, only: Iterable[str] | None = None
) -> None:
    found = read_set(file, settings)
    if only is None or found.agreement.id in only:
        revisions.setdefault(found.agreement.id, []).append(Revised(found, Path(file).stem))


def _beside(named: Sequence[str], files: Sequence[str]) -> list[str]:
    """Give the clause files in the folders of the files that were named, but not those that are read anyway."""
    known = {os.path.abspath(file) for file in files}  # noqa: PTH100 - pathlib is ten times slower here
    folders = {str(Path(name).parent): None for name in named if name != STDIN_NAME and Path(name).is_file()}
    found = clause_files(collect(list(folders))) if folders else ()
    return [
        file
        for file in found
        if str(Path(file).parent) in folders and os.path.abspath(file) not in known  # noqa: PTH100 - as above
    ]


def _history(known: Sequence[Revised], asked: int) -> History:
    """Put revisions in order up to the newest of those that were ``asked`` about, which are given first."""
    order = ordered(known)
    last = max(place for place, index in enumerate(order.indices) if index < asked)
    indices = order.indices[: last + 1]
    return History(
        tuple(known[index].clause_set for index in indices), tuple(_date(order.dates[index]) for index in indices)
    )


def _date(text: str | None) -> str | None:
    """Give a date that was found in a name, None where there is no such day."""
    try:
        return str(text) if text is not None and days(text) else None
    except ValueError:
        return None


def _since(history: History, settings: Settings) -> dict[str, Since]:
    def align(old: ClauseSet, new: ClauseSet) -> Alignment:
        from clausetrack.align import align  # noqa: PLC0415 - only a dialogue that is new waits for it

        return align(old, new, pins=pins_for(old, new, settings.alignments))

    return standing(history.revisions, history.dates, align)


def _day(option: str, text: str, *, is_end: bool) -> date:
    try:
        found = days(text)
    except ValueError:
        raise UnknownNameError(f"{option} {text} is no date", hint="write it as 2025, 2025-06 or 2025-06-18") from None
    return found.last if is_end else found.first


def _a_year_on(first: date) -> date:
    year = later(days(first.isoformat()), duration("P1Y"), 1)
    return year.last if year is not None else date.max
