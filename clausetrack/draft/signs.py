"""The signs that a passage gives of itself: its words, its norms, and the words above it. Read once, used by all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from clausetrack.draft.context import Context
from clausetrack.draft.passage import Passage
from clausetrack.draft.phrases import Found, Words, phrases
from clausetrack.language.force import read_force, read_norms
from clausetrack.language.sentences import sentences
from clausetrack.model.force import Cue, ForceReading
from clausetrack.model.span import Span

_BESIDE: Final = frozenset({"hedge", "condition", "saving", "exception", "precision", "false-friend"})


class Signs:
    """A passage in its context. Whatever costs is read when it is first asked for."""

    def __init__(self, passage: Passage, context: Context) -> None:
        self.passage = passage
        self.context = context
        self.text = passage.text
        self.words = Words(passage.text)
        self._found: dict[str, list[Found]] = {}

    def find(self, part: str) -> list[Found]:
        """Give the phrases of a part of the language's file that the text has."""
        if part not in self._found:
            self._found[part] = list(phrases(self.context.language, part).find(self.words))
        return self._found[part]

    @cached_property
    def heading(self) -> Words:
        """The words of the passage's heading, or of the nearest one above it."""
        above = self.passage.path[-1] if self.passage.path else ""
        return Words(self.passage.heading or above)

    def covered(self, part: str) -> tuple[float, str | None]:
        """Give how much of the heading is phrases of a part, from 0 to 1, and what most of them tell.

        Small words and the names that an instrument is called by do not count.
        """
        found = list(phrases(self.context.language, part).find(self.heading))
        if not found:
            return 0.0, None
        neutral = list(phrases(self.context.language, "neutral").find(self.heading))
        counted = [span for span in self.heading.spans if self.heading.text[span[0]].isalnum()]
        told = sum(_within(span, found) for span in counted)
        silent = sum(not _within(span, found) and _within(span, neutral) for span in counted)
        told_most = Counter(each.tells for each in found).most_common(1)[0][0]
        return told / max(1, len(counted) - silent) if counted else 1.0, told_most

    @cached_property
    def sentences(self) -> Sequence[Span]:
        """The sentences of the text."""
        return sentences(self.text)

    @cached_property
    def norms(self) -> tuple[ForceReading, ...]:
        """The norms of the text, in reading order, as the rules read them."""
        context = self.context
        return read_norms(self.text, context.language, binding=context.binds, reported=context.reported)

    @cached_property
    def force(self) -> ForceReading:
        """The first norm, or what the text is where it has none."""
        if self.norms:
            return self.norms[0]
        context = self.context
        return read_force(self.text, context.language, binding=context.binds, reported=context.reported)

    @cached_property
    def duties(self) -> list[ForceReading]:
        """The norms that hold somebody to something."""
        return [norm for norm in self.norms if _binds(norm)]

    @cached_property
    def liberties(self) -> list[ForceReading]:
        """The norms that allow somebody something."""
        return [norm for norm in self.norms if norm.deontic != "statement" and not _binds(norm)]

    @cached_property
    def stances(self) -> list[ForceReading]:
        """The norms that say what somebody thinks."""
        return [norm for norm in self.norms if norm.deontic == "statement"]


def _binds(norm: ForceReading) -> bool:
    """Say whether a norm holds somebody: not where it frees ("shall not be required to"), but where it grants a right.

    Who grants holds itself, and is read as a permission for the sake of the other side; its verb is no modal.
    """
    if norm.deontic == "permission":
        return any(cue.kind == "catenative" for cue in norm.cues)
    waived = norm.force == "discretion" and any(cue.kind == "negation" for cue in norm.cues)
    return norm.deontic in {"obligation", "prohibition"} and not waived


def _within(span: tuple[int, int], found: list[Found]) -> bool:
    return any(each.start <= span[0] and span[1] <= each.end for each in found)


def cues(reading: ForceReading) -> list[Cue]:
    """Give the words that a reading's force rests on, without those that stand beside it."""
    return [cue for cue in reading.cues if cue.kind not in _BESIDE]
