"""An agenda as Markdown: a table."""

from __future__ import annotations

from clausetrack.model.agenda import STATES, Agenda
from clausetrack.report.agenda.runs import Shown, shown
from clausetrack.report.agenda.words import ALL, about, more, notes, reference, when, window
from clausetrack.report.counting import counted
from clausetrack.report.markdown_text import escaped
from clausetrack.report.registry import Options


def render(result: Agenda, options: Options) -> str:
    """Draw an agenda as a table in Markdown; texts are escaped, so that nothing in a clause becomes markup."""
    entries = list(shown(result.items, everything=options.all))
    lines = ["## What comes next", "", f"{window(result)}, {counted(result.agreements, 'agreement')}.", ""]
    if entries:
        lines += ["| Due | | What | Agreement | Why |", "|---|---|---|---|---|"]
        lines += [_line(entry) for entry in entries]
    else:
        lines.append("Nothing is due.")
    folded = [ALL] if any(entry.more for entry in entries) else []
    lines += [f"\n> {escaped(note)}" for note in (*notes(result), *folded)]
    return "\n".join(lines) + "\n"


def _line(entry: Shown) -> str:
    item = entry.item
    why = "; ".join(filter(None, (about(item), more(entry))))
    what = f"{escaped(item.name)}<br>{escaped(reference(item))}"
    return f"| {when(item)} | {STATES[item.state]} | {what} | {escaped(item.title)} | {escaped(why)} |"
