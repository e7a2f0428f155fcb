"""How often a dialogue meets, in words."""

from __future__ import annotations

import re
from typing import Final

from clausetrack.report.visible import one_line

_DURATION: Final = re.compile(r"P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?")
_YEAR: Final = 12
"""Months of a year."""

_USUAL: Final = {"every 6 months": "twice a year", "every 2 years": "every second year"}
"""Rhythms that people have a shorter name for."""


def rhythm(every: str) -> str:
    """Say a duration (ISO 8601) as a rhythm, such as ``every 18 months``; what is none stands as it is written."""
    match = _DURATION.fullmatch(every)
    years, months, weeks, days = (int(group or 0) for group in match.groups()) if match else (0, 0, 0, 0)
    if months:
        # A year and six months are said as eighteen, and twelve as a year.
        whole, rest = divmod(years * _YEAR + months, _YEAR)
        years, months = (0, years * _YEAR + months) if rest else (whole, 0)
    counts = ((years, "year"), (months, "month"), (weeks, "week"), (days, "day"))
    parts = [noun if number == 1 else f"{number} {noun}s" for number, noun in counts if number]
    said = f"every {' and '.join(parts) or one_line(every)}"
    return _USUAL.get(said, said)
