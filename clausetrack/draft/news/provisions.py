"""From a predicate to the provisions that it tells, one each: a row of verbs and a list of things are taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clausetrack.draft.inferred import Doubt
from clausetrack.draft.news.findings import Finding
from clausetrack.draft.news.grammar import Grammar, grammar
from clausetrack.draft.news.lists import items, spread
from clausetrack.draft.news.predicates import Predicate, predicates
from clausetrack.draft.news.story import Sentence
from clausetrack.draft.news.subjects import Scene

_PRONOUN_SPACE: Final = re.compile(r"\s+")
# A quantity behind "covers" measures the agreement, it is nothing that the agreement provides for.
_MEASURE: Final = re.compile(r"^(?:more than |about |around |some |nearly |almost |over |roughly )?(?:an? (?:third|quarter|half|fifth)|half|\d[\d.,]*\s?(?:%|per ?cent|million|billion|people|pages|countries)|all of|most of)", re.I)
_OBJECT_WORDS: Final = 3
_DETERMINED: Final = {
    "en": r"(?:a|an|the|its|their|each|two|three|four|five|new|joint|more|annual|regular|common|\d+)\s",
    "fr": r"(?:un|une|le|la|les|des|l['’]|leur|leurs|deux|trois)",
    "de": r"(?:ein|eine|einen|die|der|das|den|gemeinsame|gemeinsamen)\s",
    "es": r"(?:un|una|el|la|los|las|dos|tres|su|sus)\s",
}


def provisions(sentence: Sentence, told: str, scene: Scene, *, spoken: bool = False, near: bool = False) -> tuple[Finding, ...]:
    """Give what a sentence, or the clause of one, says that an agreement does or its parties take on.

    ``spoken`` says that somebody is quoted with it; ``near`` that the sentence before was of the agreement, so that
    what has no such subject ("Tariffs will fall") may be too.
    """
    found: list[Finding] = []
    for predicate in predicates(told, scene):
        if _is_background(predicate, told, scene, near=near, spoken=spoken):
            continue
        found += _from(predicate, sentence, scene)
    return tuple(found)


def _is_background(predicate: Predicate, told: str, scene: Scene, *, near: bool, spoken: bool) -> bool:
    who, known = predicate.who, scene.known
    if who.kind in {"stranger", "none"}:
        return True
    is_past = predicate.past or known.pattern("past").search(told) is not None
    if is_past and predicate.kind in {"pledge", "act", "list", "control"} and not predicate.under and _is_told_in_past(predicate.cue, known.language):
        return True
    if who.kind == "other":
        if known.pattern("scenery").search(predicate.subject) or spoken:
            return True
        about = predicate.under or near or known.pattern("agreement").search(told) or known.pattern("bodies").search(predicate.subject)
        return not about or bool(set(scene.places.ids(predicate.subject)) - set(scene.parties))
    strange = re.search(r"\s(?:with|mit|avec|con)\s([^,]+)", predicate.rest)
    if who.kind in {"party", "person"} and strange:
        others = set(scene.places.ids(strange[1]))
        return bool(others - set(scene.parties)) and not others & set(scene.parties)
    return False


def _is_told_in_past(cue: str, language: str) -> bool:
    return language != "en" or re.search(r"(?:ed|took|ought|ught|t)\b", cue) is not None


def _from(predicate: Predicate, sentence: Sentence, scene: Scene) -> Iterator[Finding]:
    rules = grammar(scene.known.language)
    rest = _without_asides(predicate.rest, scene)
    if not rest or (not rest[:1].isalnum() and rest[:1] not in "…€$£¥\"'’"):
        return
    for lead, piece in rows(rest, predicate.kind, rules):
        yield from _piece(predicate, lead, piece, sentence, scene, rules)


def rows(rest: str, kind: str, rules: Grammar) -> Iterator[tuple[bool, str]]:
    """Yield the verb phrases of a row, with whether the phrase begins with the verb of its own: "A, upgrades B"."""
    if rules.known.language != "en":
        pieces = [piece for piece in rules.split.split(rest) if piece.strip()]
        yield from ((place > 0, piece.strip()) for place, piece in enumerate(pieces))
        return
    form = {"list": "third", "act": "third", "control": "third", "gerund": "gerund"}.get(kind, "base")
    start, own = 0, False
    for match in rules.rows[form].finditer(rest):
        if not rest[start : match.start()].strip(" ,;") or not _is_verb(match, rest, rules):
            continue
        yield own, rest[start : match.start()].strip(" ,;")
        start, own = match.start("verb"), True
    yield own, rest[start:].strip(" ,;")


def _is_verb(match: re.Match[str], rest: str, rules: Grammar) -> bool:
    """Say whether a word that may be a noun is a verb here: it has an object or a particle behind it, no "of"."""
    verb = match["verb"].lower()
    if "to " in match["lead"]:
        return True
    following = rest[match.end() :].lstrip()
    if not following or following[0] in ",;.":
        return False
    if verb not in _NOUNLIKE(rules):
        bare = re.fullmatch(rules.base, verb, re.I) or re.fullmatch(rules.gerunds, verb, re.I)
        return not (re.match(r"(?:of|and|or)\s", following) if bare else _is_plain(following, rules))
    return re.match(rf"{rules.known.source('after_verbs')}\s|\d|\w+s of\s", following, re.I) is not None


def _is_plain(following: str, rules: Grammar) -> bool:
    """Say whether a small word follows that a verb with an object does not have behind it."""
    return re.match(rf"{rules.known.source('plain')}(?![\w])", following, re.I) is not None


def _NOUNLIKE(rules: Grammar) -> frozenset[str]:
    return frozenset(rules.known.words("nounlike"))


def _without_asides(rest: str, scene: Scene) -> str:
    """Cut what the reporter adds behind a comma: who said so, what it follows, what it is a sign of."""
    known = scene.known
    cut = re.compile(rf",\s{known.source('asides')}(?![\w]).*$", re.I)
    while match := cut.search(rest):
        rest = rest[: match.start()]
    return rest.strip(" ,;…")


def _piece(predicate: Predicate, own: bool, piece: str, sentence: Sentence, scene: Scene, rules: Grammar) -> Iterator[Finding]:  # noqa: FBT001
    known = scene.known
    verb = piece.split(" ", 1)[0] if own or predicate.kind in {"modal", "pledge", "purpose"} else predicate.cue
    if own and predicate.kind in {"list", "act", "control"}:
        cue, phrase = re.match(rf"(?:{'|'.join(known.forces)}|\S+)\s?", piece, re.I)[0].strip(), ""  # type: ignore[index] # \S+ matches any piece
        phrase = piece[len(cue) :].strip()
        verb = cue
    else:
        cue, phrase = predicate.cue, piece
    if known.pattern("background_verbs").fullmatch(cue) or (predicate.who.kind == "agreement" and _is_effect(predicate, phrase, known)):
        return
    phrase = re.sub(rf"\s{known.source('sidelong')}\s.*$", "", phrase, flags=re.I)
    whole = f"{predicate.subject} {cue} {phrase}"
    if known.pattern("procedure").search(f"{cue} {phrase}"):
        yield _finding("procedure", whole, phrase, predicate, sentence)
        return
    yield from _told(predicate, cue, phrase, sentence, scene, rules)


def _is_effect(predicate: Predicate, phrase: str, known: object) -> bool:
    """Say whether an agreement is only said to work well or badly: to boost, to cost, to mean something."""
    if predicate.kind not in {"modal", "future"}:
        return False
    first = phrase.split(" ", 1)[0] if predicate.kind == "modal" else predicate.cue
    return known.pattern("effects").fullmatch(first) is not None  # type: ignore[attr-defined]


def _told(predicate: Predicate, cue: str, phrase: str, sentence: Sentence, scene: Scene, rules: Grammar) -> Iterator[Finding]:
    known = scene.known
    listing = re.match(rf"(?:{known.source('adverbs')}\s)*(?:{'|'.join(known.forces)})\s", phrase, re.I) if predicate.kind == "modal" and predicate.who.kind == "agreement" else None
    if listing:
        cue, phrase = f"{cue} {listing[0].strip()}", phrase[listing.end() :]
    head = f"{predicate.subject} {cue} "
    reported = known.force_of(re.sub(rf"^(?:{known.source('adverbs')}\s)*", "", listing[0].strip())) if listing else known.force_of(cue)
    if reported:
        if _MEASURE.match(phrase):
            return
        tidy = _tidy(phrase, known)
        for given, item in spread(tidy, known):
            yield from _specified(f"{head}{given}", item, predicate, sentence, scene, reported)
        return
    if known.pattern("controls").fullmatch(cue) or re.fullmatch(known.source("controls"), cue, re.I):
        for given, item in _controlled(phrase, rules):
            yield from _specified(f"{head}{given}", item, predicate, sentence, scene, "commit")
        return
    parts = _distributed(phrase, known)
    level = None if predicate.kind in {"modal", "pledge", "future"} else "commit"
    for given, item in parts:
        yield from _specified(f"{head}{given}", item, predicate, sentence, scene, level)


def _controlled(phrase: str, rules: Grammar) -> Iterator[tuple[str, str]]:
    """Take "Seoul to transferring …, and Warsaw to buying …" apart, where each is named, and the verbs of each."""
    parts = re.split(r"(?:,\s(?:and\s)?|\sand\s)(?=(?:the\s)?[A-Z]\w+\sto\s)", phrase)
    for part in parts:
        held = re.match(r"[^,]{2,60}?\sto\s", part)
        given = held[0] if held and rules.known.language == "en" else ""
        form = "gerund" if re.match(r"\w+ing\b", part[len(given) :]) else "modal"
        for _, piece in rows(part[len(given) :], form, rules):
            yield given, piece


def _distributed(phrase: str, known: object) -> list[tuple[str, str]]:
    """Take the objects of one verb apart where each is a thing of its own: "set up a fund, a council and a hotline"."""
    from clausetrack.draft.news.lists import shared

    language = known.language  # type: ignore[attr-defined]
    if not is_dialogue(phrase, phrase, known) and shared(phrase, known):  # type: ignore[arg-type]
        return list(spread(phrase, known))  # type: ignore[arg-type]
    first = re.match(rf"(?:[\w-]+\s){{1,3}}?(?={_DETERMINED[language]})", phrase)
    given = first[0] if first else ""
    found = items(phrase[len(given) :], language)
    if _is_plain_list(phrase, found, given):
        return [(phrase.split(" ", 1)[0] + " ", item) for item in items(phrase.split(" ", 1)[1], language)]
    if len(found) > 1 and given and all(re.match(_DETERMINED[language], item) and len(item.split()) >= 2 for item in found):
        return [(given, item) for item in found]
    return [("", phrase)]


def _is_plain_list(phrase: str, found: tuple[str, ...], given: str) -> bool:
    """Say whether a verb has three objects or more in a row, none of them an adjective that waits for its noun."""
    verb, _, objects = phrase.partition(" ")
    first = objects.split(",", 1)[0]
    if len(found) < _ROW or re.search(r"\s(?:on|for|of|in|to|from|with|by|at|against)\s", first) or len(first.split()) > _OBJECT:
        return False
    del given
    return verb.isalpha() and not re.fullmatch(r"(?:[\w-]+\s)?\w+(?:al|ic|ive|ary|ous)", first)


_ROW: Final = 3
"""Objects of one verb that are a list; two may be one thing: "trade and investment"."""

_OBJECT: Final = 5
"""Words of an object in such a list."""


def _specified(
    head: str, item: str, predicate: Predicate, sentence: Sentence, scene: Scene, reported: str | None
) -> Iterator[Finding]:
    """Yield a provision, and apart from it what it names as one of several: "dialogues, including one on ports"."""
    known = scene.known
    kind = "dialogue" if is_dialogue(f"{_met(predicate, head)}{item}", item, known) else "commitment"
    main = _finding(kind, f"{head}{item}", item, predicate, sentence, reported)
    inner = re.search(rf",?\s{known.source('within')}\s", item, re.I)
    if kind != "dialogue" or inner is None:
        yield main
        return
    general = item[: inner.start()]
    main = main._replace(text=_clean(f"{head}{general}"), item=general)
    yield main
    for each in items(item[inner.end() :], known.language):
        yield _finding(kind, f"{head}{item[: inner.end()]}{each}", each, predicate, sentence, reported)._replace(
            part_of=main.text, doubts=(Doubt("kind", "perhaps a topic, and no dialogue of its own"),)
        )


def _met(predicate: Predicate, head: str) -> str:
    """Give what may say that people meet: the verb with its reflexive, and the subject where it is what is held."""
    *_, last = predicate.subject.split(" ")
    verb = head.removeprefix(predicate.subject)
    if _HELD_BE.search(f"{verb}{predicate.rest}"):
        return f"{_OF_WHOM.split(predicate.subject, maxsplit=1)[0]}{verb}"
    return f"{last}{verb}" if last in {"se", "sich"} else verb


_HELD_BE: Final = re.compile(r"^\s?\w+ be (?:held|convened|organi[sz]ed|hosted)")
_OF_WHOM: Final = re.compile(r"\s(?:of|between|after)\s|,")


def is_dialogue(whole: str, item: str, known: object) -> bool:
    """Say whether people are to meet, or a dialogue is set up; talks on another agreement are a commitment."""
    searched = item if known.pattern("dialogue").search(item) else whole  # type: ignore[attr-defined]
    if known.pattern("not_dialogue").search(searched):  # type: ignore[attr-defined]
        return False
    return known.pattern("dialogue").search(searched) is not None  # type: ignore[attr-defined]


def _tidy(phrase: str, known: object) -> str:
    """Give what a list verb lists without the particle at its end: "sieht … vor"."""
    return re.sub(rf"\s{known.source('particles')}$", "", phrase)  # type: ignore[attr-defined]


def _finding(kind: str, text: str, item: str, predicate: Predicate, sentence: Sentence, reported: str | None = None) -> Finding:
    return Finding(kind, _clean(text), (sentence,), _bare(item), reported, predicate.who.sides)


def _bare(item: str) -> str:
    """Give an item without the adverbs and particles in front of it, for its heading."""
    return re.sub(r"^(?:(?:also|further|jointly|each|both|together|out|up|off|down|notably|mutually)\s)+", "", item.strip(" ,;…"))


def _clean(text: str) -> str:
    words = _PRONOUN_SPACE.sub(" ", text.replace("…", " ")).strip(" ,;:")
    return words[:1].upper() + words[1:] + "."
