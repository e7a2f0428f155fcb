"""What a cross-reference is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from clausetrack.language.numbering import Label

Standpoint = Literal["this", "before", "after"]


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference, from ``start`` to ``end`` of its text (characters, the end exclusive).

    ``targets`` are the places it points at, one a number, ranges written out. ``standpoint`` says that it counts from
    where it stands: ``this`` Article, the paragraph ``before``, the one ``after``; its numbers are relative to that.
    ``instrument`` is the agreement or law that it names; ``external`` says that it is another one, told by a proper
    name: "the Convention" alone may be this one.
    """

    start: int
    end: int
    targets: tuple[Label, ...]
    standpoint: Standpoint | None = None
    instrument: str | None = None
    external: bool = False
