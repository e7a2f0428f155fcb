"""What a corpus holds, for programs: the JSON whose schema is `contents`."""

from __future__ import annotations

from typing import Final

from clausetrack.model.corpus import Contents
from clausetrack.report.holdings import unreadable_data
from clausetrack.report.jsonable import to_json
from clausetrack.report.registry import Options

SCHEMA: Final = "clausetrack/contents/1"


def render(result: Contents, options: Options) -> str:
    """Draw the counts, and what could not be read."""
    del options
    counts = ("documents", "agreements", "clauses", "wordings", "pending", "kinds", "languages")
    data = {name: getattr(result, name) for name in counts}
    return to_json({"schema": SCHEMA} | data | {"unreadable": unreadable_data(result.unreadable)})
