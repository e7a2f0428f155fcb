"""The lines of a merged file: entries of both sides put together, comments kept, what is new in canonical form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from clausetrack.clauseset.canonical import entry_lines
from clausetrack.clauseset.conflicts import KEY, conflict_lines, is_mark
from clausetrack.clauseset.layout import Piece
from clausetrack.clauseset.load import key_order
from clausetrack.clauseset.syntax import parse
from clausetrack.errors import ClausetrackError

Trio = tuple[Piece | None, Piece | None, Piece | None]
"""An entry as the base, ours and theirs have it; None where it is not there."""


class Outcome(NamedTuple):
    """What comes of an entry: its value, its lines from the first character on, and the lines above it.

    ``text`` is None where it is to be written anew; ``column`` is the one at which the text stood, and ``whole`` says
    that it was taken as it stood.
    """

    value: Any
    text: str | None
    lead: str
    column: int = 0
    whole: bool = False

    def below(self, comments: Sequence[str]) -> Outcome:
        """Give the outcome with comments above it, under the blank lines that set it apart."""
        rest = self.lead.lstrip("\n")
        return self._replace(lead=self.lead[: len(self.lead) - len(rest)] + as_lines(comments, self.column) + rest)


def same_value(one: Any, other: Any) -> bool:
    """Say whether two values are the same as data: Python takes True for 1, and nan for another nan."""
    if type(one) is str or type(other) is str:
        return bool(one == other)
    return repr(one) == repr(other)


def same(one: Piece | None, other: Piece | None) -> bool:
    """Say whether two entries stand as the same characters, or where one is in brackets, have the same value."""
    if one is None or other is None:
        return one is other
    if one.text is not None and other.text is not None:
        return one.text == other.text
    return same_value(one.value, other.value)


def same_data(one: Piece | None, other: Piece | None) -> bool:
    """Say whether two entries have the same value, however it is written."""
    return one is other if one is None or other is None else same_value(one.value, other.value)


def merged_lead(trio: Trio) -> str:
    """Merge the lines above an entry: comments of both sides, each once."""
    base, ours, theirs = (piece.lead if piece else None for piece in trio)
    if theirs is None or ours == theirs:
        return ours or ""
    if ours is None or ours == base:
        return theirs
    if theirs == base:
        return ours
    known = _comments_in(ours) | _comments_in(base or "")
    new = [line for line in theirs.splitlines(keepends=True) if line.strip() and line.strip() not in known]
    return ours + "".join(new)


def _comments_in(lead: str) -> set[str]:
    return {line.strip() for line in lead.splitlines()}


def lost_comments(trio: Trio, kept: str) -> list[str]:
    """Give the comments in an entry that a side added and that are not in what is kept of it."""
    base, *sides = trio
    if not any(piece and piece.start >= 0 and "#" in (piece.text or "") for piece in sides):
        return []
    known = set(base.comments) if base else set()
    found = (comment for piece in sides if piece for comment in piece.comments)
    return [comment for comment in dict.fromkeys(found) if comment not in known and comment not in kept]


def as_lines(comments: Iterable[str], column: int) -> str:
    """Write comments on lines of their own."""
    return "".join(f"{' ' * column}{comment}\n" for comment in comments)


def written(record: str, key: str | None, value: Any, column: int) -> str:
    """Write an entry in canonical form from its first character on, a conflict on lines of its own."""
    if is_mark(value) or key == KEY:
        lines = conflict_lines(key, value, column, key_order())
    else:
        lines = entry_lines(record, key, value, column, key_order())
    return "\n".join([lines[0][column:], *lines[1:], ""])


def shifted(text: str, by: int, *, first: bool) -> str:
    """Move lines to the right, or to the left as far as there is white space; the first one only where asked."""
    if not by:
        return text
    head, rest = ("", text) if first else (text[: text.find("\n") + 1], text[text.find("\n") + 1 :])
    return head + "".join(_shifted_line(line, by) for line in rest.splitlines(keepends=True))


def _shifted_line(line: str, by: int) -> str:
    if not line.strip():
        return line
    return " " * by + line if by > 0 else line[min(-by, len(line) - len(line.lstrip(" "))) :]


def reads_as(outcome: Outcome, column: int, key: str | None) -> bool:
    """Say whether lines that were put together say what they ought to."""
    try:
        data = parse(f"{' ' * column}{outcome.text}", "<merged>").data
    except ClausetrackError:
        return False
    return same_value(data, [outcome.value] if key is None else {key: outcome.value})


def rewritten(outcome: Outcome, trio: Trio, column: int) -> Outcome:
    """Give an outcome to be written anew, with the comments that are in it above it."""
    comments = [comment for piece in trio[1:] if piece for comment in piece.comments]
    kept = [comment for comment in dict.fromkeys(comments) if comment in (outcome.text or "")]
    return outcome._replace(text=None, lead=outcome.lead + as_lines(kept, column))


def joined(frame: Piece, record: str, children: Sequence[tuple[str | None, Outcome]]) -> tuple[str, str]:
    """Put the entries of a collection together on lines, as ``frame`` has them; give them and what is to go above.

    ``children`` are the keys (None for items) and outcomes, at least one.
    """
    column = frame.pieces[0].column
    above = ""
    parts = []
    for place, (key, child) in enumerate(children):
        by = column - child.column
        if child.text is None:
            text, lead = written(record, key, child.value, column), child.lead
        else:
            text, lead = shifted(child.text, by, first=False), shifted(child.lead, by, first=True)
        if place or not frame.opens_inline:
            parts += [lead, " " * column, text]
        else:
            above = "".join(line for line in lead.splitlines(keepends=True) if line.strip())
            parts.append(text)
    return "".join(parts), above
