"""Conditions, gates, exceptions and hedges that came or went.

A phrase counts where its cue was written or deleted in a passage that stood: a new sentence brings its own
conditions, which
condition nothing that was there before, though its exceptions do. One that was only put in other words, or moved, or
says
nothing that the passage did not say already, does not count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, Literal

from clausetrack.model.record import Record, record
from clausetrack.model.span import Span
from clausetrack.rules.reading.effects import is_item
from clausetrack.rules.reading.grammar import Grammar
from clausetrack.rules.reading.passages import Piece
from clausetrack.rules.reading.phrases import Phrase
from clausetrack.rules.reading.scene import Scene, Side
from clausetrack.rules.reading.stretches import merged, touching
from clausetrack.rules.reading.wording import content, less

TurnKind = Literal["condition", "exception", "hedge"]

_KINDS: Final[dict[TurnKind, frozenset[str]]] = {
    "condition": frozenset({"condition", "gate"}),
    "exception": frozenset({"exception"}),
    "hedge": frozenset({"hedge"}),
}

_KNOWN: Final = 0.6
"""Share of a condition's content words that the other side has already, from which it conditions nothing new."""

_OTHER: Final = 3
"""Content words that two conditions have together, none of them shared, from which they are two: one word for
another is
other words."""

_BUDGET: Final = 10_000
"""Comparisons of phrases that went with phrases that came: a hundred by a hundred; a clause has a handful."""

_VERB: Final = 1
"""Content words that a sentence which only gates may have of its own: the verb for deciding."""

_SHARED: Final = 0.5
"""Share of its content words that a phrase has to share with another to be the same in other words: half, of the
shorter."""


@record
class Turn(Record):
    """A phrase that came (``new`` is its place) or went (``old``), with its words."""

    kind: TurnKind
    words: str
    old: Span | None = None
    new: Span | None = None


@record
class _Change(Record):
    """A phrase whose cue lies in an edit of a scene."""

    phrase: Phrase
    scene: Scene
    is_old: bool

    @property
    def side(self) -> Side:
        return self.scene.old if self.is_old else self.scene.new

    @property
    def other(self) -> Side:
        return self.scene.new if self.is_old else self.scene.old

    @property
    def edit(self) -> Span | None:
        """The edit in which the cue was written or struck; None where it stood, and only what it asks for changed."""
        found = touching(self.side.edits, self.phrase.head)
        return found[0] if found else None


def turns(scenes: Sequence[Scene], grammar: Grammar) -> Iterator[Turn]:
    """Yield what came or went, conditions first, what went before what came."""
    for kind, kinds in _KINDS.items():
        gone = [change for scene in scenes for change in _changed(scene, kinds, is_old=True)]
        come = [change for scene in scenes for change in _changed(scene, kinds, is_old=False)]
        _cancel(gone, come, grammar)
        if kind == "condition":
            for scene in scenes:
                for old, new in _replaced(scene, grammar):
                    gone.append(old)
                    come.append(new)
        if kind == "exception":
            gone += [change for scene in scenes for change in _extended(scene, grammar, is_old=True)]
            come += [change for scene in scenes for change in _extended(scene, grammar, is_old=False)]
        for change in (*gone, *come):
            if _counts(change, grammar):
                whole = change.phrase.whole
                words = whole.of(change.side.text).strip(" ,;")
                yield Turn(kind, words, old=whole) if change.is_old else Turn(kind, words, new=whole)


def _changed(scene: Scene, kinds: frozenset[str], *, is_old: bool) -> Iterator[_Change]:
    side = scene.old if is_old else scene.new
    for phrase in side.phrases:
        if phrase.kind in kinds and touching(side.edits, phrase.head):
            yield _Change(phrase, scene, is_old)


def _extended(scene: Scene, grammar: Grammar, *, is_old: bool) -> Iterator[_Change]:
    """Yield the items that were joined to an exception that stood, as exceptions of their own."""
    side = scene.old if is_old else scene.new
    joined = {piece.old if is_old else piece.new for piece in scene.pieces if _is_one_sided(piece, is_old=is_old)}
    for phrase in side.phrases if joined else ():
        if phrase.kind == "exception":
            for edit in touching(side.edits, Span(phrase.head.end, phrase.whole.end)):
                inside = phrase.head.end <= edit.start and edit.end <= phrase.whole.end
                if inside and edit in joined and is_item(edit.of(side.text), grammar):
                    yield _Change(Phrase("exception", phrase.key, edit, edit), scene, is_old)


def _is_one_sided(piece: Piece, *, is_old: bool) -> bool:
    other = piece.new if is_old else piece.old
    return other.start == other.end


