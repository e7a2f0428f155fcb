"""A timeline as Markdown: a grid of the clauses that changed, then every revision with what it changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.model.change import Row
from clausetrack.model.timeline import Stage, Thread, Timeline
from clausetrack.report import rows
from clausetrack.report.markdown_text import escaped
from clausetrack.report.registry import Options
from clausetrack.report.timeline import words

_MOST: Final = 100
"""Clauses of the grid, and rows of a revision, that are written: with more, nobody reads on."""


def render(result: Timeline, options: Options) -> str:
    """Draw a timeline as Markdown; texts are escaped, so that nothing in a clause becomes markup."""
    lines = [f"## {escaped(result.title)}", "", f"{escaped(words.span(result))}."]
    lines += [f"\n> {escaped(note)}" for note in words.caveats(result)]
    lines += _grid(result)
    for stage in result.stages:
        lines += _stage(stage, options)
    lines += [
        f"\nCommit {escaped(commit.id[:8])} is left out: {escaped(str(fault))}" for commit, fault in result.unread
    ]
    return "\n".join(lines) + "\n"


def _grid(result: Timeline) -> Iterator[str]:
    threads = [thread for thread in result.threads if any(map(words.mark, thread.nodes))]
    if not threads:
        return
    yield f"\n| Clause | {' | '.join(escaped(stage.name) for stage in result.stages)} |"
    yield "|---|" + "---|" * len(result.stages)
    for thread in threads[:_MOST]:
        yield f"| {escaped(words.clause_name(thread, result))} | {' | '.join(_cells(thread, len(result.stages)))} |"
    if len(threads) > _MOST:
        yield f"\n*{len(threads) - _MOST} more clauses changed.*"


def _cells(thread: Thread, number: int) -> Iterator[str]:
    nodes = {node.stage: node for node in thread.nodes}
    there = False
    for stage in range(number):
        node = nodes.get(stage)
        label = words.mark(node) if node is not None else ""
        there = there if node is None else node.clause is not None
        yield f"{rows.SIGNS.get(label, '^')} {label}" if label else "·" if there else ""


def _stage(stage: Stage, options: Options) -> Iterator[str]:
    facts = [words.clauses(stage), words.dated(stage)]
    if stage.commit is not None:
        facts += [stage.commit.date, stage.commit.author, stage.commit.subject]
    yield f"\n### {escaped(stage.name)}\n"
    yield escaped(", ".join(filter(None, facts))) + (f": {escaped(rows.counted(stage.diff))}." if stage.diff else ".")
    told = [f"**{escaped(event.date)}** {escaped(' '.join([event.type, *event.clauses]))}" for event in stage.events]
    if stage.diff is not None:
        told += [f"**{change.rule}**: {escaped(change.message)}" for change in stage.diff.changes]
        news = words.news(stage.diff)
        told += [_row(row, stage, options) for row in news[:_MOST]]
        told += [f"*and {len(news) - _MOST} more*"] if len(news) > _MOST else []
    if told:
        yield ""
    yield from (f"- {line}" for line in told)


def _row(row: Row, stage: Stage, options: Options) -> str:
    label, cause = rows.label(row), words.cause(row)
    name = escaped(", ".join(filter(None, (words.row_name(row, is_coded=stage.is_coded), rows.numbers(row)))))
    why = "" if cause == "text" else f" *({words.CAUSES[cause]})*"
    told = escaped(words.said(row, everything=options.all))
    return f"{escaped(rows.SIGNS[label])} {label} **{name}**{why}" + (f": {told}" if told else "")
