"""Whether a passage is about the agreement's own life: its entry into force, review or end, its disputes."""

from __future__ import annotations

from typing import Final, NamedTuple

from clausetrack.draft.phrases import Found, Words, phrases
from clausetrack.draft.signs import Signs
from clausetrack.model.scales import CONFIDENCE

_MOSTLY: Final = 0.6
"""How much of a heading must be about a procedure to make it one by itself: "Review of the treaty", not "Monitoring
and review"."""

_PARTLY: Final = 0.3
"""How much of a heading may be about one where the text has its formula too, or the part it stands in is about it."""

_CONTRACT: Final = frozenset(
    {"entry-into-force", "review", "amendment", "termination", "duration", "dispute-settlement"}
)
"""Subjects that contracts and terms have: their "Registration" is the user's."""

_OPENING: Final = 240
"""Characters within which the formula stands in a passage that is about it; later on it is said in passing."""


class Procedure(NamedTuple):
    """What a procedure is about, as the format's ``subject``, and how clear that is."""

    subject: str
    confidence: str


def procedure(signs: Signs) -> Procedure | None:
    """Give what procedure a passage is about; None where it is about none."""
    if signs.passage.role == "signature":
        return Procedure("other", CONFIDENCE[2])
    covered, subject = signs.covered("procedure_headings")
    above = _above(signs)
    formula = _formula(signs)
    if subject is None:
        subject, confidence = formula, CONFIDENCE[0 if signs.heading.words else 1]
        if formula is None or (signs.heading.words and not above):
            return None
    elif covered >= _MOSTLY:
        confidence = CONFIDENCE[2] if formula or covered >= 1 else CONFIDENCE[1]
    elif (covered >= _PARTLY and formula) or above:
        confidence = CONFIDENCE[1]
    else:
        return None
    if subject is None or (signs.context.contract and subject not in _CONTRACT):
        return None
    return Procedure(subject, confidence)


def _formula(signs: Signs) -> str | None:
    """Give the subject of the first formula that stands where a text says what it is about."""
    found: list[Found] = signs.find("formulas")
    return found[0].tells if found and found[0].start <= _OPENING else None


def _above(signs: Signs) -> bool:
    """Say whether a heading above the passage's own is one of procedures."""
    known = phrases(signs.context.language, "procedure_headings")
    path = signs.passage.path if signs.passage.heading else signs.passage.path[:-1]
    return any(known.first(Words(part)) for part in path)
