"""A comparison for people: the important first, in columns, noise counted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from click import unstyle

from clausetrack.model.change import Change, Diff, Row
from clausetrack.report import rows
from clausetrack.report.counting import counted
from clausetrack.report.diff.breakdown import table
from clausetrack.report.folding import columns, fold, padded
from clausetrack.report.redline import redline
from clausetrack.report.registry import Options
from clausetrack.report.style import STYLES, paint
from clausetrack.report.visible import one_line, visible

_LONGEST_REDLINE: Final = 6
"""Lines of a redline that are shown; who wants more asks for everything."""

_EXCERPT: Final = 2
"""Lines of the text of a clause that came or went: what it is about, not all it says."""

_WIDEST_NAME: Final = 30
"""Columns up to which names of clauses are aligned; a longer one pushes what follows to the right."""

_GAP: Final = "  "


class _Columns(NamedTuple):
    """How wide the columns are: what happened, the clause's name, its number."""

    label: int
    name: int
    number: int

    @property
    def margin(self) -> str:
        """What stands before details: they start where the names do."""
        return " " * (self.label + len(_GAP))


def render(result: Diff, options: Options) -> str:
    """Draw a comparison."""
    shown = rows.ordered(row for row in result.rows if (options.all and row.changes) or rows.is_news(row))
    widths = _widths(shown)
    blocks = ["\n".join(_head(result, options))]
    if result.changes:
        blocks.append("\n".join(line for change in result.changes for line in _agreement(change, options)))
    if shown:
        places = rows.Places(result)
        blocks.append(_joined([list(_row(row, widths, places.pages(row), options)) for row in shown]))
    if result.breakdown:
        blocks.append(table(result.breakdown, options))
    blocks.append("\n".join(_foot(result, options)))
    return "\n\n".join(blocks) + "\n"


def _joined(drawn: list[list[str]]) -> str:
    """Put rows below each other, with a blank line around those that take more than two lines."""
    text = "\n".join(drawn[0])
    for before, lines in pairwise(drawn):
        text += ("\n\n" if max(len(before), len(lines)) > 2 else "\n") + "\n".join(lines)  # noqa: PLR2004 - see above
    return text


def _widths(shown: list[Row]) -> _Columns:
    names = [columns(_name(row)) for row in shown]
    return _Columns(
        label=max((len(rows.label(row)) + 2 for row in shown), default=0),
        name=max((width for width in names if width <= _WIDEST_NAME), default=0),
        number=max((columns(visible(rows.numbers(row))) for row in shown), default=0),
    )


def _head(result: Diff, options: Options) -> Iterator[str]:
    old, new = result.old, result.new
    title = one_line(new.agreement.title)
    if old.agreement.title != new.agreement.title:
        title = f"{one_line(old.agreement.title)} → {title}"
    counts = [counted(len(new.clauses), "clause"), f"{_changed(result)} changed"]
    counts += [
        f"{number} {relation}"
        for relation in ("added", "removed")
        if (number := sum(row.match.relation == relation for row in result.rows))
    ]
    facts = f"{visible(old.revision.id)} → {visible(new.revision.id)}    {', '.join(counts)}"
    if columns(title) + 4 + columns(facts) <= options.width:
        yield f"{paint(title, 'title', color=options.color)}    {facts}"
        return
    yield from (paint(line, "title", color=options.color) for line in fold(title, options.width))
    yield from [facts] if columns(facts) <= options.width else fold(facts, options.width)


def _changed(result: Diff) -> int:
    return sum(rows.is_news(row) and row.match.relation not in {"added", "removed"} for row in result.rows)


def _agreement(change: Change, options: Options) -> Iterator[str]:
    style = "warning" if change.direction == "neutral" else change.direction
    lead = f"! {change.rule}"
    first, *more = fold(one_line(change.message), options.width, f"{lead}{_GAP}", " " * 4)
    yield paint(lead, style, color=options.color) + first.removeprefix(lead)
    yield from more


def _row(row: Row, widths: _Columns, pages: str, options: Options) -> Iterator[str]:
    label = rows.label(row)
    sign = paint(
        padded(f"{rows.SIGNS[label]} {label}", widths.label),
        label if label in STYLES else "neutral",
        color=options.color,
    )
    number = [padded(visible(rows.numbers(row)), widths.number)] if widths.number else []
    facts = _GAP.join([padded(_name(row), widths.name), *number, *filter(None, [pages]), *_causes(row)]).rstrip()
    details = list(_details(row, options, options.width - len(widths.margin)))
    # What is told in a few words is told on the line of the clause.
    room = options.width - len(widths.margin) - columns(facts) - len(_GAP)
    if len(details) == 1 and columns(unstyle(details[0])) <= room:
        facts, details = f"{facts}{_GAP}{details[0]}", []
    first, *more = [facts] if room >= -len(_GAP) else fold(facts, options.width - len(widths.margin))
    yield f"{sign}{_GAP}{first}"
    yield from (widths.margin + line for line in (*more, *details))


def _name(row: Row) -> str:
    return one_line(rows.name(row))


def _causes(row: Row) -> list[str]:
    """Say that something happened or was only coded otherwise; the words are what one expects."""
    causes = {change.cause for change in rows.telling(row)}
    return [f"({' and '.join(sorted(causes))})"] if causes and causes != {"text"} else []


def _details(row: Row, options: Options, width: int) -> Iterator[str]:
    """Draw what is to be said of a row beyond its name, on lines of a width."""
    if row.match.relation in {"added", "removed"}:
        clause = row.clause
        yield from fold(one_line(rows.describe(clause)), width)
        yield from _excerpt(clause.text, width, whole=options.all)
        return
    for change in rows.shown_changes(row, everything=options.all):
        mark = f" [{change.rule}]" if options.all else ""
        yield from fold(one_line(change.message) + mark, width)
    yield from _words(row, options, width)


def _words(row: Row, options: Options, width: int) -> list[str]:
    if not row.edits or not (options.all or rows.is_reworded(row)):
        return []
    lines = redline(row.edits, width, color=options.color, whole=options.all)
    if len(lines) > _LONGEST_REDLINE and not options.all:
        return [*lines[:_LONGEST_REDLINE], "… (--all shows the whole)"]
    return lines


def _excerpt(text: str, width: int, *, whole: bool) -> list[str]:
    lines = fold(one_line(text), width)
    if whole or len(lines) <= _EXCERPT:
        return [line for line in lines if line]
    # The last line that is shown makes room for the sign that there are more.
    return [*lines[: _EXCERPT - 1], fold(lines[_EXCERPT - 1], width - 2)[0] + " …"]


def _foot(result: Diff, options: Options) -> Iterator[str]:
    line = rows.counted(result)
    noisy = any(change.rule in rows.NOISE for row in result.rows for change in row.changes)
    hidden = noisy and not options.all
    yield from fold(line + (" (--all shows them)" if hidden else ""), options.width)
    for note in rows.caveats(result):
        yield from fold(note, options.width)
