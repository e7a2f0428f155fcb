"""Counts of changes by actor, domain or kind, as a small table for the terminal."""

from __future__ import annotations

from typing import Final

from clausetrack.model.change import Breakdown
from clausetrack.report.folding import columns, padded
from clausetrack.report.registry import Options
from clausetrack.report.style import STYLES, paint
from clausetrack.report.visible import visible

_COLUMNS: Final = ("weakened", "narrowed", "mixed", "removed", "strengthened", "broadened", "added", "neutral")


def table(breakdown: Breakdown, options: Options) -> str:
    """Draw one line for each name, one column for each direction that occurs."""
    used = [column for column in _COLUMNS if any(column in counts for _, counts in breakdown.counts)]
    width = max((columns(visible(name)) for name, _ in breakdown.counts), default=0)
    width = max(width, len(breakdown.key))
    head = [padded(breakdown.key, width), *used]
    lines = [paint("  ".join(head), "title", color=options.color)]
    for name, counts in breakdown.counts:
        cells = [_cell(column, counts.get(column, 0), options) for column in used]
        lines.append("  ".join([padded(visible(name), width), *cells]).rstrip())
    return "\n".join(lines)


def _cell(column: str, number: int, options: Options) -> str:
    text = f"{number or '·':>{len(column)}}"
    return paint(text, column, color=options.color) if number and column in STYLES else text
