"""A timeline as a picture that stands alone."""

from __future__ import annotations

from typing import Final

from clausetrack.model.timeline import Timeline
from clausetrack.report.registry import Options
from clausetrack.report.timeline import notes, words
from clausetrack.report.timeline.chart import chart, text
from clausetrack.report.timeline.drawing import drawing

_MOST: Final = 60
"""Clauses that are drawn: with more the picture is taller than two screens; the page has them all."""

_TOP: Final = 78


def render(result: Timeline, options: Options) -> str:
    """Draw a timeline as SVG."""
    drawn = chart(result, top=_TOP, most=None if options.all else _MOST)
    lines = [*notes.warnings(result), *notes.caveats(result), *notes.numbers(result)]
    if drawn.left_out:
        lines.append(f"{drawn.left_out} more clause{'s' if drawn.left_out != 1 else ''} changed")
    if drawn.standing:
        told = "clause never changed, and is" if drawn.standing == 1 else "clauses never changed, and are"
        lines.append(f"{drawn.standing} {told} not drawn")
    parts = [*drawn.parts, *(text(16, drawn.height + 18 * at + 8, line, "small") for at, line in enumerate(lines))]
    return drawing(result.title, words.span(result), parts, drawn.width, drawn.height + 18 * len(lines) + 8)
