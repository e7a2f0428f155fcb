"""Passages become clauses: the kind of each and the fields that its kind has, every one of them marked as inferred."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from clausetrack.clauseset.inferred import Doubt, mark
from clausetrack.draft.actors import held, speakers
from clausetrack.draft.cast import Cast, Held
from clausetrack.draft.context import Context
from clausetrack.draft.deadlines import deadline
from clausetrack.draft.definitions import terms
from clausetrack.draft.dialogues import level, origin, rhythm, track
from clausetrack.draft.domains import domains
from clausetrack.draft.kinds import Kind, kind
from clausetrack.draft.meetings import spoken
from clausetrack.draft.passage import Passage
from clausetrack.draft.phrases import Words
from clausetrack.draft.pointers import pointers
from clausetrack.draft.signs import Signs, cues
from clausetrack.draft.statements import stance, targets
from clausetrack.draft.topics import topics
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import Actor
from clausetrack.model.scales import BASIS_CONFIDENCE_CAP, CONFIDENCE

__all__ = ["Context", "Described", "describe"]

UNNAMED: Final = "unnamed"
"""The id of a clause that whoever drafts the outline has not named yet."""

Fields = dict[str, Any]


class Described(NamedTuple):
    """Clauses in the order of their passages, and the actors that the clause set has to declare for them."""

    clauses: tuple[Clause, ...]
    actors: tuple[Actor, ...] = ()


class _Draft(NamedTuple):
    fields: Fields
    doubts: list[Doubt]
    declared: tuple[Actor, ...] = ()


def describe(passages: Sequence[Passage], context: Context) -> Described:
    """Draft a clause for each passage: text, number, path and heading as they are, kind and fields as they are read.

    A clause's id is a placeholder, and it has no evidence: both are the caller's to put in. Its force is the one that
    the rules read in a set that has the same language, legal status and basis as the context. Deterministic; linear in
    the length of the texts.
    """
    cast = Cast(context)
    drafted = [_clause(Signs(passage, context), cast) for passage in passages]
    declared = {actor.id: actor for _, actors in drafted for actor in actors if actor.id not in context.parties}
    return Described(tuple(clause for clause, _ in drafted), tuple(declared.values()))


def _clause(signs: Signs, cast: Cast) -> tuple[Clause, tuple[Actor, ...]]:
    judged = kind(signs, cast)
    draft = _fields(judged, signs, cast)
    fields = {name: value for name, value in draft.fields.items() if value}
    doubts = [*([Doubt("kind", judged.doubt)] if judged.doubt else []), *draft.doubts]
    passage = signs.passage
    clause = Clause(
        id=UNNAMED,
        kind=judged.kind,
        text=passage.text,
        number=passage.number,
        path=passage.path,
        heading=passage.heading,
        confidence=_confidence(judged.confidence, signs.context),
        extra=_extra(signs),
        **fields,
    )
    return mark(clause, ("kind", *fields), doubts, _cues(signs) if "force" in fields else ()), draft.declared


def _fields(judged: Kind, signs: Signs, cast: Cast) -> _Draft:
    """Give the fields that the kind has, and those that all have."""
    makers = {"dialogue": _dialogue, "statement": _statement, "definition": _definition}
    draft = _commitment(judged.who, signs) if judged.who else makers.get(judged.kind, _provision)(signs, cast)
    heading = signs.passage.heading or signs.heading.text
    common = {"subject": judged.subject, "domains": domains(signs.text, heading, signs.context.language)}
    return draft._replace(fields={**draft.fields, **common})


def _commitment(who: Held, signs: Signs) -> _Draft:
    doubts = [*_unsure("actors", who.doubt), *_weak(signs)]
    return _Draft({**_holding(who), **_force(signs), **_timed(signs)}, doubts, who.declared)


def _provision(signs: Signs, cast: Cast) -> _Draft:
    norm = next(iter(signs.norms), None)
    who = held(signs, norm, cast) if norm and norm.deontic != "statement" else Held(())
    who = who if who.doubt is None else Held(())
    return _Draft({**_holding(who), **_force(signs), **_timed(signs)}, [], who.declared)


def _dialogue(signs: Signs, cast: Cast) -> _Draft:
    language, text = signs.context.language, spoken(signs)
    met = rhythm(text, language)
    proposed = signs.force.force in {"discretion", "aspire"}
    fields = {
        "participants": cast.parties,
        **_force(signs),
        "level": level(text, language),
        "track": track(Words(text), language),
        "every": met.every,
        "occurrence": met.occurrence,
        "origin": origin(Words(text), language),
        "topics": topics(signs),
        "status": "proposed" if proposed else "agreed",
    }
    lacking = "the text does not say how often they meet" if met == (None, None) else None
    return _Draft(fields, _unsure("every", lacking), cast.declared(cast.parties))


def _statement(signs: Signs, cast: Cast) -> _Draft:
    who = speakers(signs, cast)
    fields = {
        "speaker": who.actors,
        "attribution": "joint" if set(who.actors) == set(cast.parties) else "one-side",
        "stance": stance(signs),
        "force": signs.force.force,
        "targets": targets(signs, (*who.actors, *signs.context.parties)),
    }
    return _Draft(fields, [], who.declared)


def _definition(signs: Signs, _: Cast) -> _Draft:
    named = terms(signs)
    return _Draft({"term": named[0] if len(named) == 1 else None}, [])


def _holding(who: Held) -> Fields:
    return {"actors": who.actors, "bearer": who.bearer if who.actors else None, "counterpart": who.counterpart}


def _force(signs: Signs) -> Fields:
    return {"force": signs.force.force, "polarity": signs.force.polarity}


def _timed(signs: Signs) -> Fields:
    return {"deadline": deadline(signs)}


def _unsure(field: str, reason: str | None) -> list[Doubt]:
    return [Doubt(field, reason)] if reason else []


def _weak(signs: Signs) -> Iterator[Doubt]:
    """Doubt a force that is that of the first norm, where a duty further down is stronger."""
    if signs.duties and signs.norms[0] is not signs.duties[0]:
        yield Doubt("force", f"the first norm is {signs.norms[0].force}, a later one {signs.duties[0].force}")


def _cues(signs: Signs) -> list[str]:
    return list(dict.fromkeys(cue.words for cue in cues(signs.force)))


def _extra(signs: Signs) -> dict[str, Any]:
    extra = {"x-references": list(pointers(signs)), "x-terms": list(terms(signs)) if _several(signs) else []}
    return {key: value for key, value in extra.items() if value}


def _several(signs: Signs) -> bool:
    return len(terms(signs)) > 1


def _confidence(confidence: str, context: Context) -> str:
    cap = BASIS_CONFIDENCE_CAP.get(context.basis, confidence)
    return min(confidence, cap, key=CONFIDENCE.index)
