"""Clauses as a Markdown table."""

from __future__ import annotations

from clausetrack.model.listing import Listing
from clausetrack.report.clauses_text import facts_of
from clausetrack.report.markdown_text import escaped
from clausetrack.report.registry import Options


def render(result: Listing, options: Options) -> str:
    """Draw one row a clause; texts are escaped."""
    del options
    known = result.clause_set
    lines = [
        f"## {escaped(known.agreement.title)}, {escaped(known.revision.id)}",
        "",
        "| Clause | Kind | Number | | Text |",
        "|---|---|---|---|---|",
    ]
    for clause in result.clauses:
        cells = (clause.id, clause.kind, clause.number or "", " · ".join(facts_of(clause)), clause.text)
        lines.append(f"| {' | '.join(map(escaped, cells))} |")
    return "\n".join(lines) + "\n"
