"""A blame for people: a line a clause, or with its words those of each revision beside its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.model.timeline import Blame, Origin
from clausetrack.report.blame.words import name, stage, why
from clausetrack.report.folding import columns, cut, fold, padded
from clausetrack.report.registry import Options
from clausetrack.report.style import paint
from clausetrack.report.timeline import notes, words
from clausetrack.report.visible import one_line

_WIDEST: Final = 20
"""Columns for the name of a revision."""

_MOST: Final = 2
"""Lines of what changed that are shown; who wants more asks for everything."""

_GAP: Final = "  "


def render(result: Blame, options: Options) -> str:
    """Draw a blame."""
    timeline = result.timeline
    lines = [paint(line, "title", color=options.color) for line in fold(one_line(timeline.title), options.width)]
    lines += fold(one_line(words.span(timeline)), options.width)
    for warning in notes.warnings(timeline):
        found = fold(one_line(f"warning: {warning}"), options.width)
        lines += [paint(line, "warning", color=options.color) for line in found]
    names = [one_line(stage(result, at)) for at in range(len(timeline.stages))]
    width = min(max(len("substance"), *map(columns, names)), _WIDEST)
    head = _GAP.join((padded("substance", width), padded("words", width), "clause"))
    lines += ["", paint(head, "faint", color=options.color)]
    for origin in result.origins:
        lines += _origin(result, origin, width, options)
    for note in notes.remarks(timeline):
        lines += ["", *fold(one_line(note), options.width)]
    return "\n".join(lines) + "\n"


def _origin(result: Blame, origin: Origin, width: int, options: Options) -> Iterator[str]:
    dates = _GAP.join(_fitted(one_line(stage(result, at)), width) for at in (origin.substance, origin.words))
    margin = " " * (2 * width + 2 * len(_GAP))
    facts = f"{one_line(name(result, origin))}: {one_line(why(origin))}"
    lines = fold(facts, options.width, dates + _GAP, margin)
    if len(lines) > _MOST and not options.all:
        lines = [*lines[: _MOST - 1], cut(lines[_MOST - 1], options.width)]
    yield from lines
    for run in origin.runs:
        lead = paint(_fitted(one_line(stage(result, run.stage)), width), "faint", color=options.color)
        for text in fold(one_line(run.text), options.width - width - 5):
            if text:
                yield f"{_GAP}{lead} │ {text}"
                lead = " " * width
    if result.has_words:
        yield ""


def _fitted(text: str, width: int) -> str:
    return padded(text if columns(text) <= width else fold(text, width - 1)[0] + "…", width)
