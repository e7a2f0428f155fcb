"""Whether a passage sets up a dialogue or has one meet, rather than speak of meetings in passing."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from clausetrack.draft.dialogues import level, rhythm
from clausetrack.draft.phrases import Found
from clausetrack.draft.signs import Signs
from clausetrack.model.scales import CONFIDENCE
from clausetrack.model.span import Span

LOW, MEDIUM, HIGH = CONFIDENCE

_MOSTLY: Final = 0.5
"""How much of a heading must name what meets."""

_NEAR: Final = 60
"""Characters between what meets and the verb that has it meet: "will hold an annual strategic dialogue"."""

_MEETING: Final = frozenset({"meet", "gather"})
"""Verbs that do not set up anything; those that gather people need no word for what they are gathered in."""

_OPENING: Final = 2
_HEADED: Final = 4
"""Sentences in which a passage says what it is about, without and with a heading that names what meets; what meets in
a later one is one of its means."""

_WINDOW: Final = 320
"""Characters of a sentence that are looked at: a list of functions goes on for pages, and meetings are among them."""


def meets(signs: Signs) -> str | None:
    """Give how clear it is that a passage is a dialogue; None where it is none. Contracts and terms have none."""
    if signs.context.contract:
        return None
    headed = signs.covered("dialogue_headings")[0] >= _MOSTLY
    convened = [_convened(signs, sentence) for sentence in signs.sentences[: _HEADED if headed else _OPENING]]
    if headed and any(convened):
        return HIGH
    if any(convened):
        return MEDIUM
    return LOW if headed and signs.find("talks") else None


def spoken(signs: Signs) -> str:
    """Give the sentences of a passage that speak of what meets; all of it where none does."""
    gathering = (each for each in signs.find("convening") if each.tells == "gather")
    told = sorted(each.start for each in (*signs.find("talks"), *gathering))
    about = (sentence.of(signs.text) for sentence in signs.sentences if _any_within(told, sentence))
    return "\n".join(about) or signs.text


def _any_within(places: list[int], sentence: Span) -> bool:
    at = bisect_left(places, sentence.start)
    return at < len(places) and places[at] < sentence.end


def _convened(signs: Signs, sentence: Span) -> bool:
    """Say whether a sentence has something meet, and says how often, at what level, or that it is set up."""
    sentence = Span(sentence.start, min(sentence.end, sentence.start + _WINDOW))
    talks = _inside(signs.find("talks"), sentence)
    verbs = _inside(signs.find("convening"), sentence)
    near = [(verb, met) for verb in verbs for met in talks if _gap(verb, met) <= _NEAR]
    if not near and not any(verb.tells == "gather" for verb in verbs):
        return False
    words = sentence.of(signs.text)
    told = rhythm(words, signs.context.language)
    timed = told.every or told.occurrence in {"regular", "on-request"}
    set_up = any(met.tells == "body" or verb.tells not in _MEETING for verb, met in near)
    return bool(timed or (near and (level(words, signs.context.language) or set_up)))


def _inside(found: list[Found], sentence: Span) -> list[Found]:
    return [each for each in found if sentence.start <= each.start and each.end <= sentence.end]


def _gap(one: Found, other: Found) -> int:
    return max(other.start - one.end, one.start - other.end, 0)
