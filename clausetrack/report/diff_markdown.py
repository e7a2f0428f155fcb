"""A comparison as Markdown, for a comment on a pull request: a table of what is news, each change folded below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clausetrack.model.change import Diff, Row, WordEdit
from clausetrack.report import rows
from clausetrack.report.markdown_text import as_html, escaped
from clausetrack.report.registry import Options
from clausetrack.report.visible import one_line, visible

_SPACE: Final = re.compile(r"\s+")


def render(result: Diff, options: Options) -> str:
    """Draw a comparison as Markdown; texts are escaped, so that nothing in a clause becomes markup."""
    old, new = result.old, result.new
    lines = [
        f"## {escaped(new.agreement.title)}: {escaped(old.revision.id)} → {escaped(new.revision.id)}",
        "",
        f"{rows.counted(result)[:1].upper()}{rows.counted(result)[1:]}.",
    ]
    lines += [f"\n> **{change.rule}**: {escaped(change.message)}" for change in result.changes]
    shown = rows.ordered(row for row in result.rows if (options.all and row.changes) or rows.is_news(row))
    if shown:
        lines += ["", "| | Clause | Number | What changed |", "|---|---|---|---|"]
        lines += [_line(row, options) for row in shown]
        lines += [block for row in shown for block in _details(row)]
    return "\n".join(lines) + "\n"


def _line(row: Row, options: Options) -> str:
    label = rows.label(row)
    messages = [escaped(change.message) for change in rows.shown_changes(row, everything=options.all)]
    if row.match.relation in {"added", "removed"}:
        messages = [escaped(rows.describe((row.match.new or row.match.old)[0]))]
    causes = {change.cause for change in rows.telling(row)} - {"text"}
    if causes:
        messages.append(f"*{', '.join(sorted(causes))}*")
    cells = (f"{rows.SIGNS[label]} {label}", escaped(rows.name(row)), escaped(rows.numbers(row)), "<br>".join(messages))
    return f"| {' | '.join(cells)} |"


def _details(row: Row) -> Iterator[str]:
    """Draw the redline as a block of HTML: in Markdown, words at the start of a line could become a list."""
    if row.edits and rows.is_reworded(row):
        name, words = as_html(one_line(rows.name(row))), "".join(map(_edit, row.edits)).strip()
        yield f"\n<details><summary>{name}</summary><p>{words}</p></details>"


def _edit(edit: WordEdit) -> str:
    text = as_html(_SPACE.sub(" ", visible(edit.text)))
    if edit.op == "equal" or not text.strip():
        return text
    tag = "del" if edit.op == "delete" else "ins"
    before, after = (" " if text[:1] == " " else ""), (" " if text[-1:] == " " else "")
    return f"{before}<{tag}>{text.strip()}</{tag}>{after}"
