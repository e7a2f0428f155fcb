"""What an article has people and documents say: quotations, speech in other words, and stances, with who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from clausetrack.draft.inferred import Doubt
from clausetrack.draft.news.findings import Finding
from clausetrack.draft.news.grammar import grammar
from clausetrack.draft.news.story import LONG, Sentence
from clausetrack.draft.news.predicates import opened, without_adverbs
from clausetrack.draft.news.subjects import Scene
from clausetrack.draft.news.words import Words

# Words of the shortest paraphrase that says something: "said she was delighted" does not.
_SUBSTANCE: Final = 5
# Share of a sentence's words that are quoted, from which it is told as a quotation.
_QUOTED: Final = 0.25


class Speaker(NamedTuple):
    """Who speaks: ``kind`` is person, document, parties, party, stranger or none; ``name`` as the set will have it."""

    kind: str
    names: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    variant: str | None = None


NOBODY: Final = Speaker("none")


def speaker(words: str, scene: Scene) -> Speaker:
    """Find who speaks in the words around a quotation: the person nearest to a verb of speech, else a document."""
    known = scene.known
    says = known.pattern("says").search(words) or known.pattern("according").search(words)
    named = list(scene.people.find(words))
    if named:
        at = says.start() if says else 0
        nearest = min(named, key=lambda each: min(abs(each.start - at), abs(each.end - at)))
        scene.person = nearest.person
        return _person(scene, nearest.variant)
    if re.search(rf"(?<![\w]){known.source('persons')}(?![\w])", words, re.I) and says:
        return _person(scene) if scene.person else NOBODY
    if known.pattern("unsure_people").search(words):
        return Speaker("stranger")
    sides = scene.places.ids(words)
    if set(sides) - set(scene.parties):
        return Speaker("stranger")
    subject = _around(words, known)
    if says and known.pattern("sources_document").search(subject) and not sides:
        return Speaker("document", scene.parties, scene.parties)
    if says and known.pattern("sources_official").search(subject):
        return Speaker("party" if len(sides) == 1 else "parties", sides or scene.parties, sides or scene.parties)
    if says and sides:
        return Speaker("party" if len(sides) == 1 else "parties", sides, sides)
    return Speaker("stranger") if says and re.search(r"\w", subject) else NOBODY


def _around(words: str, known: object) -> str:
    return words.replace("…", " ")


def _person(scene: Scene, variant: str | None = None) -> Speaker:
    person = scene.person
    if person is None:
        return NOBODY
    if person.outside or (person.side is not None and person.side not in scene.parties):
        return Speaker("stranger", (person.name,))
    return Speaker("person", (person.name,), (person.side,) if person.side else (), variant)


def quotation(paragraph: Sequence[Sentence], scene: Scene, signed: str | None, before: Speaker) -> tuple[tuple[Finding, ...], Speaker]:
    """Give the statements that a paragraph quotes, one a speaker, and who spoke last.

    A quotation without a speaker goes with the others of its paragraph, with the line below that names one, or with
    the paragraph before it.
    """
    quoting = [sentence for sentence in paragraph if _is_quotation(sentence)]
    if not quoting:
        return (), NOBODY
    runs: list[tuple[Speaker, list[Sentence]]] = []
    for sentence in paragraph:
        if sentence not in quoting:
            scene.person = next((named.person for named in scene.people.find(sentence.told)), scene.person)
            continue
        own = _outside(sentence)
        spoken = speaker(own, scene) if own else NOBODY
        if runs and (spoken.kind == "none" or runs[-1][0].kind == "none" or spoken.names == runs[-1][0].names):
            runs[-1] = (runs[-1][0] if runs[-1][0].kind != "none" else spoken, [*runs[-1][1], sentence])
        else:
            runs.append((spoken, [sentence]))
    implied = False
    found: list[Finding] = []
    for spoken, sentences in runs:
        who = spoken
        if who.kind == "none" and signed:
            who = speaker(f"{signed} said", scene)
        if who.kind == "none":
            who = _before(paragraph, quoting[0], scene)
        if who.kind == "none" and paragraph[0].opens:
            who, implied = before._replace(variant=None), True
        before = who
        found += _statement(who, sentences, scene, implied=implied)
    return tuple(found), before


def _before(paragraph: Sequence[Sentence], first: Sentence, scene: Scene) -> Speaker:
    """Give who is spoken of in front of a quotation in the same paragraph: "The mayor was delighted. "At last!""."""
    for sentence in paragraph:
        if sentence is first:
            break
        found = speaker(sentence.told, scene)
        if found.kind != "none":
            return found
    return NOBODY


def _outside(sentence: Sentence) -> str:
    words = sentence.told.replace("…", " ").strip(" ,.;:")
    return sentence.told if words else ""


def _is_quotation(sentence: Sentence) -> bool:
    words = sum(len(quoted.split()) for quoted in sentence.quoted)
    return bool(words) and words >= _QUOTED * len(sentence.text.split())


def _statement(who: Speaker, sentences: Sequence[Sentence], scene: Scene, *, implied: bool) -> Iterator[Finding]:
    if who.kind in {"stranger", "none"}:
        return
    whole = " ".join(sentence.text for sentence in sentences)
    quoted = " ".join(part for sentence in sentences for part in sentence.quoted)
    direct = (quoted[:1].isupper() or sentences[0].opens) and all(sentence.opens or not _outside(sentence) or _is_bare(sentence, scene) for sentence in sentences)
    doubts = [Doubt("speaker", "the article does not name the speaker; the quotation follows one of theirs")] if implied else []
    yield Finding(
        "statement",
        _sentence(quoted if direct else whole),
        tuple(sentences),
        quoted,
        sides=who.sides,
        speaker=who.names,
        attribution="document" if who.kind == "document" else "joint" if who.kind == "parties" else "one-side",
        stance=stance(whole, scene, quoted, document=who.kind == "document"),
        targets=_targets(whole, scene),
        note=_variant(who),
        doubts=tuple(doubts),
    )


def _is_bare(sentence: Sentence, scene: Scene) -> bool:
    """Say whether nothing but who speaks stands around a quotation."""
    return len(sentence.told.replace("…", " ").split()) <= 2 * LONG


def _variant(who: Speaker) -> str | None:
    return f"The article spells the speaker's name “{who.variant}” here." if who.variant else None


def paraphrase(sentence: Sentence, scene: Scene) -> tuple[Speaker, str] | None:
    """Take speech in other words apart: who speaks, and what is said. None where nobody is said to say anything."""
    told, known = sentence.told.rstrip(" ."), scene.known
    source = re.search(rf"(?:^|,?\s){known.source('according')}\s([^,]+?)(?:,\s|$)", told, re.I)
    if source:
        who = speaker(f"{source[1]} said", scene)
        rest = (told[: source.start()] + (", " if source.start() else "") + told[source.end() :]).strip(" ,")
        who = _both(source[1], scene) or who
        return who, rest
    tail = re.search(rf"^(.+?),\s((?:[\w'’.-]+\s){{0,7}}?{known.source('says')}|{known.source('says')}\s(?:[\w'’.-]+\s?){{1,12}})(?:,[^,]*)?$", told, re.I)
    if tail and not tail[1].rstrip().endswith("…"):
        who = speaker(tail[2], scene)
        vague = who.kind == "none" or (who.kind == "stranger" and not who.names and known.pattern("says").match(tail[2]))
        if not vague:
            return who, tail[1]
    says = known.pattern("says").search(told)
    pledge = known.pattern("pledges").search(told)
    if says is None or (pledge and pledge.start() <= says.start() < pledge.end()):
        return None
    subject = told[: says.start()].strip(" ,")
    if _is_told(subject, known):
        return None
    judged = scene.who(without_adverbs(_bare(subject), scene))
    if judged.kind in {"parties", "party"}:
        who = Speaker(judged.kind, judged.sides or scene.parties, judged.sides)
    elif judged.kind == "stranger" and judged.person is None:
        who = Speaker("stranger")
    else:
        who = speaker(told[: says.end()], scene) if subject else NOBODY
    if who.kind == "none":
        return None
    return who, _said(told[says.end() :].strip(" ,:"), known)


def _is_told(before: str, known: Words) -> bool:
    """Say whether a predicate of the sentence's own stands in front of a verb of speech, which is then beside it."""
    cue = grammar(known.language).cue.search(before)
    held = cue is not None and cue.lastgroup in {"modal", "pledge", "future"}
    return held and cue is not None and not re.search(rf"\s{known.source('whose')}\s$", before[: cue.start()])


