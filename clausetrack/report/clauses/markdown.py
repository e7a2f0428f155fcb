"""Clauses as a Markdown table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausetrack.model.listing import Listing, Quote
from clausetrack.report.clauses.text import facts_of
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
    for clause in result.clauses:
        lines += _quotes(clause.id, result.quotes.get(clause.id, ()))
    return "\n".join(lines) + "\n"


def _quotes(clause: str, quotes: Iterable[Quote]) -> Iterator[str]:
    """Quote below the table what each clause was read from: a cell would be too narrow for it."""
    for quote in quotes:
        said = escaped(quote.text) if quote.text is not None else "*not in the document any more*"
        yield from ("", f"> {said}", ">", f"> — {escaped(clause)}: {escaped(quote.place)}")
