"""A clause from first to last as a picture: a band of its force over time, with a sign wherever it changed.

The band is the darker, the stronger the clause holds, in parts where its norms differ. The parts carry classes and no
colours, which the page or the style of the picture has.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from xml.sax.saxutils import escape

from clausetrack.model.scales import FORCE
from clausetrack.model.timeline import Lineage, Node
from clausetrack.report.lineage import words as lineage_words
from clausetrack.report.timeline import labels, words
from clausetrack.report.timeline.axis import LEFT, TAIL, Axis, axis
from clausetrack.report.timeline.chart import Chart, text
from clausetrack.report.timeline.marks import shape
from clausetrack.report.visible import one_line

_BAND = 56
_SIGNS = 24
"""Height of the band, and what the signs take above it."""

_ROOM = 13
"""Characters of a name that fit between two revisions."""


def chart(lineage: Lineage, *, top: int = 0) -> Chart:
    """Draw a clause's way from a height on."""
    laid = axis(lineage.timeline.stages)
    upper = top + _SIGNS
    lower = upper + _BAND
    parts = [
        *(f'<path class="rule" d="M{place:.1f} {top}V{lower + 8}"/>' for place in laid.places),
        *_bands(lineage, laid, upper),
        *_signs(lineage, laid, top + _SIGNS // 2),
        *_names(lineage, laid, lower + 24),
        *_scale(upper),
    ]
    return Chart(tuple(parts), laid.width, lower + 52, 0, 0)


def _bands(lineage: Lineage, laid: Axis, upper: int) -> Iterator[str]:
    nodes = [node for _, node in lineage.path]
    ends = [*(laid.places[node.stage] for node in nodes[1:]), laid.places[-1] + TAIL]
    for node, end in zip(nodes, ends, strict=True):
        if node.clause is not None:
            yield from _band(node, laid.places[node.stage], end, upper)


def _band(node: Node, start: float, end: float, upper: int) -> Iterator[str]:
    total = sum(node.norms)
    about = f"<title>{escape(words.force(node) or 'force not known')}</title>"
    if not total:
        yield f'<path class="unknown" d="M{start:.1f} {upper + _BAND / 2:.1f}H{end:.1f}">{about}</path>'
        return
    place = float(upper)
    for level, count in enumerate(node.norms):
        if count:
            height = _BAND * count / total
            size = f'width="{end - start:.1f}" height="{height:.2f}"'
            yield f'<rect class="f{level}" x="{start:.1f}" y="{place:.2f}" {size}>{about}</rect>'
            place += height


def _signs(lineage: Lineage, laid: Axis, middle: int) -> Iterator[str]:
    for _, node in lineage.path:
        label = labels.mark(node)
        if label:
            about = escape(one_line(f"{lineage.timeline.stages[node.stage].name}: {labels.word(label)}"))
            yield f"<g><title>{about}</title>{shape(label, laid.places[node.stage], middle)}</g>"


def _names(lineage: Lineage, laid: Axis, base: int) -> Iterator[str]:
    for at, stage in enumerate(lineage.timeline.stages):
        name = one_line(stage.name)
        if laid.named[at]:
            short = name if len(name) < _ROOM else name[: _ROOM - 2] + "…"
            yield text(laid.places[at], base, short, "name", "middle")
    for gap, (here, there), shown in zip(laid.gaps, pairwise(laid.places), pairwise(laid.named), strict=True):
        if gap and all(shown):
            yield text((here + there) / 2, base + 17, gap, "small", "middle")


def _scale(upper: int) -> Iterator[str]:
    """Draw the scale beside the band, the weakest on top."""
    step = _BAND / len(FORCE)
    yield '<g class="lead">'
    for level, word in enumerate(FORCE):
        column, line = divmod(level, 4)
        left, height = LEFT - 216 + column * 104, upper + 8 + line * (step + 6)
        yield f'<rect class="f{level}" x="{left}" y="{height - 5:.1f}" width="13" height="11"/>'
        yield text(left + 19, height + 4, word, "small")
    yield "</g>"


def notes(lineage: Lineage) -> list[str]:
    """Say in lines what happened to the clause, revision by revision."""
    lines = []
    for _, node in lineage.path:
        name = lineage.timeline.stages[node.stage].name
        parts = [words.happening(event) for event in lineage_words.events(lineage, node)]
        if node.link not in {"same", "first"} and labels.mark(node):
            told = words.said(node.row) if node.row is not None and node.link in {"changed", "returned"} else ""
            parts += [lineage_words.happened(lineage, node), *([told] if told else [])]
        if parts:
            lines.append(one_line(f"{name}: {'; '.join(parts)}"))
    return lines
