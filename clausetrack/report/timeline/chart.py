"""A timeline as a picture: how much each revision strengthened and weakened, and every clause as a band of its force.

Above the axis a square stands for each clause that became stronger, wider or new, below it for each that became weaker,
narrower or went; what is mixed straddles it. Each clause that changed has a band below: the darker, the stronger it
holds, in parts where its norms differ; a sign where it changed; curves where it was split or merged.

The parts carry classes and no colours, which the page or the style of the picture has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby, pairwise
from typing import Final, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from clausetrack.model.change import Row
from clausetrack.model.scales import FORCE
from clausetrack.model.timeline import Node, Thread, Timeline
from clausetrack.report import rows
from clausetrack.report.timeline import labels, words
from clausetrack.report.timeline.axis import LEFT, NEAR, TAIL, Axis, axis
from clausetrack.report.timeline.marks import shape, tone
from clausetrack.report.visible import one_line

SCALE: Final = ("#dfe5ec", "#c6d3e1", "#a5bcd4", "#7d9fc3", "#547fae", "#2f5f94", "#123f73")
"""Fills for the scale of force on light paper, from recital to bind: one hue, so that darker reads as stronger."""

SCALE_DARK: Final = ("#262c35", "#2f3b4a", "#3a4f68", "#4a688a", "#6287b2", "#84aad8", "#b5d2f6")
"""The same on dark paper, where brighter reads as stronger."""

_TALLEST: Final = 150
"""What the tallest stack takes on one side of the axis; where it would be more, all squares get flatter."""

_AIR: Final = 26
"""What is left free above and below the stacks, for their counts."""

_SQUARE: Final = 10
_LANE: Final = 22
_BAND: Final = 11
_HEAD: Final = 48
"""Sides of a square, distance of the bands and their height, and what names and gaps take between the parts."""

_LONGEST: Final = 33
"""Characters of a name that fit on the left."""

_UP: Final = ("strengthened", "broadened", "added", "returned")
_DOWN: Final = ("weakened", "narrowed", "removed")

Link = Callable[[int, Row], str]
"""Gives the address of a row of a stage; empty where there is none."""


class Chart(NamedTuple):
    """A picture's parts, its size in user units, and how many clauses it leaves out for want of room or of change."""

    parts: tuple[str, ...]
    width: int
    height: int
    left_out: int
    standing: int