def _said(words: str, known: Words) -> str:
    """Give what is said without whom it was said to, where and when: "in Oslo on Monday that …"."""
    that = re.match(rf"(?:(?:during|in|at|on|to|after|before|late|ahead of|through)\s[^,;:]{{2,80}}?\s){known.source('thats')}\s", words, re.I)
    if that:
        return words[that.end() :]
    return re.sub(rf"^(?:{known.source('reporters')}\s)?(?:{known.source('thats')}\s)?", "", words, flags=re.I)


def _bare(subject: str) -> str:
    return subject.partition(",")[0]


def _both(words: str, scene: Scene) -> Speaker | None:
    persons = [named.person for named in scene.people.find(words)]
    if len(persons) > 1 and all(person.official and (person.side is None or person.side in scene.parties) for person in persons):
        return Speaker("parties", tuple(person.name for person in persons), scene.parties)
    return None


def reported(sentence: Sentence, who: Speaker, said: str, scene: Scene) -> Iterator[Finding]:
    """Yield the statement that a sentence tells in other words, where it says something and a party's side says it."""
    if who.kind in {"stranger", "none"} or (len(said.split()) < _SUBSTANCE and not sentence.quoted):
        return
    yield Finding(
        "statement",
        _sentence(sentence.text),
        (sentence,),
        said,
        sides=who.sides,
        speaker=who.names,
        attribution="document" if who.kind == "document" else "one-side" if sentence.quoted else "paraphrase",
        stance=stance(sentence.text, scene),
        targets=_targets(sentence.text, scene),
        note=_variant(who),
    )


