"""A comparison as Markdown, for a comment on a pull request: a table of what is news, each change folded below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from clausetrack.model.change import Diff, Row, WordEdit
from clausetrack.report import rows
from clausetrack.report.markdown_text import as_html, escaped
from clausetrack.report.registry import Options
from clausetrack.report.visible import one_line, visible

_SPACE: Final = re.compile(r"\s+")


_LONGEST: Final = 60_000
"""Characters that are written at most: code hosts take comments of 65,536, and a build adds words of its own."""

_ROOM: Final = 200
"""Characters that the note on what was left out takes at most."""


def render(result: Diff, options: Options) -> str:
    """Draw a comparison as Markdown; texts are escaped, so that nothing in a clause becomes markup.

    It is bounded: where there is too much, the redlines of the last rows are left out, then the last rows, and it says
    how many.
    """
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
        room = _LONGEST - _ROOM - sum(len(line) + 1 for line in lines)
        table = _fitting((_line(row, options) for row in shown), room)
        details = _fitting(
            (block for row in shown for block in _details(row)), room - sum(map(len, table)) - len(table)
        )
        lines += [*table, *details]
        lines += _left_out(len(shown) - len(table), sum(_has_details(row) for row in shown) - len(details))
    return "\n".join(lines) + "\n"


def _fitting(parts: Iterable[str], room: int) -> list[str]:
    """Give the first parts that fit."""
    taken: list[str] = []
    for part in parts:
        room -= len(part) + 1
        if room < 0:
            break
        taken.append(part)
    return taken


def _left_out(clauses: int, redlines: int) -> list[str]:
    counts = [f"{number} {noun}" for number, noun in ((clauses, "clauses"), (redlines, "redlines")) if number > 0]
    return [f"\n*Left out for its length: {' and '.join(counts)}.*"] if counts else []


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
    if _has_details(row):
        name, words = as_html(one_line(rows.name(row))), "".join(map(_edit, rows.redlined(row))).strip()
        yield f"\n<details><summary>{name}</summary><p>{words}</p></details>"


def _has_details(row: Row) -> bool:
    return row.match.relation in {"added", "removed"} or (bool(row.edits) and rows.is_reworded(row))


def _edit(edit: WordEdit) -> str:
    text = as_html(_SPACE.sub(" ", visible(edit.text)))
    if edit.op == "equal" or not text.strip():
        return text
    tag = "del" if edit.op == "delete" else "ins"
    before, after = (" " if text[:1] == " " else ""), (" " if text[-1:] == " " else "")
    return f"{before}<{tag}>{text.strip()}</{tag}>{after}"
