"""The revisions of an agreement in order, and what each changed in substance."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from clausetrack.app.inputs import Progress
from clausetrack.app.revisions import Found, committed, find_revisions
from clausetrack.app.settings import Settings
from clausetrack.app.steps import again, directed, step
from clausetrack.errors import InputError
from clausetrack.model.clauseset import Event
from clausetrack.model.timeline import Lineage, Order, Stage, Timeline
from clausetrack.survey.lineage import lineage
from clausetrack.survey.order import Ordered, Revised, ordered
from clausetrack.survey.threads import woven

_DIGEST: Final = re.compile(r"[0-9a-f]{12}")
"""What a draft calls a revision that has no date: the beginning of the file's digest."""

_SHORT: Final = 8
"""Digits of a commit that tell it apart to the eye."""


def log_specs(
    inputs: Sequence[str], settings: Settings, *, git: bool = False, progress: Progress | None = None
) -> Timeline:
    """Give the timeline of files, a folder, an agreement by its id, or with ``git`` of the commits of one file.

    InputError where something cannot be read; commits whose state cannot be are part of the result.
    """
    if git:
        return committed_timeline(inputs, settings, progress)
    found = find_revisions(inputs, settings, progress)
    order = ordered([Revised(entry.clause_set, entry.stem, entry.is_coded) for entry in found])
    return timeline_in(order, found, settings)


def timeline_in(order: Ordered, found: Sequence[Found], settings: Settings) -> Timeline:
    """Give the timeline of revisions in their order, or of as many of them as the order has indices."""
    place = {index: at for at, index in enumerate(order.indices)}
    bases = [place.get(-1 if (base := order.bases[index]) is None else base) for index in order.indices]
    placed = [found[index] for index in order.indices]
    return timeline_of(placed, [order.dates[index] for index in order.indices], order.order, settings, bases)


def committed_timeline(inputs: Sequence[str], settings: Settings, progress: Progress | None = None) -> Timeline:
    """Give the timeline of the commits that touched one file. InputError where none can be read, or it is not one."""
    if len(inputs) != 1:
        raise InputError("--git follows one file", hint="name one path")
    read, unread = committed(inputs[0], settings, progress)
    if not read:
        hint = str(unread[0].fault) if unread else "it was only ever deleted"
        raise InputError("no commit has a state of it that can be read", file=inputs[0], hint=hint)
    dates = [entry.commit.date if entry.commit else None for entry in read]
    made = timeline_of(read, dates, "commits", settings)
    return replace(made, unread=tuple((entry.commit, entry.fault) for entry in unread))


def follow_clause(timeline: Timeline, name: str) -> Lineage:
    """Follow a clause, by its id, number or heading. UnknownNameError where no revision has it."""
    return lineage(timeline, name)


def timeline_of(
    found: Sequence[Found],
    dates: Sequence[str | None],
    order: Order,
    settings: Settings,
    bases: Sequence[int | None] = (),
) -> Timeline:
    """Compare each revision with the one that it follows, and follow their clauses; the revisions are in order.

    ``bases`` says which one each follows, by index; where that is not known it is the one before.
    """
    names = _names(found, dates, order)
    stages: list[Stage] = []
    seen: set[tuple[str, ...]] = set()
    for at, entry in enumerate(found):
        events = {_key(event): event for event in entry.clause_set.events if _key(event) not in seen}
        seen.update(events)
        base = bases[at] if bases else None
        before = None if not at else at - 1 if base is None or base >= at else base
        stage = Stage(
            name=names[at],
            clause_set=entry.clause_set,
            file=entry.file,
            date=dates[at],
            is_coded=entry.is_coded,
            before=before,
            commit=entry.commit,
            deleted=entry.deleted,
            events=tuple(events.values()),
        )
        stages.append(stage if before is None else replace(stage, diff=step(stages[before], stage, settings)))
    last = found[-1].clause_set.agreement
    made = woven(stages, partial(again, settings))
    whole = tuple(map(directed, made.stages))
    return Timeline(title=last.title, agreement=last.id, stages=whole, order=order, threads=made.threads)


def _key(event: Event) -> tuple[str, ...]:
    """Give what tells events apart; a note that was mended makes no new one."""
    return event.date, event.type, event.place or "", *event.clauses


def _names(found: Sequence[Found], dates: Sequence[str | None], order: Order) -> list[str]:
    """Name revisions so that they are told apart: as they call themselves, by date, else by their files."""
    if order == "commits":
        return [entry.commit.id[:_SHORT] if entry.commit else "" for entry in found]
    own = [entry.clause_set.revision.id for entry in found]
    choices = [own, [entry.stem for entry in found]]
    if order == "names":
        choices.insert(0, [date or "" for date in dates])
    told = next((names for names in choices if _tell_apart(names)), None)
    if told is not None:
        return told
    counts = Counter(own)
    return [name if counts[name] == 1 else f"{name} ({at})" for at, name in enumerate(own, 1)]


def _tell_apart(names: Sequence[str]) -> bool:
    return len({*names}) == len(names) and all(names) and not any(_DIGEST.fullmatch(name) for name in names)
