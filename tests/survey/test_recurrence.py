"""Dates of reduced precision, and what comes a duration later."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetrack.survey.recurrence import days, duration, later, spelt, times_before

every = st.builds(lambda number, unit: f"P{number}{unit}", st.integers(1, 40), st.sampled_from("YMWD"))
any_day = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("start", "step", "times", "then"),
    [
        ("2025-04-04", "P1Y", 1, "2026-04-04"),
        ("2024-02-29", "P1Y", 1, "2025-02-28"),
        ("2024-02-29", "P1Y", 4, "2028-02-29"),
        ("2025-01-31", "P1M", 1, "2025-02-28"),
        ("2025-01-31", "P1M", 2, "2025-03-31"),
        ("2025-12-30", "P2W", 1, "2026-01-13"),
        ("2025-06", "P1Y", 1, "2026-06"),
        ("2025-01", "P1M", 1, "2025-02"),
        ("2024-02", "P1Y", 1, "2025-02"),
        ("2025", "P2Y", 1, "2027"),
        ("2025", "P6M", 1, "2025-07/2026-06"),
        ("2025", "P6M", 2, "2026-01/2026-12"),
        ("2025", "P18M", 1, "2026-07/2027-06"),
        ("2025", "P10D", 1, "2025-01-11/2026-01-10"),
        ("2025-06", "P10D", 1, "2025-06-11/2025-07-10"),
        ("2025-06", "P2Y", 1, "2027-06"),
        ("2025-12", "P3M", 1, "2026-03"),
        ("2025-06-01", "P1Y2M3D", 1, "2026-08-04"),
    ],
)
def test_a_duration_later(start, step, times, then):
    began, every = days(start), duration(step)
    assert spelt(later(began, every, times), began, every) == then


def test_beyond_the_calendar_there_is_nothing():
    assert later(days("9999"), duration("P1Y"), 1) is None
    assert later(days("2025"), duration("P999999999999Y"), 1) is None
    assert later(days("2025-01-01"), duration("P9D"), 10**9) is None


@pytest.mark.parametrize("text", ["P", "P0D", "1Y", "P1H", "", "P1Y-1M"])
def test_what_is_no_duration_is_refused(text):
    with pytest.raises(ValueError, match=r"^"):
        duration(text)


@pytest.mark.parametrize("text", ["20", "2025-13", "2025-02-30", "", "2025-6", "now"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"^"):
        days(text)


@given(any_day, every, st.integers(1, 30))
def test_each_is_later_than_the_one_before(start, step, times):
    first, step = days(start.isoformat()), duration(step)
    here, there = later(first, step, times), later(first, step, times + 1)
    assert first < here < there


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from([4, 7, 10]), every, st.integers(0, 30))
def test_a_span_keeps_its_ends_in_order(start, size, step, times):
    found = later(days(start.isoformat()[:size]), duration(step), times)
    assert found.first <= found.last
    assert found.last - found.first <= timedelta(days=366)


@given(any_day, every, any_day)
def test_a_count_that_is_begun_with_is_never_too_high(start, step, day):
    first, step = days(start.isoformat()), duration(step)
    times = times_before(first, step, day)
    assert times == 0 or later(first, step, times).last < day
    assert later(first, step, times + 4).last >= day or times_before(first, step, day) > 10


@given(any_day, st.sampled_from([4, 7, 10]), every, st.integers(0, 30))
def test_what_is_written_means_the_same_days(start, size, step, times):
    began, step = days(start.isoformat()[:size]), duration(step)
    found = later(began, step, times)
    first, _, last = spelt(found, began, step).partition("/")
    assert (days(first).first, days(last or first).last) == found
