"""What a lint rule is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from clausetrack.clauseset.syntax import Tree
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.position import Path
from clausetrack.model.source import Fingerprint, Source
from clausetrack.rules.outline import Outline, Project


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found: where (a path into the clause set, its key or its value), what is wrong, what to do."""

    path: Path
    message: str
    help: str = ""
    key: bool = False
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """A clause file to be judged by itself. ``own_domains`` are the project's words beside the shared vocabulary."""

    clause_set: ClauseSet
    tree: Tree
    fingerprint: Callable[[Source], Fingerprint | None] = lambda _: None
    own_domains: frozenset[str] = field(default_factory=frozenset)

    def clauses(self) -> Iterator[tuple[int, Clause]]:
        """Yield the clauses with their places; a clause that could not be read is passed over."""
        for index, clause in enumerate(self.clause_set.clauses):
            if clause.kind:
                yield index, clause

    def written(self, path: Path) -> str:
        """Give a scalar as it is written in the file, with its quotes."""
        _, start, end = self.tree.find(path)
        return self.tree.text[start:end]


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A clause file to be judged among the others of its project."""

    file: Outline
    project: Project


LocalCheck = Callable[[Subject], Iterator[Problem]]
ProjectCheck = Callable[[Neighbourhood], Iterator[Problem]]
