"""What every form of a blame says in the same words."""

from __future__ import annotations

from clausetrack.model.timeline import Blame, Origin
from clausetrack.report.timeline import labels, words


def name(blame: Blame, origin: Origin) -> str:
    """Name a clause: by its id, or in a document by number and heading."""
    clause = origin.clause
    if blame.timeline.stages[-1].is_coded:
        return clause.id
    return " ".join(filter(None, (clause.number, words.title(clause))))


def stage(blame: Blame, at: int) -> str:
    """Name a revision."""
    return words.stage_name(blame.timeline.stages[at])


def why(origin: Origin) -> str:
    """Say what the revision did that last changed the substance."""
    row = origin.row
    if row is None:
        return "as it came"
    about = labels.word(labels.label(row))
    if origin.first == origin.substance:
        return about
    told = (
        words.said(row)
        if row.match.relation == "paired"
        else "; ".join(message for message, _ in words.messages(row, everything=False))
    )
    return f"{about}{words.why(row)}: {told}" if told else about + words.why(row)
