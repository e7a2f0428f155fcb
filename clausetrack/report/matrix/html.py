"""A matrix as one page of HTML: a heat map with words in its cells, and below it the texts that they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.matrix import Cell, Column, Line, Matrix, Wording
from clausetrack.report.html.frame import Html, page
from clausetrack.report.html.redline import redline
from clausetrack.report.html.words import language
from clausetrack.report.matrix.colours import shade
from clausetrack.report.matrix.words import (
    DEPARTURES,
    DOUBTFUL,
    PRESENCES,
    caveats,
    counted,
    own,
    rhythm,
    says,
    shared,
    spread,
    title,
)
from clausetrack.report.registry import Options
from clausetrack.report.visible import one_line

_LONG: Final = 40
"""Rows from which on the table scrolls under its head, and texts out of sight are not laid out."""

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


class Words(NamedTuple):
    """One clause as the page has it: who says it, what it is, its words, and its family, which pairs it with others."""

    name: str
    facts: str
    text: str
    family: str
    language: str


class Box(NamedTuple):
    """One cell: where it leads, its shade, the lines of its words, its departure's sign and word, and its clauses."""

    anchor: str
    shade: str
    lines: tuple[str, ...]
    sign: str
    departure: str
    clauses: tuple[Words, ...]


class Part(NamedTuple):
    """One row: its name, its cells, what is said of it, and the redline of its strongest and weakest wording."""

    anchor: str
    label: str
    boxes: tuple[Box, ...]
    ends: tuple[str, str] | None
    redlines: tuple[tuple[str, str, Html], ...]


def render(result: Matrix, options: Options) -> str:
    """Draw a matrix. MissingExtraError where the template engine is not installed."""
    parts = [_part(result, number, line) for number, line in enumerate(result.lines)]
    anchors = {line.key: part for line, part in zip(result.lines, parts, strict=True)}
    shades = {box.shade for part in parts for box in part.boxes}
    context = {
        "title": title(result),
        "heads": [_head(column) for column in result.columns],
        "parts": parts,
        "counted": counted(result),
        "everywhere": [anchors[line.key] for line in shared(result)],
        "own": [(one_line(column.name), [anchors[line.key] for line in lines]) for column, lines in own(result)],
        "spreads": [part for part in parts if part.ends],
        "caveats": [f"{note[:1].upper()}{note[1:]}." for note in caveats(result)],
        "where": [one_line(condition) for condition in result.where],
        "reference": result.reference,
        "legend": list(_legend(shades)),
        "departures": [(sign, name, meaning) for name, (sign, meaning) in DEPARTURES.items()],
        "by": result.by,
        "is_long": len(parts) > _LONG,
        "version": options.version,
    }
    return page("matrix.html.jinja", ("matrix",), context)


def _part(matrix: Matrix, number: int, line: Line) -> Part:
    boxes = tuple(_box(matrix, f"c{number + 1}-{at + 1}", at, cell) for at, cell in enumerate(line.cells))
    redlines = tuple(
        (_holder(matrix, entry.first), _holder(matrix, entry.second), redline(entry.edits))
        for entry in line.comparisons
        if entry.edits
    )
    return Part(f"row{number + 1}", one_line(line.label), boxes, spread(matrix, line), redlines)


def _holder(matrix: Matrix, wording: Wording) -> str:
    return one_line(f"{matrix.columns[wording.column].name} ({says(wording)})")


def _box(matrix: Matrix, anchor: str, at: int, cell: Cell) -> Box:
    sign = DEPARTURES[cell.departure][0] if cell.departure and at != matrix.reference else ""
    clauses = tuple(_words(matrix, wording) for wording in cell.wordings)
    departure = cell.departure if sign else ""
    return Box(anchor, shade(cell), tuple(_lines(cell)), sign, departure or "", clauses)


def _lines(cell: Cell) -> Iterator[str]:
    """Yield what stands in a cell, a line each: a force; a dialogue's level and rhythm."""
    if cell.presence != "there":
        yield PRESENCES[cell.presence][1]
        return
    dialogue = cell.dialogue
    if shade(cell) == "dialogue" and dialogue is not None:
        known = [part for part in (dialogue.level, rhythm(dialogue.every) or dialogue.occurrence) if part]
        yield from map(one_line, known or ["dialogue"])
        return
    yield one_line(cell.force or cell.wordings[0].clause.kind)
    if dialogue is not None:
        yield "and dialogue"


def _words(matrix: Matrix, wording: Wording) -> Words:
    clause = wording.clause
    known = matrix.columns[wording.column]
    facts = [clause.id, clause.number, clause.kind, *says(wording).split(", ")]
    facts += [f"by {clause.deadline}" if clause.deadline else "", clause.status]
    facts += [f"precise in {', '.join(wording.precision)}" if wording.precision else ""]
    facts += ["part of a clause elsewhere" if wording.is_part else ""]
    doubtful = matrix.by == "family" and wording.confidence < DOUBTFUL
    facts += [f"may not belong here (confidence {wording.confidence:.2f})" if doubtful else ""]
    return Words(
        one_line(known.name),
        " · ".join(dict.fromkeys(one_line(fact) for fact in facts if fact)),
        clause.text if clause.text.strip() else clause.heading or "",
        wording.family or "",
        language(known.clause_set.revision.language),
    )


def _head(column: Column) -> Mapping[str, str]:
    known: ClauseSet = column.clause_set
    facts = (known.revision.as_of or known.revision.id, known.revision.basis, known.revision.completeness)
    return {
        "name": one_line(column.name),
        "title": one_line(known.agreement.title),
        "facts": one_line(" · ".join(filter(None, (*facts, f"{len(known.clauses)} clauses")))),
    }


def _legend(shades: set[str]) -> Iterator[tuple[str, str, str]]:
    meanings = FORCES | {
        "dialogue": "Dialogues alone: at what level, how often.",
        "there": "It is there, and claims no force.",
    }
    meanings |= {presence: meaning for presence, (_, _, meaning) in PRESENCES.items()}
    words = {"there": "no force"} | {presence: word for presence, (_, word, _) in PRESENCES.items()}
    yield from ((name, words.get(name, name), meaning) for name, meaning in meanings.items() if name in shades)
