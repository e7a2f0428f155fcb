"""Clauses that were searched for, for programs: the JSON whose schema is `hits`."""

from __future__ import annotations

from typing import Final

from clausetrack.model.corpus import Hits
from clausetrack.report.holdings import place_data
from clausetrack.report.jsonable import to_json
from clausetrack.report.registry import Options

SCHEMA: Final = "clausetrack/hits/1"


def render(result: Hits, options: Options) -> str:
    """Draw the clauses that were found, the best first."""
    del options
    return to_json(
        {
            "schema": SCHEMA,
            "words": result.words,
            "where": list(result.where),
            "total": result.total,
            "clauses": [place_data(place) for place in result.places],
        }
    )
