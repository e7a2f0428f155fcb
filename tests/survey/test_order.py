"""Revisions in order: by what they follow, by dates, as they are given."""

from __future__ import annotations

from dataclasses import replace

import pytest
from revised import LAMPS, clause, revision

from clausetrack.survey.order import Revised, date_in, ordered


def names(*given):
    found = ordered(given)
    return [given[at].clause_set.revision.id for at in found.indices], found.order


def known(name, follows=None, as_of=None, stem="", *, is_coded=True):
    made = revision(name, clause("lamps", LAMPS))
    return Revised(replace(made, revision=replace(made.revision, as_of=as_of, follows=follows)), stem, is_coded)


def test_what_follows_what_decides():
    assert names(known("c", "b"), known("a"), known("b", "a")) == (["a", "b", "c"], "follows")


def test_a_link_that_is_missing_leaves_the_rest_to_the_dates():
    given = [known("x", as_of="2023"), known("y", as_of="2021"), known("z", "x", as_of="2022")]
    assert names(*given) == (["y", "x", "z"], "dates")


def test_dates_of_reduced_precision_are_dates():
    assert names(known("x", as_of="2023-05"), known("y", as_of="2021"), known("z", as_of="2023-01-31")) == (
        ["y", "z", "x"],
        "dates",
    )


def test_of_documents_the_names_of_the_files_decide():
    given = [
        known("x", as_of="2020", stem=f"terms-{date}", is_coded=False) for date in ("2022-03", "2021-04", "2021-05")
    ]
    assert ordered(given)[:2] == ((1, 2, 0), "names")
    assert ordered(given).dates == ("2022-03", "2021-04", "2021-05")


def test_names_that_are_of_one_date_say_nothing():
    given = [known(name, as_of=name, stem="terms-2022", is_coded=False) for name in ("2021", "2020")]
    assert names(*given) == (["2020", "2021"], "dates")


def test_without_dates_the_order_is_that_in_which_they_are_given():
    assert names(known("b"), known("a", as_of="2021")) == (["b", "a"], "given")


def test_a_circle_is_cut():
    assert sorted(names(known("a", "b"), known("b", "a"), known("c", "b"))[0]) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("terms-2025-06-18", "2025-06-18"),
        ("20250618_terms", "2025-06-18"),
        ("terms 2025_06", "2025-06"),
        ("v2-2025", "2025"),
        ("2024-01-01 to 2025-02-02", "2025-02-02"),
        ("terms-12345", None),
        ("a2025b", "2025"),
        ("2025-13", "2025"),
        ("terms", None),
        ("", None),
    ],
)
def test_a_date_in_a_name(name, date):
    assert date_in(name) == date


def test_each_knows_which_one_it_follows():
    assert ordered([known("c", "a"), known("a"), known("b", "a"), known("d", "gone")]).bases == (1, None, 1, None)
