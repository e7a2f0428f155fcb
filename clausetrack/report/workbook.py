"""Workbooks (XLSX) that hold texts and nothing that runs, and are the same bytes for the same result."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from importlib import import_module
from typing import Any, Final

from clausetrack.errors import MissingExtraError
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
