"""What came to be covered or is covered no more, and which edits are only noise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from clausetrack.language.numbering import strip_marker
from clausetrack.model.span import Span
from clausetrack.rules.reading.grammar import Grammar
from clausetrack.rules.reading.hunks import Edited
from clausetrack.rules.reading.limits import gates_only, limiting
from clausetrack.rules.reading.effects import Effect, effect
from clausetrack.rules.reading.passages import Piece
from clausetrack.rules.reading.scene import Scene
from clausetrack.rules.reading.terms import Renames
from clausetrack.rules.reading.wording import content, plain

News = Literal["typography", "reference", "name", "words"]

_NORM: Final = 8
"""Words from which a stretch with a modal verb of its own is a norm of its own, not an item or a qualifier."""

_REWRITTEN: Final = 2
"""Replacements in a passage from which it is taken as rewritten: one word more or less there is style, not coverage."""

_HEADING: Final = 4
"""Words of a heading in capitals, or of a link ("BACK TO TOP"), that got into the text."""


@dataclass(frozen=True, slots=True)
class Move:
    """One effect on what is covered: the words that went and came, with their places; ``whole`` where a sentence did."""

    effect: Effect
    old: Span
    new: Span
    whole: bool = False


def news(scene: Scene, renames: Renames) -> frozenset[News]:
    """Give what sorts of news the pieces of a scene are."""
    if not scene.stood:
        return frozenset({"typography" if _is_heading(scene) else "words"})
    return frozenset(_sort(scene, piece, renames) for piece in scene.pieces)


def _sort(scene: Scene, piece: Piece, renames: Renames) -> News:
    gone, come = scene.words(piece)
    if plain(gone) == plain(come) or plain(unmarked(gone)) == plain(unmarked(come)):
        return "typography"
    gone, come = _apart(scene, piece)
    if plain(gone) == plain(come):
        return "reference"
    return "name" if plain(renames.applied(gone)) == plain(come) else "words"


def moves(scenes: Sequence[Scene], renames: Renames, grammar: Grammar) -> Iterator[Move]:
    """Yield what a pair's passages cover more or less."""
    vocabulary = _Vocabulary(scenes[0].texts, renames, grammar) if scenes else None
    for scene in scenes:
        if not scene.stood:
            yield from _whole(scene, grammar)
        elif vocabulary is not None:
            yield from _within(scene, renames, grammar, vocabulary)


class _Vocabulary:
    """The content words of both whole texts, counted when first asked for."""

    def __init__(self, texts: Edited, renames: Renames, grammar: Grammar) -> None:
        self._texts = texts
        self._renames = renames
        self._grammar = grammar

    @cached_property
    def _counts(self) -> Counter[str]:
        old = content(self._renames.applied(self._texts.old), self._grammar)
        return Counter(old + content(self._texts.new, self._grammar))

    def beside(self, gone: str, come: str, keys: Sequence[str]) -> bool:
        """Say whether the texts have all of these words elsewhere than in a piece."""
        own = Counter(content(gone, self._grammar) + content(come, self._grammar))
        return all(self._counts[key] > own[key] for key in keys)


def unmarked(text: str) -> str:
    """Give a stretch without the list marker that it is or begins with."""
    return strip_marker(f"{text} ")[1]


def _apart(scene: Scene, piece: Piece) -> tuple[str, str]:
    """Give the words of a piece without references that have a counterpart, and without quantities that are the same."""
    same = [figure for figure in scene.figures if not figure.changed]
    masks = (
        [*(pointer.old for pointer in scene.pointers), *(Span(f.old.start, f.old.end) for f in same if f.old)],
        [*(pointer.new for pointer in scene.pointers), *(Span(f.new.start, f.new.end) for f in same if f.new)],
    )
    return unmarked(scene.old.without(piece.old, masks[0])), unmarked(scene.new.without(piece.new, masks[1]))


def _within(scene: Scene, renames: Renames, grammar: Grammar, vocabulary: _Vocabulary) -> Iterator[Move]:
    masks: tuple[list[Span], list[Span]] = (
        [*limiting(scene.old.phrases), *(pointer.old for pointer in scene.pointers)],
        [*limiting(scene.new.phrases), *(pointer.new for pointer in scene.pointers)],
    )
    for figure in scene.figures:
        for mask, place in zip(masks, figure.places, strict=True):
            mask += [place] if place else []
    swaps = [
        (
            piece,
            renames.applied(unmarked(scene.old.without(piece.old, masks[0]))),
            unmarked(scene.new.without(piece.new, masks[1])),
        )
        for piece in scene.pieces
    ]
    rewritten = sum(bool(content(gone, grammar) and content(come, grammar)) for _, gone, come in swaps) >= _REWRITTEN
    for piece, gone, come in swaps:
        if rewritten and len(content(gone, grammar)) + len(content(come, grammar)) == 1:
            continue
        found = _effect(gone, come, grammar, vocabulary)
        if found is not None:
            yield Move(found, piece.old, piece.new)


def _effect(gone: str, come: str, grammar: Grammar, vocabulary: _Vocabulary) -> Effect | None:
    before, after = plain(gone), plain(come)
    if before == after:
        return None
    if len(after) >= _NORM and not before and _is_norm(come, grammar):
        return "broadened"
    if len(before) >= _NORM and not after and _is_norm(gone, grammar):
        return "narrowed"
    return effect(gone, come, lambda keys: vocabulary.beside(gone, come, keys), grammar)


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
    side = scene.old if scene.old.spans else scene.new
    return side.words.isupper() and not side.text.isupper() and len(plain(side.words)) <= _HEADING


def _excepts(scene: Scene) -> bool:
    """Say whether a sentence says of something that the rest does not apply to it."""
    return any(phrase.excludes for phrase in (*scene.old.phrases, *scene.new.phrases))
