"""What is near to a clause, for programs: the JSON whose schema is `similar`."""

from __future__ import annotations

from typing import Any, Final

from clausetrack.model.corpus import Neighbour, Similar
from clausetrack.report.holdings import edits_data, place_data, spot_data
from clausetrack.report.jsonable import to_json
from clausetrack.report.registry import Options

SCHEMA: Final = "clausetrack/similar/1"


def render(result: Similar, options: Options) -> str:
    """Draw every clause asked about with its neighbours."""
    del options
    asked = [
        {"label": asked.label, "text": asked.text, "neighbours": [_neighbour(found) for found in asked.neighbours]}
        for asked in result.asked
    ]
    return to_json({"schema": SCHEMA, "clauses": result.clauses, "documents": result.documents, "asked": asked})


def _neighbour(neighbour: Neighbour) -> dict[str, Any]:
    return {
        "relation": neighbour.relation,
        "likeness": round(neighbour.likeness, 6),
        "score": round(neighbour.score, 4),
        "copies": neighbour.copies,
        "clause": place_data(neighbour.place),
        "places": [spot_data(spot) for spot in neighbour.spots],
        "edits": edits_data(neighbour.edits),
    }
