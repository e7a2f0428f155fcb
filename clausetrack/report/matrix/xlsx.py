"""A matrix as a workbook: the heat map, the strongest and weakest wordings, and all clauses, to be filtered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from clausetrack.model.matrix import Cell, Matrix
from clausetrack.report.matrix.colours import SHADES, shade
from clausetrack.report.matrix.layout import Grid, departs, grid, is_turned, legend, marked
from clausetrack.report.matrix.sheet import COLUMNS, Value, lines
from clausetrack.report.matrix.words import DEPARTURES, caveats, cell_words, counted, departure_words, spread, title
from clausetrack.report.registry import Options
from clausetrack.report.visible import one_line, visible
from clausetrack.report.workbook import CELL, FONT, HEAD, LINE, TITLE, height, on_paper, widths, workbook, write

_TOP: Final = 4
"""Lines of the title and what is counted, above the heads."""

_LABEL: Final = 36
_COLUMN: Final = 17
_ENDS: Final = 30
"""Columns in characters: names of rows, cells, the strongest and the weakest wording."""

_TEXT: Final = 70
_WIDEST: Final = 18
_TALLEST: Final = 12 * LINE
"""The list of clauses: characters that a text takes across and points that it takes down at most, and the rest."""

_KEYS: Final = ("row", "agreement", "revision", "family", "confidence")
"""Columns for programs and for looking things up: they stand behind the others, and are not printed."""


def render(result: Matrix, options: Options) -> bytes:
    """Draw a matrix as XLSX. MissingExtraError where XlsxWriter is not installed."""
    del options
    book, stream = workbook(title(result))
    _heat(book, book.add_worksheet("Matrix"), result)
    _clauses(book, book.add_worksheet("Clauses"), result)
    book.close()
    return stream.getvalue()


def _heat(book: Any, sheet: Any, result: Matrix) -> None:
    laid = grid(result)
    head, plain = book.add_format(HEAD), book.add_format(FONT)
    sheet.write_string(0, 0, title(result), book.add_format(TITLE))
    sheet.write_string(1, 0, ". ".join([counted(result), *_conditions(result)]), plain)
    names, heads = marked(result, laid)
    corner = "agreement" if laid.is_turned else result.by
    (room,) = widths([[name] for name in (corner, *names, *(entry.word for entry in legend(result)))], [_LABEL])
    for column, name in enumerate([corner, *heads]):
        sheet.write_string(_TOP, column, visible(name), head)
    sheet.set_column(0, 0, room)
    sheet.set_column(1, len(heads), _COLUMN)
    _notes(book, sheet, result, room + _COLUMN * len(heads) + (0 if laid.is_turned else 2 * _ENDS))
    sheet.set_row(_TOP, height([corner, *heads], [room, *[_COLUMN] * len(heads)]))
    below = _cells(book, sheet, result, laid, names)
    if laid.is_turned:
        below = _ends_below(book, sheet, result, below)
    else:
        _ends_beside(book, sheet, result, len(heads) + 1)
    _legend(book, sheet, result, below + 1)
    sheet.freeze_panes(_TOP + 1, 1)
    on_paper(sheet, across=len(laid.blocks), heads=_TOP, names=0)


def _notes(book: Any, sheet: Any, result: Matrix, room: float) -> None:
    """Write what a reader must know, across all columns."""
    notes = visible("; ".join(caveats(result)))
    if notes:
        last = len(result.lines) if is_turned(result) else len(result.columns) + 2
        sheet.merge_range(2, 0, 2, last, notes, book.add_format(FONT | {"text_wrap": True, "valign": "top"}))
        sheet.set_row(2, height([notes], [room]))


def _conditions(matrix: Matrix) -> list[str]:
    return [f"Only clauses with {' and '.join(map(one_line, matrix.where))}"] if matrix.where else []


def _cells(book: Any, sheet: Any, result: Matrix, laid: Grid, names: Sequence[str]) -> int:
    """Write the rows, and give the line below them."""
    styles = {(name, dashed): book.add_format(_style(name, dashed)) for name in SHADES for dashed in (False, True)}
    label = book.add_format(CELL | {"bold": True, "valign": "vcenter"})
    number = _TOP
    for number, (name, places) in enumerate(zip(names, laid.rows, strict=True), _TOP + 1):
        sheet.write_string(number, 0, visible(name), label)
        cells = [result.lines[line].cells[column] for line, column in places]
        for column, cell in enumerate(cells, 1):
            write(sheet, number, column, _said(cell), styles[shade(cell), cell.unsettled is not None])
        texts = [name, *map(_said, cells)]
        room = [_LABEL, *[_COLUMN] * len(cells)]
        if not laid.is_turned:
            texts, room = [*texts, *_ends(result, number - _TOP - 1)], [*room, _ENDS, _ENDS]
        sheet.set_row(number, height(texts, room))
    return number + 1


def _style(name: str, dashed: bool) -> dict[str, Any]:  # noqa: FBT001 - a key of the formats
    """Give the look of a shade; 3 is a dashed border."""
    known = SHADES[name]
    edge = {"border": 3, "border_color": known.ink} if dashed else {"border": 1, "border_color": "#FFFFFF"}
    return CELL | {"bg_color": known.ground, "font_color": known.ink, "align": "center", "valign": "vcenter"} | edge


def _ends(result: Matrix, at: int) -> tuple[str, str]:
    return spread(result, result.lines[at]) or ("", "")


def _ends_beside(book: Any, sheet: Any, result: Matrix, column: int) -> None:
    """Write who has the strongest and the weakest wording beside each row."""
    head, words = book.add_format(HEAD), book.add_format(CELL | {"valign": "vcenter"})
    sheet.set_column(column, column + 1, _ENDS)
    for at, name in enumerate(("strongest", "weakest")):
        sheet.write_string(_TOP, column + at, name, head)
        for number in range(len(result.lines)):
            write(sheet, _TOP + 1 + number, column + at, visible(_ends(result, number)[at]), words)


def _ends_below(book: Any, sheet: Any, result: Matrix, top: int) -> int:
    """Write the same below the columns, where rows are agreements; give the line below."""
    label, words = book.add_format(CELL | {"bold": True}), book.add_format(CELL)
    for at, name in enumerate(("strongest", "weakest")):
        sheet.write_string(top + at, 0, name, label)
        texts = [_ends(result, number)[at] for number in range(len(result.lines))]
        for column, text in enumerate(texts, 1):
            write(sheet, top + at, column, visible(text), words)
        sheet.set_row(top + at, height(texts, [_COLUMN] * len(texts)))
    return top + 2


def _legend(book: Any, sheet: Any, result: Matrix, top: int) -> None:
    plain = book.add_format(FONT)
    for number, entry in enumerate(legend(result), top):
        style = book.add_format(_style(entry.shade, dashed=False)) if entry.shade in SHADES else plain
        sheet.write_string(number, 0, entry.word, style)
        sheet.write_string(number, 1, entry.meaning, plain)


def _said(cell: Cell) -> str:
    if cell.departure is None or not departs(cell):
        return visible(cell_words(cell))
    return visible(f"{DEPARTURES[cell.departure][0]} {cell_words(cell)}; {departure_words(cell)}")


def _clauses(book: Any, sheet: Any, result: Matrix) -> None:
    head, cell = book.add_format(HEAD), book.add_format(CELL)
    order = sorted(range(len(COLUMNS)), key=lambda at: COLUMNS[at] in _KEYS)
    names = [COLUMNS[at] for at in order]
    found: list[list[Value]] = [[line[at] for at in order] for line in lines(result)]
    room = widths([names, *found], [_TEXT if name == "text" else _WIDEST for name in names])
    for column, name in enumerate(names):
        # What no clause has takes no room.
        is_empty = bool(found) and all(line[column] in {None, ""} for line in found)
        sheet.set_column(column, column, room[column], None, {"hidden": is_empty})
        sheet.write_string(0, column, name, head)
    for number, line in enumerate(found, 1):
        for column, value in enumerate(line):
            write(sheet, number, column, value, cell)
        sheet.set_row(number, height([value if isinstance(value, str) else "" for value in line], room, _TALLEST))
    last = max(len(found), 1)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, last, len(names) - 1)
    sheet.print_area(0, 0, last, len(names) - len(_KEYS) - 1)
    on_paper(sheet, across=1, heads=0)
