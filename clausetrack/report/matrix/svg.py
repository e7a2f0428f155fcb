"""A matrix as a picture: a heat map, every cell with its word, on light paper or on dark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from clausetrack.model.matrix import Cell, Matrix
from clausetrack.report.folding import columns, fold
from clausetrack.report.matrix.colours import SHADES, shade
from clausetrack.report.matrix.layout import ACROSS, Entry, Grid, grid, legend, marked, said
from clausetrack.report.matrix.words import (
    DEPARTURES,
    LEVELS,
    NO_FORCE_SHORT,
    NOT,
    PRESENCES,
    SHORT,
    UNSETTLED_SIGN,
    caveats,
    cell_short,
    cell_words,
    counted,
    departure_words,
    title,
)
from clausetrack.report.registry import Options
from clausetrack.report.visible import one_line

_EDGE: Final = 24
_ROW: Final = 30
_GAP: Final = 2
_LEAST: Final = 640
"""Measures in user units, pixels at full size: the margin, a row, the gap between cells, the narrowest picture."""

_CELL: Final = (92, 150)
"""A cell's width, at least and at most: "directors-general" in small, or a long word of a head."""

_LETTER: Final = 7.6
_BOLD: Final = 8.3
_LITTLE: Final = 5.2
_TITLE: Final = 12.4
_FAINT: Final = 6.8
"""Widths of a letter at 13, at 12 bold, at 10, at 20 bold and at 12, in the widest of the fonts that may be there."""

_LINE: Final = 12
"""From line to line of the smaller type."""

_NAME: Final = 38
"""Letters of the name of a row in a line; longer ones take two."""

_HEAD_LINES: Final = 4
_HEAD_LETTERS: Final = 40
"""Lines of a head, and its letters where it stands upright above a narrow column."""

_STYLE: Final = (
    "text{font:13px system-ui,'Segoe UI',Roboto,'Helvetica Neue','DejaVu Sans',sans-serif}"
    ".small{font-size:12px}.title{font-size:20px;font-weight:600}.head{font-weight:600;font-size:12px}"
    ".cell{font-size:12px;text-anchor:middle}.little{font-size:10px}.faint{font-size:12px}"
    ".unsettled rect{stroke-width:1.5;stroke-dasharray:4 3}"
)


class _Plan(NamedTuple):
    """Where everything stands: the grid, lines of heads and names, the lines of cells, and the measures."""

    laid: Grid
    cells: list[list[Cell]]
    lines: list[list[list[str]]]
    heads: list[list[str]]
    names: list[list[str]]
    is_narrow: bool
    cell: float
    left: float
    width: float


