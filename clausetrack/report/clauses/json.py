"""Clauses for programs: the JSON whose schema is `clauses`, with what is read from the texts under ``read``."""

from __future__ import annotations

from itertools import compress
from typing import Any, Final

from clausetrack.clauseset.plain import plain
from clausetrack.model.listing import Listing
from clausetrack.report.jsonable import to_json
from clausetrack.report.registry import Options

SCHEMA: Final = "clausetrack/clauses/1"


def render(result: Listing, options: Options) -> str:
    """Draw the clauses with all their fields."""
    del options
    data = plain(result.clause_set)
    # By identity: two clauses of a faulty set may have one id.
    chosen = set(map(id, result.clauses))
    wanted = [id(clause) in chosen for clause in result.clause_set.clauses]
    return to_json(
        {
            "schema": SCHEMA,
            "agreement": data["agreement"],
            "revision": data["revision"],
            "clauses": [_clause(clause, result) for clause in compress(data.get("clauses", []), wanted)],
        }
    )


def _clause(clause: dict[str, Any], result: Listing) -> dict[str, Any]:
    read = result.read.get(clause["id"])
    quotes = [{"text": quote.text, "place": quote.place} for quote in result.quotes.get(clause["id"], ())]
    return clause | ({"read": read} if read is not None else {}) | ({"quotes": quotes} if quotes else {})
