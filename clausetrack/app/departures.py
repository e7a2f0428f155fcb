"""How cells depart from a model text, by the change rules of ``clausetrack diff``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from clausetrack.app.settings import Settings
from clausetrack.app.words import words_only
from clausetrack.diff.pairs import pair
from clausetrack.model.alignment import Match
from clausetrack.model.alignment import Relation as HowRelated
from clausetrack.model.change import Direction
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.matrix import Cell, Column, Departure, Line, Matrix, Reason, Wording
from clausetrack.rules.compare import compare
from clausetrack.rules.severity import Severities
from clausetrack.survey.languages import differ, language_of

_WAYS: Final[Mapping[Direction, Departure]] = {"strengthened": "stronger", "weakened": "weaker"}
_COVERAGE: Final = frozenset({"broadened", "narrowed"})
"""Directions on the two axes of `clausetrack.rules.compare.compose`."""

_FLIPPED: Final = "polarity-flipped"


def judged(made: Matrix, reference: int, settings: Settings) -> Matrix:
    """Give every cell that has counterparts of the model text's clauses the departure that the change rules name."""
    verdicts = [
        {} if at == reference else _verdicts(made, reference, at, settings.severities)
        for at in range(len(made.columns))
    ]
    return replace(made, lines=tuple(_line(line, reference, verdicts) for line in made.lines))


def _line(line: Line, reference: int, verdicts: Sequence[Mapping[str, tuple[Reason, ...]]]) -> Line:
    model = line.cells[reference]
    cells = (cell if at == reference else _cell(cell, model, verdicts[at]) for at, cell in enumerate(line.cells))
    return replace(line, cells=tuple(cells))


def _cell(cell: Cell, model: Cell, verdicts: Mapping[str, tuple[Reason, ...]]) -> Cell:
    """Judge a cell by the families that it shares with the model text's.

    Where the rules find nothing of substance, how strong the two are decides, as without them.
    """
    families = dict.fromkeys(wording.family for wording in model.wordings)
    here = {wording.family for wording in cell.wordings}
    known = [verdicts[name] for name in families if name is not None and name in here and name in verdicts]
    reasons = tuple(dict.fromkeys(reason for found in known for reason in found))
    if not reasons:
        return cell
    departure = _departure(reasons, cell, model)
    first = {way for way, named in _WAYS.items() if named == departure}
    ordered = sorted(reasons, key=lambda reason: reason.direction not in first)
    return replace(cell, departure=departure, reasons=tuple(ordered))


def _departure(reasons: Iterable[Reason], cell: Cell, model: Cell) -> Departure:
    """Name a departure.

    Strength and coverage are two axes, and stronger and weaker are about the first: what covers more or less besides
    changes nothing in that. Where the rules say nothing of it, how strong the two are decides, and where that says the
    contrary, neither is stronger. That one of many norms was turned round does not turn round a section.
    """
    flipped = any(reason.rule == _FLIPPED for reason in reasons)
    if flipped and {cell.polarity or "do", model.polarity or "do"} == {"do", "refrain"}:
        return "opposite"
    ways = {reason.direction for reason in reasons} - _COVERAGE
    said = {_WAYS.get(way, "different") for way in ways}
    if cell.departure is not None and cell.departure in _WAYS.values():
        said.add(cell.departure)
    return said.pop() if len(said) == 1 else "different"


def _verdicts(made: Matrix, reference: int, at: int, severities: Severities) -> dict[str, tuple[Reason, ...]]:
    """Give what of substance changed in the families that a set shares with the model text, by the family's id.

    Nothing is judged between languages: the rules compare words.
    """
    languages = [language_of(made.columns[column].clause_set) for column in (reference, at)]
    if differ(*languages):
        return {}
    sides = _sides(made.columns[reference], made.columns[at])
    turned = [
        {id(clause): same for clause, same in zip(column.clause_set.clauses, side.clauses, strict=True)}
        for column, side in zip((made.columns[reference], made.columns[at]), sides, strict=True)
    ]
    shared = _shared(made.lines, reference, at)
    matches = [
        Match(related, tuple(turned[0][id(c)] for c in old), tuple(turned[1][id(c)] for c in new))
        for old, new in shared.values()
        if (related := _related(old, new)) is not None
    ]
    names = [name for name, (old, new) in shared.items() if _related(old, new) is not None]
    rows = compare(*sides, [pair(match) for match in matches], severities).rows
    return {
        name: tuple(Reason(c.rule, c.direction, c.message) for c in row.changes if c.direction != "neutral")
        for name, row in zip(names, rows, strict=True)
    }


def _sides(old: Column, new: Column) -> tuple[ClauseSet, ClauseSet]:
    """Give both sets as ``clausetrack diff`` compares them: of a document, the words alone."""
    if not (old.is_coded and new.is_coded):
        return words_only(old.clause_set, new.clause_set, old_is_coded=old.is_coded, new_is_coded=new.is_coded)
    first, second = old.clause_set, new.clause_set
    if first.agreement.id == second.agreement.id:
        return first, second
    own = set(first.agreement.parties) ^ set(second.agreement.parties)
    return _without(first, own), _without(second, own)


def _without(found: ClauseSet, parties: Collection[str]) -> ClauseSet:
    """Leave out parties that only one of two agreements has: that it is made with another is no departure."""

    def others(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name not in parties)

    clauses = (
        replace(
            clause,
            actors=others(clause.actors),
            counterpart=others(clause.counterpart),
            participants=others(clause.participants),
            speaker=others(clause.speaker),
            targets=others(clause.targets),
        )
        for clause in found.clauses
    )
    return replace(found, clauses=tuple(clauses))


def _shared(lines: Iterable[Line], reference: int, at: int) -> dict[str, tuple[list[Clause], list[Clause]]]:
    """Give the clauses of both sets by the families that stand in a row of both, each clause once."""
    found: defaultdict[str, tuple[dict[int, Clause], dict[int, Clause]]] = defaultdict(lambda: ({}, {}))
    for line in lines:
        old, new = line.cells[reference].wordings, line.cells[at].wordings
        for name in {wording.family for wording in old} & {wording.family for wording in new}:
            if name is not None:
                _gather(found[name], name, old, new)
    return {name: (list(found[name][0].values()), list(found[name][1].values())) for name in sorted(found)}


def _gather(found: tuple[dict[int, Clause], dict[int, Clause]], family: str, *sides: Sequence[Wording]) -> None:
    for known, wordings in zip(found, sides, strict=True):
        known.update({id(wording.clause): wording.clause for wording in wordings if wording.family == family})


def _related(old: Sequence[Clause], new: Sequence[Clause]) -> HowRelated | None:
    """Name how clauses of one family correspond; None where several correspond to several."""
    if len(old) == 1:
        return "paired" if len(new) == 1 else "split"
    return "merged" if len(new) == 1 else None
