"""Rhythms and counts in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
import samples

from clausetrack.model.change import Diff
from clausetrack.model.listing import Listing
from clausetrack.report.counting import counted
from clausetrack.report.registry import Options, render
from clausetrack.report.rhythm import rhythm
from clausetrack.report.rows import describe


@pytest.mark.parametrize(
    ("every", "said"),
    [
        ("P1Y", "every year"),
        ("P12M", "every year"),
        ("P6M", "twice a year"),
        ("P2Y", "every second year"),
        ("P24M", "every second year"),
        ("P4Y", "every 4 years"),
        ("P1M", "every month"),
        ("P3M", "every 3 months"),
        ("P18M", "every 18 months"),
        ("P1Y6M", "every 18 months"),
        ("P1Y12M", "every second year"),
        ("P1W", "every week"),
        ("P2W", "every 2 weeks"),
        ("P1D", "every day"),
        ("P10D", "every 10 days"),
        ("P1Y3D", "every year and 3 days"),
        ("P", "every P"),
        ("P0D", "every P0D"),
        ("now\x1b", "every now\\x1b"),
    ],
)
def test_a_duration_is_said_as_a_rhythm(every, said):
    assert rhythm(every) == said


def test_a_number_has_its_noun():
    assert [counted(number, "clause") for number in (0, 1, 2, 1200)] == [
        "0 clauses",
        "1 clause",
        "2 clauses",
        "1,200 clauses",
    ]
    assert counted(2, "family", "families") == "2 families"


def test_one_clause_is_one_wherever_it_is_counted():
    one = samples.clause_set((samples.clause(),))
    listing = render("clauses", Listing(one, one.clauses), "text", Options())
    assert listing.endswith("\n\n1 clause\n")
    assert render("clauses", Listing(one, ()), "text", Options()).endswith("\n\n0 of 1 clause\n")
    diff = Diff(old=one, new=one, rows=())
    assert "1 clause, 0 changed" in render("diff", diff, "text", Options())


def test_one_place_more_is_one():
    many = samples.validation()
    finding = many.findings[0]
    for number, said in ((9, "… and 1 place more"), (10, "… and 2 places more")):
        drawn = render("findings", replace(many, findings=(finding,) * number), "text", Options())
        assert said in drawn


def test_a_clause_that_came_says_its_rhythm_in_words():
    talks = samples.clause("talks", "The masters meet.", "dialogue", every="P18M")
    assert describe(talks) == "dialogue, every 18 months"
    known = samples.clause_set((talks,))
    assert "dialogue · every 18 months" in render("clauses", Listing(known, known.clauses), "text", Options())
