"""Who speaks in an article: officials of the parties, the parties themselves, the agreement, or somebody else."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from clausetrack.draft.news.openings import opened
from clausetrack.draft.news.predicates import without_adverbs
from clausetrack.draft.news.subjects import Scene


class Speaker(NamedTuple):
    """Who speaks: ``kind`` is person, document, parties, party, stranger or none; ``name`` as the set will have it."""

    kind: str
    names: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    variant: str | None = None


NOBODY: Final = Speaker("none")


def speaker(words: str, scene: Scene) -> Speaker:
    """Find who speaks in the words around a quotation: the person nearest to a verb of speech, else who else is."""
    known = scene.known
    says = known.pattern("says").search(words) or known.pattern("according").search(words)
    named = list(scene.people.find(words))
    if named:
        at = says.start() if says else 0
        nearest = min(named, key=lambda each: min(abs(each.start - at), abs(each.end - at)))
        scene.person = nearest.person
        return person(scene, nearest.variant)
    if says and known.pattern("persons").search(words):
        return person(scene)
    return _unnamed(words, scene) if says else _stranger(words, scene)


def _stranger(words: str, scene: Scene) -> Speaker:
    strange = set(scene.places.ids(words)) - set(scene.parties)
    return Speaker("stranger") if strange or scene.known.pattern("unsure_people").search(words) else NOBODY


def _unnamed(words: str, scene: Scene) -> Speaker:
    """Give who speaks where nobody is named: the agreement itself, its parties or one of them; else a stranger."""
    known = scene.known
    if _stranger(words, scene) is not NOBODY:
        return Speaker("stranger")
    sides = scene.places.ids(words)
    if not sides and known.pattern("sources_document").search(words):
        return Speaker("document", scene.parties, scene.parties)
    if sides or known.pattern("sources_official").search(words):
        return Speaker("party" if len(sides) == 1 else "parties", sides or scene.parties, sides or scene.parties)
    return Speaker("stranger") if re.search(r"\w", words) else NOBODY


def person(scene: Scene, variant: str | None = None) -> Speaker:
    """Give the person that was named last as the speaker, a stranger where they do not speak for a party."""
    last = scene.person
    if last is None:
        return NOBODY
    if last.outside or (last.side is not None and last.side not in scene.parties):
        return Speaker("stranger", (last.name,))
    return Speaker("person", (last.name,), (last.side,) if last.side else (), variant)


def several(words: str, scene: Scene) -> Speaker | None:
    """Give the officials of the parties that words name together, None where they name not several."""
    persons = [named.person for named in scene.people.find(words)]
    if len(persons) > 1 and all(
        person.official and (person.side is None or person.side in scene.parties) for person in persons
    ):
        return Speaker("parties", tuple(person.name for person in persons), scene.parties)
    return None


def holder(before: str, scene: Scene) -> Speaker:
    """Give who takes the stance that the words lead up to: an official, the parties, or the document."""
    subject = before[opened(before, scene).end :].strip(" ,")
    subject = without_adverbs(subject, scene)
    named = list(scene.people.find(subject))
    judged = scene.who(subject)
    if judged.kind == "person" and judged.person:
        scene.person = judged.person
        return person(scene, named[0].variant if named else None)
    if judged.kind in {"parties", "party"}:
        return Speaker(judged.kind, judged.sides or scene.parties, judged.sides)
    if judged.kind == "agreement":
        return Speaker("document", scene.parties, scene.parties)
    return NOBODY
