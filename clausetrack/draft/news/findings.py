"""What was found in a story: one provision that it reports, before it becomes a clause."""

from __future__ import annotations

from typing import NamedTuple

from clausetrack.clauseset.inferred import Doubt
from clausetrack.draft.news.story import Sentence


class Finding(NamedTuple):
    """One provision. ``text`` is in the words of the sentence, ``item`` those that are this provision's alone.

    ``reported`` is the level of force that the report's own verb gives. ``sides`` are the parties that are held or
    speak, as ids; ``part_of`` is the text of the finding that this one is a part of.
    """

    kind: str
    text: str
    sentences: tuple[Sentence, ...]
    item: str = ""
    reported: str | None = None
    sides: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    attribution: str | None = None
    stance: str | None = None
    targets: tuple[str, ...] = ()
    part_of: str | None = None
    note: str | None = None
    doubts: tuple[Doubt, ...] = ()
