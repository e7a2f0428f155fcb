"""A clause from first to last as one page of HTML: the band of its force, then every revision that changed it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clausetrack.model.timeline import Lineage, Node
from clausetrack.report.html.anchors import Anchors
from clausetrack.report.html.frame import Html, page, shown
from clausetrack.report.html.redline import redline
from clausetrack.report.html.words import SIGNS
from clausetrack.report.lineage import words as lineage_words
from clausetrack.report.lineage.chart import chart
from clausetrack.report.registry import Options
from clausetrack.report.timeline import words
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
        "caveats": [f"{note[:1].upper()}{note[1:]}." for note in words.caveats(result.timeline)],
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
        name = one_line(result.timeline.stages[node.stage].name)
        yield f"{name}: {words.force(node) or 'force not known'}" if node.clause is not None else f"{name}: not there"


def _steps(result: Lineage, options: Options) -> Iterator[dict[str, Any]]:
    anchors = Anchors()
    for _, node in result.path:
        label = words.mark(node)
        if node.link == "same" or not (label or node.link == "first" or options.all):
            continue
        stage = result.timeline.stages[node.stage]
        changes = words.changes(node.row, everything=options.all) if node.row is not None else []
        yield {
            "anchor": anchors.of("revision", stage.name),
            "name": one_line(stage.name),
            "label": label,
            "sign": SIGNS.get(label, "+" if label else ""),
            "happened": one_line(lineage_words.happened(result, node)),
            "force": words.force(node),
            "told": [Told(one_line(change.message), change.rule) for change in changes],
            "words": _words(node),
        }


def _words(node: Node) -> Html:
    if node.row is not None and node.row.edits:
        return redline(node.row.edits)
    clause = node.clause or (node.row.match.old[0] if node.row is not None and node.row.match.old else None)
    return shown(clause.text) if clause is not None else Html("")
