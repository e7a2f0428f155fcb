"""What many change rules have in common: a field that went up or down a scale, items and phrases that came or went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from clausetrack.model.change import Direction
from clausetrack.model.span import Span
from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.reading.limits import Turn, TurnKind

LONGEST: Final = 60
"""Characters of a quotation in a message, which stands on one line with the row that it explains."""


def quoted(words: str) -> str:
    """Give words in quotation marks on one line, cut where they are long."""
    line = " ".join(words.split()).strip(" ,;")
    if len(line) > LONGEST:
        line = line[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;") + " …"
    return f"‘{line}’"


def on_scale(case: Case, field: str, scale: Sequence[str], *, up: bool, direction: Direction) -> Iterator[Draft]:
    """Yield a change where a field went up (or down) a scale; not where one side is silent or has a word of another."""
    delta = case.delta(field)
    if delta is None or delta.old not in scale or delta.new not in scale:
        return
    if (scale.index(delta.new) > scale.index(delta.old)) == up:
        yield Draft(direction, field, f"{field} {delta.old} → {delta.new}", delta.old, delta.new)


def came(case: Case, fields: Sequence[str], noun: str, direction: Direction) -> Iterator[Draft]:
    """Yield a change for every item that only the new list has."""
    for field in fields:
        delta = case.delta(field)
        for item in _missing(delta.new, delta.old) if delta else ():
            yield Draft(direction, field, f"{noun} {quoted(item)} added", None, item, key=f"{field}:{item}")


def went(case: Case, fields: Sequence[str], noun: str, direction: Direction) -> Iterator[Draft]:
    """Yield a change for every item that only the old list has."""
    for field in fields:
        delta = case.delta(field)
        for item in _missing(delta.old, delta.new) if delta else ():
            yield Draft(direction, field, f"{noun} {quoted(item)} removed", item, None, key=f"{field}:{item}")


def written(case: Case, kind: TurnKind, direction: Direction) -> Iterator[Draft]:
    """Yield a change for every phrase of a kind that was written into the text."""
    for turn in _turns(case, kind):
        if turn.new is not None:
            yield Draft(
                direction, "text", f"{kind} {quoted(turn.words)} added", None, turn.words, "text", key=turn.words
            )


def struck(case: Case, kind: TurnKind, direction: Direction) -> Iterator[Draft]:
    """Yield a change for every phrase of a kind that was struck from the text."""
    for turn in _turns(case, kind):
        if turn.old is not None:
            yield Draft(
                direction, "text", f"{kind} {quoted(turn.words)} removed", turn.words, None, "text", key=turn.words
            )


def covered(case: Case, direction: Direction) -> Iterator[Draft]:
    """Yield one change for all that the text came to cover, or covers no more, in one direction."""
    found = [move for move in case.reading.moves if move.effect == direction]
    if not found:
        return
    texts = case.reading.texts
    old = [_words(texts.old, move.old) for move in found]
    new = [_words(texts.new, move.new) for move in found]
    shown = [_swap(*words) for words in zip(old, new, strict=True)]
    more = f", and {len(shown) - 2} more" if len(shown) > 2 else ""  # noqa: PLR2004 - two fit in a line
    yield Draft(direction, "text", "; ".join(shown[:2]) + more, _joined(old), _joined(new), "text")


def _turns(case: Case, kind: TurnKind) -> Iterator[Turn]:
    return (turn for turn in case.reading.turns if turn.kind == kind)


def _words(text: str, span: Span) -> str:
    return span.of(text).strip(" ,;\n")


def _swap(old: str, new: str) -> str:
    if old and new:
        return f"{quoted(old)} → {quoted(new)}"
    return f"{quoted(new)} added" if new else f"{quoted(old)} removed"


def _joined(words: Sequence[str]) -> str | None:
    return " … ".join(filter(None, words)) or None


def _missing(items: Sequence[str], others: Sequence[str]) -> list[str]:
    return [item for item in items if item not in others]
