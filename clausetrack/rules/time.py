"""Dates of reduced precision and durations, made comparable."""

from __future__ import annotations

import math
import re
from typing import Final

_PART: Final = re.compile(r"([0-9]+)([YMWD])")
# Mean lengths in days (Gregorian calendar): enough to order durations, as nobody agrees on "every 30 days or monthly".
_DAYS: Final = {"Y": 365.2425, "M": 30.436875, "W": 7.0, "D": 1.0}


def last_day(date: str) -> str:
    """Give the last day that a date of reduced precision may mean, as text that orders like days ("2026-12-31")."""
    return (date + "-12-31"[len(date) - 4 :]) if len(date) in {4, 7} else date


def interval(duration: str | None) -> float:
    """Give the days of an ISO 8601 duration; infinite where there is none."""
    if not duration:
        return math.inf
    return sum(int(number) * _DAYS[unit] for number, unit in _PART.findall(duration))
