"""A timeline as one page of HTML: the picture, and below it every revision with what it changed."""

from __future__ import annotations

from clausetrack.model.timeline import Timeline
from clausetrack.report.html.frame import Html, page
from clausetrack.report.html.words import LEGEND, SIGNS
from clausetrack.report.registry import Options
from clausetrack.report.timeline import labels, notes, words
from clausetrack.report.timeline.chart import chart
from clausetrack.report.timeline.entries import Entries
from clausetrack.report.visible import one_line


def render(result: Timeline, options: Options) -> str:
    """Draw a timeline. Each sign of the picture leads to the change that it stands for.

    MissingExtraError where the template engine is not installed.
    """
    made = Entries(result, everything=options.all)
    stages = made.stages()
    drawn = chart(result, top=8, link=made.anchor)
    used = {labels.label(row) for stage in result.stages if stage.diff for row in stage.diff.rows}
    context = {
        "title": one_line(result.title),
        "span": one_line(words.span(result)),
        "warnings": [notes.sentence(note) for note in notes.warnings(result)],
        "caveats": [notes.sentence(note) for note in notes.caveats(result)],
        "brackets": " ".join(map(notes.sentence, notes.numbers(result))),
        "chart": drawn,
        "picture": Html("\n".join(drawn.parts)),
        "stages": stages,
        "unread": [one_line(f"{commit.id[:8]}: {fault}") for commit, fault in result.unread],
        "legend": [
            (SIGNS.get(label) or labels.SIGNS[label], label, labels.word(label), meaning)
            for label, meaning in (LEGEND | labels.MEANINGS).items()
            if label in used
        ],
        "version": options.version,
    }
    return page("timeline.html.jinja", ("timeline",), context)
