"""An agreement's own life: that it is launched or signed, and to what end; when it takes force, and when it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.draft.news.findings import Finding
from clausetrack.draft.news.openings import opened
from clausetrack.draft.news.predicates import without_adverbs
from clausetrack.draft.news.provisions import whole
from clausetrack.draft.news.story import Sentence
from clausetrack.draft.news.subjects import Scene
from clausetrack.draft.news.words import Words


def founding(sentence: Sentence, told: str, scene: Scene) -> Iterator[Finding]:
    """Yield the agreement to agree: that a partnership is launched, or a treaty signed to some end."""
    known = scene.known
    opening = opened(told, scene)
    verb = known.pattern("founding").search(told, opening.end)
    noun = _founded(told, opening.end, verb, known) if verb and not opening.past else None
    if verb is None or noun is None or known.pattern("other").search(noun[0]):
        return
    stop = _stop(told, noun.end(), known)
    purpose = re.compile(rf"\s{known.source('purpose')}\s", re.IGNORECASE).search(told, noun.end(), stop)
    lasting = known.pattern("lasting").fullmatch(verb[0]) is not None
    if lasting or purpose:
        item = told[purpose.end() : stop] if purpose else noun[0]
        text = whole(told[opening.end : stop])
        yield Finding("commitment", text, (sentence,), item.strip(" ."), "commit" if lasting else None)


def _founded(told: str, start: int, verb: re.Match[str], known: Words) -> re.Match[str] | None:
    """Find the agreement that the verb founds; German puts the verb last."""
    named = re.compile(
        rf"(?<![\w]){known.source('articles')}\s(?:[\w'’–-]+\s){{0,8}}?{known.source('agreement')}(?![\w])",
        re.IGNORECASE,
    )
    return named.search(told, verb.end()) or (named.search(told, start) if known.language == "de" else None)


def _stop(told: str, start: int, known: Words) -> int:
    """Give where the reporter goes on to something else: behind a comma, or with a relative clause."""
    relative = "" if known.language == "de" else rf"|\s{known.source('relatives')}\s"
    end = re.compile(
        rf",\s\w+ing(?![\w])|,\s{known.source('asides')}(?![\w])|,\s{known.source('breaks')}\s{relative}"
    ).search(told, start)
    return end.start() if end else len(told)


def is_founding(said: str, scene: Scene) -> bool:
    """Say whether what is said is only that there is an agreement now: who signed it, and where."""
    verb = scene.known.pattern("founding").search(said)
    noun = scene.known.pattern("agreement").search(said)
    if verb is None or noun is None or noun.start() < verb.start():
        return False
    return scene.who(without_adverbs(said[: verb.start()], scene)).kind == "parties"


def procedure(sentence: Sentence, told: str, scene: Scene, *, near: bool) -> Iterator[Finding]:
    """Yield what a sentence says of the agreement's term, of its ratification, of how one leaves it.

    ``near`` says that the sentence before was of the agreement, so that an unnamed subject may be it.
    """
    known = scene.known
    found = known.pattern("procedure").search(told)
    before = told[opened(told, scene).end : found.start()] if found else ""
    if found is None or known.pattern("other").search(before):
        return
    subject = re.split(rf",?\s{known.source('finite')}\s|,\s", before, maxsplit=1)[0]
    who = scene.who(subject.strip(" ,"))
    if who.kind in {"agreement", "parties"} or (who.kind == "none" and near):
        yield Finding("procedure", whole(told), (sentence,), told[found.start() :].strip(" ."))
