"""A timeline for people: each revision with what it changed, then a grid of all clauses that changed at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from clausetrack.model.change import Diff, Row
from clausetrack.model.timeline import Node, Stage, Thread, Timeline
from clausetrack.report import rows
from clausetrack.report.folding import columns, cut, fold, padded
from clausetrack.report.registry import Options
from clausetrack.report.style import STYLES, paint
from clausetrack.report.timeline import labels, notes, words
from clausetrack.report.visible import one_line

_MOST: Final = 5
"""Rows of a revision that are shown, the weightiest; who wants more asks for everything."""

_LONGEST: Final = 40
"""Lines of the grid that are shown: more do not fit on a screen."""

_MARGIN: Final = "  "
_RAIL: Final = f"{_MARGIN}│   "
_NAME: Final = 34
"""Columns for the names of clauses in the grid."""

_GRID: Final = labels.SIGNS | {"": "·"}


def render(result: Timeline, options: Options) -> str:
    """Draw a timeline."""
    lines = [*_head(result, options), ""]
    for at, stage in enumerate(result.stages):
        lines += [*_stage(result, at, options), _RAIL.rstrip() if stage is not result.stages[-1] else ""]
    lines += [*_grid(result, options), *_foot(result, options)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _head(result: Timeline, options: Options) -> Iterator[str]:
    title, facts = one_line(result.title), one_line(words.span(result))
    if columns(title) + 4 + columns(facts) <= options.width:
        yield f"{paint(title, 'title', color=options.color)}    {facts}"
    else:
        yield from (paint(line, "title", color=options.color) for line in fold(title, options.width))
        yield from fold(facts, options.width)
    for warning in notes.warnings(result):
        lines = fold(one_line(f"warning: {warning}"), options.width)
        yield from (paint(line, "warning", color=options.color) for line in lines)


def _stage(result: Timeline, at: int, options: Options) -> Iterator[str]:
    stage = result.stages[at]
    name = one_line(stage.name)
    facts = one_line(", ".join(words.facts(result, at)))
    first, *more = fold(f"{name}  {facts}", options.width, f"{_MARGIN}●   ", _RAIL)
    yield first.replace(name, paint(name, "title", color=options.color), 1)
    yield from more
    for event in stage.events:
        yield from fold(one_line(words.happening(event)), options.width, f"{_RAIL}• ", f"{_RAIL}  ")
    if stage.diff is not None:
        yield from _changes(stage, stage.diff, options)
    if stage.deleted is not None:
        yield _RAIL.rstrip()
        yield from fold(one_line(words.deletion(stage)), options.width, f"{_MARGIN}○   ", _RAIL)


def _changes(stage: Stage, diff: Diff, options: Options) -> Iterator[str]:
    yield from fold(one_line(labels.counted(diff)), options.width, _RAIL, _RAIL)
    for change in diff.changes:
        yield from fold(one_line(f"! {change.message}"), options.width, _RAIL, f"{_RAIL}  ")
    news = labels.news(diff)
    shown = news if options.all else news[:_MOST]
    for row in shown:
        yield from _row(row, options, is_coded=stage.is_coded)
    if len(news) > len(shown):
        yield f"{_RAIL}… and {len(news) - len(shown)} more (--all shows them)"


def _row(row: Row, options: Options, *, is_coded: bool) -> Iterator[str]:
    label = labels.label(row)
    facts = [one_line(words.row_name(row, is_coded=is_coded)), one_line(rows.numbers(row))]
    told = one_line(words.said(row, everything=options.all))
    head = ", ".join(filter(None, facts)) + words.why(row)
    lines = fold(head + (f": {told}" if told else ""), options.width, f"{_RAIL}  ", f"{_RAIL}    ")
    sign = paint(labels.SIGNS[label], label if label in STYLES else "neutral", color=options.color)
    yield f"{_RAIL}{sign} {lines[0][len(_RAIL) + 2 :]}"
    more = lines[1:]
    yield from more if options.all or len(more) <= 1 else [cut(more[0], options.width)]


def _grid(result: Timeline, options: Options) -> Iterator[str]:
    """Draw which clause changed when: a line a clause, a column a revision, numbered."""
    number = len(result.stages)
    if number < 2:  # noqa: PLR2004 - one revision has changed nothing
        return
    gap = 2 if number * 2 + _NAME <= options.width else 1
    shown = range(max(number - (options.width - _NAME) // gap, 0), number)
    threads = [thread for thread in result.threads if any(map(labels.mark, _within(thread, shown)))]
    if threads:
        yield from (paint(line, "faint", color=options.color) for line in _columns(shown, gap, number))
    for thread in threads[: None if options.all else _LONGEST]:
        yield padded(_short(thread, result), _NAME) + _cells(thread, shown, gap, options).rstrip()
    if len(threads) > _LONGEST and not options.all:
        left = len(threads) - _LONGEST
        yield f"… and {left} more clause{'s' if left != 1 else ''} that changed (--all shows them)"
    if threads:
        yield from _legend(threads, shown, options)
        yield ""


def _within(thread: Thread, shown: range) -> list[Node]:
    return [node for node in thread.nodes if node.stage in shown]


def _columns(shown: range, gap: int, number: int) -> Iterator[str]:
    """Give the heads of the columns: their numbers, the tens above the ones where there are so many."""
    tens = "".join(str((at + 1) // 10 % 100 if not (at + 1) % 10 else " ").ljust(gap)[:gap] for at in shown)
    ones = "".join(str((at + 1) % 10).ljust(gap) for at in shown)
    title = padded("What changed when", _NAME)
    yield from [title + tens.rstrip(), " " * _NAME + ones.rstrip()] if number > words.MANY else [title + ones.rstrip()]


def _legend(threads: Sequence[Thread], shown: range, options: Options) -> Iterator[str]:
    used = {labels.mark(node) for thread in threads for node in _within(thread, shown)}
    known = [f"{sign} {labels.word(label)}" for label, sign in _GRID.items() if label and label in used]
    yield from fold(", ".join(["· stands", *known]), options.width)
    if shown.start:
        left = "the first revision is" if shown.start == 1 else f"the first {shown.start} revisions are"
        yield from fold(f"{left} not in this table, for want of room: --format html shows all", options.width)


def _cells(thread: Thread, shown: range, gap: int, options: Options) -> str:
    cells = []
    stands = " "
    by_stage = {node.stage: node for node in thread.nodes}
    for stage in range(shown.stop):
        node = by_stage.get(stage)
        label = labels.mark(node) if node is not None else ""
        if node is not None:
            stands = _GRID[""] if node.clause is not None else _GRID["unseen"] if node.link == "unseen" else " "
        style = label if label in STYLES else "faint" if not label else "neutral"
        if stage in shown:
            cells.append(paint(_GRID[label] if label else stands, style, color=options.color) + " " * (gap - 1))
    return "".join(cells)


def _short(thread: Thread, result: Timeline) -> str:
    name = one_line(words.clause_name(thread, result))
    lines = fold(name, _NAME - 2)
    return name if len(lines) == 1 else fold(name, _NAME - 3)[0] + "…"


def _foot(result: Timeline, options: Options) -> Iterator[str]:
    for note in [*notes.numbers(result), *notes.caveats(result)]:
        yield from fold(note, options.width)
    for commit, fault in result.unread:
        yield from fold(one_line(notes.unread(commit, fault)), options.width)
