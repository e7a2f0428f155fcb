"""Clauses as a table for the terminal: what each is, how strong, whose, and its words, folded to the width."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from clausetrack.model.clause import Clause
from clausetrack.model.listing import Listing
from clausetrack.report.registry import Options
from clausetrack.report.style import paint
from clausetrack.report.visible import one_line, visible

_MARGIN: Final = "  "


def render(result: Listing, options: Options) -> str:
    """Draw the clauses, two lines or more each: what it is, and what it says."""
    known = result.clause_set
    title = paint(visible(known.agreement.title), "title", color=options.color)
    lines = [f"{title}    {visible(known.revision.id)}", ""]
    width = min(max((len(clause.id) for clause in result.clauses), default=0), 40)
    for clause in result.clauses:
        lines += _clause(clause, width, options)
        lines.append("")
    shown = len(result.clauses)
    total = len(known.clauses)
    lines.append(f"{total} clauses" if shown == total else f"{shown} of {total} clauses")
    return "\n".join(lines) + "\n"


def _clause(clause: Clause, width: int, options: Options) -> Iterator[str]:
    name = paint(f"{visible(clause.id):{width}}", "title", color=options.color)
    facts = f"{clause.kind:10}  {' · '.join(facts_of(clause))}"
    lines = textwrap.wrap(facts, max(options.width - width - 2, 20), subsequent_indent=" " * 12)
    yield f"{name}  {lines[0] if lines else ''}"
    yield from (" " * (width + 2) + line for line in lines[1:])
    heading = " — ".join(part for part in (clause.number, clause.heading) if part)
    if heading:
        yield _MARGIN + paint(one_line(heading), "faint", color=options.color)
    yield from textwrap.wrap(one_line(clause.text), options.width, initial_indent=_MARGIN, subsequent_indent=_MARGIN)


def facts_of(clause: Clause) -> list[str]:
    """Give what distinguishes a clause within its kind, in words."""
    who = clause.actors or clause.participants or clause.speaker
    facts = [
        ", ".join(who),
        f"to {', '.join(clause.counterpart)}" if clause.counterpart else "",
        clause.force or clause.stance or "",
        "refrain" if clause.polarity == "refrain" else "",
        clause.level or "",
        f"every {clause.every}" if clause.every else clause.occurrence or "",
        f"by {clause.deadline}" if clause.deadline else "",
        clause.status or "",
        ", ".join(clause.domains),
    ]
    return [visible(fact) for fact in facts if fact]
