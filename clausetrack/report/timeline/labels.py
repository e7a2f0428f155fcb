"""What a timeline calls what became of clauses: by its cause, and by all revisions, not two of them alone.

What only the coding changed is recoded, in whatever field; what a partial set does not show is not seen; what was there
before has returned.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Final, Literal

from clausetrack.model.change import Change, Diff, Direction, Row
from clausetrack.model.timeline import Node
from clausetrack.report import rows

Cause = Literal["text", "event", "coding", "unknown"]
CAUSES: Final[dict[Cause, str]] = {
    "text": "the agreement changed",
    "event": "something happened",
    "coding": "the coding changed",
    "unknown": "a partial set does not tell",
}
"""What a change goes back to, in words."""

_PRESENCE: Final = {"returned": "^", "seen": "^", "unseen": "?"}
SIGNS: Final = {
    sign: mark
    for known, own in rows.SIGNS.items()
    for sign, mark in ({known: own} | (_PRESENCE if known == "added" else {})).items()
}
"""A sign for every label, the most important first, as in `rows.SIGNS`."""

WORDS: Final = {"seen": "seen again", "unseen": "not seen"}
"""The words for labels that are no words themselves."""

MEANINGS: Final = {
    "recoded": "Only the analyst’s encoding changed.",
    "returned": "It was there before, and is compared with what it was then.",
    "seen": "It was not seen for a time, and is as it was.",
    "unseen": "The set is partial and does not show it: it may be there.",
}
"""What the labels mean that a comparison of two does not have, or has of less."""

UNCHANGED: Final = frozenset({"recoded", "seen", "unseen"})
"""Labels of clauses that did not change, for all that is known."""

_LINKS: Final = {"added": "added", "gone": "removed", "joined": "merged", "split": "split", "merged": "merged"}
_CAVEAT: Final = "source-discrepancy"


def word(label: str) -> str:
    """Give the word for a label."""
    return WORDS.get(label, label)


def cause(row: Row) -> Cause:
    """Say what a row goes back to: the words, where they changed at all; else an event; else the coding."""
    telling = rows.telling(row)
    found = {change.cause for change in telling}
    if row.became == "renamed" and (not telling or all(change.rule in rows.NOISE for change in telling)):
        return "coding"
    if _is_unknown(row):
        return "unknown"
    if "text" in found or not found or (row.became == "returned" and "event" not in found):
        return "text"
    return "event" if "event" in found else "coding"


def _is_unknown(row: Row) -> bool:
    """Say whether a partial set is all that a row goes back to: no change is known."""
    return row.became == "unseen" or (row.became == "seen" and not rows.is_news(row))


def label(row: Row) -> str:
    """Name what happened to a row in one word, a key of `SIGNS`."""
    if row.became == "returned" or _is_unknown(row):
        return row.became or ""
    whole = cause(row)
    if whole == "coding":
        return "recoded"
    own = tuple(change for change in row.changes if change.cause == whole)
    if len(own) < len(row.changes):
        # What happened to a clause beside, and how it was coded anew, is told with it and does not name it.
        ways = {change.direction for change in own} - {"neutral"}
        direction: Direction = "neutral" if not ways else ways.pop() if len(ways) == 1 else "mixed"
        row = replace(row, changes=own, direction=direction)
    return rows.label(row)


def is_news(row: Row) -> bool:
    """Say whether a row has something to show."""
    return row.became is not None or rows.is_news(row)


def news(diff: Diff) -> list[Row]:
    """Give the rows of a comparison that are worth telling, the weightiest first, then what did not change."""
    found = rows.ordered(row for row in diff.rows if is_news(row))
    return sorted(found, key=lambda row: label(row) in UNCHANGED)


def totals(diff: Diff) -> Counter[str]:
    """Count the rows of a comparison that are worth telling, by label; what was only recoded is none of them."""
    counts = Counter(label(row) for row in diff.rows if is_news(row))
    del counts["recoded"]
    return counts


def counted(diff: Diff) -> str:
    """Sum up a comparison in a line: rows by label, then the noise by rule, and what only the coding changed."""
    found = totals(diff)
    parts = [f"{found[key]} {word(key)}" for key in SIGNS if found[key]]
    noise = Counter(rule for row in diff.rows for change in row.changes if (rule := _noise(change)))
    noise["coding-changed"] += sum(row.became == "renamed" for row in diff.rows)
    noise_parts = [f"{noise[rule]} {words[noise[rule] != 1]}" for rule, words in rows.NOISE.items() if noise[rule]]
    changed = any(count for key, count in found.items() if key not in UNCHANGED)
    told = ", ".join(parts if changed else ["no change of substance", *parts])
    return "; ".join([told, ", ".join(noise_parts)]) if noise_parts else told


def _noise(change: Change) -> str:
    """Give the rule that a change is counted under as noise; empty where it is news."""
    if change.rule in rows.NOISE:
        return change.rule
    return "coding-changed" if change.cause == "coding" and change.rule != _CAVEAT else ""


def mark(node: Node) -> str:
    """Name what became of a clause at a stage, a key of `SIGNS`; empty where it stands."""
    if node.link in {"first", "same"}:
        return ""
    if node.row is None or node.link in {"gone", "joined"}:
        return _LINKS.get(node.link, node.link if node.link in SIGNS else "")
    return label(node.row) if is_news(node.row) else ""
