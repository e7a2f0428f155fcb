"""What an article has people and documents say: quotations, what they are said to have said, and stances."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clausetrack.clauseset.inferred import Doubt
from clausetrack.draft.news.findings import Finding
from clausetrack.draft.news.speakers import NOBODY, Speaker, holder, speaker
from clausetrack.draft.news.speech import is_told
from clausetrack.draft.news.story import LONG, Sentence
from clausetrack.draft.news.subjects import Scene

_SUBSTANCE: Final = 5
"""Words of the shortest paraphrase that says something: "said she was delighted" does not."""

_QUOTED: Final = 0.25
"""Share of a sentence's words that are quoted, from which it is told as a quotation."""

_BELIEF: Final = 100
"""Characters within which a sentence says among whom a belief is held."""

_IMPLIED: Final = Doubt("speaker", "the article does not name the speaker; the quotation follows one of theirs")

_Run = tuple[Speaker, list[Sentence]]


def quotation(
    paragraph: Sequence[Sentence], scene: Scene, signed: str | None, before: Speaker
) -> tuple[tuple[Finding, ...], Speaker]:
    """Give the statements that a paragraph quotes, one a speaker, and who spoke last.

    A quotation without a speaker goes with the others of its paragraph, with the line below that names one, or with
    the paragraph before it.
    """
    found: list[Finding] = []
    for spoken, sentences in _runs(paragraph, scene):
        who, implied = spoken, False
        if who.kind == "none" and signed:
            who = speaker(f"{signed} {scene.known.words('said')[0]}", scene)
        if who.kind == "none":
            who = _named_before(paragraph, sentences[0], scene)
        if who.kind == "none" and paragraph[0].opens:
            who, implied = before._replace(variant=None), True
        before = who
        found += _statement(who, sentences, scene, implied=implied)
    return tuple(found), before


def _runs(paragraph: Sequence[Sentence], scene: Scene) -> list[_Run]:
    """Give the sentences that quote, those of one speaker together."""
    runs: list[_Run] = []
    for sentence in paragraph:
        if not _is_quotation(sentence):
            scene.person = next((named.person for named in scene.people.find(sentence.told)), scene.person)
            continue
        spoken = speaker(sentence.told, scene) if _is_framed(sentence) else NOBODY
        last = runs[-1][0] if runs else None
        if last is not None and (NOBODY in {spoken, last} or spoken.names == last.names):
            runs[-1] = (spoken if last == NOBODY else last, [*runs[-1][1], sentence])
        else:
            runs.append((spoken, [sentence]))
    return runs


def _named_before(paragraph: Sequence[Sentence], first: Sentence, scene: Scene) -> Speaker:
    """Give who is spoken of in front of a quotation in the same paragraph: "The mayor was delighted. "At last!""."""
    earlier = paragraph[: paragraph.index(first)]
    found = (speaker(sentence.told, scene) for sentence in earlier)
    return next((each for each in found if each.kind != "none"), NOBODY)


def _is_framed(sentence: Sentence) -> bool:
    """Say whether anything stands around the quotations of a sentence."""
    return bool(sentence.told.replace("…", " ").strip(" ,.;:"))


def _is_quotation(sentence: Sentence) -> bool:
    words = sum(len(quoted.split()) for quoted in sentence.quoted)
    return bool(words) and words >= _QUOTED * len(sentence.text.split())


def _statement(who: Speaker, sentences: Sequence[Sentence], scene: Scene, *, implied: bool) -> Iterator[Finding]:
    whole = " ".join(sentence.text for sentence in sentences)
    quoted = " ".join(part for sentence in sentences for part in sentence.quoted)
    direct = (quoted[:1].isupper() or sentences[0].opens) and all(map(_is_bare, sentences))
    document = who.kind == "document"
    yield from _made(
        who,
        sentences,
        scene,
        text=quoted if direct else whole,
        item=quoted,
        attribution="document" if document else "joint" if who.kind == "parties" else "one-side",
        stance=stance(whole, scene, quoted, document=document),
        doubts=(_IMPLIED,) if implied else (),
    )


def _is_bare(sentence: Sentence) -> bool:
    """Say whether nothing but who speaks stands around a quotation."""
    return sentence.opens or len(sentence.told.replace("…", " ").split()) <= 2 * LONG


def reported(sentence: Sentence, who: Speaker, said: str, scene: Scene) -> Iterator[Finding]:
    """Yield the statement that a sentence tells in other words, where it says something and a party's side says it."""
    if len(said.split()) < _SUBSTANCE and not sentence.quoted:
        return
    attribution = "document" if who.kind == "document" else "one-side" if sentence.quoted else "paraphrase"
    yield from _made(
        who,
        (sentence,),
        scene,
        text=sentence.text,
        item=said,
        attribution=attribution,
        stance=stance(sentence.text, scene),
    )


def attitude(sentence: Sentence, scene: Scene) -> Iterator[Finding]:
    """Yield the stance that a sentence says the parties, or an official of one, take: "expressed concern about"."""
    told, known = sentence.told, scene.known
    verb = known.pattern("stance_verbs").search(told)
    if re.match(known.source("beliefs"), told, re.IGNORECASE):
        strange = set(scene.places.ids(told[:_BELIEF])) - set(scene.parties)
        who, item, loose = NOBODY if strange else Speaker("parties", scene.parties, scene.parties), told, True
    elif verb and not is_told(told[: verb.start()], known):
        who, item = holder(told[: verb.start()], scene), told[verb.start() :]
        loose = known.pattern("loose_verbs").search(told) is not None
    else:
        return
    attribution = "paraphrase" if loose else "joint" if who.kind == "parties" else "one-side"
    yield from _made(
        who, (sentence,), scene, text=sentence.text, item=item, attribution=attribution, stance=stance(told, scene)
    )


def _made(
    who: Speaker,
    sentences: Sequence[Sentence],
    scene: Scene,
    *,
    text: str,
    item: str,
    attribution: str,
    stance: str,
    doubts: tuple[Doubt, ...] = (),
) -> Iterator[Finding]:
    """Yield a statement, where somebody makes it who speaks for a party, for all, or for the agreement."""
    if who.kind in {"stranger", "none"}:
        return
    whole = " ".join(sentence.text for sentence in sentences)
    named = (id for id in scene.places.ids(whole) if id not in scene.parties)
    yield Finding(
        "statement",
        _sentence(text),
        tuple(sentences),
        item,
        sides=who.sides,
        speaker=who.names,
        attribution=attribution,
        stance=stance,
        targets=tuple(named) if stance in {"concern", "condemn"} else (),
        note=f"The article spells the speaker's name “{who.variant}” here." if who.variant else None,
        doubts=doubts,
    )


def stance(words: str, scene: Scene, said: str | None = None, *, document: bool = False) -> str:
    """Give what a statement does, by the first list of words that has one of it; it affirms where none has.

    Who speaks of the state of the world, and not of the agreement, assesses it.
    """
    known, quoted = scene.known, said or words
    found = next((name for name, pattern in known.stances if pattern.search(words)), None)
    worldly = known.pattern("world").search(quoted) and not known.pattern("agreement").search(quoted)
    return found or ("assess" if worldly and not document else "affirm")


def _sentence(words: str) -> str:
    bare = " ".join(words.split()).strip(" ,")
    return bare[:1].upper() + bare[1:] + ("" if bare[-1:] in ".!?…" else ".")
