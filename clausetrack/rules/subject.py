"""What a lint rule is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from clausetrack.clauseset.syntax import Tree
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.position import Path
from clausetrack.model.source import Fingerprint, Source
from clausetrack.rules.outline import Outline, Project


class Problem(NamedTuple):
    """What a rule found: where (a path into the clause set, its key or its value), what is wrong, what to do.

    ``line`` (from 1) is the place where no path leads to it.
    """

    path: Path
    message: str
    help: str = ""
    key: bool = False
    line: int | None = None


class Subject(NamedTuple):
    """A clause file to be judged by itself. ``own_domains`` are the project's words beside the shared vocabulary.

    ``fingerprint`` gives the fingerprint of a source, None where it has none; ClausetrackError where it cannot be read.
    """

    clause_set: ClauseSet
    tree: Tree
    fingerprint: Callable[[Source], Fingerprint | None] = lambda _: None
    own_domains: frozenset[str] = frozenset()

    def clauses(self) -> Iterator[tuple[int, Clause]]:
        """Yield the clauses with their places; a clause that could not be read is passed over."""
        for index, clause in enumerate(self.clause_set.clauses):
            if clause.kind:
                yield index, clause

    def values(self, wanted: Callable[[Any], bool]) -> Iterator[tuple[Path, Any]]:
        """Yield all scalars of the file that are wanted, with their paths, in no particular order."""
        todo: list[tuple[Path, Any]] = [((), self.tree.data)]
        while todo:
            path, container = todo.pop()
            entries = container.items() if isinstance(container, dict) else enumerate(container)
            for key, value in entries:
                if isinstance(value, dict | list):
                    todo.append(((*path, key), value))
                elif wanted(value):
                    yield (*path, key), value

    def written(self, path: Path) -> str:
        """Give a scalar as it is written in the file, with its quotes."""
        _, start, end = self.tree.find(path)
        return self.tree.text[start:end]


class Neighbourhood(NamedTuple):
    """A clause file to be judged among the others of its project."""

    file: Outline
    project: Project
