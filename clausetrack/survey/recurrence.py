"""Dates of reduced precision as spans of days, and what comes a duration later (ISO 8601)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final, NamedTuple

_DURATION: Final = re.compile(r"P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?")
_YEAR, _MONTH, _DAY = (len(text) for text in ("2025", "2025-06", "2025-06-18"))
_LARGEST: Final = 1_000_000
"""No number of a duration counts for more: it is beyond every calendar anyway, and huge ones cost time."""


class Days(NamedTuple):
    """The days that a date may mean, both ends included."""

    first: date
    last: date


class Duration(NamedTuple):
    """A duration: months, which differ in length, and days."""

    months: int
    days: int

    @property
    def length(self) -> float:
        """Its mean length in days (Gregorian calendar)."""
        return self.months * 30.436875 + self.days


def days(text: str) -> Days:
    """Read a year, a month or a day. ValueError where it is none."""
    if len(text) == _DAY:
        day = date.fromisoformat(text)
        return Days(day, day)
    if len(text) == _MONTH:
        first = date.fromisoformat(f"{text}-01")
        return Days(first, _month_end(first))
    if len(text) != _YEAR:
        raise ValueError(text)
    return Days(date.fromisoformat(f"{text}-01-01"), date.fromisoformat(f"{text}-12-31"))


def duration(text: str) -> Duration:
    """Read a duration of years, months, weeks and days. ValueError where it is none, or has no length."""
    match = _DURATION.fullmatch(text)
    if match is None:
        raise ValueError(text)
    years, months, weeks, day_count = (min(int((group or "0")[:9]), _LARGEST) for group in match.groups())
    found = Duration(12 * years + months, 7 * weeks + day_count)
    if not any(found):
        raise ValueError(text)
    return found


def later(start: Days, step: Duration, times: int) -> Days | None:
    """Give what is so many times a duration later; None beyond the year 9999.

    It is counted from the start each time, so that 31 January is followed by 28 February and 31 March. A month or year
    stays one under months and years.
    """
    try:
        shift = timedelta(days=step.days * times)
        first = _shifted(start.first, step.months * times) + shift
        if start.first == start.last:
            return Days(first, first)
        # Up to the day before the next month or year, which starts on a first day: no month is too short for that.
        last = _shifted(start.last + timedelta(days=1), step.months * times) + shift - timedelta(days=1)
    except (OverflowError, ValueError):
        return None
    return Days(first, last)


def spelt(found: Days, start: Days, step: Duration) -> str:
    """Write what is some durations later than a start, as precisely as the two of them are.

    A year, a month or a day where the days are just that; else the first and the last with a slash between them, as an
    interval of ISO 8601: half a year after some day of 2024 is 2024-07/2025-06.
    """
    known = _DAY if start.first == start.last else _YEAR if start.first.month != start.last.month else _MONTH
    size = max(known, _DAY if step.days else _MONTH if step.months % 12 else _YEAR)
    first, last = (day.isoformat()[:size] for day in found)
    return first if first == last else f"{first}/{last}"


def times_before(start: Days, step: Duration, day: date) -> int:
    """Give how many times a duration fits between a start and a day at least: never too many, at most two too few."""
    return max(int((day - start.last).days / step.length * 0.999) - 1, 0)


def _shifted(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
