"""Revisions of invented agreements as stages of a timeline."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from clausetrack.app.diff import diff_sets
from clausetrack.app.log import timeline_of
from clausetrack.app.revisions import Found
from clausetrack.app.settings import Settings
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import Agreement, ClauseSet, Revision
from clausetrack.model.timeline import Stage

LAMPS = "The harbour board shall light the lamps on the quay at dusk and put them out at dawn."
ROPES = "Each pilot shall keep two dry ropes aboard and replace them in spring."
TIDES = "The towns will publish a table of the tides before the first of every month."
FEES = "The ferry company may charge a fee not exceeding EUR 200 for each crossing."


def clause(id, text, **fields):
    return Clause(id=id, kind=fields.pop("kind", "provision"), text=text, **fields)


def revision(name, *clauses, **fields):
    return ClauseSet(
        agreement=Agreement(id="quay", title="Understanding on the Quay", legal_status="binding"),
        revision=Revision(id=name, basis="primary-text", language="en", as_of=name, **fields),
        clauses=clauses,
    )


def stages(*sets):
    first = Stage(name=sets[0].revision.id, clause_set=sets[0])
    return (
        first,
        *(Stage(name=new.revision.id, clause_set=new, diff=diff_sets(old, new)) for old, new in pairwise(sets)),
    )


def timeline(*sets, is_coded=True):
    found = [Found(known, f"{known.revision.id}.md", is_coded) for known in sets]
    return timeline_of(found, [known.revision.id for known in sets], "dates", Settings())


def renamed(known, name):
    return replace(known, revision=replace(known.revision, id=name, as_of=name))
