"""How alike agreements are, for programs: the JSON whose schema is `resemblance`."""

from __future__ import annotations

from typing import Final

from clausetrack.model.corpus import Resemblance
from clausetrack.report.holdings import holding_data
from clausetrack.report.jsonable import to_json
from clausetrack.report.registry import Options

SCHEMA: Final = "clausetrack/resemblance/1"


def render(result: Resemblance, options: Options) -> str:
    """Draw the documents, the pairs by their places among them, and the tree."""
    del options
    columns = zip(result.left, result.right, result.shared, result.similarity, strict=True)
    return to_json(
        {
            "schema": SCHEMA,
            "lowest": result.least,
            "widespread_families": result.passed_over,
            "widespread_from": result.cap,
            "dropped_pairs": result.dropped,
            "documents": [holding_data(holding) for holding in result.holdings],
            "pairs": [[one, other, shared, round(similarity, 6)] for one, other, shared, similarity in columns],
            "order": list(result.order),
            "merges": [[one, other, round(at, 6)] for one, other, at in result.merges],
        }
    )
