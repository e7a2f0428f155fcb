"""Lists that a story announces: bullets below "the two countries will:", and "among its provisions is …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.draft.news.findings import Finding
from clausetrack.draft.news.lists import spread
from clausetrack.draft.news.meetings import is_dialogue
from clausetrack.draft.news.openings import opened
from clausetrack.draft.news.provisions import provisions, whole
from clausetrack.draft.news.story import Sentence
from clausetrack.draft.news.subjects import Scene


def amongst(sentence: Sentence, told: str, scene: Scene) -> Iterator[Finding]:
    """Read "Among its provisions is a promise to …"."""
    known = scene.known
    match = re.match(rf"{known.source('amongst')}\s", told, re.IGNORECASE)
    for given, item in spread(told[match.end() :].rstrip("."), known) if match else ():
        kind = "dialogue" if is_dialogue(item, item, known) else "commitment"
        yield Finding(kind, whole(f"{match[0] if match else ''}{given}{item}"), (sentence,), item, "commit")


def item(sentence: Sentence, intro: Sentence | None, scene: Scene) -> tuple[Finding, ...]:
    """Read an item of a list with the words that announce the list: "the two countries will:", "- share data"."""
    known = scene.known
    told = re.sub(rf"(?:[;,.]|[;,]\s{known.source('joins')})+$", "", sentence.told).strip()
    return (
        _led(sentence, told, intro, scene)
        or provisions(sentence, told, scene, near=True)
        or (_alone(sentence, told, scene),)
    )


def _led(sentence: Sentence, told: str, intro: Sentence | None, scene: Scene) -> tuple[Finding, ...]:
    """Read an item behind an announcement that ends in the middle of a sentence."""
    known = scene.known
    lead = intro.told.rstrip(" :") if intro else ""
    if not re.search(rf"\s(?:{known.source('modals')}|{known.source('pledges')}|to)$", lead, re.IGNORECASE):
        return ()
    subject = lead[opened(lead, scene).end :]
    return provisions(sentence, f"{subject} {told[:1].lower()}{told[1:]}", scene, near=True)


def _alone(sentence: Sentence, told: str, scene: Scene) -> Finding:
    """Take an item without a verb for what it names: "Joint patrols of the strait"."""
    if scene.known.pattern("procedure").search(told):
        return Finding("procedure", whole(told), (sentence,), told)
    kind = "dialogue" if is_dialogue(told, told, scene.known) else "commitment"
    return Finding(kind, whole(told), (sentence,), told, "commit")