def attitude(sentence: Sentence, scene: Scene) -> Iterator[Finding]:
    """Yield the stance that a sentence says the parties, or an official of one, take: "expressed concern about"."""
    told, known = sentence.told, scene.known
    belief = re.match(rf"^{known.source('beliefs')}", told, re.I)
    verb = known.pattern("stance_verbs").search(told)
    if belief:
        sides = scene.places.ids(told[:_BELIEF])
        who = Speaker("parties", scene.parties, scene.parties) if not set(sides) - set(scene.parties) else NOBODY
    elif verb and not _is_told(told[: verb.start()], known):
        who = _holder(told[: verb.start()], scene)
    else:
        return
    if who.kind in {"none", "stranger"}:
        return
    yield Finding(
        "statement",
        _sentence(sentence.text),
        (sentence,),
        told[verb.start() :] if verb and not belief else told,
        sides=who.sides,
        speaker=who.names,
        attribution="paraphrase" if belief or not verb or known.pattern("loose_verbs").search(told) else "joint" if who.kind == "parties" else "one-side",
        stance=stance(told, scene),
        targets=_targets(told, scene),
        note=_variant(who),
    )


_BELIEF: Final = 100
"""Characters within which a sentence says among whom a belief is held."""


def _holder(before: str, scene: Scene) -> Speaker:
    subject = before[opened(before, scene).end :].strip(" ,")
    subject = re.sub(rf"\s(?:{scene.known.source('adverbs')}|(?:have|has|had|ont|a|haben|hat|han|ha))$", "", subject, flags=re.I)
    named = list(scene.people.find(subject))
    judged = scene.who(subject)
    if judged.kind == "person" and judged.person:
        scene.person = judged.person
        return _person(scene, named[0].variant if named else None)
    if judged.kind in {"parties", "party"}:
        return Speaker(judged.kind, judged.sides or scene.parties, judged.sides)
    if judged.kind == "agreement":
        return Speaker("document", scene.parties, scene.parties)
    return NOBODY


def stance(words: str, scene: Scene, said: str | None = None, *, document: bool = False) -> str:
    """Give what a statement does, by the first list of words that has one of it; it affirms where none has.

    Who speaks of the state of the world, and not of the agreement, assesses it.
    """
    known = scene.known
    found = next((name for name, pattern in known.stances if pattern.search(words)), None)
    if found is None and not document and known.pattern("world").search(said or words) and not known.pattern("agreement").search(said or words):
        return "assess"
    return found or "affirm"


def _targets(words: str, scene: Scene) -> tuple[str, ...]:
    if stance(words, scene) not in {"concern", "condemn"}:
        return ()
    return tuple(id for id in scene.places.ids(words) if id not in scene.parties)


def _sentence(words: str) -> str:
    bare = " ".join(words.split()).strip(" ,")
    return bare[:1].upper() + bare[1:] + ("" if bare[-1:] in ".!?…" else ".")

