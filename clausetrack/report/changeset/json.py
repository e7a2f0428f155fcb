"""All comparisons of a range for programs: the JSON whose schema is `changeset`."""

from __future__ import annotations

import json
from typing import Any, Final

from clausetrack.model.changeset import Changeset, FileChange
from clausetrack.report.changeset.text import faults
from clausetrack.report.diff import json as diff_json
from clausetrack.report.jsonable import to_json
from clausetrack.report.registry import Options

SCHEMA: Final = "clausetrack/changeset/1"


def render(result: Changeset, options: Options) -> str:
    """Draw the files with their comparisons, each as `diff --format json` has it."""
    files = [_file(entry, options) for entry in result.files]
    return to_json({"schema": SCHEMA, "range": result.range, "files": files})


def _file(entry: FileChange, options: Options) -> dict[str, Any]:
    return {
        "status": entry.status,
        "old": entry.old,
        "new": entry.new,
        "faults": faults(entry),
        "diff": json.loads(diff_json.render(entry.diff, options)) if entry.diff is not None else None,
    }
