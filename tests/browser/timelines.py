"""Timelines, the ways of clauses, and blames, as pages for a browser."""

from __future__ import annotations

import samples
from harbours import HOSTILE, OPTIONS

from clausetrack.report.registry import render

KINDS = ("timeline", "lineage", "blame")
PAGES = {kind: lambda kind=kind: render(kind, samples.MAKERS[kind](), "html", OPTIONS) for kind in KINDS}
PAGES |= {
    f"{kind}-hostile": lambda kind=kind: render(kind, samples.MAKERS[kind](HOSTILE), "html", OPTIONS) for kind in KINDS
}
