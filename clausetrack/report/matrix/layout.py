"""How a matrix is laid out where it is drawn: which way round, in what blocks, and what stands in a cell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from clausetrack.model.matrix import Cell, Matrix
from clausetrack.report.matrix.colours import SHADES, shade
from clausetrack.report.matrix.words import DEPARTURES, NO_FORCE, PRESENCES, force_words, rhythm
from clausetrack.report.visible import one_line

ACROSS: Final = 12
"""Columns that a landscape page carries with the names of rows beside them, A4 or Letter, at eight points."""

FORCES: Final = {
    "bind": "It binds: shall, must.",
    "commit": "It commits: will.",
    "intend": "It says what is meant to be done: should, intend to, cooperate.",
    "aspire": "It says what is sought: seek to, endeavour to, promote.",
    "discretion": "It leaves open whether: may, consider.",
    "stance": "It says what is thought, and promises nothing.",
    "recital": "It is said by the way.",
}
"""What every force means, in a sentence."""


class Grid(NamedTuple):
    """Names of rows and of columns, and the cells row by row, each with where it stands in the matrix: line, column.

    ``blocks`` are the columns (from, to) that are printed beside each other.
    """

    names: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[tuple[int, int], ...], ...]
    is_turned: bool
    blocks: tuple[tuple[int, int], ...]


class Entry(NamedTuple):
    """One entry of a legend: its shade, "" for a sign; the word or sign; what it means."""

    shade: str
    word: str
    meaning: str


def grid(matrix: Matrix) -> Grid:
    """Lay out a matrix: agreements across, but down where there are more of them than fit and fewer rows."""
    labels = tuple(one_line(line.label) for line in matrix.lines)
    agreements = tuple(one_line(column.name) for column in matrix.columns)
    rows = tuple(tuple((line, column) for column in range(len(agreements))) for line in range(len(labels)))
    if is_turned(matrix):
        turned = tuple(zip(*rows, strict=True))
        return Grid(agreements, labels, turned, is_turned=True, blocks=blocks(len(labels)))
    return Grid(labels, agreements, rows, is_turned=False, blocks=blocks(len(agreements)))


def marked(matrix: Matrix, laid: Grid) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the names of rows and of columns with the model text's marked, where there is one."""
    agreements = tuple(
        f"{one_line(column.name)} (reference)" if at == matrix.reference else one_line(column.name)
        for at, column in enumerate(matrix.columns)
    )
    return (agreements, laid.heads) if laid.is_turned else (laid.names, agreements)


def is_turned(matrix: Matrix) -> bool:
    """Whether agreements go down: a page is as long as it must be, but only as wide as it is."""
    return len(matrix.columns) > max(ACROSS, len(matrix.lines)) and bool(matrix.lines)


def blocks(columns: int) -> tuple[tuple[int, int], ...]:
    """Part columns into blocks that fit beside each other, all about as wide."""
    number = max(-(-columns // ACROSS), 1)
    cuts = [columns * at // number for at in range(number + 1)]
    return tuple(pairwise(cuts))


def said(cell: Cell) -> tuple[str, ...]:
    """Give what stands in a cell, a line each: a force; of a dialogue level and rhythm; whether it does not stand."""
    if cell.presence != "there":
        return (PRESENCES[cell.presence][1],)
    dialogue = cell.dialogue
    if shade(cell) == "dialogue" and dialogue is not None:
        known = [part for part in (dialogue.level, rhythm(dialogue.every) or dialogue.occurrence) if part]
        lines = known or ["dialogue"]
    else:
        lines = [force_words(cell.force, cell.polarity), *(["and dialogue"] if dialogue is not None else [])]
    return tuple(map(one_line, [*lines, *([cell.unsettled] if cell.unsettled else [])]))


def departs(cell: Cell) -> bool:
    """Whether it is said how a cell departs: where nothing is, that nothing is known goes without saying."""
    return cell.departure is not None and not (cell.departure == "unknown" and cell.presence != "there")


def legend(matrix: Matrix) -> Iterator[Entry]:
    """Yield what the shades and signs of a matrix mean, those that it has."""
    cells = [cell for line in matrix.lines for cell in line.cells]
    shades = {shade(cell) for cell in cells}
    meanings = FORCES | {
        "dialogue": "Dialogues alone: at what level, how often.",
        "there": "It is there, and claims no force.",
    }
    meanings |= {presence: meaning for presence, (_, _, meaning) in PRESENCES.items()}
    words = {"there": NO_FORCE} | {presence: word for presence, (_, word, _) in PRESENCES.items()}
    yield from (Entry(name, words.get(name, name), meanings[name]) for name in SHADES if name in shades)
    if any(cell.unsettled for cell in cells):
        yield Entry("unsettled", "unsettled", "A broken edge: suspended, ended, or not agreed yet.")
    departures = {cell.departure for cell in cells if departs(cell)}
    for name, (sign, meaning) in DEPARTURES.items():
        if name in departures:
            yield Entry("", f"{sign} {name}", meaning)
