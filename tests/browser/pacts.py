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


def tall():
    """Fifty rows, so that the table scrolls under its head."""
    return drawn([pact(name, "complete", *lanes(50)) for name in TOWNS], Wanted("domain"))


def crowd():
    """Thirty agreements and three rows: they go down."""
    return drawn([pact(f"Town{at}", "complete", *lanes(3)) for at in range(30)], Wanted("domain", reference=1))


def throng():
    """Fourteen agreements and fifteen rows: wider than paper either way."""
    return drawn([pact(f"Town{at}", "complete", *lanes(15)) for at in range(14)], Wanted("domain"))


def lanes(number):
    return [
        clause(f"lane-{at}", at, f"Lane {at}", f"The towns shall sweep lane {at}.", domains=(f"lane-{at}",))
        for at in range(number)
    ]


WORDINGS = (
    (
        "The ferries’ co-owners shall meet within 10 days, as Article 5(2)(a) says.",
        "The ferries’ co-owners may meet within 30 days, as Article 5(2)(b) says.",
    ),
    (
        "We tell you of every change of the fee by letter. You may close your berth at any time.",
        "The harbour may amend any term of the berth without notice of its own. You may close your berth at any time.",
    ),
    ("The fee is EUR 1,000.50.", "The fee is EUR 2,000.50, and it isn’t due in winter."),
    ("両町は、港の灯について協力する。", "両町は、港の鐘について協力する。"),
)


def worded():
    """Two agreements whose clauses differ in words that are easily cut."""
    sides = [
        [clause(f"c{at}", at, f"Point {at}", pair[side], domains=(f"d{at}",)) for at, pair in enumerate(WORDINGS)]
        for side in (0, 1)
    ]
    return drawn(
        [pact(name, "complete", *clauses) for name, clauses in zip(TOWNS, sides, strict=False)], Wanted("domain")
    )


def bilingual():
    """The same in two languages."""
    lamps = {"domains": ("trade",), "force": "bind"}
    french = pact("Sud", "complete", clause("lampes", 1, "Lampes", "Les villes allument les lampes du port.", **lamps))
    french = replace(french, revision=replace(french.revision, language="fr"))
    return drawn(
        [pact("North", "complete", clause("lamps", 1, "Lamps", LIGHT.format("shall"), **lamps)), french],
        Wanted("domain"),
    )


def suspended():
    """One pact suspended, one that forbids what the model text asks for, and one in words of its own."""
    lamps = {"domains": ("trade",), "force": "bind"}
    return drawn(
        [
            pact("North", "complete", clause("lamps", 1, "Lamps", LIGHT.format("shall"), **lamps)),
            pact("South", "complete", clause("lamps", 1, "Lamps", LIGHT.format("shall"), status="suspended", **lamps)),
            pact(
                "East", "complete", clause("lamps", 1, "Lamps", LIGHT.format("shall not"), polarity="refrain", **lamps)
            ),
        ],
        Wanted("domain", reference=0),
    )


PAGES = {
    "many": lambda: drawn(three(), Wanted("family")),
    "many-domains": wide,
    "many-rows": tall,
    "many-agreements": crowd,
    "many-of-both": throng,
    "many-words": worded,
    "many-suspended": suspended,
    "many-languages": bilingual,
    "many-hostile": lambda: render("matrix", samples.matrix(HOSTILE), "html", OPTIONS),
    "many-empty": lambda: render("matrix", samples.EMPTY["matrix"], "html", OPTIONS),
}
