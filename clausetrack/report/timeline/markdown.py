"""A timeline as Markdown: a grid of the clauses that changed, then every revision with what it changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.model.change import Row
from clausetrack.model.timeline import Stage, Thread, Timeline
from clausetrack.report import rows
from clausetrack.report.markdown_text import escaped
from clausetrack.report.registry import Options
from clausetrack.report.timeline import labels, notes, words

_MOST: Final = 100
"""Clauses of the grid, and rows of a revision, that are written: with more, nobody reads on."""


def render(result: Timeline, options: Options) -> str:
    """Draw a timeline as Markdown; texts are escaped, so that nothing in a clause becomes markup."""
    lines = [f"## {escaped(result.title)}", "", f"{escaped(words.span(result))}."]
    lines += [f"\n> **Warning**: {escaped(note)}" for note in notes.warnings(result)]
    lines += [f"\n> {escaped(note)}" for note in [*notes.caveats(result), *notes.numbers(result)]]
    lines += _grid(result)
    for at in range(len(result.stages)):
        lines += _stage(result, at, options)
    lines += [
        f"\nCommit {escaped(commit.id[:8])} is left out: {escaped(str(fault))}" for commit, fault in result.unread
    ]
    return "\n".join(lines) + "\n"


def _grid(result: Timeline) -> Iterator[str]:
    threads = [thread for thread in result.threads if any(map(labels.mark, thread.nodes))]
    if not threads:
        return
    yield f"\n| Clause | {' | '.join(escaped(words.stage_name(stage)) for stage in result.stages)} |"
    yield "|---|" + "---|" * len(result.stages)
    for thread in threads[:_MOST]:
        yield f"| {escaped(words.clause_name(thread, result))} | {' | '.join(_cells(thread, len(result.stages)))} |"
    if len(threads) > _MOST:
        yield f"\n*{len(threads) - _MOST} more clauses changed.*"


def _cells(thread: Thread, number: int) -> Iterator[str]:
    nodes = {node.stage: node for node in thread.nodes}
    stands = ""
    for stage in range(number):
        node = nodes.get(stage)
        label = labels.mark(node) if node is not None else ""
        if node is not None:
            stands = "·" if node.clause is not None else labels.SIGNS["unseen"] if node.link == "unseen" else ""
        yield f"{labels.SIGNS[label]} {labels.word(label)}" if label else stands


def _stage(result: Timeline, at: int, options: Options) -> Iterator[str]:
    stage = result.stages[at]
    yield f"\n### {escaped(stage.name)}\n"
    yield escaped(", ".join(words.facts(result, at))) + (
        f": {escaped(labels.counted(stage.diff))}." if stage.diff else "."
    )
    told = [f"**{escaped(event.date)}** {escaped(' '.join([event.type, *event.clauses]))}" for event in stage.events]
    if stage.diff is not None:
        told += [f"**{change.rule}**: {escaped(change.message)}" for change in stage.diff.changes]
        news = labels.news(stage.diff)
        told += [_row(row, stage, options) for row in news[:_MOST]]
        told += [f"*and {len(news) - _MOST} more*"] if len(news) > _MOST else []
    if told:
        yield ""
    yield from (f"- {line}" for line in told)
    if stage.deleted is not None:
        yield f"\n*{escaped(words.deletion(stage))}*"


def _row(row: Row, stage: Stage, options: Options) -> str:
    label = labels.label(row)
    name = escaped(", ".join(filter(None, (words.row_name(row, is_coded=stage.is_coded), rows.numbers(row)))))
    why = f" *{known.strip()}*" if (known := words.why(row)) else ""
    told = escaped(words.said(row, everything=options.all))
    return f"{escaped(labels.SIGNS[label])} {labels.word(label)} **{name}**{why}" + (f": {told}" if told else "")
