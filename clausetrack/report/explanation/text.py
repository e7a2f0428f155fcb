"""Why a clause was aligned as it was, for the terminal: what decided, and the counterparts that were considered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.model.alignment import Candidate, Explanation
from clausetrack.report.folding import columns, fold, padded
from clausetrack.report.registry import Options
from clausetrack.report.style import paint
from clausetrack.report.visible import one_line, visible

_WIDEST_NAMES: Final = 40
"""Columns up to which the names of counterparts are aligned; longer ones push their score to the right."""


def render(result: Explanation, options: Options) -> str:
    """Draw an explanation."""
    return "\n".join(_lines(result, options)) + "\n"


def _lines(result: Explanation, options: Options) -> Iterator[str]:
    clause, match = result.clause, result.match
    number = f"  {visible(clause.number)}" if clause.number else ""
    yield paint(f"{visible(clause.id)}{number}", "title", color=options.color) + f"  in the {result.side} set"
    others = match.new if result.side == "old" else match.old
    names = ", ".join(visible(other.id) for other in others) or "no counterpart"
    decided = f" by {match.matched_by}" if match.matched_by else ""
    yield f"{match.relation}{decided}: {names}  (confidence {match.confidence:.2f})"
    if match.note:
        yield from fold(one_line(match.note), options.width, "", "  ")
    if result.candidates:
        yield ""
        yield "considered:"
        widths = [columns(_names(candidate)) for candidate in result.candidates]
        width = max((width for width in widths if width <= _WIDEST_NAMES), default=0)
        for candidate in result.candidates:
            yield from _candidate(candidate, width, options)
    if result.exhausted:
        note = "the search was cut short by its budget; some counterparts were not looked at"
        yield from fold(note, options.width)


def _candidate(candidate: Candidate, width: int, options: Options) -> list[str]:
    lead = f"  {padded(_names(candidate), width)}  {candidate.score:.2f}"
    evidence = ", ".join(f"{name} {value:+.2f}" for name, value in candidate.evidence if value)
    if not evidence:
        return fold(lead.strip(), options.width, "  ", "    ") if columns(lead) > options.width else [lead]
    return fold(evidence, options.width, f"{lead}  ", " " * (columns(lead) + 2))


def _names(candidate: Candidate) -> str:
    return one_line(", ".join(candidate.clauses))
