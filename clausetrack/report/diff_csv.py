"""A comparison as CSV (RFC 4180): one row a change, for a spreadsheet or a data frame."""

from __future__ import annotations

import csv
import io
from typing import Final

from clausetrack.model.change import Diff
from clausetrack.report.registry import Options
from clausetrack.report.sheet import COLUMNS, lines

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV injection); it gets an apostrophe in front."""


def render(result: Diff, options: Options) -> str:
    """Draw a comparison as comma-separated values in UTF-8, with a line of headings."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_safe(cell) for cell in line.cells] for line in lines(result, options))
    return stream.getvalue()


def _safe(cell: str | float | None) -> str | float | None:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
