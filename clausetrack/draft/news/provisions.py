"""From a predicate to the provisions that it tells, one each: a row of verbs and a list of things are taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from clausetrack.clauseset.inferred import Doubt
from clausetrack.draft.news.background import is_background, is_effect
from clausetrack.draft.news.findings import Finding
from clausetrack.draft.news.grammar import HELD, Grammar, grammar
from clausetrack.draft.news.lists import distributed, items, spread
from clausetrack.draft.news.meetings import is_dialogue, meets
from clausetrack.draft.news.predicates import Predicate, predicates
from clausetrack.draft.news.rows import rows
from clausetrack.draft.news.story import Sentence
from clausetrack.draft.news.subjects import Scene
from clausetrack.draft.news.words import Words

# A quantity behind "covers" measures the agreement, it is nothing that the agreement provides for.
_MEASURE: Final = re.compile(
    r"(?:more than |about |around |some |nearly |almost |over |roughly )?"
    r"(?:an? (?:third|quarter|half|fifth)|half|\d[\d.,]*\s?(?:%|per ?cent|million|billion|people|pages|countries)"
    r"|all of|most of)",
    re.IGNORECASE,
)
_BEGINS: Final = re.compile(r"[\w…€$£¥\"'’]")
_PARTIES: Final = re.compile(r"(?:,\s(?:and\s)?|\sand\s)(?=(?:the\s)?[A-Z]\w+\sto\s)")
_ADVERBS: Final = re.compile(r"(?:(?:also|further|jointly|each|both|together|out|up|off|down|notably|mutually)\s)+")
_TOPIC: Final = Doubt("kind", "perhaps a topic, and no dialogue of its own")


class _Source(NamedTuple):
    """What a provision is read from: a predicate of a sentence in a story."""

    predicate: Predicate
    sentence: Sentence
    known: Words


def provisions(
    sentence: Sentence, told: str, scene: Scene, *, spoken: bool = False, near: bool = False
) -> tuple[Finding, ...]:
    """Give what a sentence, or the clause of one, says that an agreement does or its parties take on.

    ``spoken`` says that somebody is quoted with it; ``near`` that the sentence before was of the agreement, so that
    what has no such subject ("Tariffs will fall") may be too.
    """
    return tuple(
        finding
        for predicate in predicates(told, scene)
        if not is_background(predicate, told, scene, near=near, spoken=spoken)
        for finding in _read(_Source(predicate, sentence, scene.known))
    )


def _read(source: _Source) -> Iterator[Finding]:
    predicate, known = source.predicate, source.known
    rest = _without_asides(predicate.rest, known)
    if not _BEGINS.match(rest):
        return
    rules = grammar(known.language)
    for own, piece in rows(rest, predicate.kind, rules):
        cue, phrase = _own_verb(piece, known) if own and predicate.kind not in HELD else (predicate.cue, piece)
        phrase = re.sub(rf"\s{known.source('sidelong')}\s.*$", "", phrase, flags=re.IGNORECASE)
        yield from _phrase(source, cue, phrase, rules)


def _own_verb(piece: str, known: Words) -> tuple[str, str]:
    """Take the verb off a piece of a row that has its own: "upgrades", "provides for"."""
    verb = re.match(rf"(?:{'|'.join(known.forces)}|\S+)(?=\s|$)", piece, re.IGNORECASE)
    end = verb.end() if verb else 0
    return piece[:end], piece[end:].strip()


def _without_asides(rest: str, known: Words) -> str:
    """Cut what the reporter adds behind a comma: who said so, what it follows, what it is a sign of."""
    aside = re.search(rf",\s{known.source('asides')}(?![\w])", rest, re.IGNORECASE)
    return (rest[: aside.start()] if aside else rest).strip(" ,;…")


def _phrase(source: _Source, cue: str, phrase: str, rules: Grammar) -> Iterator[Finding]:
    """Yield what one verb phrase says: nothing, where it is about the world; a procedure; or what each object is."""
    predicate, known = source.predicate, source.known
    if known.pattern("background_verbs").fullmatch(cue) or is_effect(predicate, phrase, known):
        return
    if known.pattern("procedure").search(f"{cue} {phrase}"):
        yield _finding(source, "procedure", f"{predicate.subject} {cue} {phrase}", phrase)
        return
    cue, phrase, reported = _listing(predicate, cue, phrase, known)
    if reported and _MEASURE.match(phrase):
        return
    level = reported or (None if predicate.kind in HELD else "commit")
    leads = predicate.kind in HELD or predicate.kind == "purpose"
    for given, item in _objects(cue, phrase, rules, listing=reported is not None, leads=leads):
        yield from _specified(source, f"{predicate.subject} {cue} {given}", item, level)


def _listing(predicate: Predicate, cue: str, phrase: str, known: Words) -> tuple[str, str, str | None]:
    """Give the verb, its object, and the level that the verb reports where it lists: "includes", "will cover"."""
    if predicate.kind == "modal" and predicate.who.kind == "agreement":
        verb = re.match(rf"(?:{known.source('adverbs')}\s)*(?P<verb>{'|'.join(known.forces)})\s", phrase, re.IGNORECASE)
        if verb:
            return f"{cue} {verb[0].strip()}", phrase[verb.end() :], known.force_of(verb["verb"])
    return cue, phrase, known.force_of(cue)


def _objects(cue: str, phrase: str, rules: Grammar, *, listing: bool, leads: bool) -> Iterator[tuple[str, str]]:
    """Yield (what is meant for it, item) for each thing that the verb is about."""
    known = rules.known
    if listing:
        yield from spread(re.sub(rf"\s{known.source('particles')}$", "", phrase), known)
    elif known.pattern("controls").fullmatch(cue):
        yield from _controlled(phrase, rules)
    else:
        yield from distributed(phrase, known, leads=leads, shares=not is_dialogue(phrase, phrase, known))


def _controlled(phrase: str, rules: Grammar) -> Iterator[tuple[str, str]]:
    """Take "Seoul to transferring …, and Warsaw to buying …" apart, where each is named, and the verbs of each."""
    for part in _PARTIES.split(phrase):
        held = re.match(r"[^,]{2,60}?\sto\s", part) if rules.known.language == "en" else None
        given = held[0] if held else ""
        form = "gerund" if re.match(r"\w+ing\b", part[len(given) :]) else "modal"
        for _, piece in rows(part[len(given) :], form, rules):
            yield given, piece


def _specified(source: _Source, head: str, item: str, reported: str | None) -> Iterator[Finding]:
    """Yield a provision, and apart from it what it names as one of several: "dialogues, including one on ports"."""
    known = source.known
    kind = "dialogue" if is_dialogue(f"{meets(source.predicate, head)}{item}", item, known) else "commitment"
    inner = re.search(rf",?\s{known.source('within')}\s", item, re.IGNORECASE) if kind == "dialogue" else None
    general = item[: inner.start()] if inner else item
    main = _finding(source, kind, f"{head}{general}", general, reported)
    yield main
    for each in items(item[inner.end() :], known.language) if inner else ():
        part = _finding(source, kind, f"{head}{item[: inner.end() if inner else 0]}{each}", each, reported)
        yield part._replace(part_of=main.text, doubts=(_TOPIC,))


def _finding(source: _Source, kind: str, text: str, item: str, reported: str | None = None) -> Finding:
    bare = _ADVERBS.sub("", item.strip(" ,;…"), count=1) if _ADVERBS.match(item) else item.strip(" ,;…")
    return Finding(kind, whole(text), (source.sentence,), bare, reported, source.predicate.who.sides)


def whole(told: str) -> str:
    """Give words of a sentence as one of their own: a capital in front, a full stop behind."""
    words = " ".join(told.replace("…", " ").split()).strip(" ,;:.")
    return f"{words[:1].upper()}{words[1:]}."
