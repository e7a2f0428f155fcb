"""The ordered scales of the format, weakest first, and what may be compared on them.

Every scale is a tuple of the words that a file may use; the position in the tuple is the level.
"""

from __future__ import annotations

from typing import Final, Literal

FORCE: Final = ("recital", "stance", "discretion", "aspire", "intend", "commit", "bind")
"""How strongly a clause holds its actors, 0 to 6 (see ``docs/explanation/substance.md``)."""

COMMITMENT_STATUS: Final = ("proposed", "exploring", "negotiating", "agreed", "operating")
DIALOGUE_STATUS: Final = ("proposed", "agreed", "established", "held")
TERMINAL_STATUS: Final = ("suspended", "ended")
"""Where a clause stands that was stopped; below every step of either ladder."""
UNAGREED_STATUS: Final = ("proposed", "exploring", "negotiating")
"""Where a clause stands that nobody has agreed to yet."""

LEVEL: Final = ("experts", "directors", "directors-general", "vice-ministers", "ministers", "leaders")
"""At what level a dialogue is held."""

CONFIDENCE: Final = ("low", "medium", "high")
BASIS: Final = ("news-report", "official-summary", "primary-text")
"""What a revision was encoded from, the least trustworthy first."""

Severity = Literal["off", "info", "warning", "error"]
SEVERITY: Final[tuple[Severity, ...]] = ("off", "info", "warning", "error")

BASIS_CONFIDENCE_CAP: Final = {"news-report": "medium"}
"""The highest confidence that a basis can give."""


def status_rank(kind: str, status: str) -> int | None:
    """Give a status's rank on the ladder of a clause kind: -1 where it was stopped, None where there is none."""
    if status in TERMINAL_STATUS:
        return -1
    ladder = DIALOGUE_STATUS if kind == "dialogue" else COMMITMENT_STATUS
    return ladder.index(status) if status in ladder else None
