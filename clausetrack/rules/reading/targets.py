"""Where a cross-reference points, by the numbers of the clauses, and where it has to point now, by the alignment."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from clausetrack.language.numbering import Label, parse_label
from clausetrack.model.alignment import Match
from clausetrack.model.clause import Clause

_WHOLE: Final = frozenset({"", "article", "section", "rule", "clause"})
"""Kinds of division that a bare number of a clause may mean."""

_INNER: Final = frozenset({"paragraph", "subparagraph", "point", "subsection"})
"""Kinds of division that, named alone, lie within the clause that speaks of them."""

Numbers = tuple[str, ...]

_BARE: Final = re.compile("[0-9]+[a-z]?")
"""What most numbers of clauses are, and what needs no parsing."""


class Targets:
    """The clauses of both sides by their numbers, and what became of each."""

    def __init__(self, matches: Sequence[Match]) -> None:
        self._matches = matches

    def follow(self, label: Label) -> frozenset[Numbers] | None:
        """Give the numbers that an old target bears now: none where it is gone, None where it is not known."""
        found = self._resolve(label, self._old)
        if found is None:
            return None
        clauses, rest = found
        return frozenset(numbers + rest for clause in clauses for numbers in self._became.get(id(clause), ()))

    def exists(self, label: Label) -> bool:
        """Say whether the new side has a clause that a reference may point at."""
        return self._resolve(label, self._new) is not None

    def _resolve(
        self, label: Label, index: dict[Numbers, list[tuple[str, Clause]]]
    ) -> tuple[list[Clause], Numbers] | None:
        """Find the clauses that bear a number, or the longest part of it, and the part that is left over."""
        if label.kind in _INNER:
            return None
        for size in range(len(label.numbers), 0, -1):
            borne = index.get(label.numbers[:size], ())
            clauses = [clause for kind, clause in borne if kind == label.kind or {kind, label.kind} <= _WHOLE]
            if clauses:
                return clauses, label.numbers[size:]
        return None

    @cached_property
    def _old(self) -> dict[Numbers, list[tuple[str, Clause]]]:
        return _index(clause for match in self._matches for clause in match.old)

    @cached_property
    def _new(self) -> dict[Numbers, list[tuple[str, Clause]]]:
        return _index(clause for match in self._matches for clause in match.new)

    @cached_property
    def _became(self) -> dict[int, list[Numbers]]:
        became: dict[int, list[Numbers]] = defaultdict(list)
        for match in self._matches:
            numbers = [label.numbers for clause in match.new if (label := _label(clause)) is not None]
            for clause in match.old:
                became[id(clause)] += numbers
        return became


def _index(clauses: Iterable[Clause]) -> dict[Numbers, list[tuple[str, Clause]]]:
    index: dict[Numbers, list[tuple[str, Clause]]] = defaultdict(list)
    for clause in clauses:
        label = _label(clause)
        if label is not None:
            index[label.numbers].append((label.kind, clause))
    return index


def _label(clause: Clause) -> Label | None:
    number = clause.number
    if not number:
        return None
    return Label("", (number,)) if _BARE.fullmatch(number) else parse_label(number)
