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
    columns = zip(result.left, result.right, result.shared, result.similarity, result.exact, strict=True)
    return to_json(
        {
            "schema": SCHEMA,
            "lowest": result.lowest,
            "least": result.least,
            "widespread_families": result.passed_over,
            "widespread_from": result.cap,
            "dropped_pairs": result.dropped,
            "capped_buckets": result.capped,
            "largest_bucket": result.largest,
            "documents": [holding_data(holding) for holding in result.holdings],
            "pairs": [
                [one, other, shared, round(similarity, 6), exact, round(result.verbatim(pair), 6)]
                for pair, (one, other, shared, similarity, exact) in enumerate(columns)
            ],
            "order": list(result.order),
            "merges": [[one, other, round(at, 6)] for one, other, at in result.merges],
        }
    )
