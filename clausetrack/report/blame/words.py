"""What every form of a blame says in the same words."""

from __future__ import annotations

from clausetrack.model.timeline import Blame, Origin
from clausetrack.report import rows
from clausetrack.report.timeline import words


def name(blame: Blame, origin: Origin) -> str:
    """Name a clause: by its id, or in a document by number and heading."""
    clause = origin.clause
    if blame.timeline.stages[-1].is_coded:
        return clause.id
    return " ".join(filter(None, (clause.number, words.title(clause))))


def stage(blame: Blame, at: int) -> str:
    """Name a revision."""
    found = blame.timeline.stages[at]
    return f"{found.name} {found.date}" if found.commit is not None else found.name


def why(origin: Origin) -> str:
    """Say what the revision did that last changed the substance."""
    row = origin.row
    if origin.first == origin.substance or row is None:
        return "as it came" if row is None else rows.label(row)
    cause = words.cause(row)
    told = words.said(row) if row.match.relation == "paired" else ""
    about = rows.label(row) + ("" if cause == "text" else f" ({words.CAUSES[cause]})")
    return f"{about}: {told}" if told else about
