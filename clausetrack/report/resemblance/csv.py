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

COLUMNS: Final = (
    *("document", "title", "other document", "other title"),
    *("shared clauses", "similarity", "exact clauses", "exact share"),
)


def render(result: Resemblance, options: Options) -> str:
    """Draw the pairs in the order of their documents."""
    del options
    names = [harmless((visible(holding.name), title_of(holding))) for holding in result.holdings]
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for pair, (one, other) in enumerate(zip(result.left, result.right, strict=True)):
        common = (result.shared[pair], f"{result.similarity[pair]:.6f}")
        writer.writerow((*names[one], *names[other], *common, result.exact[pair], f"{result.verbatim(pair):.6f}"))
    return stream.getvalue()
