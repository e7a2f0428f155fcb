"""The predicates of a sentence that say what an agreement does or what its parties take on, with their subjects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from clausetrack.draft.news.grammar import HELD, Grammar, grammar
from clausetrack.draft.news.openings import LONGEST, Opening, opened
from clausetrack.draft.news.subjects import AGREEMENT, NONE, Scene, Who

# Words of the longest subject in the middle of a sentence.
_SUBJECT_WORDS: Final = 14
_BOUNDARY: Final = re.compile(
    r"[,;]\s(?:while|and|but|whereas|or|as)?\s?|\s(?:while|and|but|whereas|tandis que|et|und|während|mientras que|y)\s"
)


class Predicate(NamedTuple):
    """What a sentence says of one subject, in its own words.

    ``cue`` are the words that make it a predicate, ``kind`` which sort they are (pledge, purpose, list, control, modal,
    future, act, gerund), ``rest`` what follows them. ``under`` says that the sentence begins with "under the deal" or
    the like, ``past`` that it begins with a time that is over.
    """

    subject: str
    who: Who
    cue: str
    kind: str
    rest: str
    under: bool = False
    past: bool = False
    skips: int = 0
    """Characters of a subject that stands behind its verb, and is part of the cue."""


def predicates(told: str, scene: Scene) -> tuple[Predicate, ...]:
    """Give the predicates of a sentence. Linear in its length, for a sentence of news has few cues."""
    rules = grammar(scene.known.language)
    text = told.rstrip(" .!;:…")
    texts = _without_aside(text, scene)
    return tuple(found for each in texts for found in _scan(each, opened(each, scene), rules, scene))


def _without_aside(text: str, scene: Scene) -> tuple[str, ...]:
    """Take "The pact, which will lapse in May, sets up a fund" for two sentences, the aside first."""
    match = re.match(
        rf"(?P<subject>[^,]{{3,90}}),\s{scene.known.source('aside_relatives')}\s(?P<aside>[^,]{{5,160}}),\s(?P<rest>.+)$",
        text,
        re.IGNORECASE,
    )
    if match is None or scene.who(match["subject"]).kind != "agreement":
        return (text,)
    return f"{match['subject']} {match['aside']}", f"{match['subject']} {match['rest']}"


def _scan(text: str, opening: Opening, rules: Grammar, scene: Scene) -> Iterator[Predicate]:
    cues = list(rules.cue.finditer(text, opening.end))
    current: Predicate | None = None
    start, end = opening.end, 0
    for cue in cues:
        if cue.start() < end or _is_name(cue, opening.end):
            continue
        judged = _first(text, start, cue, scene, opening) if current is None else _next(text, end, cue, current, scene)
        if judged is None:
            continue
        boundary, predicate = judged
        if current is not None:
            yield current._replace(rest=text[end:boundary].strip(" ,;"))
        current, end = predicate, cue.end() + predicate.skips
    if current is not None:
        yield current._replace(rest=text[end:].strip(" ,;"))
    elif gerund := _gerund(text, opening, rules, scene):
        yield gerund


def _is_name(cue: re.Match[str], start: int) -> bool:
    """Say whether a word is the month of May, or part of a name, and no verb."""
    return cue.lastgroup == "modal" and cue[0][:1].isupper() and not cue[0].isupper() and cue.start() > start


def _first(text: str, start: int, cue: re.Match[str], scene: Scene, opening: Opening) -> tuple[int, Predicate] | None:
    kind = str(cue.lastgroup)
    before = without_adverbs(text[start : cue.start()], scene)
    relative = _antecedent(before, scene)
    if relative is not None:
        subject, who = relative
        if who.kind != "agreement":
            return None
    else:
        subject, who = before, scene.who(before)
        if who.kind == "none" and ", " in before and scene.who(before.split(",")[0]).kind != "stranger":
            subject = before.rsplit(", ", 1)[1]
            who = scene.who(subject) if not scene.known.pattern("subordinators").match(subject) else who
    if scene.known.language == "de" and who.kind in {"none", "other"} and kind in HELD:
        behind = _inverted(text, cue.end(), scene)
        if behind:
            verb = f"{cue[0]} {behind[0]}"
            return cue.start(), Predicate(
                "", behind[1], verb, kind, "", opening.under, opening.past, len(behind[0]) + 1
            )
    negated = re.search(rf"{scene.known.source('negated')}$", before, re.IGNORECASE)
    if not _fits(who, kind) or negated:
        return None
    return cue.start(), Predicate(subject, who, cue[0], kind, "", opening.under, opening.past)


def _inverted(text: str, start: int, scene: Scene) -> tuple[str, Who] | None:
    """Read a subject behind its verb, where German puts it after an opening: "Außerdem vereinbarten beide Seiten"."""
    words = text[start : start + LONGEST].split(",", maxsplit=1)[0].split()[:_INVERTED]
    for count in range(len(words), 0, -1):
        subject = " ".join(words[:count])
        who = scene.who(subject)
        if who.kind in {"parties", "party", "agreement"}:
            return subject, who
    return None


_INVERTED: Final = 4
"""Words of the longest subject behind a verb: "die Regierungen beider Länder"."""


def _fits(who: Who, kind: str) -> bool:
    """Say whether a subject goes with a cue: only agreements "establish"; whoever is named may "agree to"."""
    if who.kind == "agreement":
        return True
    if who.kind in {"parties", "party"}:
        return kind in HELD
    if who.kind == "person":
        return kind == "pledge"
    return who.kind == "other" and kind in HELD


def _next(text: str, end: int, cue: re.Match[str], current: Predicate, scene: Scene) -> tuple[int, Predicate] | None:
    """Judge a cue behind a predicate: the same subject goes on, another begins, or it stands in a clause of its own."""
    kind = str(cue.lastgroup)
    between = text[end : cue.start()]
    relative = _relative(text, between, cue, scene)
    if relative is not None:
        return _aside(text, end, relative, cue, scene)
    return _joined(between, end, cue, current, scene) if kind in HELD else None


def _relative(text: str, between: str, cue: re.Match[str], scene: Scene) -> re.Match[str] | None:
    """Find the pronoun of a clause that says something of its own: behind a comma, or that a body meets."""
    known = scene.known
    aside = re.search(rf",\s{known.source('aside_relatives')}\s*$", between, re.IGNORECASE)
    if aside and cue.lastgroup in {*HELD, "list"}:
        return aside
    met = re.search(rf"(?:^|\s){known.source('relatives')}(?:\s(?:se|sich))?\s*$", between, re.IGNORECASE)
    return met if cue.lastgroup in HELD and known.pattern("dialogue").match(text, _verb_at(text, cue)) else None


def _joined(
    between: str, end: int, cue: re.Match[str], current: Predicate, scene: Scene
) -> tuple[int, Predicate] | None:
    """Judge a cue behind "and", "while" or a comma: with the subject of the predicate before, or with its own."""
    known = scene.known
    bounds = list(_BOUNDARY.finditer(between + " "))
    if not bounds or re.search(rf"\b{known.source('relatives')}\s*$", between, re.IGNORECASE):
        return None
    bound, kind = bounds[-1], str(cue.lastgroup)
    subject = without_adverbs(between[bound.end() :], scene)
    boundary = end + bound.start()
    if not subject:
        return boundary, current._replace(cue=cue[0], kind=kind)
    clause = len(subject.split()) > _SUBJECT_WORDS or known.pattern("subordinators").match(subject)
    who = NONE if clause else scene.who(subject)
    if who.kind == "none" or (who.kind == "person" and kind != "pledge"):
        return None
    return boundary, Predicate(subject, who, cue[0], kind, "", current.under, current.past)


def _verb_at(text: str, cue: re.Match[str]) -> int:
    """Give where the verb of a cue begins: behind a modal, at a future form, with its reflexive."""
    if cue.lastgroup == "modal":
        return cue.end() + 1
    return cue.start() - len("se ") if text[: cue.start()].endswith(" se ") else cue.start()


def _aside(text: str, end: int, aside: re.Match[str], cue: re.Match[str], scene: Scene) -> tuple[int, Predicate] | None:
    """Take a clause behind a comma for a predicate of what stands before it: "a council, which will meet"."""
    before = text[end : end + aside.start()]
    found = list(re.finditer(rf"(?<![\w]){scene.known.source('articles')}\s", before, re.IGNORECASE))
    subject = before[found[-1].start() :] if found else before
    who = AGREEMENT if scene.is_agreement(subject.strip()) else Who("other")
    start = min(_verb_at(text, cue), cue.start())
    return end + aside.start(), Predicate(
        subject.strip(), who, text[start : cue.end()], str(cue.lastgroup), "", under=True
    )


def _antecedent(before: str, scene: Scene) -> tuple[str, Who] | None:
    """Give what a relative pronoun at the end stands for, None where there is no pronoun."""
    pronoun = re.search(rf",?\s{scene.known.source('relatives')}$", before, re.IGNORECASE)
    if pronoun is None:
        return None
    head = before[: pronoun.start()]
    *_, noun = (None, *_named(scene).finditer(head))
    if noun is None or scene.known.pattern("other").search(noun[0]) or len(head[noun.end() :].split()) > _SUBJECT_WORDS:
        return head, Who("none")
    strange = set(scene.places.ids(head[noun.start() :])) - set(scene.parties)
    return noun[0], Who("stranger") if strange else AGREEMENT


def _named(scene: Scene) -> re.Pattern[str]:
    """Find an agreement with its article: "a new trade agreement"."""
    articles, nouns = scene.known.source("articles"), scene.known.source("agreement")
    return re.compile(rf"(?<![\w]){articles}\s(?:[\w'’–-]+\s){{0,6}}?{nouns}(?![\w])", re.IGNORECASE)


def _gerund(text: str, opening: Opening, rules: Grammar, scene: Scene) -> Predicate | None:
    """Read "signed an agreement on Monday, cutting duties": what the agreement that was signed does."""
    founding = scene.known.pattern("founding").search(text, opening.end)
    if founding is None or opening.past:
        return None
    noun = _named(scene).search(text, founding.end())
    if noun is None or scene.known.pattern("other").search(noun[0]):
        return None
    cue = next(
        (each for each in rules.gerund.finditer(text, noun.end()) if _is_loose(text, noun.end(), each.start())), None
    )
    between = text[noun.end() : cue.start()].rpartition(",")[2] if cue else ""
    if cue is None or scene.known.pattern("subordinators").search(between) or scene.known.pattern("idle").match(cue[0]):
        return None
    return Predicate(noun[0], AGREEMENT, cue[0], "gerund", text[cue.end() :].strip(" ,;"), True)


def _is_loose(text: str, noun: int, at: int) -> bool:
    """Say whether a participle goes with the agreement: behind a comma, or at most a few words behind the noun."""
    before = text[:at].rstrip()
    if before.endswith((" on", " of", " for", " about", " from")):
        return False
    return before.endswith(",") or len(text[noun:at].split()) <= _BESIDE


_BESIDE: Final = 2
"""Words between an agreement and its participle without a comma: "a deal on Monday cutting duties"."""


def without_adverbs(words: str, scene: Scene) -> str:
    """Give a subject without the adverbs behind it."""
    left = words.rstrip(" ,")
    aside = rf"(?:^|\s|,\s)(?:{scene.known.source('adverbs')}|{scene.known.source('helpers')})$"
    while match := re.search(aside, left, re.IGNORECASE):
        if scene.who(left).kind != "none" and re.fullmatch(scene.known.source("pronouns_many"), left, re.IGNORECASE):
            break
        left = left[: match.start()].rstrip(" ,")
    return left.strip()
