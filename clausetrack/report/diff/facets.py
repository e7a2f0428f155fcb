"""What the clauses of a page can be filtered by, with the values that occur and how often."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from clausetrack.model.change import Row
from clausetrack.model.clause import Clause
from clausetrack.report import rows

FACETS: Final = ("direction", "kind", "actor", "domain", "rule")


class Value(NamedTuple):
    """One value of a facet: its name, the key that clauses carry for it, and how many clauses do."""

    name: str
    key: int
    number: int


class Facet(NamedTuple):
    """A facet with its values: directions in the order of their weight, all others by name."""

    name: str
    values: tuple[Value, ...]


class Facets:
    """Numbers the values that clauses have, so that a clause carries a few short numbers, whatever the values are."""

    def __init__(self) -> None:
        self._keys: dict[str, dict[str, int]] = {name: {} for name in FACETS}
        self._counts: dict[tuple[str, str], int] = {}

    def of(self, row: Row, label: str) -> dict[str, str]:
        """Give, for every facet, the numbers of a row's values, separated by spaces; ``label`` is its direction."""
        clauses = (*row.match.old, *row.match.new)
        found = {
            "direction": [label] if label else [],
            "kind": [clause.kind for clause in clauses],
            "actor": [actor for clause in clauses for actor in _actors(clause)],
            "domain": [domain for clause in clauses for domain in clause.domains],
            "rule": [change.rule for change in row.changes],
        }
        return {name: " ".join(self._numbered(name, values)) for name, values in found.items()}

    def _numbered(self, facet: str, values: Sequence[str]) -> list[str]:
        keys = self._keys[facet]
        distinct = dict.fromkeys(values)
        for value in distinct:
            self._counts[facet, value] = self._counts.get((facet, value), 0) + 1
        return [str(keys.setdefault(value, len(keys))) for value in distinct]

    def all(self) -> list[Facet]:
        """Give the facets of the rows so far. One that would tell nothing apart is left out."""
        facets = [Facet(name, self._values(name)) for name in FACETS]
        return [facet for facet in facets if len(facet.values) > 1]

    def _values(self, facet: str) -> tuple[Value, ...]:
        signs = list(rows.SIGNS)
        known = self._keys[facet]
        order = sorted(known, key=signs.index) if facet == "direction" else sorted(known)
        return tuple(Value(name, known[name], self._counts[facet, name]) for name in order)


def _actors(clause: Clause) -> tuple[str, ...]:
    return (*clause.actors, *clause.participants, *clause.speaker)
