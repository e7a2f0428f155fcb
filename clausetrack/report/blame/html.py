"""A blame as one page of HTML: every clause with its revisions; the later its words came, the darker their paper."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from clausetrack.model.timeline import Blame, Origin
from clausetrack.report.blame.words import name, stage, why
from clausetrack.report.html.anchors import Anchors
from clausetrack.report.html.frame import page
from clausetrack.report.registry import Options
from clausetrack.report.timeline import notes, words
from clausetrack.report.visible import one_line

_SHADES: Final = 6
"""The darkest of the shades, which count from 0: more cannot be told apart."""


def render(result: Blame, options: Options) -> str:
    """Draw a blame. MissingExtraError where the template engine is not installed."""
    anchors = Anchors()
    counts = Counter(origin.substance for origin in result.origins)
    stages = [_stage(result, at) | {"number": counts[at]} for at in range(len(result.timeline.stages))]
    context = {
        "title": one_line(result.timeline.title),
        "span": one_line(words.span(result.timeline)),
        "warnings": [notes.sentence(note) for note in notes.warnings(result.timeline)],
        "caveats": [notes.sentence(note) for note in notes.remarks(result.timeline)],
        "stages": stages,
        "total": len(result.origins),
        "origins": [_origin(result, origin, anchors) for origin in result.origins],
        "version": options.version,
    }
    return page("blame.html.jinja", ("timeline",), context)


def _origin(result: Blame, origin: Origin, anchors: Anchors) -> dict[str, Any]:
    return {
        "anchor": anchors.of("clause", origin.clause.id),
        "name": one_line(name(result, origin)),
        "substance": _stage(result, origin.substance),
        "words": _stage(result, origin.words),
        "why": one_line(why(origin)),
        "runs": [_stage(result, run.stage) | {"text": run.text} for run in origin.runs],
    }


def _stage(result: Blame, at: int) -> dict[str, Any]:
    last = max(len(result.timeline.stages) - 1, 1)
    return {"at": at + 1, "name": one_line(stage(result, at)), "age": round(_SHADES * at / last)}
