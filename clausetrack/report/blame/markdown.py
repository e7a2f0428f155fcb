"""A blame as Markdown: a table."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.model.timeline import Blame, Origin
from clausetrack.report.blame.words import name, stage, why
from clausetrack.report.markdown_text import as_html, escaped
from clausetrack.report.registry import Options
from clausetrack.report.timeline import notes, words
from clausetrack.report.visible import visible


def render(result: Blame, options: Options) -> str:
    """Draw a blame as Markdown; texts are escaped, so that nothing in a clause becomes markup."""
    del options
    lines = [f"## {escaped(result.timeline.title)}", "", f"{escaped(words.span(result.timeline))}.", ""]
    lines += [f"> **Warning**: {escaped(note)}\n" for note in notes.warnings(result.timeline)]
    lines += ["| Clause | Substance | Words | What changed |", "|---|---|---|---|"]
    lines += [_line(result, origin) for origin in result.origins]
    for origin in result.origins:
        lines += _runs(result, origin)
    lines += [f"\n> {escaped(note)}" for note in notes.remarks(result.timeline)]
    return "\n".join(lines) + "\n"


def _line(result: Blame, origin: Origin) -> str:
    cells = (name(result, origin), stage(result, origin.substance), stage(result, origin.words), why(origin))
    return f"| {' | '.join(map(escaped, cells))} |"


def _runs(result: Blame, origin: Origin) -> Iterator[str]:
    if not origin.runs:
        return
    yield f"\n<details><summary>{as_html(_flat(name(result, origin)))}</summary>"
    for run in origin.runs:
        yield f"<p><ins>{as_html(_flat(stage(result, run.stage)))}</ins> {as_html(_flat(run.text))}</p>"
    yield "</details>"


def _flat(text: str) -> str:
    return visible(" ".join(text.split()))
