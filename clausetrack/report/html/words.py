"""What a page says in words beside its signs: labels, what they mean, verdicts, caveats."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from clausetrack.model.change import Diff
from clausetrack.report import rows
from clausetrack.report.rows import SIGNS as SIGNS_OF_TEXT

SIGNS: Final = SIGNS_OF_TEXT | {"removed": "−"}
"""The signs of labels; a hyphen is too short for one where letters have different widths."""

LEGEND: Final = {
    "weakened": "The clause holds its actors less: less force, a later deadline, a rarer meeting.",
    "narrowed": "It extends to less: fewer items, fewer actors, a new condition or exception.",
    "mixed": "Some of it rose and some fell, or it cannot be told.",
    "removed": "It is gone.",
    "strengthened": "It holds its actors more.",
    "broadened": "It extends to more.",
    "added": "It is new.",
    "split": "It became several clauses.",
    "merged": "Several clauses became this one.",
    "reworded": "Its words changed, and nothing else that could be told.",
    "moved": "It left its place among the others.",
    "happened": "A meeting was held, or the like; its words stand.",
    "recoded": "Only the analyst’s encoding changed.",
    "renumbered": "Only numbers changed.",
    "typography": "Only quotes, dashes, spacing, case or spelling changed.",
}
"""What every label of `rows.SIGNS` means, in a sentence."""

_COMPARATIVES: Final = {"strengthened": "stronger", "broadened": "wider", "weakened": "weaker", "narrowed": "narrower"}
_RISE: Final = frozenset({"strengthened", "broadened"})
_FALL: Final = frozenset({"weakened", "narrowed"})

CAUSES: Final = {
    "event": "something happened; the words stand",
    "coding": "the analyst’s encoding changed; the words stand",
}
"""Causes other than the words, explained."""


class Theme(NamedTuple):
    """A question that the summary answers, and the labels of the rows that answer it."""

    name: str
    title: str
    labels: tuple[str, ...]


THEMES: Final = (
    Theme("weaker", "What weakened", ("weakened", "narrowed")),
    Theme("stronger", "What strengthened", ("strengthened", "broadened")),
    Theme("both", "What cuts both ways", ("mixed",)),
    Theme("new", "What is new", ("added",)),
    Theme("gone", "What is gone", ("removed",)),
    Theme("else", "What else changed", ("split", "merged", "reworded", "moved", "happened", "recoded")),
)

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
"""The form of a language tag (BCP 47), as far as it can be seen without the registry."""


def language(tag: str | None) -> str:
    """Give a language tag that a page may carry, else the empty string."""
    return tag if tag and _LANGUAGE.fullmatch(tag) else ""


def verdict(diff: Diff) -> str:
    """Say in a sentence which way the agreement moved, where all that moved in it moved one way."""
    found = {change.direction for change in diff.changes} | {row.direction for row in diff.rows}
    found -= {"neutral"}
    is_unread = bool(rows.unread(diff))
    if not found and is_unread:
        return "Words changed whose force is not read: whether a clause became stronger or weaker cannot be told."
    if not found:
        return "No clause became stronger or weaker, wider or narrower."
    if (found <= _RISE or found <= _FALL) and is_unread:
        return "The agreement changed in substance; words changed, too, whose force is not read."
    if found <= _RISE or found <= _FALL:
        ways = " and ".join(word for direction, word in _COMPARATIVES.items() if direction in found)
        return f"Where its substance changed, the agreement became {ways}."
    return "The agreement changed in more than one direction."


def caveats(diff: Diff) -> list[str]:
    """Give the caveats of a comparison as sentences."""
    return [f"{note[:1].upper()}{note[1:]}." for note in rows.caveats(diff)]
