"""A comparison for programs: the JSON whose schema is `diff`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from clausetrack.model.alignment import RELATIONS, Candidate
from clausetrack.model.change import DIRECTIONS, Breakdown, Change, Diff, Row, Site, WordEdit
from clausetrack.model.clauseset import ClauseSet
from clausetrack.report.jsonable import to_json
from clausetrack.report.registry import Options

SCHEMA: Final = "clausetrack/diff/1"


def render(result: Diff, options: Options) -> str:
    """Draw a comparison as JSON; rows without a change only where everything is asked for."""
    shown = [row for row in result.rows if options.all or row.changes or row.match.relation != "paired"]
    return to_json(
        {
            "schema": SCHEMA,
            "old": _side(result.old),
            "new": _side(result.new),
            "direction": result.direction,
            "changes": [*map(change, result.changes)],
            "rows": [_row(row) for row in shown],
            "summary": summary(result),
            "exhausted": result.exhausted,
            "operations": list(result.operations),
            **(_breakdown(result.breakdown) if result.breakdown else {}),
        }
    )


def summary(result: Diff) -> dict[str, int]:
    """Count rows by relation and by direction; ``changed`` counts those with any change."""
    relations = Counter(row.match.relation for row in result.rows)
    directions = Counter(row.direction for row in result.rows if row.match.relation not in {"added", "removed"})
    counts = {relation: relations[relation] for relation in RELATIONS}
    counts |= {direction: directions[direction] for direction in DIRECTIONS if direction != "neutral"}
    return counts | {"changed": sum(bool(row.changes) for row in result.rows)}


def _breakdown(breakdown: Breakdown) -> dict[str, Any]:
    return {
        "breakdown": {"by": breakdown.key, "counts": [{"name": name, **counts} for name, counts in breakdown.counts]}
    }


def _side(clause_set: ClauseSet) -> dict[str, Any]:
    return {
        "agreement": clause_set.agreement.id,
        "title": clause_set.agreement.title,
        "revision": clause_set.revision.id,
        "basis": clause_set.revision.basis,
        "completeness": clause_set.revision.completeness,
        "language": clause_set.revision.language,
        "clauses": len(clause_set.clauses),
    }


def _row(row: Row) -> dict[str, Any]:
    match = row.match
    return {
        "relation": match.relation,
        "old": [clause.id for clause in match.old],
        "new": [clause.id for clause in match.new],
        "matched_by": match.matched_by,
        "confidence": round(match.confidence, 4),
        "moved": match.moved,
        **({"runner_up": _candidate(match.runner_up)} if match.runner_up else {}),
        **({"note": match.note} if match.note else {}),
        "direction": row.direction,
        "changes": [*map(change, row.changes)],
        **edits(row.edits),
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    return {"clauses": list(candidate.clauses), "score": round(candidate.score, 4)}


def change(change: Change) -> dict[str, Any]:
    """Give one change."""
    return {
        "rule": change.rule,
        "direction": change.direction,
        "cause": change.cause,
        "severity": change.severity,
        "message": change.message,
        "fingerprint": change.fingerprint,
        "old": _site(change.old),
        "new": _site(change.new),
        **({"clauses": list(change.clauses)} if change.clauses else {}),
        **edits(change.edits),
    }


def edits(edits: Sequence[WordEdit]) -> dict[str, Any]:
    """Give the edits of a text; nothing where there are none."""
    return {"edits": [{"op": edit.op, "text": edit.text} for edit in edits]} if edits else {}


def _site(site: Site | None) -> dict[str, Any] | None:
    if site is None:
        return None
    place: dict[str, Any] = {}
    if site.position is not None:
        place = {"file": site.position.file, "line": site.position.line, "column": site.position.column}
        if site.position.label:
            place["label"] = site.position.label
    return {**place, "value": _plain(site.value)}


def _plain(value: Any) -> Any:
    """Give a value of the model as JSON has it; records inside lists as their text."""
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | int | float | bool | dict) or value is None else _record(value)


def _record(value: Any) -> dict[str, Any]:
    fields = {name: getattr(value, name) for name in value.__dataclass_fields__}
    return {name: _plain(item) for name, item in fields.items() if item not in (None, (), {})}
