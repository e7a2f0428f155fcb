"""A matrix as CSV (RFC 4180): a line for each clause in each row, for a spreadsheet or a data frame."""

from __future__ import annotations

import csv
import io

from clausetrack.model.matrix import Matrix
from clausetrack.report.cells import harmless
from clausetrack.report.matrix.sheet import COLUMNS, lines
from clausetrack.report.registry import Options


def render(result: Matrix, options: Options) -> str:
    """Draw a matrix as comma-separated values in UTF-8, with a line of headings."""
    del options
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(harmless, lines(result)))
    return stream.getvalue()
