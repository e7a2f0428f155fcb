"""What a check found wrong with a file."""

from __future__ import annotations

from dataclasses import dataclass

from clausetrack.model.change import Severity
from clausetrack.model.position import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault of one file. ``help`` says what to do; ``fingerprint`` survives moved lines and reworded messages."""

    rule: str
    severity: Severity
    message: str
    position: Position
    help: str = ""
    clause: str | None = None
    fingerprint: str = ""
