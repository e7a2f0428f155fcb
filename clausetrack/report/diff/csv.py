"""A comparison as CSV (RFC 4180): one row a change, for a spreadsheet or a data frame."""

from __future__ import annotations

import csv
import io

from clausetrack.model.change import Diff
from clausetrack.report.cells import harmless
from clausetrack.report.diff.sheet import COLUMNS, lines
from clausetrack.report.registry import Options


def render(result: Diff, options: Options) -> str:
    """Draw a comparison as comma-separated values in UTF-8, with a line of headings."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(harmless(line.cells) for line in lines(result, options))
    return stream.getvalue()
