"""Names of documents where there is little room: no two that are told apart in full read the same."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from corpus_samples import MAKERS
from hypothesis import given
from hypothesis import strategies as st

from clausetrack.model.corpus import Holding
from clausetrack.report.holdings import labels_of, shortened
from clausetrack.report.registry import Options, render


def holding(name, title="Terms of Use", revision="2026-01-15"):
    return Holding(name=name, agreement="terms", revision=revision, title=title)


def test_documents_of_one_title_and_revision_are_told_by_their_names():
    holdings = [holding("a.md"), holding("b.md"), holding("c.md", revision="2027-02-01")]
    assert labels_of(holdings) == [
        "Terms of Use, 2026-01-15 (a.md)",
        "Terms of Use, 2026-01-15 (b.md)",
        "Terms of Use, 2027-02-01",
    ]


def test_a_name_is_cut_where_it_is_not_told_from_the_others():
    start = "Agreement on the Exchange of Pilots between the Harbours"
    assert shortened([f"{start}, 2026", f"{start}, 2027", "Terms"], 30) == [
        "Agreement … the Harbours, 2026",
        "Agreement … the Harbours, 2027",
        "Terms",
    ]
    assert shortened([f"Northland {start}", f"Southmark {start}"], 30) == [
        "Northland Agreement on the Ex…",
        "Southmark Agreement on the Ex…",
    ]


def test_wide_characters_take_the_room_of_two():
    (short,) = shortened(["港湾協定" * 10], 20)
    assert len(short) <= 10


@given(st.lists(st.text("ab ", min_size=1, max_size=40), max_size=8, unique=True), st.integers(12, 30))
def test_short_names_are_as_long_as_there_is_room(names, most):
    for name, short in zip(names, shortened(names, most), strict=True):
        assert len(short) <= max(most, 1)
        assert short == name or "…" in short


@pytest.mark.parametrize("name", ["html", "svg"])
def test_rows_of_one_title_can_be_told_apart(name):
    holdings = tuple(holding(name) for name in ("terms/a.md", "terms/b.md", "terms/c.md"))
    said = render("resemblance", replace(MAKERS["resemblance"](), holdings=holdings), name, Options())
    for file in ("a.md", "b.md", "c.md"):
        assert re.search(rf"\(terms/{file}\)", said)
