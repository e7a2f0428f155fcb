"""A blame for programs: the JSON whose schema is `blame`."""

from __future__ import annotations

from typing import Any, Final

from clausetrack.model.timeline import Blame, Origin
from clausetrack.report import rows
from clausetrack.report.jsonable import to_json
from clausetrack.report.registry import Options
from clausetrack.report.timeline import labels, notes
from clausetrack.report.timeline.json import commit

SCHEMA: Final = "clausetrack/blame/1"


def render(result: Blame, options: Options) -> str:
    """Draw a blame as JSON; revisions are named by their index."""
    del options
    return to_json(
        {
            "schema": SCHEMA,
            "agreement": result.timeline.agreement,
            "title": result.timeline.title,
            "order": result.timeline.order,
            "revisions": [
                {
                    "name": stage.name,
                    "date": stage.date,
                    "file": stage.file,
                    "commit": commit(stage.commit) if stage.commit else None,
                }
                for stage in result.timeline.stages
            ],
            "warnings": notes.warnings(result.timeline),
            "notes": notes.remarks(result.timeline),
            "clauses": [_origin(origin, result) for origin in result.origins],
        }
    )


def _origin(origin: Origin, result: Blame) -> dict[str, Any]:
    changed = origin.row if origin.substance != origin.first else None
    return {
        "clause": origin.clause.id,
        "number": origin.clause.number,
        "heading": origin.clause.heading,
        "first": origin.first,
        "substance": origin.substance,
        "words": origin.words,
        "label": labels.label(changed) if changed is not None else None,
        "cause": labels.cause(changed) if changed is not None else None,
        "changes": [change.message for change in rows.telling(changed)] if changed is not None else [],
        **({"runs": [{"revision": run.stage, "text": run.text} for run in origin.runs]} if result.has_words else {}),
    }
