"""A clause from first to last as a picture that stands alone."""

from __future__ import annotations

from typing import Final

from clausetrack.model.timeline import Lineage
from clausetrack.report.lineage import words as lineage_words
from clausetrack.report.lineage.chart import chart
from clausetrack.report.lineage.chart import notes as steps
from clausetrack.report.registry import Options
from clausetrack.report.timeline import notes, words
from clausetrack.report.timeline.chart import text
from clausetrack.report.timeline.drawing import drawing

_TOP: Final = 96
_LETTER: Final = 6.1
"""Width of a letter of small print, in user units: lines that would leave the picture are cut."""


def render(result: Lineage, options: Options) -> str:
    """Draw a clause's way as SVG."""
    drawn = chart(result, top=_TOP)
    lines = [*steps(result), *notes.warnings(result.timeline), *notes.remarks(result.timeline)]
    if not options.all:
        most = int((drawn.width - 32) / _LETTER)
        lines = [line if len(line) <= most else line[: most - 1] + "…" for line in lines]
    about = f"{result.timeline.title}: {words.span(result.timeline)}"
    parts = [
        text(16, 76, lineage_words.summary(result), "faint"),
        *drawn.parts,
        *(text(16, drawn.height + 18 * at + 12, line, "small") for at, line in enumerate(lines)),
    ]
    return drawing(lineage_words.name(result), about, parts, drawn.width, drawn.height + 18 * len(lines) + 14)
