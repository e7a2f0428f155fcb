"""A clause from first to last as one page of HTML: the band of its force, then every revision that changed it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clausetrack.model.timeline import Lineage
from clausetrack.report.html.anchors import Anchors
from clausetrack.report.html.frame import Html, page, shown
from clausetrack.report.html.redline import redline
from clausetrack.report.html.words import SIGNS
from clausetrack.report.lineage import words as lineage_words
from clausetrack.report.lineage.chart import chart
from clausetrack.report.registry import Options
from clausetrack.report.timeline import labels, notes, words
from clausetrack.report.timeline.entries import Told
from clausetrack.report.visible import one_line


def render(result: Lineage, options: Options) -> str:
    """Draw a clause's way. MissingExtraError where the template engine is not installed."""
    drawn = chart(result, top=8)
    context = {
        "name": one_line(lineage_words.name(result)),
        "title": one_line(result.timeline.title),
        "span": one_line(words.span(result.timeline)),
        "summary": one_line(lineage_words.summary(result)),
        "warnings": [notes.sentence(note) for note in notes.warnings(result.timeline)],
        "caveats": [notes.sentence(note) for note in notes.remarks(result.timeline)],
        "chart": drawn,
        "picture": Html("\n".join(drawn.parts)),
        "strip": "; ".join(_strip(result)),
        "steps": list(_steps(result, options)),
        "everything": options.all,
        "version": options.version,
    }
    return page("lineage.html.jinja", ("timeline",), context)


def _strip(result: Lineage) -> Iterator[str]:
    """Say in words what the picture shows."""
    for _, node in result.path:
        name = one_line(words.stage_name(result.timeline.stages[node.stage]))
        yield f"{name}: {words.force(node) or 'force not known'}" if node.clause is not None else f"{name}: not there"


def _steps(result: Lineage, options: Options) -> Iterator[dict[str, Any]]:
    anchors = Anchors()
    for at, (_, node) in enumerate(result.path):
        label = labels.mark(node)
        events = lineage_words.events(result, node)
        if not (events or label or node.link == "first" or (options.all and node.link != "same")):
            continue
        stage = result.timeline.stages[node.stage]
        messages = words.messages(node.row, everything=options.all) if node.row is not None else []
        elsewhere = lineage_words.elsewhere(result, at)
        yield {
            "anchor": anchors.of("revision", stage.name),
            "name": one_line(words.stage_name(stage)),
            "label": label,
            "sign": SIGNS.get(label) or labels.SIGNS.get(label, ""),
            "happened": one_line(lineage_words.happened(result, node)),
            "force": words.force(node),
            "events": [one_line(words.happening(event)) for event in events],
            "told": [Told(one_line(message), rule) for message, rule in messages],
            "words": _words(result, at),
            "elsewhere": one_line(elsewhere),
            "then": shown(node.clause.text) if elsewhere and node.clause is not None else Html(""),
        }


def _words(result: Lineage, at: int) -> Html:
    node = result.path[at][1]
    edits = lineage_words.edits(result, at)
    if edits:
        return redline(edits)
    clause = node.clause or (node.row.match.old[0] if node.row is not None and node.row.match.old else None)
    return shown(clause.text) if clause is not None else Html("")
