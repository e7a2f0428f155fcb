"""What kind of clause a passage is.

The signs are asked from the firmest to the weakest: where the passage stands (a recital, the signatures), what its
heading says, what its first words say, and what its norms do. Whoever is held makes a commitment, whoever thinks
something a statement; what nobody is held by is a provision.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from clausetrack.draft.actors import held
from clausetrack.draft.cast import Cast, Held
from clausetrack.draft.definitions import defines
from clausetrack.draft.meetings import meets
from clausetrack.draft.phrases import primary
from clausetrack.draft.procedures import procedure
from clausetrack.draft.signs import Signs
from clausetrack.draft.subjects import opening_subject, rules_a_state
from clausetrack.model.scales import CONFIDENCE

LOW, MEDIUM, HIGH = CONFIDENCE

_NORMS: Final = 0.5
_SENTENCES: Final = 0.15
"""Norms that are duties, as a share of all, and sentences with a duty likewise, from which a passage that begins with
something else is still a commitment: as many as there are liberties, and more than one sentence in a list of seven."""

_TOLD: Final = 0.6
"""How much of a heading must say "scope" or "objectives" for it to tell that nobody is held."""


class Kind(NamedTuple):
    """A kind of clause, how clear it is, and in words why it is doubtful, where it is.

    ``subject`` is that of a procedure, ``who`` those that a commitment holds.
    """

    kind: str
    confidence: str
    doubt: str | None = None
    subject: str | None = None
    who: Held | None = None


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
        return _without(signs, cast)
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
    who = held(signs, duty, cast)
    named = who.doubt is None
    first = duty is signs.norms[0] and bool(signs.sentences) and duty.start < signs.sentences[0].end
    if first and named:
        return Kind("commitment", HIGH, who=who)
    told = signs.covered("provision_headings")[0] >= _TOLD
    seldom = len(signs.duties) < max(_NORMS * len(signs.norms), _SENTENCES * len(signs.sentences))
    impersonal = not named and (signs.context.contract or rules_a_state(signs, duty))
    if told or impersonal or (seldom and not first):
        return Kind("provision", MEDIUM)
    return Kind("commitment", MEDIUM, who=who)


def _without(signs: Signs, cast: Cast) -> Kind:
    """Judge a passage in which no norm was found.

    Treaties in other languages than English rule in the plain present, which no word of force tells.
    """
    if signs.context.declares and signs.words.words:
        return Kind("statement", LOW, "no modal verb found; reads as a statement of fact")
    if signs.force.deontic == "constitutive" or signs.covered("provision_headings")[0] >= _TOLD:
        return Kind("provision", MEDIUM)
    who = opening_subject(signs, cast) if not signs.context.contract and _rules_plainly(signs) else None
    if who and who.actors:
        return Kind("commitment", LOW, "rules in the plain present, which has no words of force", who=who)
    return Kind("provision", LOW, "no words of force found")


def _rules_plainly(signs: Signs) -> bool:
    """Say whether the text is in a language, known here, whose treaties rule in the plain present."""
    return primary(signs.context.language) in {"fr", "de", "es", "nl", "ja"}
