"""What a build of a corpus did, for programs: the JSON whose schema is `built`."""

from __future__ import annotations

from typing import Final

from clausetrack.model.corpus import Built
from clausetrack.report.holdings import unreadable_data
from clausetrack.report.jsonable import to_json
from clausetrack.report.registry import Options

SCHEMA: Final = "clausetrack/built/1"


def render(result: Built, options: Options) -> str:
    """Draw the counts, and what could not be read."""
    del options
    counts = ("added", "changed", "kept", "gone", "stale", "clauses", "passed_over")
    data = {name: getattr(result, name) for name in counts}
    return to_json({"schema": SCHEMA} | data | {"unreadable": unreadable_data(result.unreadable)})
