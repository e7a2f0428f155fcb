"""What a text says of its own strength, on both sides of an edit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from clausetrack.language.force import read_norms
from clausetrack.model.force import Cue, ForceReading
from clausetrack.model.record import Record, record
from clausetrack.model.span import Span
from clausetrack.rules.reading.passages import ALIKE, Piece
from clausetrack.rules.reading.scene import Scene, Side
from clausetrack.rules.reading.setting import Setting
from clausetrack.rules.reading.stretches import touching
from clausetrack.rules.reading.wording import likeness, plain

_BESIDE: Final = frozenset({"condition", "exception", "saving", "precision", "false-friend"})
"""Kinds of cues that say nothing of the strength."""


@record
class Shift(Record):
    """One norm as it was and as it is, where their force or polarity differ."""

    old: ForceReading
    new: ForceReading

    @property
    def words(self) -> tuple[str, str]:
        """The words that the strength rests on, before and after."""
        before, after = (" ".join(cue.words for cue in _cues(reading)) for reading in (self.old, self.new))
        return before, after

    @property
    def places(self) -> tuple[list[Span], list[Span]]:
        """Where these words stand."""
        before, after = ([Span(cue.start, cue.end) for cue in _cues(reading)] for reading in (self.old, self.new))
        return before, after


NORM: Final = 8
"""Words from which a stretch with a modal verb of its own is a norm of its own, not an item or a qualifier."""


def shifts(scenes: Sequence[Scene], setting: Setting) -> Iterator[Shift]:
    """Yield the norms of standing passages whose strength was edited; nothing where norms came or went among them."""
    for scene in scenes:
        if not scene.stood or not (_hedged(scene) or any(_strong(scene, piece, setting) for piece in scene.pieces)):
            continue
        old, new = _norms(scene.old, setting, 0), _norms(scene.new, setting, 1)
        if len(old) != len(new):
            continue
        for (start, one), (new_start, other) in zip(old, new, strict=True):
            if (one.force, one.polarity) != (other.force, other.polarity):
                before, after = _placed(one, start), _placed(other, new_start)
                if _edited(scene, before, after) and _same(scene, before, after, setting):
                    yield Shift(before, after)


def _strong(scene: Scene, piece: Piece, setting: Setting) -> bool:
    """Say whether an edit touches a word that strength may rest on."""
    grammar = setting.grammar
    if grammar.strong is None:
        return True
    gone, come = map(plain, scene.words(piece))
    if not (gone and come) and len(gone) + len(come) >= NORM:
        return False  # a norm that came or went
    return not grammar.strong.isdisjoint(frozenset(gone) ^ frozenset(come))


def _hedged(scene: Scene) -> bool:
    """Say whether a hedge was written or struck, which costs or gives a level."""
    return any(
        phrase.kind == "hedge" and touching(side.edits, phrase.head)
        for side in (scene.old, scene.new)
        for phrase in side.phrases
    )


def _norms(side: Side, setting: Setting, number: int) -> list[tuple[int, ForceReading]]:
    """Read the norms of a passage, each with the place of its sentence in the text."""
    binds, reports = setting.binds(number), setting.reports(number)
    return [
        (span.start, reading)
        for span in side.spans
        for reading in read_norms(span.of(side.text), setting.language, binding=binds, reported=reports)
    ]


def _placed(reading: ForceReading, by: int) -> ForceReading:
    """Give a reading with its places in the whole text."""
    cues = tuple(replace(each, start=each.start + by, end=each.end + by) for each in reading.cues)
    return replace(reading, cues=cues, start=reading.start + by, end=reading.end + by)


def _edited(scene: Scene, old: ForceReading, new: ForceReading) -> bool:
    """Say whether an edit touches the cues that a strength rests on; what is read otherwise without is no news."""
    sides = (old, scene.old), (new, scene.new)
    return any(touching(side.edits, cue) for reading, side in sides for cue in _cues(reading))


def _same(scene: Scene, old: ForceReading, new: ForceReading, setting: Setting) -> bool:
    """Say whether two norms are of the same thing: what else they say is alike."""
    words = scene.old.text[old.start : old.end], scene.new.text[new.start : new.end]
    return likeness(*words, setting.grammar) >= ALIKE


def _cues(reading: ForceReading) -> list[Cue]:
    return [cue for cue in reading.cues if cue.kind not in _BESIDE]
