"""A matrix as Markdown: a table, what all and what only one has, the strongest and weakest wordings folded below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausetrack.model.matrix import Cell, Comparison, Line, Matrix
from clausetrack.report.markdown_text import as_html, escaped
from clausetrack.report.matrix.words import (
    alone,
    caveats,
    cell_marked,
    counted,
    departed,
    departure_words,
    ids,
    own,
    says,
    shared,
    signs_beside_words,
    spread,
    title,
)
from clausetrack.report.registry import Options
from clausetrack.report.visible import one_line, visible


def render(result: Matrix, options: Options) -> str:
    """Draw a matrix as Markdown; texts are escaped, so that nothing in a clause becomes markup."""
    lines = [f"## {escaped(title(result))}", ""]
    if result.where:
        lines += [f"Only clauses with {escaped(' and '.join(result.where))}.", ""]
    lines += [f"{counted(result)[:1].upper()}{counted(result)[1:]}."]
    if result.lines:
        heads = [escaped(column.name) for column in result.columns]
        lines += ["", f"| | {' | '.join(heads)} |", f"|---|{'---|' * len(heads)}"]
        lines += [_row(line) for line in result.lines]
        lines += [f"\nSigns: {escaped(' · '.join(known))}"] if (known := signs_beside_words(result)) else []
        lines += _summary(result)
        lines += [block for line in result.lines for block in _details(result, line, everything=options.all)]
    lines += [f"\n> {escaped(note[:1].upper() + note[1:])}." for note in caveats(result)]
    return "\n".join(lines) + "\n"


def _row(line: Line) -> str:
    return f"| {' | '.join((f'**{escaped(line.label)}**', *map(_cell, line.cells)))} |"


def _cell(cell: Cell) -> str:
    words = escaped(cell_marked(cell))
    return f"{words}<br>{escaped(ids(cell.wordings))}" if cell.presence == "there" else f"*{words}*"


def _summary(matrix: Matrix) -> Iterator[str]:
    if found := shared(matrix):
        yield f"\n**In all:** {_labels(found)}."
    for column, lines in own(matrix):
        said = alone(matrix, column.name)
        yield f"\n**{escaped(said[:1].upper() + said[1:])}:** {_labels(lines)}."
    if matrix.reference is not None:
        yield from _departures(matrix, matrix.columns[matrix.reference].name)
    spreads = [(line, ends) for line in matrix.lines if (ends := spread(matrix, line))]
    if spreads:
        yield "\n| | Strongest | Weakest |\n|---|---|---|"
        yield from (f"| {escaped(line.label)} | {escaped(ends[0])} | {escaped(ends[1])} |" for line, ends in spreads)


def _departures(matrix: Matrix, model: str) -> Iterator[str]:
    """Draw what departs from the model text in substance, and what the change rules say of it."""
    rows = [(line, column, cell) for line in matrix.lines for column, cell in departed(matrix, line)]
    if rows:
        yield f"\n| | Departs from {escaped(model)} | How |\n|---|---|---|"
    for line, column, cell in rows:
        yield f"| {escaped(line.label)} | {escaped(column.name)} | {escaped(departure_words(cell))} |"


def _labels(lines: Sequence[Line]) -> str:
    return ", ".join(escaped(line.label) for line in lines)


def _details(matrix: Matrix, line: Line, *, everything: bool) -> Iterator[str]:
    """Draw wordings as blocks of HTML: in Markdown, words at the start of a line could become a list."""
    parts = [f"<p>{_redline(matrix, entry)}</p>" for entry in line.comparisons if entry.edits or matrix.is_focused]
    if everything or (matrix.is_focused and not parts):
        parts = [
            f"<p>{as_html(_named(matrix, w.column, says(w)))}: {as_html(one_line(w.clause.text))}</p>"
            for w in line.wordings
        ] + parts
    if parts:
        yield f"\n<details><summary>{as_html(one_line(line.label))}</summary>{''.join(parts)}</details>"


def _redline(matrix: Matrix, entry: Comparison) -> str:
    sides = (_named(matrix, wording.column, says(wording)) for wording in (entry.first, entry.second))
    words = "".join(_edit(edit.op, edit.text) for edit in entry.edits) or as_html(one_line(entry.first.clause.text))
    return f"{as_html(' → '.join(sides))}: {words}".strip()


def _named(matrix: Matrix, column: int, said: str) -> str:
    return one_line(f"{matrix.columns[column].name} ({said})")


def _edit(op: str, text: str) -> str:
    shown = as_html(" ".join(visible(text).split()))
    before, after = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    if op == "equal" or not shown:
        return f"{before}{shown}{after if shown else ''}"
    tag = "del" if op == "delete" else "ins"
    return f"{before}<{tag}>{shown}</{tag}>{after}"
