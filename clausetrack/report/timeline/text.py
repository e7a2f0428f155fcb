"""A timeline for people: each revision with what it changed, then a grid of all clauses that changed at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.model.change import Diff, Row
from clausetrack.model.clauseset import Event
from clausetrack.model.timeline import Stage, Thread, Timeline
from clausetrack.report import rows
from clausetrack.report.folding import columns, fold, padded
from clausetrack.report.registry import Options
from clausetrack.report.style import STYLES, paint
from clausetrack.report.timeline import words
from clausetrack.report.visible import one_line

_MOST: Final = 5
"""Rows of a revision that are shown, the weightiest; who wants more asks for everything."""

_LONGEST: Final = 40
"""Lines of the grid that are shown: more do not fit on a screen."""

_MARGIN: Final = "  "
_RAIL: Final = f"{_MARGIN}│   "
_NAME: Final = 34
"""Columns for the names of clauses in the grid."""

_GRID: Final = rows.SIGNS | {"": "·", "returned": "^"}


def render(result: Timeline, options: Options) -> str:
    """Draw a timeline."""
    lines = [*_head(result, options), ""]
    for stage in result.stages:
        lines += [*_stage(stage, options), _RAIL.rstrip() if stage is not result.stages[-1] else ""]
    lines += [*_grid(result, options), *_foot(result, options)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _head(result: Timeline, options: Options) -> Iterator[str]:
    title, facts = one_line(result.title), one_line(words.span(result))
    if columns(title) + 4 + columns(facts) <= options.width:
        yield f"{paint(title, 'title', color=options.color)}    {facts}"
        return
    yield from (paint(line, "title", color=options.color) for line in fold(title, options.width))
    yield from fold(facts, options.width)


def _stage(stage: Stage, options: Options) -> Iterator[str]:
    counted = [words.clauses(stage), words.dated(stage)]
    if stage.commit is not None:
        counted = [stage.commit.date, stage.commit.author, f"“{stage.commit.subject}”"]
    name = one_line(stage.name)
    facts = one_line(", ".join(filter(None, counted)))
    first, *more = fold(f"{name}  {facts}", options.width, f"{_MARGIN}●   ", _RAIL)
    yield first.replace(name, paint(name, "title", color=options.color), 1)
    yield from more
    for event in stage.events:
        yield from fold(_event(event), options.width, f"{_RAIL}• ", f"{_RAIL}  ")
    if stage.diff is not None:
        yield from _changes(stage, stage.diff, options)


def _event(event: Event) -> str:
    named = f" ({', '.join(event.clauses)})" if event.clauses else ""
    return one_line(f"{event.date} {event.type}{named}" + (f", {event.place}" if event.place else ""))


def _changes(stage: Stage, diff: Diff, options: Options) -> Iterator[str]:
    yield from fold(one_line(rows.counted(diff)), options.width, _RAIL, _RAIL)
    for change in diff.changes:
        yield from fold(one_line(f"! {change.message}"), options.width, _RAIL, f"{_RAIL}  ")
    news = words.news(diff)
    shown = news if options.all else news[:_MOST]
    for row in shown:
        yield from _row(row, options, is_coded=stage.is_coded)
    if len(news) > len(shown):
        yield f"{_RAIL}… and {len(news) - len(shown)} more (--all shows them)"


def _row(row: Row, options: Options, *, is_coded: bool) -> Iterator[str]:
    label = rows.label(row)
    cause = words.cause(row)
    why = "" if cause == "text" else f" ({words.CAUSES[cause]})"
    facts = [one_line(words.row_name(row, is_coded=is_coded)), one_line(rows.numbers(row))]
    told = one_line(words.said(row, everything=options.all))
    head = ", ".join(filter(None, facts)) + why
    lines = fold(head + (f": {told}" if told else ""), options.width, f"{_RAIL}  ", f"{_RAIL}    ")
    sign = paint(rows.SIGNS[label], label if label in STYLES else "neutral", color=options.color)
    yield f"{_RAIL}{sign} {lines[0][len(_RAIL) + 2 :]}"
    more = lines[1:]
    yield from more if options.all or len(more) <= 1 else [_cut(more[0], options.width)]


def _cut(line: str, width: int) -> str:
    """Give a line with the sign that there is more, without its last words where there is no room for it."""
    while columns(line) + 2 > width and " " in line.strip():
        line = line.rstrip().rpartition(" ")[0]
    return f"{line} …"


def _grid(result: Timeline, options: Options) -> Iterator[str]:
    """Draw which clause changed when: a line a clause, a column a revision, numbered."""
    if len(result.stages) < 2:  # noqa: PLR2004 - one revision has changed nothing
        return
    threads = [thread for thread in result.threads if any(map(words.mark, thread.nodes))]
    gap = 2 if len(result.stages) * 2 + _NAME <= options.width else 1
    room = (options.width - _NAME) // gap
    first = max(len(result.stages) - room, 0)
    shown = range(first, len(result.stages))
    numbers = "".join(str((at + 1) % 10).ljust(gap) for at in shown)
    if threads:
        yield paint(padded("What changed when", _NAME) + numbers.rstrip(), "faint", color=options.color)
    for thread in threads[: None if options.all else _LONGEST]:
        yield padded(_short(thread, result), _NAME) + _cells(thread, shown, gap, options).rstrip()
    if len(threads) > _LONGEST and not options.all:
        yield f"… and {len(threads) - _LONGEST} more clauses that changed (--all shows them)"
    used = {words.mark(node) for thread in threads for node in thread.nodes}
    legend = [f"{sign} {label}" for label, sign in _GRID.items() if label and label in used]
    if threads:
        yield from fold(", ".join(["· stands", *legend]), options.width)
        yield ""


def _cells(thread: Thread, shown: range, gap: int, options: Options) -> str:
    cells = []
    there = False
    by_stage = {node.stage: node for node in thread.nodes}
    for stage in range(shown.stop):
        node = by_stage.get(stage)
        label = words.mark(node) if node is not None else ""
        there = there if node is None else node.clause is not None
        sign = _GRID[label] if label or there else " "
        style = label if label in STYLES else "faint" if not label else "neutral"
        if stage in shown:
            cells.append(paint(sign, style, color=options.color) + " " * (gap - 1))
    return "".join(cells)


def _short(thread: Thread, result: Timeline) -> str:
    name = one_line(words.clause_name(thread, result))
    lines = fold(name, _NAME - 2)
    return name if len(lines) == 1 else fold(name, _NAME - 3)[0] + "…"


def _foot(result: Timeline, options: Options) -> Iterator[str]:
    for note in words.caveats(result):
        yield from fold(note, options.width)
    for commit, fault in result.unread:
        yield from fold(one_line(f"commit {commit.id[:8]} is left out: {fault}"), options.width)
