"""A matrix for the terminal: a table as wide as it fits, the other way round where it does not, else a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from clausetrack.model.matrix import Cell, Line, Matrix, Wording
from clausetrack.report.folding import columns, fold, padded
from clausetrack.report.matrix.words import (
    DOUBTFUL,
    LEVELS,
    NO_FORCE,
    NO_FORCE_SHORT,
    NOT,
    PRESENCES,
    SHORT,
    UNSETTLED_SIGN,
    alone,
    caveats,
    cell_marked,
    cell_short,
    counted,
    departed,
    departure_words,
    own,
    says,
    shared,
    signs_beside_words,
    spread,
    title,
)
from clausetrack.report.redline import redline
from clausetrack.report.registry import Options
from clausetrack.report.style import paint
from clausetrack.report.visible import one_line

_LABEL: Final = 17
"""Columns that names of rows have at least where they need them; longer ones are folded."""

_NARROWEST: Final = 4
"""Columns of a cell at least, so that heads do not run together."""

_LISTED: Final = 8
"""Rows that are named in a line of the summary; the table has them all."""

_MARGIN: Final = "    "


def render(result: Matrix, options: Options) -> str:
    """Draw a matrix; of one family that was asked for, the wordings and their redlines."""
    lines = [paint(part, "title", color=options.color) for part in fold(title(result), options.width)]
    if result.where:
        lines += fold(f"only clauses with {' and '.join(map(one_line, result.where))}", options.width)
    if result.is_focused:
        lines += [part for line in result.lines for part in _family(result, line, options)]
    elif result.lines:
        lines += ["", *_body(result, options), "", *_summary(result, options)]
    else:
        lines += ["", "no clause meets the conditions" if result.where else "there are no clauses"]
    notes = [part for note in caveats(result) for part in fold(note, options.width, "", "  ")]
    return "\n".join([*lines, *([""] if notes else []), *notes]) + "\n"


def _body(matrix: Matrix, options: Options) -> Iterator[str]:
    """Draw the widest that fits: words, letters, letters the other way round; where nothing does, a list."""
    names = [one_line(column.name) for column in matrix.columns]
    codes = [one_line(column.code) for column in matrix.columns]
    labels = [one_line(line.label) for line in matrix.lines]
    cells = [list(line.cells) for line in matrix.lines]
    letters = [str(number) for number in range(1, len(labels) + 1)]
    turned = [list(column) for column in zip(*cells, strict=True)]
    for table, legend in (
        (_Table(labels, names, cells, cell_marked), ()),
        (_Table(labels, codes, cells, cell_short), zip(codes, names, strict=True)),
        (_Table(names, letters, turned, cell_short), zip(letters, labels, strict=True)),
    ):
        if table.fits(options.width):
            yield from table.drawn(options)
            if legend:
                named = [f"{sign} {name}" for sign, name in legend]
                yield from ("", *_flowed(named, options.width), *_flowed(_signs(matrix), options.width))
            elif signs := signs_beside_words(matrix):
                yield from ("", *_flowed(signs, options.width))
            return
    yield from _list(matrix, options)
    if signs := signs_beside_words(matrix):
        yield from ("", *_flowed(signs, options.width))


class _Table(NamedTuple):
    """Names of rows, heads of columns, cells, and how they are put."""

    names: Sequence[str]
    heads: Sequence[str]
    cells: Sequence[Sequence[Cell]]
    put: Callable[[Cell], str]

    @property
    def step(self) -> int:
        """Columns of the terminal that a column of the table takes."""
        return (
            max(_NARROWEST, *map(columns, self.heads), *(columns(self.put(c)) for row in self.cells for c in row)) + 1
        )

    def fits(self, width: int) -> bool:
        """Say whether it fits into so many columns where the names of rows are folded as far as they may be."""
        if (_NARROWEST + 1) * len(self.heads) > width:
            return False
        longest = max(columns(word) for name in self.names for word in name.split() or [""])
        least = max(_LABEL, min(longest + 1, 2 * _LABEL))
        return min(least, max(map(columns, self.names)) + 1) + self.step * len(self.heads) <= width

    def drawn(self, options: Options) -> Iterator[str]:
        """Draw the heads and the rows; a name that is too long goes on below."""
        room = min(max(map(columns, self.names)) + 1, options.width - self.step * len(self.heads))
        head = " " * room + "".join(padded(text, self.step) for text in self.heads)
        yield paint(head.rstrip(), "title", color=options.color)
        for name, row in zip(self.names, self.cells, strict=True):
            first, *more = fold(name, room - 1, "", " ")
            drawn = [_painted(cell, padded(self.put(cell), self.step), options) for cell in row]
            yield (padded(first, room) + "".join(drawn)).rstrip()
            yield from more


def _painted(cell: Cell, text: str, options: Options) -> str:
    """Paint what is not there faint, and what holds firmly bold; the words say the same."""
    style = "faint" if cell.presence != "there" else "title" if cell.force in {"commit", "bind"} else ""
    core = text.rstrip()
    return (paint(core, style, color=options.color) if style else core) + " " * (columns(text) - columns(core))


def _flowed(entries: Sequence[str], width: int) -> list[str]:
    """Put entries on lines, none broken unless it is longer than a line."""
    lines: list[str] = []
    for entry in entries:
        if lines and columns(lines[-1]) + columns(entry) + 3 <= width:
            lines[-1] += f" · {entry}"
        else:
            lines += fold(entry, width)
    return lines


def _signs(matrix: Matrix) -> list[str]:
    """Explain the letters and signs that the table has."""
    cells = [cell for line in matrix.lines for cell in line.cells]
    letters = [cell_short(cell) for cell in cells]
    shown = {part for said in letters for part in re.findall(r"[a-z0-9]+", said)}
    presences = {cell.presence for cell in cells}
    known = [f"{short} {force}" for force, short in SHORT.items() if short in shown]
    known += [f"{NO_FORCE_SHORT} {NO_FORCE}"] if NO_FORCE_SHORT in shown else []
    known += [f"{short} {level}" for level, short in LEVELS.items() if short in shown]
    known += ["1y every year"] if "1y" in shown else []
    known += ["dlg dialogue"] if "dlg" in shown else []
    known += [f"{NOT} not to do it"] if any(NOT in said for said in letters) else []
    known += [f"{UNSETTLED_SIGN} suspended, ended or not agreed yet"] if any(cell.unsettled for cell in cells) else []
    known += [f"{sign} {word}" for presence, (sign, word, _) in PRESENCES.items() if presence in presences]
    return known + signs_beside_words(matrix)


def _list(matrix: Matrix, options: Options) -> Iterator[str]:
    """Draw row by row who has what, the strongest first."""
    total = len(matrix.columns)
    for at, line in enumerate(matrix.lines):
        head = f"{one_line(line.label)} · {len(line.having)} of {total}"
        yield from ([""] if at else [])
        yield from (paint(part, "title", color=options.color) for part in fold(head, options.width))
        known = sorted(enumerate(line.cells), key=lambda entry: (_rank(entry[1]), entry[0]))
        for words, group in groupby(known, key=lambda entry: cell_marked(entry[1])):
            names = ", ".join(one_line(matrix.columns[column].name) for column, _ in group)
            yield from fold(f"{words}: {names}", options.width, "  ", _MARGIN)


def _rank(cell: Cell) -> tuple[int, str]:
    order = [*SHORT, None]
    return (order.index(cell.force) if cell.presence == "there" else len(order), cell_marked(cell))


def _summary(matrix: Matrix, options: Options) -> Iterator[str]:
    yield from fold(counted(matrix), options.width)
    everywhere = shared(matrix)
    if everywhere:
        yield from fold(f"in all: {_labels(everywhere)}", options.width, "", _MARGIN)
    for column, lines in own(matrix):
        yield from fold(f"{alone(matrix, one_line(column.name))}: {_labels(lines)}", options.width, "", _MARGIN)
    yield from _departures(matrix, options)
    spreads = [(line, found) for line in matrix.lines if (found := spread(matrix, line))]
    if spreads:
        yield from ("", paint("strongest → weakest", "title", color=options.color))
    for line, (strongest, weakest) in spreads:
        yield from fold(f"{one_line(line.label)}: {strongest} → {weakest}", options.width, "  ", _MARGIN)
    for line in matrix.lines if options.all else ():
        yield from (part for part in _family(matrix, line, options))


def _departures(matrix: Matrix, options: Options) -> Iterator[str]:
    """Say what departs from the model text in substance, and what the change rules say of it."""
    if matrix.reference is None:
        return
    lines = [(line, found) for line in matrix.lines if (found := departed(matrix, line))]
    if lines:
        head = f"departures from {one_line(matrix.columns[matrix.reference].name)}"
        yield from ("", *(paint(part, "title", color=options.color) for part in fold(head, options.width)))
    for line, found in lines:
        said = "; ".join(f"{one_line(column.name)} {departure_words(cell)}" for column, cell in found)
        yield from fold(f"{one_line(line.label)}: {said}", options.width, "  ", _MARGIN)


def _labels(lines: Sequence[Line]) -> str:
    shown = [one_line(line.label) for line in lines[:_LISTED]]
    return ", ".join(shown) + (f" and {len(lines) - _LISTED} more" if len(lines) > _LISTED else "")


def _family(matrix: Matrix, line: Line, options: Options) -> Iterator[str]:
    """Draw the wordings of a row, and the redlines that there are."""
    name = one_line(line.label)
    yield from ("", *(paint(part, "title", color=options.color) for part in fold(name, options.width)))
    redlines = {id(entry.second): entry for entry in line.comparisons}
    bases = {id(entry.first) for entry in line.comparisons}
    for wording in sorted(line.wordings, key=lambda wording: id(wording) not in bases):
        yield from _wording(matrix, wording, options)
        entry = redlines.get(id(wording))
        if entry is None:
            yield from fold(one_line(wording.clause.text), options.width, _MARGIN, _MARGIN)
            continue
        base = one_line(matrix.columns[entry.first.column].name)
        if entry.edits:
            yield from (f"{_MARGIN}{part}" for part in redline(entry.edits, options.width - 4, color=options.color))
        else:
            yield from fold(f"the same words as in {base}", options.width, _MARGIN, _MARGIN)


def _wording(matrix: Matrix, wording: Wording, options: Options) -> Iterator[str]:
    """Name a wording: its agreement, its clause, how strong it is, and how sure it is that it belongs here."""
    clause = wording.clause
    doubt = f"confidence {wording.confidence:.2f}" if matrix.by == "family" and wording.confidence < DOUBTFUL else ""
    facts = [
        one_line(clause.id),
        clause.number and one_line(clause.number),
        says(wording),
        ", ".join(wording.precision),
    ]
    facts += ["part" if wording.is_part else "", doubt]
    head = f"{one_line(matrix.columns[wording.column].name)}: {' · '.join(filter(None, facts))}"
    yield from fold(head, options.width, "  ", _MARGIN)
