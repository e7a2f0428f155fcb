"""Which revision last changed each clause of a set."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from clausetrack.app.inputs import Progress
from clausetrack.app.log import committed_timeline, timeline_in
from clausetrack.app.revisions import find_revisions
from clausetrack.app.settings import Settings
from clausetrack.model.timeline import Blame
from clausetrack.survey.blame import blame
from clausetrack.survey.order import Revised, ordered


def blame_specs(
    inputs: Sequence[str],
    settings: Settings,
    *,
    git: bool = False,
    words: bool = False,
    progress: Progress | None = None,
) -> Blame:
    """Say for each clause which revision last changed its substance and its words; with ``words`` for each word.

    The inputs are those of `log_specs`; of one clause file the revisions before it count. InputError where something
    cannot be read.
    """
    if git:
        return blame(committed_timeline(inputs, settings, progress), words=words)
    found = find_revisions(inputs, settings, progress)
    order = ordered([Revised(entry.clause_set, entry.stem, entry.is_coded) for entry in found])
    if len(inputs) == 1 and Path(inputs[0]).is_file():
        here = Path(inputs[0]).resolve()
        place = next(at for at, index in enumerate(order.indices) if Path(found[index].file).resolve() == here)
        order = order._replace(indices=order.indices[: place + 1])
    return blame(timeline_in(order, found, settings), words=words)
