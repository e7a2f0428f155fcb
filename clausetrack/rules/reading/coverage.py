"""What came to be covered or is covered no more, and which edits are only noise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, Literal

from clausetrack.language.numbering import strip_marker
from clausetrack.model.record import Record, record
from clausetrack.model.span import Span
from clausetrack.rules.reading.effects import Effect, effect
from clausetrack.rules.reading.grammar import Grammar
from clausetrack.rules.reading.hunks import Edited
from clausetrack.rules.reading.limits import gates_only, limiting
from clausetrack.rules.reading.passages import Piece
from clausetrack.rules.reading.scene import Scene
from clausetrack.rules.reading.strength import NORM
from clausetrack.rules.reading.stretches import merged, touching
from clausetrack.rules.reading.terms import Renames
from clausetrack.rules.reading.wording import content, plain, same

Masks = tuple[Sequence[Span], Sequence[Span]]
News = Literal["typography", "reference", "name", "words"]

_MARKER: Final = 24
_MARKING: Final = re.compile(r"[0-9０-９()\[\].:•·▪‣◦●○■□–—*、．①-⑳第一二三四五六七八九十-]")
"""Signs of which a list marker has one, within so many characters: most stretches have none and are done with."""

_REWRITTEN: Final = 2
"""Replacements in a passage from which it is taken as rewritten: one word more or less there is style, not coverage."""

_HEADING: Final = 4
"""Words of a heading, or of a link ("BACK TO TOP"), that got into the text."""

_ENDS: Final = (".", "!", "?", "。", "”", '"', ")")
"""Signs that end a sentence; a heading has none, and an item of a list stands on a line of its own."""


@record
class Move(Record):
    """One effect on what is covered, and the places of the words that went and came; ``whole`` where a sentence did."""

    effect: Effect
    old: Span
    new: Span
    whole: bool = False


def news(scene: Scene, renames: Renames) -> frozenset[News]:
    """Give what sorts of news the pieces of a scene are."""
    if not scene.stood:
        return frozenset({"typography" if _is_heading(scene) else "words"})
    masks, moved = _same(scene), merged(pointer.new for pointer in scene.pointers if pointer.verdict != "same")
    return frozenset(_sort(scene, piece, masks, moved, renames) for piece in scene.pieces)


def _sort(scene: Scene, piece: Piece, masks: Masks, moved: Sequence[Span], renames: Renames) -> News:
    gone, come = scene.words(piece)
    if same(gone, come) or same(unmarked(gone), unmarked(come)) or _is_marker(scene, piece):
        return "typography"
    gone, come = _apart(scene, piece, masks)
    if same(gone, come):
        return "reference" if touching(moved, Span(piece.new.start - 1, piece.new.end + 1)) else "typography"
    return "name" if same(renames.applied(gone), come) else "words"


def _is_marker(scene: Scene, piece: Piece) -> bool:
    """Say whether a piece is part of the list marker of its line, on both sides: "a." that became "1."."""
    return _in_marker(scene.old.text, piece.old) and _in_marker(scene.new.text, piece.new)


def _in_marker(text: str, span: Span) -> bool:
    start = max(text.rfind("\n", max(span.start - _MARKER, 0), span.start) + 1, span.start - _MARKER, 0)
    is_first = start == 0 or text[start - 1] == "\n"
    return is_first and span.end <= start + len(strip_marker(text[start : start + _MARKER])[0])


def _same(scene: Scene) -> Masks:
    """Give the places of references that have a counterpart and of quantities that are the same."""
    equal = [figure for figure in scene.figures if not figure.changed]
    return (
        merged([*(p.old for p in scene.pointers), *(Span(f.old.start, f.old.end) for f in equal if f.old)]),
        merged([*(p.new for p in scene.pointers), *(Span(f.new.start, f.new.end) for f in equal if f.new)]),
    )


def _apart(scene: Scene, piece: Piece, masks: Masks) -> tuple[str, str]:
    """Give the words of a piece on both sides without what is masked."""
    old, new = scene.old.without(piece.old, masks[0]), scene.new.without(piece.new, masks[1])
    return unmarked(old), unmarked(new)


def moves(scenes: Sequence[Scene], cues: Masks, renames: Renames, grammar: Grammar) -> Iterator[Move]:
    """Yield what a pair's passages cover more or less; ``cues`` are the places of what its strength rests on."""
    judge = _Judge(scenes[0].texts, cues, renames, grammar) if scenes else None
    for scene in scenes:
        if not scene.stood:
            yield from _whole(scene, grammar)
        elif judge is not None:
            yield from _within(scene, judge)


