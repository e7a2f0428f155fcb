"""A timeline for programs: the JSON whose schema is `timeline`."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any, Final

from clausetrack.model.change import Diff, Row
from clausetrack.model.clauseset import Event
from clausetrack.model.scales import FORCE
from clausetrack.model.timeline import Commit, Node, Stage, Thread, Timeline
from clausetrack.report.diff import json as diff_json
from clausetrack.report.jsonable import to_json
from clausetrack.report.registry import Options
from clausetrack.report.timeline import labels, notes, words

SCHEMA: Final = "clausetrack/timeline/1"


def render(result: Timeline, options: Options) -> str:
    """Draw a timeline as JSON; clauses that never changed only where everything is asked for."""
    return to_json(
        {
            "schema": SCHEMA,
            "agreement": result.agreement,
            "title": result.title,
            "order": result.order,
            "revisions": [revision(stage, at) for at, stage in enumerate(result.stages)],
            "clauses": [
                _thread(thread, at)
                for at, thread in enumerate(result.threads)
                if options.all or any(map(labels.mark, thread.nodes))
            ],
            "unread": [{"commit": commit(entry), "error": str(fault)} for entry, fault in result.unread],
            "warnings": notes.warnings(result),
            "notes": notes.caveats(result),
        }
    )


def revision(stage: Stage, at: int) -> dict[str, Any]:
    """Give one revision: what it is called, when it is of, what happened until then and what it changed."""
    known = stage.clause_set.revision
    before = at - 1 if stage.before is None and at else stage.before
    return {
        "name": stage.name,
        "date": stage.date,
        "revision": known.id,
        "as_of": known.as_of,
        "file": stage.file,
        "coded": stage.is_coded,
        "completeness": known.completeness,
        "clauses": len(stage.clause_set.clauses),
        "commit": commit(stage.commit) if stage.commit else None,
        "deleted": commit(stage.deleted) if stage.deleted else None,
        "before": before,
        "events": [event(known) for known in stage.events],
        "direction": stage.diff.direction if stage.diff else None,
        "summary": _summary(stage.diff) if stage.diff else None,
        "changes": [
            {"rule": change.rule, "direction": change.direction, "cause": change.cause, "message": change.message}
            for change in (stage.diff.changes if stage.diff else ())
        ],
        "rows": [_row(row) for row in labels.news(stage.diff)] if stage.diff else [],
    }


def _summary(diff: Diff) -> dict[str, int]:
    """Count rows; what came back, and what was only not seen, is counted apart."""
    apart = Counter(row.became for row in diff.rows)
    known = replace(diff, rows=tuple(row for row in diff.rows if row.became not in {"returned", "unseen"}))
    counts = diff_json.summary(known) | {"changed": sum(bool(row.changes) for row in diff.rows)}
    return counts | {"returned": apart["returned"], "unseen": apart["unseen"]}


def relation(row: Row) -> str:
    """Say how the sides of a row correspond."""
    return row.became if row.became in {"returned", "unseen"} else row.match.relation


def commit(known: Commit) -> dict[str, Any]:
    """Give a commit."""
    return {
        "id": known.id,
        "date": known.date,
        "author": known.author,
        "subject": known.subject,
        "path": known.path,
    }


def node(known: Node) -> dict[str, Any]:
    """Give a clause at one revision; revisions and clauses are named by their index."""
    return {
        "revision": known.stage,
        "clause": known.clause.id if known.clause else None,
        "number": known.clause.number if known.clause else None,
        "heading": known.clause.heading if known.clause else None,
        "link": known.link,
        "label": labels.mark(known) or None,
        "cause": labels.cause(known.row) if known.row is not None and labels.mark(known) else None,
        "force": known.force,
        "norms": {word: count for word, count in zip(FORCE, known.norms, strict=False) if count},
        "others": list(known.others),
    }


def _thread(thread: Thread, at: int) -> dict[str, Any]:
    return {
        "index": at,
        "clause": thread.clause.id,
        "heading": thread.clause.heading,
        "origin": thread.origin,
        "nodes": [node(entry) for entry in thread.nodes],
    }


def event(event: Event) -> dict[str, Any]:
    """Give something that happened."""
    return {
        "date": event.date,
        "type": event.type,
        "clauses": list(event.clauses),
        "place": event.place,
        "note": event.note,
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "relation": relation(row),
        "old": [clause.id for clause in row.match.old],
        "new": [clause.id for clause in row.match.new],
        "label": labels.label(row),
        "direction": row.direction,
        "cause": labels.cause(row),
        "said": words.said(row),
    }
