"""Why a clause was aligned as it was, for programs: the JSON whose schema is `explanation`."""

from __future__ import annotations

from typing import Any, Final

from clausetrack.model.alignment import Candidate, Explanation
from clausetrack.report.jsonable import to_json
from clausetrack.report.registry import Options

SCHEMA: Final = "clausetrack/explanation/1"


def render(result: Explanation, options: Options) -> str:
    """Draw an explanation as JSON."""
    del options
    match = result.match
    return to_json(
        {
            "schema": SCHEMA,
            "clause": result.clause.id,
            "side": result.side,
            "relation": match.relation,
            "old": [clause.id for clause in match.old],
            "new": [clause.id for clause in match.new],
            "matched_by": match.matched_by,
            "confidence": round(match.confidence, 4),
            "note": match.note,
            "candidates": [_candidate(candidate) for candidate in result.candidates],
            "exhausted": result.exhausted,
        }
    )


def _candidate(candidate: Candidate) -> dict[str, Any]:
    return {
        "clauses": list(candidate.clauses),
        "score": round(candidate.score, 4),
        "evidence": {name: round(value, 4) for name, value in candidate.evidence},
    }
