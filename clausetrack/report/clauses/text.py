"""Clauses for the terminal: what each is, how strong, whose, and its words, folded to the width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from clausetrack.model.clause import Clause
from clausetrack.model.listing import Listing, Quote
from clausetrack.report.counting import counted
from clausetrack.report.folding import columns, fold
from clausetrack.report.registry import Options
from clausetrack.report.rhythm import rhythm
from clausetrack.report.style import paint
from clausetrack.report.visible import one_line, visible

_MARGIN: Final = "    "


def render(result: Listing, options: Options) -> str:
    """Draw the clauses, each in a few lines: its name and number, what it is, and what it says."""
    known = result.clause_set
    title = one_line(known.agreement.title)
    revision = f"{visible(known.revision.id)}, {known.revision.basis}"
    if columns(title) + 4 + columns(revision) <= options.width:
        lines = [f"{paint(title, 'title', color=options.color)}    {revision}"]
    else:
        lines = [paint(line, "title", color=options.color) for line in fold(title, options.width)] + [revision]
    for clause in result.clauses:
        lines += ["", *_clause(clause, options), *_quotes(result.quotes.get(clause.id, ()), options)]
    shown, total = len(result.clauses), len(known.clauses)
    number = counted(total, "clause")
    lines += ["", number if shown == total else f"{shown:,} of {number}"]
    return "\n".join(lines) + "\n"


def _clause(clause: Clause, options: Options) -> Iterator[str]:
    heading = " — ".join(one_line(part) for part in (clause.number, clause.heading) if part)
    name = visible(clause.id)
    first, *more = fold(heading, options.width, f"{name}    ", _MARGIN) if heading else [name]
    yield paint(name, "title", color=options.color) + first.removeprefix(name)
    yield from more
    facts = " · ".join((clause.kind, *facts_of(clause)))
    yield from (paint(line, "faint", color=options.color) for line in fold(facts, options.width, _MARGIN, _MARGIN))
    yield from fold(one_line(clause.text), options.width, _MARGIN, _MARGIN)


def _quotes(quotes: Iterable[Quote], options: Options) -> Iterator[str]:
    for quote in quotes:
        said = f"“{one_line(quote.text)}”" if quote.text is not None else "not in the document any more"
        yield from fold(f"{one_line(quote.place)}: {said}", options.width, f"{_MARGIN}| ", f"{_MARGIN}| ")


def facts_of(clause: Clause) -> list[str]:
    """Give what distinguishes a clause within its kind, in words."""
    who = clause.actors or clause.participants or clause.speaker
    facts = [
        ", ".join(who),
        f"to {', '.join(clause.counterpart)}" if clause.counterpart else "",
        clause.force or clause.stance or "",
        "refrain" if clause.polarity == "refrain" else "",
        clause.level or "",
        rhythm(clause.every) if clause.every else clause.occurrence or "",
        f"by {clause.deadline}" if clause.deadline else "",
        clause.status or "",
        ", ".join(clause.domains),
    ]
    return [one_line(fact) for fact in facts if fact]
