"""A matrix as a workbook: the heat map, the strongest and weakest wordings, and all clauses, to be filtered."""

from __future__ import annotations

from typing import Any, Final

from clausetrack.model.matrix import Cell, Matrix
from clausetrack.report.matrix.colours import GROUNDS, INKS, shade
from clausetrack.report.matrix.sheet import COLUMNS, lines
from clausetrack.report.matrix.words import DEPARTURES, caveats, cell_words, counted, ids, spread, title
from clausetrack.report.registry import Options
from clausetrack.report.visible import visible
from clausetrack.report.workbook import CELL, FONT, HEAD, LINE, TITLE, workbook, write

_TOP: Final = 4
"""Lines of the title and what is counted, above the heads."""

_LABEL: Final = 34
_COLUMN: Final = 17
_TEXT: Final = 60
_USUAL: Final = 14
"""Columns in characters: names of rows, agreements, texts, and the rest."""


def render(result: Matrix, options: Options) -> bytes:
    """Draw a matrix as XLSX. MissingExtraError where XlsxWriter is not installed."""
    del options
    book, stream = workbook(title(result))
    _heat(book, book.add_worksheet("Matrix"), result)
    _clauses(book, book.add_worksheet("Clauses"), result)
    book.close()
    return stream.getvalue()


def _heat(book: Any, sheet: Any, result: Matrix) -> None:
    styles = {
        name: book.add_format(
            CELL
            | {"bg_color": ground, "font_color": INKS[name], "align": "center", "border_color": "#FFFFFF", "border": 1}
        )
        for name, ground in GROUNDS.items()
    }
    head, label, plain = book.add_format(HEAD), book.add_format(CELL | {"bold": True}), book.add_format(FONT)
    words = book.add_format(CELL)
    sheet.write_string(0, 0, title(result), book.add_format(TITLE))
    sheet.write_string(1, 0, counted(result), plain)
    sheet.write_string(2, 0, visible("; ".join(caveats(result))), plain)
    sheet.set_column(0, 0, _LABEL)
    sheet.set_column(1, len(result.columns), _COLUMN)
    sheet.set_column(len(result.columns) + 1, len(result.columns) + 2, _LABEL)
    heads = [result.by, *(column.name for column in result.columns), "strongest", "weakest"]
    for column, name in enumerate(heads):
        sheet.write_string(_TOP, column, visible(name), head)
    for number, line in enumerate(result.lines, _TOP + 1):
        sheet.write_string(number, 0, visible(line.label), label)
        for column, cell in enumerate(line.cells, 1):
            sheet.write_string(number, column, _said(cell), styles[shade(cell)])
        for column, said in enumerate(spread(result, line) or ("", ""), len(line.cells) + 1):
            write(sheet, number, column, visible(said), words)
        most = max((len(_said(cell)) for cell in line.cells), default=0)
        sheet.set_row(number, LINE * max(2, -(-most // _COLUMN) + 1))
    sheet.freeze_panes(_TOP + 1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_TOP)


def _said(cell: Cell) -> str:
    sign = f"{DEPARTURES[cell.departure][0]} " if cell.departure else ""
    named = f"\n{ids(cell.wordings)}" if cell.wordings else ""
    return visible(f"{sign}{cell_words(cell)}{named}")


def _clauses(book: Any, sheet: Any, result: Matrix) -> None:
    head, cell = book.add_format(HEAD), book.add_format(CELL | {"text_wrap": False})
    for column, name in enumerate(COLUMNS):
        sheet.set_column(column, column, _TEXT if name == "text" else _USUAL)
        sheet.write_string(0, column, name, head)
    number = 0
    for number, line in enumerate(lines(result), 1):
        for column, value in enumerate(line):
            write(sheet, number, column, value, cell)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(number, 1), len(COLUMNS) - 1)
