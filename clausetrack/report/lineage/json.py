"""A clause from first to last for programs: the JSON whose schema is `lineage`."""

from __future__ import annotations

from typing import Any, Final

from clausetrack.model.timeline import Lineage, Node
from clausetrack.report.diff import json as diff_json
from clausetrack.report.jsonable import to_json
from clausetrack.report.lineage import words as lineage_words
from clausetrack.report.registry import Options
from clausetrack.report.timeline import notes
from clausetrack.report.timeline.json import commit, event, node, relation

SCHEMA: Final = "clausetrack/lineage/1"


def render(result: Lineage, options: Options) -> str:
    """Draw a clause's way as JSON: its state in each revision, with the changes that led there."""
    del options
    stages = result.timeline.stages
    return to_json(
        {
            "schema": SCHEMA,
            "agreement": result.timeline.agreement,
            "title": result.timeline.title,
            "order": result.timeline.order,
            "clause": result.clause.id,
            "heading": result.clause.heading,
            "revisions": [
                {
                    "name": stage.name,
                    "date": stage.date,
                    "file": stage.file,
                    "commit": commit(stage.commit) if stage.commit else None,
                }
                for stage in stages
            ],
            "warnings": notes.warnings(result.timeline),
            "notes": notes.remarks(result.timeline),
            "steps": [_step(result, entry, thread) for thread, entry in result.path],
        }
    )


def _step(result: Lineage, entry: Node, thread: int) -> dict[str, Any]:
    row = entry.row if entry.link != "same" else None
    return {
        **node(entry),
        "thread": thread,
        "text": entry.clause.text if entry.clause else None,
        "relation": relation(row) if row else None,
        "old": [clause.id for clause in row.match.old] if row else [],
        "new": [clause.id for clause in row.match.new] if row else [],
        "direction": row.direction if row else None,
        "events": [event(known) for known in lineage_words.events(result, entry)],
        "changes": [diff_json.change(change) for change in row.changes] if row else [],
        **(diff_json.edits(row.edits) if row else {}),
    }
