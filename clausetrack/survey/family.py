"""What a family is: clauses of many sets that are counterparts of each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Place = tuple[int, int]
"""A clause: the index of its set, and its own in that set."""


@dataclass(frozen=True, slots=True)
class Family:
    """Clauses that are counterparts, in the order of sets, and how sure it is that each belongs there (0 to 1).

    Two clauses of one set are in it only where both are in ``parts``: of a clause that was split, or merged.
    """

    places: tuple[Place, ...]
    confidence: Mapping[Place, float]
    parts: frozenset[Place] = frozenset()
