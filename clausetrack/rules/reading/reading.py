"""All that is read from the words of one edited pair, worked out when first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from clausetrack.model.change import WordEdit
from clausetrack.rules.reading import coverage, limits, strength, wording
from clausetrack.rules.reading.figures import Figure, figures
from clausetrack.rules.reading.hunks import Edited, edited
from clausetrack.rules.reading.passages import passages
from clausetrack.rules.reading.phrases import Phrase, phrases
from clausetrack.rules.reading.pointers import Pointer, pointers
from clausetrack.rules.reading.scene import Scene, Side
from clausetrack.rules.reading.setting import Setting


class Reading:
    """What the words of a pair say changed. Everything is empty where the texts are the same."""

    def __init__(self, edits: Sequence[WordEdit], setting: Setting) -> None:
        self.edits = edits
        self.setting = setting

    @cached_property
    def texts(self) -> Edited:
        """The two texts with their hunks."""
        return edited(self.edits)

    @cached_property
    def scenes(self) -> tuple[Scene, ...]:
        """The passages that differ, with the references that changed in them."""
        if not self.edits:
            return ()
        texts, setting = self.texts, self.setting
        found = passages(texts, lambda old, new: wording.likeness(old, new, setting.grammar))
        return tuple(
            Scene.of(
                texts,
                passage,
                pointers(texts.old, texts.new, passage, setting.language, setting.targets),
                figures(texts.old, texts.new, passage, setting.grammar),
            )
            for passage in found
        )

    @cached_property
    def _sorted(self) -> tuple[tuple[Scene, frozenset[coverage.News]], ...]:
        return tuple((scene, coverage.news(scene, self.setting.renames)) for scene in self.scenes)

    @property
    def news(self) -> frozenset[coverage.News]:
        """What sorts of news the edits are."""
        return frozenset(news for _, found in self._sorted for news in found)

    @cached_property
    def limited(self) -> tuple[Scene, ...]:
        """The scenes in which words changed, with the phrases that limit them; the others are noise."""
        scenes = (scene for scene, news in self._sorted if "words" in news)
        return tuple(self._limited(scene) for scene in scenes)

    def _limited(self, scene: Scene) -> Scene:
        ends = scene.pieces[-1].old.end, scene.pieces[-1].new.end
        return scene.limited(self._phrases(scene.old, ends[0]), self._phrases(scene.new, ends[1]))

    def _phrases(self, side: Side, end: int) -> tuple[Phrase, ...]:
        """Give the phrases of a side that begin before its last edit ends: those behind it are none of its business."""
        return tuple(
            phrase
            for span in side.spans
            if span.start < end
            for phrase in phrases(side.text, span, end, self.setting.grammar)
        )

    @cached_property
    def turns(self) -> tuple[limits.Turn, ...]:
        """The conditions, exceptions and hedges that came or went."""
        return tuple(limits.turns(self.limited, self.setting.grammar))

    @cached_property
    def moves(self) -> tuple[coverage.Move, ...]:
        """What came to be covered, or is covered no more."""
        cues = (
            [place for shift in self.shifts for place in shift.places[0]],
            [place for shift in self.shifts for place in shift.places[1]],
        )
        return tuple(coverage.moves(self.limited, cues, self.setting.renames, self.setting.grammar))

    @cached_property
    def pointers(self) -> tuple[Pointer, ...]:
        """The references that changed."""
        return tuple(pointer for scene in self.scenes for pointer in scene.pointers)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The quantities that were edited, changed or only written otherwise."""
        return tuple(figure for scene in self.scenes for figure in scene.figures)

    @cached_property
    def shifts(self) -> tuple[strength.Shift, ...]:
        """The norms whose force or polarity changed."""
        return tuple(strength.shifts(self.limited, self.setting))
