"""Lines of a clause that has rows of a table, paired anew: a row goes or comes as a whole, or changes in its cells.

A comparison of words does not see where rows end: it lets the end of one row go with the start of the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from clausetrack.language.edits import word_edits
from clausetrack.language.matching import Match, shared
from clausetrack.report.docx.flow import Op, Paragraph, Piece

_JOINT: Final = re.compile(r"(?<!\S)\|(?!\S)")
"""What readers put between the cells of a row."""

_ALIKE: Final = 0.25
"""Share of words that two lines have in common to be one that changed: of four cells of a word each, one."""

_MOST: Final = 40_000
"""Pairs of lines that are weighed: two hundred by two hundred. Beyond it lines are paired in their order."""

_OLD: Final[frozenset[Op]] = frozenset(("equal", "delete", "from"))
_NEW: Final[frozenset[Op]] = frozenset(("equal", "insert", "to"))

Pair = tuple[int | None, int | None]


def cells(line: str) -> list[str]:
    """Give the cells of a line that is a row; the line itself where it is none."""
    parts = [part.strip() for part in _JOINT.split(line)]
    return parts if any(parts) else [line]


def is_row(line: str) -> bool:
    """Say whether a line is a row of several cells."""
    return len(cells(line)) > 1


def realigned(found: Sequence[Paragraph], widths: Sequence[int]) -> list[Paragraph]:
    """Give the paragraphs of a step with their lines paired anew, where old or new lines are rows.

    ``widths`` are, for each old line, the cells of its row, 0 where it is in no row.
    """
    made: list[Paragraph] = []
    at = 0
    for run in _runs(found):
        sides = None if run[0].role == "clause" else _sides(run)
        count = sum(paragraph.mark in _OLD for paragraph in run if paragraph.role != "clause")
        own = widths[at : at + count]
        at += count
        if sides is None or not (any(own) or any(map(is_row, sides[1]))):
            made += run
        else:
            made += _paired(*sides, own)
    return made


def _runs(found: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Yield paragraphs in groups: those between the lines above clauses, and each of these alone."""
    run: list[Paragraph] = []
    for paragraph in found:
        if run and "clause" in {paragraph.role, run[-1].role}:
            yield run
            run = []
        run.append(paragraph)
    if run:
        yield run


def _sides(run: Sequence[Paragraph]) -> tuple[list[str], list[str]] | None:
    """Give the old and the new lines; None where one goes on behind the paragraphs."""
    found: tuple[list[str], list[str]] = ([], [])
    for lines, ops in zip(found, (_OLD, _NEW), strict=True):
        held = ""
        for paragraph in run:
            held += "".join(piece.text for piece in paragraph.pieces if piece.op in ops)
            if paragraph.mark in ops:
                lines.append(held)
                held = ""
        if held:
            return None
    return found


def _paired(old: Sequence[str], new: Sequence[str], widths: Sequence[int]) -> Iterator[Paragraph]:
    for i, j in _pairs(old, new, widths):
        if i is None and j is not None:
            yield Paragraph("text", [Piece("insert", new[j])], "insert")
        elif j is None and i is not None:
            yield Paragraph("text", [Piece("delete", old[i])], "delete")
        elif i is not None and j is not None:
            yield Paragraph("text", [Piece(edit.op, edit.text) for edit in word_edits(old[i], new[j])])


def _pairs(old: Sequence[str], new: Sequence[str], widths: Sequence[int]) -> Iterator[Pair]:
    """Yield which old line is which new one, in order; what goes before what comes in its place."""
    counted = [[Counter(" ".join(cells(line)).split()) for line in lines] for lines in (old, new)]

    def likeness(i: int, j: int) -> float:
        fits = widths[i] == len(cells(new[j])) if widths[i] else is_row(old[i]) or not is_row(new[j])
        one, other = counted[0][i], counted[1][j]
        total = one.total() + other.total()
        share = 2 * (one & other).total() / total if total else 0.0
        return share if fits and share >= _ALIKE else 0.0

    at_i = at_j = 0
    for match in [*shared(old, new), Match(len(old), len(new), 0)]:
        yield from _weighed(range(at_i, match.old), range(at_j, match.new), likeness)
        at_i, at_j = match.old + match.size, match.new + match.size
        yield from zip(range(match.old, at_i), range(match.new, at_j), strict=True)


def _weighed(old: range, new: range, likeness: Callable[[int, int], float]) -> Iterator[Pair]:
    """Yield the pairs whose likeness is highest together, and between them what has no other."""
    if len(old) * len(new) > _MOST:
        kept = [(i, j) for i, j in zip(old, new, strict=False) if likeness(i, j)]
    else:
        kept = _heaviest(old, new, likeness)
    at_i, at_j = old.start, new.start
    for i, j in [*kept, (old.stop, new.stop)]:
        yield from ((gone, None) for gone in range(at_i, i))
        yield from ((None, come) for come in range(at_j, j))
        if i < old.stop:
            yield i, j
        at_i, at_j = i + 1, j + 1


def _heaviest(old: range, new: range, likeness: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """Give the pairs, in the order of both, whose likeness is highest together."""
    weights = [[likeness(i, j) for j in new] for i in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            taken = weights[i][j] + best[i + 1][j + 1] if weights[i][j] else 0.0
            best[i][j] = max(taken, best[i + 1][j], best[i][j + 1])
    found = []
    i = j = 0
    while i < len(old) and j < len(new):
        if weights[i][j] and best[i][j] == weights[i][j] + best[i + 1][j + 1]:
            found.append((old[i], new[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found
