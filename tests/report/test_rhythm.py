"""Rhythms and counts in words."""

from __future__ import annotations

import pytest

from clausetrack.report.counting import counted
from clausetrack.report.rhythm import rhythm


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
