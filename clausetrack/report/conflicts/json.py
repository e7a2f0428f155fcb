"""The conflicts of a merge for programs: the JSON whose schema is `conflicts`."""

from __future__ import annotations

from typing import Any, Final

from clausetrack.model.merge import Conflict, Merged
from clausetrack.report.jsonable import place, to_json
from clausetrack.report.registry import Options

SCHEMA: Final = "clausetrack/conflicts/1"


def render(result: Merged, options: Options) -> str:
    """Draw the conflicts, the values of each side among them; a side without a key has no value."""
    del options
    return to_json(
        {
            "schema": SCHEMA,
            "clean": result.is_clean,
            "conflicts": [_conflict(conflict) for conflict in result.conflicts],
        }
    )


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "kind": conflict.kind,
        "clause": conflict.clause,
        "path": list(conflict.path),
        "sides": conflict.sides,
        **(place(conflict.position) if conflict.position else {}),
    }