def chart(timeline: Timeline, *, top: int = 0, most: int | None = None, link: Link = lambda _stage, _row: "") -> Chart:
    """Draw a timeline from a height on, with bands for at most so many clauses."""
    laid = axis(timeline.stages)
    stacks = _stacked(timeline)
    middle = top + stacks.up
    base = middle + stacks.down
    changed = [(at, thread) for at, thread in enumerate(timeline.threads) if any(map(labels.mark, thread.nodes))]
    shown = changed if most is None else changed[:most]
    lanes = {at: base + _HEAD + _LANE * place + _LANE // 2 for place, (at, _) in enumerate(shown)}
    plan = _Plan(timeline, laid, lanes, link)
    bottom = base + _HEAD + _LANE * len(shown)
    parts = [
        *(f'<path class="rule" d="M{place:.1f} {top}V{bottom}"/>' for place in laid.places),
        *_stacks(stacks, laid, middle, link),
        *_names(timeline, laid, base),
        *(part for at, thread in shown for part in _lane(plan, thread, at)),
    ]
    legend, end = _legend(timeline, [thread for _, thread in shown], laid, bottom + 26)
    parts += legend
    return Chart(tuple(parts), laid.width, end + 14, len(changed) - len(shown), len(timeline.threads) - len(changed))


def text(left: float, top: float, said: str, style: str = "", anchor: str = "") -> str:
    """Draw a text."""
    more = (f' class="{style}"' if style else "") + (f' text-anchor="{anchor}"' if anchor else "")
    return f'<text x="{left:.1f}" y="{top:.1f}"{more}>{escape(one_line(said))}</text>'


class _Stacks(NamedTuple):
    """What each revision changed, by stage; the side of a square, and what the stacks take up and down the axis."""

    news: Mapping[int, Sequence[Row]]
    side: float
    up: int
    down: int


def _stacked(timeline: Timeline) -> _Stacks:
    news = {
        at: [row for row in labels.news(stage.diff) if labels.label(row) not in labels.UNCHANGED]
        for at, stage in enumerate(timeline.stages)
        if stage.diff is not None
    }
    up, down = (max((_height(found, way) for found in news.values()), default=0.0) for way in (_UP, _DOWN))
    side = min(_SQUARE, _TALLEST / max(up, down, 1))
    return _Stacks(news, side, round(up * side) + _AIR, round(down * side) + _AIR)


def _height(found: Sequence[Row], way: Sequence[str]) -> float:
    """Give how many squares stand on one side of the axis; those of what is mixed, or neither, stand on both."""
    known = [labels.label(row) for row in found]
    neither = sum(label not in {*_UP, *_DOWN, "mixed"} for label in known) / 2
    return max(sum(label in way for label in known) + known.count("mixed") / 2, neither)


def _stacks(stacks: _Stacks, laid: Axis, middle: int, link: Link) -> Iterator[str]:
    """Draw a square for each clause that a revision changed, above and below the axis."""
    # On a narrow page they stand where nothing is, before the second revision; where that is near they are left out.
    style = "faint side" if len(laid.places) > 1 and laid.places[1] - LEFT >= NEAR else "faint lead"
    yield text(LEFT - 20, middle - 10, "stronger, wider or new", style, "end")
    yield text(LEFT - 20, middle + 20, "weaker, narrower or gone", style, "end")
    yield f'<path class="axis" d="M{LEFT - 8} {middle}H{laid.places[-1] + TAIL:.1f}"/>'
    for place in laid.places:
        yield f'<circle class="stop" cx="{place:.1f}" cy="{middle}" r="3.5"/>'
    for at, found in stacks.news.items():
        yield from _stack(laid.places[at], middle, stacks.side, found, partial(link, at))


def _stack(place: float, middle: int, side: float, found: Sequence[Row], link: Callable[[Row], str]) -> Iterator[str]:
    kinds: dict[str, list[Row]] = {"up": [], "down": [], "both": [], "other": []}
    for row in found:
        label = labels.label(row)
        kind = "up" if label in _UP else "down" if label in _DOWN else "both" if label == "mixed" else "other"
        kinds[kind].append(row)
    half = len(kinds["both"]) * side / 2
    top = middle - half - side * len(kinds["up"])
    starts = {"both": middle - half, "up": top, "down": middle + half}
    starts["other"] = middle - side * len(kinds["other"]) / 2
    for kind, members in kinds.items():
        left, width = (place - _SQUARE * 0.7, _SQUARE * 1.4) if kind != "other" else (place + _SQUARE, _SQUARE * 0.7)
        for at, row in enumerate(reversed(members) if kind == "up" else members):
            label = labels.label(row)
            pale = " pale" if label in {"narrowed", "broadened"} else ""
            yield _linked(
                f'<rect class="square {tone(label)}{pale}" x="{left:.1f}" y="{starts[kind] + at * side:.2f}" '
                f'width="{width:.1f}" height="{max(side - 1, 0.6):.2f}" rx="1"/>',
                link(row),
                f"{label}: {rows.name(row)}",
            )
    if found:
        yield text(place, min(top, starts["other"], middle - 4) - 6, str(len(found)), "count", "middle")


def _names(timeline: Timeline, laid: Axis, base: int) -> Iterator[str]:
    for at, stage in enumerate(timeline.stages):
        if laid.named[at]:
            yield text(laid.places[at], base + 18, _short(one_line(stage.name), 12), "name", "middle")
    for gap, (here, there), shown in zip(laid.gaps, pairwise(laid.places), pairwise(laid.named), strict=True):
        if gap and all(shown):
            yield text((here + there) / 2, base + 34, gap, "small", "middle")


class _Plan(NamedTuple):
    """What all bands are drawn with: where revisions and bands are, and where signs lead."""

    timeline: Timeline
    laid: Axis
    lanes: Mapping[int, int]
    link: Link


def _lane(plan: _Plan, thread: Thread, at: int) -> Iterator[str]:
    timeline, laid, lanes, link = plan
    middle = lanes[at]
    name = one_line(words.clause_name(thread, timeline))
    yield f'<g class="lane" data-thread="{at}">'
    yield f'<text x="{LEFT - 20}" y="{middle + 4}" text-anchor="end">{escape(_short(name, _LONGEST))}'
    yield f"<title>{escape(name)}</title></text>"
    for node, end in _stretches(thread, laid):
        yield from _band(laid.places[node.stage], end, middle, node)
    for node in thread.nodes:
        yield from _curves(node, thread, laid, lanes, middle)
        label = labels.mark(node)
        if label:
            told = words.said(node.row) if node.row is not None else ""
            yield _linked(
                shape(label, laid.places[node.stage], middle),
                link(node.stage, node.row) if node.row is not None else "",
                f"{timeline.stages[node.stage].name}: {labels.word(label)}{': ' if told else ''}{told}",
            )
    yield "</g>"


def _stretches(thread: Thread, laid: Axis) -> Iterator[tuple[Node, float]]:
    """Yield where a clause began to hold as strongly as it does, and the place up to which it goes on so."""
    ends = [*(laid.places[node.stage] for node in thread.nodes[1:]), laid.places[-1] + TAIL]
    for _, group in groupby(
        zip(thread.nodes, ends, strict=True), lambda entry: (entry[0].clause is None, entry[0].norms)
    ):
        same = list(group)
        if same[0][0].clause is not None:
            yield same[0][0], same[-1][1]


def _band(start: float, end: float, middle: int, node: Node) -> Iterator[str]:
    """Draw how strongly a clause holds from one revision to the next: a part for each force of its norms, by share."""
    total = sum(node.norms)
    upper = middle - _BAND / 2
    about = words.force(node) or "force not known"
    if not total:
        yield f'<path class="unknown" d="M{start:.1f} {middle}H{end:.1f}"><title>{escape(about)}</title></path>'
        return
    yield f"<g><title>{escape(about)}</title>"
    for level, count in enumerate(node.norms):
        if count:
            height = _BAND * count / total
            yield (
                f'<rect class="band f{level}" x="{start:.1f}" y="{upper:.2f}" width="{end - start:.1f}" '
                f'height="{height:.2f}"/>'
            )
            upper += height
    yield "</g>"


def _curves(node: Node, thread: Thread, laid: Axis, lanes: Mapping[int, int], middle: int) -> Iterator[str]:
    """Draw where a clause was split off from another, or went into one."""
    is_born = node is thread.nodes[0] and node.link == "split"
    if not (is_born or node.link == "joined"):
        return
    place = laid.places[node.stage]
    for other in node.others:
        if other in lanes:
            start, end = (lanes[other], middle) if is_born else (middle, lanes[other])
            yield (
                f'<path class="curve" d="M{place - 30:.1f} {start}C{place - 12:.1f} {start} '
                f'{place - 22:.1f} {end} {place - 5:.1f} {end}"/>'
            )


def _legend(timeline: Timeline, shown: Sequence[Thread], laid: Axis, top: int) -> tuple[list[str], int]:
    """Explain the signs and shades that occur, in as many lines as they take."""
    used = {labels.mark(node) for thread in shown for node in thread.nodes}
    used |= {labels.label(row) for stage in timeline.stages if stage.diff for row in labels.news(stage.diff)}
    signs = [label for label in labels.SIGNS if label in used]
    levels = [
        level
        for level in range(len(FORCE))
        if any(node.norms and node.norms[level] for thread in shown for node in thread.nodes)
    ]
    parts: list[str] = []
    left, line = float(LEFT), top
    for kind, names in (("sign", signs), ("force", [FORCE[level] for level in levels])):
        if names:
            lead = "what happened" if kind == "sign" else "how strongly it holds"
            parts.append(text(LEFT - 20, line + 4, lead, "faint lead", "end"))
        for name in names:
            said = labels.word(name)
            width = 34 + 7.5 * len(said)
            if left + width > laid.width and left > LEFT:
                left, line = float(LEFT), line + 22
            if kind == "sign":
                parts.append(shape(name, left + 6, line))
            else:
                level = FORCE.index(name)
                parts.append(f'<rect class="f{level}" x="{left:.1f}" y="{line - 6}" width="13" height="12"/>')
            parts.append(text(left + 18, line + 4, said, "faint"))
            left += width
        if names:
            left, line = float(LEFT), line + 22
    return parts, line - 8


def _linked(drawn: str, address: str, about: str) -> str:
    title = f"<title>{escape(one_line(about))}</title>"
    inner = drawn.replace("/>", f">{title}</{drawn[1 : drawn.index(' ')]}>", 1)
    return f"<a href={quoteattr(address)}>{inner}</a>" if address else inner


def _short(name: str, most: int) -> str:
    return name if len(name) <= most else name[: most - 1] + "…"