def render(result: Matrix, options: Options) -> str:
    """Draw a matrix as SVG; in the dark, it is drawn on dark paper."""
    del options
    plan = _plan(result)
    above = list(_above(result, plan.width))
    top = above[-1][0] + 32 + _head_height(plan)
    tops = list(accumulate((_row_height(row) for row in plan.lines), initial=top))
    marks, bottom = _legend(result, plan, tops[-1] + 20)
    notes = [part for note in caveats(result) for part in fold(note, int((plan.width - 2 * _EDGE) / _FAINT))]
    width, height = round(plan.width), round(bottom + 18 * len(notes) + 26)
    size, role = f'width="{width}" height="{height}"', 'role="img" aria-labelledby="t d"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {size} {role}>',
        f'<title id="t">{escape(one_line(title(result)))}</title>',
        f'<desc id="d">{escape(one_line(counted(result)))}</desc>',
        f"<style>{_style()}</style>",
        f'<rect class="paper" width="{width}" height="{height}"/>',
        *(_text(_EDGE, down, words, style) for down, words, style in above),
        *_heads(plan, top),
        *(part for at, down in enumerate(tops[:-1]) for part in _row(plan, at, down)),
        *marks,
        *(_text(_EDGE, bottom + 26 + 18 * at, note, "faint") for at, note in enumerate(notes)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _plan(matrix: Matrix) -> _Plan:
    laid = grid(matrix)
    names, heads = marked(matrix, laid)
    is_narrow = len(heads) > ACROSS
    cells = [[matrix.lines[line].cells[column] for line, column in row] for row in laid.rows]
    lines = [[[cell_short(cell)] if is_narrow else _lines(cell) for cell in row] for row in cells]
    if is_narrow:
        cell = 14 + _LETTER * max((columns(line[0]) for row in lines for line in row), default=3)
        drawn = [[_short(head, _HEAD_LETTERS)] for head in heads]
    else:
        word = max((columns(word) for head in heads for word in head.split()), default=0)
        line = max((columns(part) for row in lines for parts in row for part in parts), default=0)
        cell = min(max(_CELL[0], _BOLD * word + 8, _LITTLE * line + 4), _CELL[1])
        drawn = [_cut(fold(head, int((cell - 4) / _BOLD)), _HEAD_LINES) for head in heads]
    folded = [_cut(fold(name, _NAME), 2) for name in names]
    left = 2 * _EDGE + _LETTER * max((columns(part) for name in folded for part in name), default=0) - 12
    width = max(left + cell * len(heads) + _EDGE, _LEAST)
    return _Plan(laid, cells, lines, drawn, folded, is_narrow, cell, left, width)


def _above(matrix: Matrix, width: float) -> Iterator[tuple[float, str, str]]:
    """Yield the title, what was counted, and the conditions: how far down, the words, the style."""
    down = 12.0
    for part in fold(one_line(title(matrix)), int((width - 2 * _EDGE) / _TITLE)):
        down += 26
        yield down, part, "title"
    named = f"only clauses with {' and '.join(map(one_line, matrix.where))}" if matrix.where else ""
    for line in filter(None, (counted(matrix), named)):
        for part in fold(line, int((width - 2 * _EDGE) / _FAINT)):
            down += 22
            yield down, part, "faint"


def _head_height(plan: _Plan) -> float:
    if plan.is_narrow:
        return _BOLD * max(columns(head[0]) for head in plan.heads) + 8
    return 15.0 * max(map(len, plan.heads), default=1) + 6


def _row_height(row: Sequence[Sequence[str]]) -> float:
    return max(_ROW, _LINE * max(map(len, row), default=1) + 8)


def _heads(plan: _Plan, top: float) -> Iterator[str]:
    for at, lines in enumerate(plan.heads):
        middle = plan.left + (at + 0.5) * plan.cell
        if plan.is_narrow:
            yield (
                f'<text class="head" transform="translate({middle + 4:g} {top - 8:g}) rotate(-90)">'
                f"{escape(lines[0])}</text>"
            )
            continue
        for number, part in enumerate(lines):
            yield _text(middle, top - 10 - 15 * (len(lines) - 1 - number), part, "head", anchor="middle")


def _row(plan: _Plan, at: int, top: float) -> Iterator[str]:
    height = _row_height(plan.lines[at])
    middle, name = top + height / 2 + 4, plan.names[at]
    style = "" if len(name) == 1 else "small"
    for number, part in enumerate(name):
        yield _text(plan.left - 12, middle + 14 * number - 7 * (len(name) - 1), part, style, anchor="end")
    for number, (cell, lines) in enumerate(zip(plan.cells[at], plan.lines[at], strict=True)):
        place = plan.left + number * plan.cell
        row, column = " ".join(name), " ".join(plan.heads[number])
        yield from _cell(cell, lines, (place, top, plan.cell, height), f"{row}, {column}")


def _cell(cell: Cell, lines: Sequence[str], box: tuple[float, float, float, float], where: str) -> Iterator[str]:
    left, top, width, height = box
    about = escape(f"{where}: {'; '.join(filter(None, (cell_words(cell), departure_words(cell))))}")
    look = f"{shade(cell)} unsettled" if cell.unsettled else shade(cell)
    yield f'<g class="{look}"><title>{about}</title>'
    yield (
        f'<rect x="{left + _GAP / 2:g}" y="{top + _GAP / 2:g}" width="{width - _GAP:g}" '
        f'height="{height - _GAP:g}" rx="3"/>'
    )
    first = top + height / 2 + 4 - _LINE * (len(lines) - 1) / 2
    for at, part in enumerate(lines):
        is_little = len(lines) > 1 or columns(part) * _LETTER > width - 4
        style = "cell little" if is_little else "cell"
        yield _text(left + width / 2, first + at * _LINE, part, style)
    yield "</g>"


def _lines(cell: Cell) -> list[str]:
    """Give what stands in a cell of the usual width; of what is missing or not there, its sign alone."""
    sign = DEPARTURES[cell.departure][0] if cell.departure else ""
    if cell.presence != "there":
        return [sign if cell.departure == "missing" else PRESENCES[cell.presence][0]]
    first, *more = said(cell)
    return [_short(part, int(_CELL[1] / _LITTLE)) for part in (f"{sign} {first}".strip(), *more)]


def _legend(matrix: Matrix, plan: _Plan, top: float) -> tuple[list[str], float]:
    """Draw what the shades and signs mean, as many in a line as fit; give also how far down the last line is."""
    left, parts = float(_EDGE), []
    for entry in [*_entries(matrix, plan)]:
        taken = _LETTER * columns(entry.word) + (40 if entry.shade else 20)
        if left > _EDGE and left + taken > plan.width - _EDGE:
            left, top = float(_EDGE), top + 22
        if entry.shade:
            parts.append(f'<g class="{entry.shade}"><rect x="{left:g}" y="{top:g}" width="14" height="14" rx="2"/></g>')
        parts.append(_text(left + (20 if entry.shade else 0), top + 11, entry.word, "faint"))
        left += taken
    return parts, top + 14


def _entries(matrix: Matrix, plan: _Plan) -> Iterator[Entry]:
    """Yield the entries of the legend, with the letters and signs that stand for words."""
    for entry in legend(matrix):
        sign = PRESENCES[entry.shade][0] if entry.shade in PRESENCES else ""
        letters = (SHORT | {"there": NO_FORCE_SHORT, "unsettled": UNSETTLED_SIGN}).get(entry.shade, "")
        word = f"{sign or letters * plan.is_narrow} {entry.word}".strip()
        yield Entry("" if sign else entry.shade, word, entry.meaning)
    if plan.is_narrow:
        cells = [cell for row in plan.cells for cell in row]
        levels = {cell.dialogue.level for cell in cells if cell.dialogue is not None}
        yield from (Entry("", f"{letters} {level}", "") for level, letters in LEVELS.items() if level in levels)
        if any(cell.polarity == "refrain" for cell in cells):
            yield Entry("", f"{NOT} not to", "")
        if any(cell.precision for cell in cells):
            yield Entry("", "+ with a date, sum or number", "")


def _style() -> str:
    light = _colours(("#fff", "#16202c", "#5a6470"), {name: known[:2] for name, known in SHADES.items()})
    dark = _colours(("#14171c", "#e6e3dc", "#a9a69e"), {name: known[2:] for name, known in SHADES.items()})
    return f"{_STYLE}{light}@media(prefers-color-scheme:dark){{{dark}}}"


def _colours(papers: tuple[str, str, str], shades: dict[str, tuple[str, ...]]) -> str:
    paper, ink, quiet = papers
    fixed = f".paper{{fill:{paper}}}text{{fill:{ink}}}.faint{{fill:{quiet}}}"
    fixed += "".join(f".{name} rect{{fill:{ground}}}.{name} text{{fill:{on}}}" for name, (ground, on) in shades.items())
    return f"{fixed}.unsettled rect{{stroke:{ink}}}g.unsettled:not([class*=' ']) rect{{fill:{paper}}}"


def _text(left: float, top: float, text: str, style: str, anchor: str = "") -> str:
    more = (f' class="{style}"' if style else "") + (f' text-anchor="{anchor}"' if anchor else "")
    return f'<text x="{left:g}" y="{top:g}"{more}>{escape(text)}</text>'


def _cut(lines: Sequence[str], most: int) -> list[str]:
    """Cut a name to as many lines as there is room for."""
    if len(lines) <= most:
        return list(lines)
    return [*lines[: most - 1], _short(" ".join(lines[most - 1 :]), max(map(columns, lines)))]


def _short(name: str, most: int) -> str:
    """Cut a name to as many letters as fit, wide ones counted twice."""
    if columns(name) <= most:
        return name
    cut = name
    while cut and columns(cut) >= most:
        cut = cut[: -max(1, (columns(cut) - most) // 2)]
    return cut.rstrip() + "…"
