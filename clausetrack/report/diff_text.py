"""A comparison for people: the important first, noise counted."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from clausetrack.model.change import Change, Diff, Row
from clausetrack.report import rows
from clausetrack.report.redline import redline
from clausetrack.report.registry import Options
from clausetrack.report.style import STYLES, paint
from clausetrack.report.visible import one_line, visible

_MARGIN: Final = "  "
_LONGEST_REDLINE: Final = 6
"""Lines of a redline that are shown; who wants more asks for everything."""


def render(result: Diff, options: Options) -> str:
    """Draw a comparison."""
    blocks = [_head(result, options), *_agreement(result, options)]
    shown = [row for row in result.rows if (options.all and row.changes) or rows.is_news(row)]
    blocks += ["\n".join(_row(row, options)) for row in rows.ordered(shown)]
    blocks.append("\n".join(_foot(result, options)))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _head(result: Diff, options: Options) -> str:
    old, new = result.old, result.new
    title = visible(new.agreement.title)
    if old.agreement.title != new.agreement.title:
        title = f"{visible(old.agreement.title)} → {title}"
    changed = sum(rows.is_news(row) and row.match.relation not in {"added", "removed"} for row in result.rows)
    counts = [f"{len(new.clauses)} clauses", f"{changed} changed"]
    for relation in ("added", "removed"):
        if number := sum(row.match.relation == relation for row in result.rows):
            counts.append(f"{number} {relation}")
    facts = f"{visible(old.revision.id)} → {visible(new.revision.id)}    {', '.join(counts)}"
    painted = paint(title, "title", color=options.color)
    one = f"{painted}    {facts}"
    return one if len(title) + 4 + len(facts) <= options.width else f"{painted}\n{facts}"


def _agreement(result: Diff, options: Options) -> Iterator[str]:
    for change in result.changes:
        style = "warning" if change.direction == "neutral" else change.direction
        lead = f"! {change.rule}: "
        lines = textwrap.wrap(visible(change.message), options.width - 4, initial_indent=lead, subsequent_indent="  ")
        yield "\n".join([paint(lead.rstrip(), style, color=options.color) + lines[0][len(lead) - 1 :], *lines[1:]])


def _row(row: Row, options: Options) -> Iterator[str]:
    label = rows.label(row)
    style = label if label in STYLES else "neutral"
    sign = paint(f"{rows.SIGNS[label]} {label}", style, color=options.color)
    facts = [visible(rows.name(row)), visible(rows.numbers(row)), _causes(row)]
    yield f"{sign}  " + "   ".join(fact for fact in facts if fact)
    if row.match.relation in {"added", "removed"}:
        clause = (row.match.new or row.match.old)[0]
        yield from _wrapped(rows.describe(clause), options)
        yield from _wrapped(_excerpt(clause.text, options), options)
        return
    for change in rows.shown_changes(row, everything=options.all):
        yield from _change(change, options)
    yield from _words(row, options)


def _causes(row: Row) -> str:
    """Say that something happened or was only coded otherwise; the words are what one expects."""
    causes = {change.cause for change in row.changes if change.rule != "source-discrepancy"}
    return f"({' and '.join(sorted(causes))})" if causes and causes != {"text"} else ""


def _change(change: Change, options: Options) -> list[str]:
    mark = f" [{change.rule}]" if options.all else ""
    return _wrapped(visible(change.message) + mark, options)


def _words(row: Row, options: Options) -> list[str]:
    edits = next((change.edits for change in row.changes if change.edits), ())
    if not edits:
        return []
    text = redline(edits, color=False, whole=options.all)
    lines = textwrap.wrap(text, options.width - len(_MARGIN), break_long_words=True)
    if len(lines) > _LONGEST_REDLINE and not options.all:
        lines = [*lines[:_LONGEST_REDLINE], "… (--all shows the whole)"]
    return [_MARGIN + line for line in _colored(lines, options)]


def _colored(lines: list[str], options: Options) -> Iterator[str]:
    """Turn the marks of a redline into colours, line by line, since a mark may be broken over lines."""
    if not options.color:
        yield from lines
        return
    style: str | None = None
    for line in lines:
        drawn, rest = "", line
        while rest:
            mark = {None: ("[-", "{+"), "delete": ("-]",), "insert": ("+}",)}[style]
            at, found = min(((rest.find(m), m) for m in mark if m in rest), default=(len(rest), ""))
            drawn += paint(rest[:at], style, color=True) if style else rest[:at]
            rest = rest[at + len(found) :]
            style = {"[-": "delete", "{+": "insert"}.get(found) if found else style
        yield drawn


def _excerpt(text: str, options: Options) -> str:
    return textwrap.shorten(one_line(text), 2 * options.width, placeholder=" …") if not options.all else one_line(text)


def _wrapped(text: str, options: Options) -> list[str]:
    return textwrap.wrap(text, options.width, initial_indent=_MARGIN, subsequent_indent=_MARGIN) if text else []


def _foot(result: Diff, options: Options) -> Iterator[str]:
    line = rows.counted(result)
    hidden = any(rows.is_noise(row) for row in result.rows) and not options.all
    yield from textwrap.wrap(line + (" (--all shows them)" if hidden else ""), options.width)
    partial = [
        side for side, known in (("old", result.old), ("new", result.new)) if known.revision.completeness == "partial"
    ]
    gone = any(row.match.relation in {"added", "removed"} for row in result.rows)
    if partial and gone:
        which = "both sets are" if len(partial) == 2 else f"the {partial[0]} set is"  # noqa: PLR2004 - both sides
        note = f"{which} partial: what is not seen there is unknown, not absent"
        yield from textwrap.wrap(note, options.width)
    if result.exhausted:
        yield "the search for counterparts was cut short by its budget; some may have been missed"
