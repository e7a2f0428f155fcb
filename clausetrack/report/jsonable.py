"""JSON as clausetrack writes it: keys in a fixed order, texts readable, nothing of the clock or the machine."""

from __future__ import annotations

import json
from typing import Any

from clausetrack.model.position import Position


def to_json(data: Any) -> str:
    """Write JSON with two spaces of indent and a line end."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def place(position: Position) -> dict[str, Any]:
    """Give a position as file, line and column, with the end and the label where they are known."""
    fields = {
        "file": position.file,
        "line": position.line,
        "column": position.column,
        "end_line": position.end_line,
        "end_column": position.end_column,
        "label": position.label,
    }
    return {key: value for key, value in fields.items() if value is not None}
