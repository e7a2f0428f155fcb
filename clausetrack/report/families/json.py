"""Families of clauses, for programs: the JSON whose schema is `families`."""

from __future__ import annotations

from typing import Any, Final

from clausetrack.model.corpus import Families, Family, Wording
from clausetrack.report.holdings import edits_data, place_data
from clausetrack.report.jsonable import to_json
from clausetrack.report.registry import Options

SCHEMA: Final = "clausetrack/families/1"


def render(result: Families, options: Options) -> str:
    """Draw the families with the wordings that are listed of each."""
    del options
    return to_json(
        {
            "schema": SCHEMA,
            "summary": {
                "families": result.number,
                "clauses": result.clauses,
                "documents": result.documents,
                "alone": result.alone,
                "least": result.least,
                "capped_buckets": result.capped,
                "largest_bucket": result.largest,
            },
            "families": [_family(family) for family in result.families],
        }
    )


def _family(family: Family) -> dict[str, Any]:
    return {
        "clauses": family.clauses,
        "documents": family.documents,
        "distinct_wordings": family.distinct,
        "lowest_likeness": round(family.lowest, 6),
        "mean_likeness": round(family.mean, 6),
        "forces": family.forces,
        "wordings": [_wording(wording) for wording in family.wordings],
    }


def _wording(wording: Wording) -> dict[str, Any]:
    return {
        "text": wording.text,
        "clauses": wording.clauses,
        "likeness": round(wording.likeness, 6),
        "forces": wording.forces,
        "places": [place_data(place, with_text=False) for place in wording.places],
        "edits": edits_data(wording.edits),
    }
