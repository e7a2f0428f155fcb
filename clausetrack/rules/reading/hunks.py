"""Word edits with their places: what came where what went."""

from __future__ import annotations

from collections.abc import Sequence

from clausetrack.model.change import WordEdit
from clausetrack.model.record import Record, record
from clausetrack.model.span import Span


@record
class Hunk(Record):
    """Words that went (``old``, a span of the old text) and words that came in their place; either may be empty."""

    old: Span
    new: Span


@record
class Shared(Record):
    """Text that both sides have: from ``old`` and from ``new`` on, ``length`` characters."""

    old: int
    new: int
    length: int


@record
class Edited(Record):
    """Two texts with what differs between them and what they share, each in reading order."""

    old: str
    new: str
    hunks: tuple[Hunk, ...]
    shared: tuple[Shared, ...]


def edited(edits: Sequence[WordEdit]) -> Edited:
    """Place word edits in the texts that they turn into each other."""
    hunks: list[Hunk] = []
    shared: list[Shared] = []
    old = new = old_start = new_start = 0
    for edit in (*edits, WordEdit("equal", "")):
        if edit.op == "delete":
            old += len(edit.text)
        elif edit.op == "insert":
            new += len(edit.text)
        else:
            if old > old_start or new > new_start:
                hunks.append(Hunk(Span(old_start, old), Span(new_start, new)))
            if edit.text:
                shared.append(Shared(old, new, len(edit.text)))
            old, new = old + len(edit.text), new + len(edit.text)
            old_start, new_start = old, new
    before, after = ("".join(edit.text for edit in edits if edit.op != other) for other in ("insert", "delete"))
    return Edited(before, after, tuple(hunks), tuple(shared))