class _Judge:
    """What is the same for all pieces of a pair."""

    def __init__(self, texts: Edited, cues: Masks, renames: Renames, grammar: Grammar) -> None:
        self.texts = texts
        self.cues = cues
        self.renames = renames
        self.grammar = grammar

    def masks(self, scene: Scene) -> Masks:
        """Give the places of a scene that other rules judge: limits, references, figures, cues of strength."""
        old, new = (
            [
                *limiting(side, self.grammar),
                *(pointer.places[number] for pointer in scene.pointers),
                *(place for figure in scene.figures if (place := figure.places[number])),
                *self.cues[number],
            ]
            for number, side in enumerate((scene.old, scene.new))
        )
        return merged(old), merged(new)

    @cached_property
    def _counts(self) -> Counter[str]:
        """The content words of both whole texts."""
        old = content(self.renames.applied(self.texts.old), self.grammar)
        return Counter(old + content(self.texts.new, self.grammar))

    def effect(self, gone: str, come: str, *, is_rest: bool) -> Effect | None:
        """Judge a piece, or what is left of it where other rules judge part of it."""
        if same(gone, come):
            return None
        before, after = plain(gone), plain(come)
        if len(after) >= NORM and not before and _is_norm(come, self.grammar):
            return "broadened"
        if len(before) >= NORM and not after and _is_norm(gone, self.grammar):
            return "narrowed"
        if is_rest and self._beside(gone, come, [*content(gone, self.grammar), *content(come, self.grammar)]):
            return None
        return effect(gone, come, lambda keys: self._beside(gone, come, keys), self.grammar)

    def _beside(self, gone: str, come: str, keys: Sequence[str]) -> bool:
        """Say whether the texts have all of these words elsewhere than in a piece."""
        own = content(gone, self.grammar) + content(come, self.grammar)
        return all(self._counts[key] > own.count(key) for key in keys)


def unmarked(text: str) -> str:
    """Give a stretch without the list marker that it is or begins with."""
    return strip_marker(f"{text} ")[1] if _MARKING.search(text, 0, _MARKER) else text


def _within(scene: Scene, judge: _Judge) -> Iterator[Move]:
    masks = judge.masks(scene)
    swaps = [_apart(scene, piece, masks) for piece in scene.pieces]
    swaps = [(judge.renames.applied(gone), come) for gone, come in swaps]
    counts = [(len(content(gone, judge.grammar)), len(content(come, judge.grammar))) for gone, come in swaps]
    rewritten = sum(bool(gone and come) for gone, come in counts) >= _REWRITTEN
    for piece, (gone, come), count in zip(scene.pieces, swaps, counts, strict=True):
        if rewritten and sum(count) == 1:
            continue
        is_rest = bool(touching(masks[0], piece.old) or touching(masks[1], piece.new))
        found = judge.effect(gone, come, is_rest=is_rest)
        if found is not None:
            yield Move(found, piece.old, piece.new)


def _is_norm(text: str, grammar: Grammar) -> bool:
    return grammar.modals.search(text) is not None or text.strip()[:1].isupper()


def _whole(scene: Scene, grammar: Grammar) -> Iterator[Move]:
    if _is_heading(scene) or gates_only(scene, grammar):
        return
    widens = bool(scene.new.spans) != _excepts(scene)
    spans = scene.new.spans or scene.old.spans
    span, nothing = Span(spans[0].start, spans[-1].end), Span(0, 0)
    yield Move(
        "broadened" if widens else "narrowed",
        span if scene.old.spans else nothing,
        span if scene.new.spans else nothing,
        whole=True,
    )


def _is_heading(scene: Scene) -> bool:
    """Say whether what came or went is no sentence: a heading or a link behind one ("… due. BACK TO TOP")."""
    side = scene.old if scene.old.spans else scene.new
    first, last = side.spans[0], side.spans[-1]
    words = side.words.rstrip("-–—_* ")
    behind = side.text[: first.start].rstrip(" ")[-1:]
    rest = side.text[last.end :].strip()
    return len(plain(words)) <= _HEADING and not rest and behind in _ENDS and words[-1:] not in _ENDS


def _excepts(scene: Scene) -> bool:
    """Say whether a sentence says of something that the rest does not apply to it."""
    return any(phrase.excludes for phrase in (*scene.old.phrases, *scene.new.phrases))
