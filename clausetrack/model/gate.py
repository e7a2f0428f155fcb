"""What a gate lets through: accepted changes with their reasons, and the verdict on a comparison."""

from __future__ import annotations

from clausetrack.model.change import Change, Row
from clausetrack.model.record import Record, record


@record(kw_only=True)
class Accepted(Record):
    """A change that somebody accepted, by its fingerprint.

    ``expires`` is the last day (ISO 8601) on which that holds.
    """

    fingerprint: str
    reason: str
    rule: str | None = None
    clause: str | None = None
    expires: str | None = None


@record
class Refused(Record):
    """A change that stops the gate, the row that it belongs to (None for the agreement as a whole), and why."""

    change: Change
    row: Row | None
    why: str


@record
class Verdict(Record):
    """``unused`` are accepted changes that the comparison does not have, ``expired`` those whose day has passed."""

    refused: tuple[Refused, ...] = ()
    unused: tuple[Accepted, ...] = ()
    expired: tuple[Accepted, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether nothing stops the gate."""
        return not self.refused
