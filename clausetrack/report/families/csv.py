"""Families of clauses as CSV (RFC 4180): one row a wording, for a spreadsheet or a data frame."""

from __future__ import annotations

import csv
import io
from typing import Final

from clausetrack.model.corpus import Families
from clausetrack.report.cells import harmless
from clausetrack.report.holdings import place_of
from clausetrack.report.registry import Options
from clausetrack.report.visible import visible

COLUMNS: Final = (
    "family",
    "clauses",
    "documents",
    "wording",
    "wording clauses",
    "likeness",
    "forces",
    "places",
    "text",
)


def render(result: Families, options: Options) -> str:
    """Draw the wordings that are listed, family by family, the commonest first."""
    del options
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number, family in enumerate(result.families, 1):
        for rank, wording in enumerate(family.wordings, 1):
            places = "; ".join(map(place_of, wording.places))
            forces = ", ".join(f"{force} {times}" for force, times in wording.forces.items())
            row = (number, family.clauses, family.documents, rank, wording.clauses, f"{wording.likeness:.4f}")
            writer.writerow(harmless((*row, visible(forces), places, visible(wording.text))))
    return stream.getvalue()
