"""What kind of clause a passage is.

The signs are asked from the firmest to the weakest: where the passage stands (a recital, the signatures), what its
heading says, what its first words say, and what its norms do. Whoever is held makes a commitment, whoever thinks
something a statement; what nobody is held by is a provision.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from clausetrack.draft.actors import Cast, held
from clausetrack.draft.definitions import defines
from clausetrack.draft.meetings import meets
from clausetrack.draft.procedures import procedure
from clausetrack.draft.signs import Signs
from clausetrack.model.scales import CONFIDENCE

LOW, MEDIUM, HIGH = CONFIDENCE

_RULES: Final = 0.34
"""Sentences with a duty, as a share of all, from which a passage that begins without one is still a commitment."""

_TOLD: Final = 0.6
"""How much of a heading must say "scope" or "objectives" for it to tell that nobody is held."""


class Kind(NamedTuple):
    """A kind of clause, how clear it is, and in words why it is doubtful, where it is; ``subject`` of a procedure."""

    kind: str
    confidence: str
    doubt: str | None = None
    subject: str | None = None


def kind(signs: Signs, cast: Cast) -> Kind:
    """Give the kind of clause that a passage is."""
    return _by_place(signs) or _by_subject(signs) or _by_norms(signs, cast)


def _by_place(signs: Signs) -> Kind | None:
    """Judge by where the passage stands in the agreement."""
    role = signs.passage.role
    if role == "definition":
        return Kind("definition", HIGH)
    if role in {"recital", "preamble"}:
        return Kind("statement", HIGH)
    return None


def _by_subject(signs: Signs) -> Kind | None:
    """Judge by what heading and first words say the passage is about."""
    if confidence := defines(signs):
        return Kind("definition", confidence, _faint(confidence, "only part of the text defines a term"))
    if found := procedure(signs):
        return Kind(
            "procedure",
            found.confidence,
            _faint(found.confidence, "a formula of procedures, no heading"),
            found.subject,
        )
    if confidence := meets(signs):
        return Kind("dialogue", confidence, _faint(confidence, "speaks of meetings, but may not set one up"))
    return None


def _faint(confidence: str, reason: str) -> str | None:
    return reason if confidence == LOW else None


def _by_norms(signs: Signs, cast: Cast) -> Kind:
    """Judge by what the norms do."""
    duties, stances, liberties = signs.duties, signs.stances, signs.liberties
    if not signs.norms:
        return _without(signs)
    if stances and not signs.context.contract and signs.norms[0].deontic == "statement" and len(stances) >= len(duties):
        return Kind("statement", MEDIUM if duties else HIGH)
    if not duties:
        if stances and not liberties and not signs.context.contract:
            return Kind("statement", MEDIUM)
        return Kind("provision", MEDIUM)
    return _held(signs, cast)


def _held(signs: Signs, cast: Cast) -> Kind:
    """Judge a passage that holds somebody, by whom, and by how much of it does."""
    duty = signs.duties[0]
    named = held(signs, duty, cast).doubt is None
    first = duty is signs.norms[0] and bool(signs.sentences) and duty.start < signs.sentences[0].end
    if first and named:
        return Kind("commitment", HIGH)
    told = signs.covered("provision_headings")[0] >= _TOLD
    share = len(signs.duties) / max(1, len(signs.sentences))
    if told or (share < _RULES and not first) or (signs.context.contract and not named):
        return Kind("provision", MEDIUM)
    return Kind("commitment", MEDIUM)


def _without(signs: Signs) -> Kind:
    """Judge a passage in which no norm was found."""
    if signs.context.declares and signs.words.words:
        return Kind("statement", LOW, "no modal verb found; reads as a statement of fact")
    if signs.force.deontic == "constitutive":
        return Kind("provision", MEDIUM)
    return Kind("provision", LOW, "no words of force found")
