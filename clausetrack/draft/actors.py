"""Who is held by a norm, together or each for itself, and towards whom; and who makes a statement."""

from __future__ import annotations

from typing import Final

from clausetrack.draft.cast import Cast, Held
from clausetrack.draft.phrases import Words, phrases
from clausetrack.draft.signs import Signs
from clausetrack.draft.subjects import predicate, subject
from clausetrack.model.force import ForceReading

_FEW: Final = 2
"""Parties of an agreement between two, which do together what "the Parties" do."""

_NOBODY: Final = "the text does not say who is held; taken to be the parties"


def held(signs: Signs, norm: ForceReading, cast: Cast) -> Held:
    """Give who is held by a norm of a passage; the parties, with a doubt, where it does not say."""
    found = subject(signs, norm, cast)
    if found is None or not found.actors:
        return cast.all(doubt=_NOBODY)
    if set(found.actors) == set(cast.parties) and found.bearer is None:
        return found._replace(bearer=_together(signs, norm))
    if len(found.actors) == 1:
        return found._replace(counterpart=_towards(signs, norm, cast, found))
    return found


def speakers(signs: Signs, cast: Cast) -> Held:
    """Give who makes a statement: whoever is the subject of its first norm, else the parties."""
    found = subject(signs, signs.force, cast) if signs.force.norm else None
    return found if found and found.actors else cast.all()


def _together(signs: Signs, norm: ForceReading) -> str | None:
    """Say whether the parties are held together or each for itself, where the words or their number tell it."""
    language = signs.context.language
    words = Words(signs.text[norm.start : norm.end])
    if phrases(language, "severally").first(words):
        return "each"
    two = len(signs.context.parties) == _FEW
    return "joint" if two or phrases(language, "jointly").first(words) else None


def _towards(signs: Signs, norm: ForceReading, cast: Cast, found: Held) -> tuple[str, ...]:
    """Give the one other side that a norm with a single actor names behind its predicate."""
    sides = {*signs.context.parties, "we", "you"}
    if found.actors[0] not in sides:
        return ()
    text = signs.text[predicate(norm)[1] : norm.end]
    meant = [cast.resolve(each, text[each.start : each.end]).actors for each in cast.mentions(text)]
    others = {actor for actors in meant if len(actors) == 1 for actor in actors if actor in sides} - {*found.actors}
    return tuple(others) if len(others) == 1 else ()
