"""JSON as clausetrack writes it: keys in a fixed order, texts readable, nothing of the clock or the machine."""

from __future__ import annotations

import json
import math
from typing import Any

from clausetrack.model.position import Position
from clausetrack.report.visible import HIDDEN


def to_json(data: Any) -> str:
    """Write JSON with two spaces of indent and a line end.

    Hidden characters are written as escapes, since they would steer a terminal. JSON has no infinite numbers: they, and
    what is no number, are written as the texts that YAML has for them.
    """
    try:
        text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    except ValueError:
        text = json.dumps(_finite(data), ensure_ascii=False, indent=2)
    return HIDDEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def _finite(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _finite(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_finite(value) for value in data]
    if isinstance(data, float) and not math.isfinite(data):
        return ".nan" if math.isnan(data) else ".inf" if data > 0 else "-.inf"
    return data


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
