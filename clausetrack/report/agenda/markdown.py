"""An agenda as Markdown: a table."""

from __future__ import annotations

from clausetrack.model.agenda import STATES, Agenda, Item
from clausetrack.report.agenda.words import about, notes, reference, window
from clausetrack.report.markdown_text import escaped
from clausetrack.report.registry import Options


def render(result: Agenda, options: Options) -> str:
    """Draw an agenda as a table in Markdown; texts are escaped, so that nothing in a clause becomes markup."""
    del options
    lines = ["## What comes next", "", f"{window(result)}, {result.agreements} agreements.", ""]
    if result.items:
        lines += ["| Due | | What | Agreement | Why |", "|---|---|---|---|---|"]
        lines += [_line(item) for item in result.items]
    else:
        lines.append("Nothing is due.")
    lines += [f"\n> {escaped(note)}" for note in notes(result)]
    return "\n".join(lines) + "\n"


def _line(item: Item) -> str:
    what = f"{escaped(item.name)}<br>{escaped(reference(item))}"
    return f"| {item.due} | {STATES[item.state]} | {what} | {escaped(item.title)} | {escaped(about(item))} |"
