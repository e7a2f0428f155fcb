"""Workbooks (XLSX) that hold texts and nothing that runs, and are the same bytes for the same result."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib import import_module
from typing import Any, Final

from clausetrack.errors import MissingExtraError
from clausetrack.report.folding import columns
from clausetrack.report.visible import visible

FONT: Final = {"font_name": "Calibri", "font_size": 10}
CELL: Final = FONT | {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": "#D5D9E0"}
HEAD: Final = CELL | {"bold": True, "bg_color": "#1F2937", "font_color": "#FFFFFF"}
TITLE: Final = {"bold": True, "font_size": 14}

LINE: Final = 13.5
TALLEST: Final = 409.0
"""Points: a line of ten-point type, and the tallest row that a sheet can have (Excel's specification)."""

_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of making that the file bears: a fixed one, so that the same comparison gives the same bytes."""

_LONGEST: Final = 32_767
"""Characters that a cell holds (Excel's specification)."""


_A4: Final = 9
"""The paper's number (Excel's specification); printers scale it to Letter."""

_LOST: Final = 1.1
"""How much longer a text is for the spaces at the ends of its lines, where words are not broken."""


def workbook(title: str) -> tuple[Any, io.BytesIO]:
    """Open a workbook, and the stream that has its bytes once it is closed.

    MissingExtraError where XlsxWriter is not installed.
    """
    try:
        library = import_module("xlsxwriter")
    except ModuleNotFoundError:
        raise MissingExtraError("XLSX needs XlsxWriter", hint="pip install 'clausetrack[reports]'") from None
    stream = io.BytesIO()
    # Texts are texts: no formulas, no links. Strings are kept in memory, so that the file has no clock of its own.
    book = library.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"title": visible(title)[:255], "created": _EPOCH.replace(tzinfo=None)})
    return book, stream


def write(sheet: Any, line: int, column: int, cell: str | float | None, style: Any) -> None:
    """Write one cell; a text that is longer than a cell may be is cut."""
    if cell is None or cell == "":
        sheet.write_blank(line, column, None, style)
    elif isinstance(cell, str):
        sheet.write_string(line, column, cell if len(cell) <= _LONGEST else cell[: _LONGEST - 1] + "…", style)
    else:
        sheet.write_number(line, column, cell, style)


def widths(lines: Iterable[Sequence[object]], most: Sequence[float]) -> list[float]:
    """Give how wide each column is, in characters: as its longest line, and at most so many."""
    found = [0] * len(most)
    for line in lines:
        for at, cell in enumerate(line):
            longest = max(map(columns, cell.split("\n")), default=0) if isinstance(cell, str) else 5
            found[at] = max(found[at], longest)
    return [min(width + 2, limit) for width, limit in zip(found, most, strict=True)]


def height(texts: Sequence[str], room: Sequence[float], most: float = TALLEST) -> float:
    """Give how tall a row is, in points, so that its texts are seen in columns of these widths."""
    taken = [
        sum(1 if columns(part) <= wide else -int(-columns(part) * _LOST // wide) for part in text.split("\n"))
        for text, wide in zip(texts, room, strict=True)
    ]
    return min(LINE * (max(taken, default=1) + 0.4), most)


def on_paper(sheet: Any, *, across: int, heads: int, names: int | None = None) -> None:
    """Say how a sheet is printed: in landscape, so many pages wide, with the heads, and the names of rows, on each."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&A&R&P / &N")
    sheet.fit_to_pages(across, 0)
    sheet.repeat_rows(heads)
    if names is not None:
        sheet.repeat_columns(names)
