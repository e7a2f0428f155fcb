"""Pages to open: comparisons of invented agreements, a small one, one in Arabic, a large one and a hostile one."""

from __future__ import annotations

from dataclasses import replace

import samples
from comparing import clause_set, diff

from clausetrack.app.rule_pages import change_rules
from clausetrack.model.clause import Clause
from clausetrack.model.source import Evidence, Source
from clausetrack.report.registry import Options, render

OPTIONS = Options(version="1.2.3", rules=change_rules())
HOSTILE = "</script><img src=x onerror=\"document.title='taken'\"> \u202eback\u202c \u2028 \x00 " + "long" * 80
STANDING = "The harbour office keeps a register of all ropes, tugs and lanterns. " * 15
PORTS, TALKS = "Part One: Ports", "Part Two: Talks"
LARGE = 400


def clause(id, number, heading, text, part=PORTS, **fields):
    defaults = {"kind": "provision", "actors": ("NO", "IS"), "domains": ("maritime-security",)}
    evidence = (Evidence("gazette", page=2, paragraph=7, sentence=1),)
    return Clause(
        id=id,
        text=text,
        number=f"Article {number}",
        heading=heading,
        path=(part,),
        evidence=evidence,
        **(defaults | fields),
    )


def revision(name, clauses, title="Understanding on Harbours", language="en"):
    made = clause_set(*clauses, revision=name, language=language)
    source = Source("gazette", title="The Harbour Gazette", url="https://example.org/gazette")
    return replace(made, agreement=replace(made.agreement, title=title), sources=(source,))


def small():
    old = [
        clause("opening", 1, "Opening of ports", "The parties shall open their ports to foreign tugs."),
        clause("fees", 2, "Fees", f"{STANDING}Fees shall not exceed EUR 200. {STANDING}"),
        clause("lanterns", 3, "Lanterns", "The parties shall light their lanterns at dusk."),
        clause("ropes", 4, "Ropes", "The parties shall store ropes."),
        clause("talks", 5, "Talks", "The experts shall meet every year.", TALKS, kind="dialogue", domains=("trade",)),
        clause("ink", 6, "Language", "This text is written in ink.", TALKS),
    ]
    new = [
        clause("opening", 1, "Opening of ports", "The parties may open their ports to foreign tugs."),
        clause("fees", 2, "Fees", f"{STANDING}Fees shall not exceed EUR 350. {STANDING}"),
        clause("pilots", 3, "Pilots", "Each ship shall take a pilot from Ålesund.", actors=("IS",)),
        clause("ropes", 5, "Ropes", "The parties shall store ropes."),
        clause(
            "talks", 6, "Talks", "The experts shall meet by 1 May 2030.", TALKS, kind="dialogue", domains=("trade",)
        ),
        clause("ink", 6, "Language", "This text is written in ink.", TALKS),
    ]
    return diff(revision("2024", old), revision("2025", new))


def arabic():
    old = [clause("opening", 1, "الموانئ", "تفتح الأطراف موانئها قبل 1 مايو 2026.", "الباب الأول")]
    new = [clause("opening", 1, "الموانئ", "قد تفتح الأطراف موانئها قبل 1 يونيو 2027.", "الباب الأول")]
    return diff(revision("2024", old, "مذكرة الموانئ", "ar"), revision("2025", new, "مذكرة الموانئ", "ar"))


def large():
    """A treaty as long as the longest, with a change in every other article."""
    articles = range(1, LARGE + 1)
    old = [
        clause(f"a{at}", at, f"Matter {at}", f"{STANDING}The towns shall keep {at} tugs. {STANDING}") for at in articles
    ]
    new = [
        replace(one, text=one.text.replace("shall keep", "may keep")) if at % 2 else one for at, one in enumerate(old)
    ]
    return diff(revision("2024", old), revision("2025", new))


PAGES = {
    "small": lambda: render("diff", small(), "html", OPTIONS),
    "everything": lambda: render("diff", small(), "html", OPTIONS._replace(all=True)),
    "arabic": lambda: render("diff", arabic(), "html", OPTIONS),
    "large": lambda: render("diff", large(), "html", OPTIONS),
    "hostile": lambda: render("diff", samples.diff(HOSTILE), "html", OPTIONS),
    "samples": lambda: render("diff", samples.diff(), "html", OPTIONS),
    "empty": lambda: render("diff", samples.EMPTY["diff"], "html", OPTIONS),
}
