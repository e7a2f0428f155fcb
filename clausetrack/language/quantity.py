"""What a quantity is: a date, duration, frequency, amount, share or count in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

QuantityKind = Literal["date", "duration", "frequency", "amount", "percentage", "fraction", "count"]

# Mean lengths in the Gregorian calendar, in days; hours and less are parts of one.
_DAYS: Final = {
    "Y": Decimal("365.2425"),
    "M": Decimal("30.436875"),
    "W": Decimal(7),
    "D": Decimal(1),
    "TH": 1 / Decimal(24),
    "TM": 1 / Decimal(1440),
    "TS": 1 / Decimal(86400),
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity, from ``start`` to ``end`` of its text (characters, the end exclusive).

    ``value`` is normalised: a date in ISO 8601, reduced precision as written (``2024-11``; ``--03-31`` without a year);
    a duration in ISO 8601 (``P6M``); a frequency the period in ISO 8601, with ``R2/`` before it for twice in one; else
    a plain decimal number, or two with a stroke (``2/3``). ``unit`` is the ISO 4217 code of an amount, ``business`` for
    a duration in working days, what is counted for a count, else empty.
    """

    kind: QuantityKind
    start: int
    end: int
    value: str
    unit: str = ""

    @property
    def size(self) -> Decimal | None:
        """Give a number to compare by: durations and periods in mean days, fractions divided out; None for a date."""
        if self.kind == "date":
            return None
        if self.kind in {"duration", "frequency"}:
            return _days(self.value)
        parts = [Decimal(part) for part in self.value.split("/")]
        return parts[0] if len(parts) == 1 else parts[0] / parts[1] if parts[1] else None


def _days(value: str) -> Decimal:
    times, _, period = value.rpartition("/")
    number = re.search(r"[0-9.]+", period)
    unit = ("T" if "T" in period else "") + period[-1]
    days = (Decimal(number[0]) if number else Decimal(0)) * _DAYS[unit]
    return days / int(times[1:]) if times and int(times[1:]) else days
