"""Where revisions stand on the axis of a picture."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from clausetrack.model.timeline import Stage

LEFT: Final = 276
"""Width of the column of names, in user units (pixels at full size)."""

TAIL: Final = 56
"""How far the lines go on behind the last revision."""

_PLOT: Final = 640
"""The least width of the plot: that of a page's column with the names."""

NEAR: Final = 84
"""Units between two revisions whose names both fit, and that half of the plot's width is shared out as."""

_TIGHT: Final = 26
"""Units between two revisions where there are many, so that signs do not touch."""

_MANY: Final = 12
"""Revisions from which on names are left out where they would overlap."""

_DAY: Final = len("2025-06-18")


class Axis(NamedTuple):
    """The places of revisions, whether each one's name is shown, what lies between, and the width of the picture."""

    places: tuple[float, ...]
    named: tuple[bool, ...]
    gaps: tuple[str, ...]
    width: int
    is_dated: bool


def axis(stages: Sequence[Stage]) -> Axis:
    """Lay out revisions in time: each gap has a least width, and what is left is shared out by days.

    Where a date is missing all gaps are the same.
    """
    days = [_day(stage.date) for stage in stages]
    spans = [max((b - a).days, 0) if a and b else 0 for a, b in pairwise(days)]
    is_dated = all(days)
    least = NEAR if len(stages) <= _MANY else _TIGHT
    count = len(stages) - 1
    room = max(_PLOT - TAIL - count * least, 0)
    total = sum(spans) if is_dated else 0
    shares = [span / total if total else 1 / count for span in spans]
    places = [float(LEFT)]
    for share in shares:
        places.append(places[-1] + least + room * share)
    return Axis(
        tuple(places),
        tuple(_named(places)),
        tuple(_between(span) if is_dated else "" for span in spans),
        round(places[-1]) + TAIL + 24,
        is_dated,
    )


def _named(places: Sequence[float]) -> list[bool]:
    """Choose whose names are shown: the last one's, and before it those that do not touch the next that is shown."""
    shown = [False] * len(places)
    right = float("inf")
    for at in reversed(range(len(places))):
        if right - places[at] >= NEAR - 2:
            shown[at], right = True, places[at]
    return shown


def _day(text: str | None) -> date | None:
    """Give the first day that a date of reduced precision may mean; None where there is none."""
    try:
        return date.fromisoformat(f"{text}-01-01"[:_DAY])
    except ValueError:
        return None


def _between(days: int) -> str:
    """Say how long it is from one revision to the next."""
    if not days:
        return "same day"
    if days < 45:  # noqa: PLR2004 - up to one month and a half days are counted
        return f"{days} day{'s' if days != 1 else ''}"
    months = round(days / 30.436875)
    if months < 24:  # noqa: PLR2004 - from two years on years are counted
        return f"{months} months"
    return f"{months // 12} years" if months % 12 < 3 or months > 120 else f"{months / 12:.1f} years"  # noqa: PLR2004 - see above
