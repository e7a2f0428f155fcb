"""A comparison as Markdown, for a comment on a pull request: a table of what is news, each change folded below it."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.model.change import Diff, Row, WordEdit
from clausetrack.report import rows
from clausetrack.report.markdown_text import escaped
from clausetrack.report.registry import Options


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
    causes = {change.cause for change in row.changes} - {"text"}
    if causes:
        messages.append(f"*{', '.join(sorted(causes))}*")
    cells = (f"{rows.SIGNS[label]} {label}", escaped(rows.name(row)), escaped(rows.numbers(row)), "<br>".join(messages))
    return f"| {' | '.join(cells)} |"


def _details(row: Row) -> Iterator[str]:
    edits = next((change.edits for change in row.changes if change.edits), ())
    if not edits:
        return
    yield f"\n<details><summary>{escaped(rows.name(row))}</summary>\n\n{''.join(map(_edit, edits)).strip()}\n\n</details>"


def _edit(edit: WordEdit) -> str:
    text = edit.text
    lead, tail = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() and text.strip() else "")
    core = escaped(text)
    if not core or edit.op == "equal":
        return f"{lead}{core}{tail}"
    tag = "del" if edit.op == "delete" else "ins"
    return f"{lead}<{tag}>{core}</{tag}>{tail}"
