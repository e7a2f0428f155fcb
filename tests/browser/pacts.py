"""Pages of many agreements: three invented ones, hostile ones, and many rows and columns."""

from __future__ import annotations

from dataclasses import replace

import samples
from harbours import HOSTILE, OPTIONS, clause, revision

from clausetrack.diff.pairs import text_edits
from clausetrack.model.matrix import Comparison
from clausetrack.report.registry import render
from clausetrack.survey.families import families
from clausetrack.survey.matrix import Wanted, matrix

LIGHT = "The towns {} light every lantern of the outer mole from dusk to dawn."
TALKS = "The towns hold a dialogue on lanterns and ropes."
TOWNS = ("North", "South", "East")


def pact(name, completeness, *clauses):
    made = revision("2030", clauses, f"{name} Harbour Pact")
    agreement = replace(made.agreement, id=f"{name.lower()}-pact")
    return replace(made, agreement=agreement, revision=replace(made.revision, completeness=completeness))


def three():
    def lanterns(modal):
        return clause("lanterns", 1, "Lanterns", LIGHT.format(modal), domains=("maritime-security",))

    def talks(**fields):
        return clause("talks", 2, "Talks", TALKS, kind="dialogue", every="P1Y", domains=("trade",), **fields)

    ropes = clause("ropes", 3, "Ropes", "Ropes shall be coiled on the quay by noon.", domains=())
    return [
        pact("North", "partial", lanterns("shall")),
        pact("South", "partial", lanterns("will"), talks(), ropes),
        pact("East", "complete", lanterns("may"), talks(level="ministers")),
    ]


def drawn(sets, wanted):
    made = matrix(sets, families(sets), wanted)
    lines = [
        replace(line, comparisons=(compared(line.strongest, line.weakest),)) if line.strongest else line
        for line in made.lines
    ]
    return render("matrix", replace(made, lines=tuple(lines)), "html", OPTIONS)


def compared(first, second):
    return Comparison(first, second, text_edits(first.clause.text, second.clause.text))


def wide():
    """Twelve agreements, so that the table is wider than any window."""
    sets = [pact(f"Town {at}", "complete", *three()[at % 3].clauses) for at in range(12)]
    return drawn(sets, Wanted("domain", reference=1))


PAGES = {
    "many": lambda: drawn(three(), Wanted("family")),
    "many-domains": wide,
    "many-hostile": lambda: render("matrix", samples.matrix(HOSTILE), "html", OPTIONS),
    "many-empty": lambda: render("matrix", samples.EMPTY["matrix"], "html", OPTIONS),
}
