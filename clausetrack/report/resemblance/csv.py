"""How alike agreements are, as CSV (RFC 4180): one row a pair."""

from __future__ import annotations

import csv
import io
from typing import Final

from clausetrack.model.corpus import Resemblance
from clausetrack.report.cells import harmless
from clausetrack.report.holdings import title_of
from clausetrack.report.registry import Options
from clausetrack.report.visible import visible

COLUMNS: Final = ("document", "title", "other document", "other title", "shared clauses", "similarity")


def render(result: Resemblance, options: Options) -> str:
    """Draw the pairs in the order of their documents."""
    del options
    names = [harmless((visible(holding.name), title_of(holding))) for holding in result.holdings]
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    columns = zip(result.left, result.right, result.shared, result.similarity, strict=True)
    writer.writerows((*names[one], *names[other], shared, f"{at:.6f}") for one, other, shared, at in columns)
    return stream.getvalue()
