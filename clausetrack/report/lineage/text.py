"""A clause from first to last for people: its force as a strip, then what each revision changed, with the redline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from clausetrack.model.scales import FORCE
from clausetrack.model.timeline import Lineage, Node
from clausetrack.report import rows
from clausetrack.report.folding import columns, fold, padded
from clausetrack.report.lineage import words as lineage_words
from clausetrack.report.redline import redline
from clausetrack.report.registry import Options
from clausetrack.report.style import STYLES, paint
from clausetrack.report.timeline import labels, notes, words
from clausetrack.report.visible import one_line

_RAIL: Final = "  │   "
_BAR: Final = "▰"
_EMPTY: Final = "▱"
_SHADES: Final = "░░▒▓▓██"
"""A shade for each step of the scale, the weakest first: terminals have no more than four that differ."""

_LEGEND: Final = "█ commit or bind, ▓ aspire or intend, ▒ discretion, ░ recital or stance"
_FIRST: Final = 6
_LONGEST: Final = 12
"""Lines that are shown of a text that came, and of a redline; who wants more asks for everything."""

_WIDEST: Final = 24
"""Columns for the names of revisions beside the strip."""


def render(result: Lineage, options: Options) -> str:
    """Draw a clause's way through the revisions."""
    lines = [*_head(result, options), "", *_strip(result, options), ""]
    for at in range(len(result.path)):
        lines += _step(result, at, options)
    for note in notes.remarks(result.timeline):
        lines += fold(one_line(note), options.width)
    return "\n".join(lines).rstrip("\n") + "\n"


def _head(result: Lineage, options: Options) -> Iterator[str]:
    name = one_line(lineage_words.name(result))
    yield from (paint(line, "title", color=options.color) for line in fold(name, options.width))
    yield from fold(f"{one_line(result.timeline.title)}: {one_line(words.span(result.timeline))}", options.width)
    yield from fold(one_line(lineage_words.summary(result)), options.width)
    for warning in notes.warnings(result.timeline):
        lines = fold(one_line(f"warning: {warning}"), options.width)
        yield from (paint(line, "warning", color=options.color) for line in lines)


def _strip(result: Lineage, options: Options) -> Iterator[str]:
    """Draw the clause's force, a line a revision: seven steps of the scale, or how many norms are at which."""
    stages = result.timeline.stages
    names = [one_line(words.stage_name(stage)) for stage in stages]
    width = min(max(map(columns, names)), _WIDEST)
    there = {node.stage: node for _, node in result.path}
    for at, name in enumerate(names):
        node = there.get(at)
        if node is None or node.clause is None:
            gauge, said = " " * len(FORCE), lineage_words.absence(result, at)
        else:
            gauge, said = _gauge(node), words.force(node) or "force not known"
        label = labels.mark(node) if node else ""
        happened = "happened" if node and lineage_words.events(result, node) else ""
        sign = labels.SIGNS.get(label or happened, " ")
        line = f"  {padded(fold(name, width)[0], width)}  "
        for first, text in enumerate(fold(said, options.width - columns(line) - len(FORCE) - 5)):
            lead = line + f"{sign}  {gauge}  " if not first else " " * (columns(line) + len(FORCE) + 5)
            yield (lead + text).rstrip()
    if any(sum(node.norms) and not node.force for node in there.values()):
        yield from fold(_LEGEND, options.width, "  ", "  ")


def _gauge(node: Node) -> str:
    """Draw one force as the scale filled up to it; of several norms, the strong beside the weak, by their shares."""
    total = sum(node.norms)
    if not total:
        return " " * len(FORCE)
    if node.force in FORCE:
        level = FORCE.index(node.force)
        return _BAR * (level + 1) + _EMPTY * (len(FORCE) - level - 1)
    shades = "".join(shade * count for shade, count in zip(_SHADES, node.norms, strict=True))[::-1]
    return "".join(shades[(2 * at + 1) * total // (2 * len(FORCE))] for at in range(len(FORCE)))


def _step(result: Lineage, at: int, options: Options) -> Iterator[str]:
    """Draw what a revision did to the clause; nothing where it left it as it was."""
    node = result.path[at][1]
    label = labels.mark(node)
    events = lineage_words.events(result, node)
    is_told = bool(label) or node.link == "first" or (options.all and node.link != "same")
    if not (is_told or events):
        return
    head = one_line(words.stage_name(result.timeline.stages[node.stage]))
    sign = labels.SIGNS.get(label, "●")
    shown = paint(sign, label if label in STYLES else "neutral", color=options.color)
    facts = [head, one_line(lineage_words.happened(result, node))]
    lines = fold("  ".join(facts), options.width, "  ●   ", _RAIL)
    yield lines[0].replace("●", shown, 1)
    yield from lines[1:]
    for event in events:
        yield from fold(one_line(words.happening(event)), options.width, f"{_RAIL}• ", f"{_RAIL}  ")
    if is_told:
        yield from _told(result, at, options)
    yield _RAIL.rstrip()


def _told(result: Lineage, at: int, options: Options) -> Iterator[str]:
    node = result.path[at][1]
    row = node.row
    width = options.width - len(_RAIL)
    if row is None or node.link in {"first", "added"}:
        yield from _text(node, width, options)
        return
    for message, rule in words.messages(row, everything=options.all):
        mark = f" [{rule}]" if options.all else ""
        yield from _railed(fold(one_line(message) + mark, width))
    edits = lineage_words.edits(result, at)
    is_cut = node.link in {"split", "merged"}
    if edits and (options.all or is_cut or rows.is_reworded(row)):
        lines = redline(edits, width, color=options.color, whole=options.all)
        yield from _railed(_cut(lines, _LONGEST, options))
    elsewhere = lineage_words.elsewhere(result, at)
    if elsewhere:
        yield from _railed(fold(one_line(f"{elsewhere}; it then says:"), width))
    if elsewhere or (node.link == "returned" and not edits):
        yield from _text(node, width, options)


def _text(node: Node, width: int, options: Options) -> Iterator[str]:
    if node.clause is not None:
        yield from _railed(_cut(fold(one_line(node.clause.text), width), _FIRST, options))


def _cut(lines: list[str], most: int, options: Options) -> list[str]:
    return lines if options.all or len(lines) <= most else [*lines[:most], "… (--all shows the whole)"]


def _railed(lines: Sequence[str]) -> Iterator[str]:
    return (f"{_RAIL}{line}" for line in lines)
