"""Speech in other words: "the minister said that …", "…, the treaty says", "according to both governments, …"."""

from __future__ import annotations

import re
from typing import Final

from clausetrack.draft.news.grammar import HELD, grammar
from clausetrack.draft.news.predicates import without_adverbs
from clausetrack.draft.news.speakers import NOBODY, Speaker, several, speaker
from clausetrack.draft.news.story import Sentence
from clausetrack.draft.news.subjects import Scene
from clausetrack.draft.news.words import Words

_BY: Final = re.compile(r"\s(?:by|par|von|por)\s")
_ANNOUNCED: Final = 4
"""Words between "announced" and the agreement, where it is the agreement that is announced: "a new pact"."""


def paraphrase(sentence: Sentence, scene: Scene) -> tuple[Speaker, str] | None:
    """Take speech in other words apart: who speaks, and what is said. None where nobody is said to say anything."""
    told = sentence.told.rstrip(" .")
    return _sourced(told, scene) or _behind(told, scene) or _before(told, scene)


def _sourced(told: str, scene: Scene) -> tuple[Speaker, str] | None:
    """Read "According to the ministers, …" and "…, according to the ministers"."""
    source = re.search(rf"(?:^|,?\s){scene.known.source('according')}\s([^,]+?)(?:,\s|$)", told, re.IGNORECASE)
    if source is None:
        return None
    rest = (told[: source.start()] + (", " if source.start() else "") + told[source.end() :]).strip(" ,")
    return several(source[1], scene) or speaker(f"{source[1]} {scene.known.words('said')[0]}", scene), rest


def _behind(told: str, scene: Scene) -> tuple[Speaker, str] | None:
    """Read "…, the minister said" and "…, said the minister"."""
    says = scene.known.source("says")
    tail = re.search(
        rf"^(.+?),\s((?:[\w'’.-]+\s){{0,7}}?{says}(?:\s\w+){{0,4}}|{says}(?:\s[\w'’.-]+){{1,12}})(?:,[^,]*)?$",
        told,
        re.IGNORECASE,
    )
    if tail is None or tail[1].rstrip().endswith("…") or re.search(rf"{says}{_BY.pattern}", tail[2]):
        return None
    who = speaker(tail[2], scene)
    # "Her colleague, Jo Ray, said fares would fall" begins with what looks like what was said.
    inverted = scene.known.pattern("says").match(tail[2]) is not None
    if who.kind == "none" or (inverted and who.kind == "stranger" and not who.names):
        return None
    return who, tail[1]


def _before(told: str, scene: Scene) -> tuple[Speaker, str] | None:
    """Read "The minister said (that) …"."""
    known = scene.known
    says, pledge = known.pattern("says").search(told), known.pattern("pledges").search(told)
    if says is None or (pledge and pledge.start() <= says.start() < pledge.end()):
        return None
    subject = told[: says.start()].strip(" ,")
    if _BY.match(told, says.end()) or is_told(subject, known) or _is_announced(told, says, known):
        return None
    who = _subject(subject, told[: says.end()], scene)
    return None if who.kind == "none" else (who, _said(told[says.end() :].strip(" ,:"), known))


def _subject(subject: str, words: str, scene: Scene) -> Speaker:
    judged = scene.who(without_adverbs(subject.partition(",")[0], scene))
    if judged.kind in {"parties", "party"}:
        return Speaker(judged.kind, judged.sides or scene.parties, judged.sides)
    if judged.kind == "stranger" and judged.person is None:
        return Speaker("stranger")
    return speaker(words, scene) if subject else NOBODY


def is_told(before: str, known: Words) -> bool:
    """Say whether a predicate of the sentence's own stands in front of a verb of speech, which is then beside it."""
    cue = grammar(known.language).cue.search(before)
    if cue is None or cue.lastgroup not in HELD:
        return False
    return re.search(rf"\s{known.source('whose')}\s$", before[: cue.start()]) is None


def _is_announced(told: str, says: re.Match[str], known: Words) -> bool:
    """Say whether it is the agreement itself that is announced, and nothing of it."""
    if known.pattern("founding").fullmatch(says[0]) is None:
        return False
    noun = known.pattern("agreement").search(told, says.end())
    return noun is not None and len(told[says.end() : noun.start()].split()) <= _ANNOUNCED


def _said(words: str, known: Words) -> str:
    """Give what is said without whom it was said to, where and when: "in Oslo on Monday that …"."""
    that = re.match(
        rf"(?:(?:during|in|at|on|to|after|before|late|ahead of|through)\s[^,;:]{{2,80}}?\s){known.source('thats')}\s",
        words,
        re.IGNORECASE,
    )
    if that:
        return words[that.end() :]
    return re.sub(rf"^(?:{known.source('reporters')}\s)?(?:{known.source('thats')}\s)?", "", words, flags=re.IGNORECASE)
