"""Whether a report has people meet, or sets up a dialogue."""

from __future__ import annotations

import re
from typing import Final

from clausetrack.draft.news.predicates import Predicate
from clausetrack.draft.news.words import Words

_BE_HELD: Final = re.compile(r"^\s?\w+ be (?:held|convened|organi[sz]ed|hosted)")
_OF_WHOM: Final = re.compile(r"\s(?:of|between|after)\s|,")


def is_dialogue(words: str, item: str, known: Words) -> bool:
    """Say whether an item, or the words of its predicate, are of a dialogue; talks on another deal are no dialogue."""
    dialogue = known.pattern("dialogue")
    searched = item if dialogue.search(item) else words
    return dialogue.search(searched) is not None and known.pattern("not_dialogue").search(searched) is None


def meets(predicate: Predicate, head: str) -> str:
    """Give what may say that people meet: the verb with its reflexive, and the subject where it is what is held."""
    verb = head.removeprefix(predicate.subject)
    if _BE_HELD.search(f"{verb}{predicate.rest}"):
        return f"{_OF_WHOM.split(predicate.subject, maxsplit=1)[0]}{verb}"
    last = predicate.subject.rpartition(" ")[2]
    return f"{last}{verb}" if last in {"se", "sich"} else verb