def _replaced(scene: Scene, grammar: Grammar) -> Iterator[tuple[_Change, _Change]]:
    """Yield the conditions of which the cue stood and all else changed: "if it rains" became "if the mayor agrees"."""
    old, new = (
        [phrase for phrase in side.phrases if phrase.kind == "condition" and not touching(side.edits, phrase.head)]
        for side in (scene.old, scene.new)
    )
    for one, other in zip(old, new, strict=True) if len(old) == len(new) else ():
        before, after = _Change(one, scene, is_old=True), _Change(other, scene, is_old=False)
        said, says = set(_said(before, grammar)), set(_said(after, grammar))
        if one.key == other.key and said.isdisjoint(says) and min(len(said), len(says)) and len(said | says) >= _OTHER:
            yield before, after


def _cancel(gone: list[_Change], come: list[_Change], grammar: Grammar) -> None:
    """Take out what only moved or was put in other words: the same cue first, then one condition for another."""
    tests: tuple[Callable[[Phrase, Phrase], bool], ...] = (
        lambda one, other: one.key == other.key,
        lambda one, other: one.kind == other.kind != "gate",
    )
    for same in tests if len(gone) * len(come) <= _BUDGET else ():
        for change in list(gone):
            partner = next(
                (each for each in come if same(change.phrase, each.phrase) and _alike(change, each, grammar)), None
            )
            if partner is not None:
                gone.remove(change)
                come.remove(partner)


def _alike(one: _Change, other: _Change, grammar: Grammar) -> bool:
    """Say whether two phrases ask for the same: gates and hedges by their cue, others by half of their words."""
    if one.phrase.kind in {"gate", "hedge"}:
        return one.scene is other.scene or not one.scene.stood or not other.scene.stood
    said, also = set(_said(one, grammar)), set(_said(other, grammar))
    return len(said & also) >= _SHARED * min(len(said), len(also))


def _said(change: _Change, grammar: Grammar) -> tuple[str, ...]:
    return content(change.side.text[change.phrase.head.end : change.phrase.whole.end], grammar)


def _counts(change: _Change, grammar: Grammar) -> bool:
    if change.phrase.kind == "exception":
        return True
    if not change.scene.stood:
        return gates_only(change.scene, grammar)
    edit = change.edit
    if change.phrase.kind != "condition" or edit is None:
        return True
    return not _introduced(change, edit, grammar) and not _known(change, grammar)


def _introduced(change: _Change, edit: Span, grammar: Grammar) -> bool:
    """Say whether a condition belongs to an item that came with it, or is itself one more case: "or when …"."""
    text = change.side.text
    if _is_case(change.phrase, edit, text, grammar):
        return True
    before = text[edit.start : change.phrase.head.start]
    counterpart = change.other.edits[change.side.edits.index(edit)]
    return len(less(content(before, grammar), content(counterpart.of(change.other.text), grammar))) > 1


def _is_case(phrase: Phrase, edit: Span, text: str, grammar: Grammar) -> bool:
    before = text[edit.start : phrase.head.start].rstrip().lower()
    return any(match.end() == len(before) for match in grammar.alternatives.finditer(before))


def _known(change: _Change, grammar: Grammar) -> bool:
    """Say whether the other side says already what is the condition: "where doubts arise, … shall resolve them"."""
    said = set(_said(change, grammar))
    return bool(said) and len(said & set(content(change.other.words, grammar))) >= _KNOWN * len(said)


def gates_only(scene: Scene, grammar: Grammar) -> bool:
    """Say whether a sentence that came or went only says how others are decided: "The Council acts unanimously"."""
    side = scene.old if scene.old.spans else scene.new
    other = scene.texts.new if scene.old.spans else scene.texts.old
    gates = merged(phrase.whole for phrase in side.phrases if phrase.kind == "gate")
    if not gates or any(phrase.kind == "exception" for phrase in side.phrases):
        return False
    rest = " ".join(side.without(span, gates) for span in side.spans)
    return len(set(content(rest, grammar)) - set(content(other, grammar))) <= _VERB


def limiting(side: Side, grammar: Grammar) -> list[Span]:
    """Give the places of phrases that are judged as what they are, so that their words are none of the coverage's.

    What is edited within a condition that stood changes what the clause covers.
    """
    return [phrase.whole for phrase in side.phrases if _is_own(phrase, side, grammar)]


def _is_own(phrase: Phrase, side: Side, grammar: Grammar) -> bool:
    if phrase.kind in {"gate", "exception", "hedge"}:
        return True
    edits = touching(side.edits, phrase.head) if phrase.kind == "condition" else ()
    return bool(edits) and not any(_is_case(phrase, edit, side.text, grammar) for edit in edits)
