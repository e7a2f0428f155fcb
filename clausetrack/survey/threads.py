"""Clauses followed through revisions: the matches of each comparison, chained.

A match of one with one goes on; of a split, the part that keeps the id (else the first) goes on and the others begin
there; of a merger, the clause whose id is kept (else the first) goes on and the others end in it. A clause that comes
is one that went before where the id is the same (of coded revisions), or the words are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from clausetrack.language.digest import sentence_digest
from clausetrack.model.change import Row
from clausetrack.model.clause import Clause
from clausetrack.model.timeline import Link, Node, Stage, Thread
from clausetrack.survey.norms import Norms


def threads(stages: Sequence[Stage]) -> tuple[Thread, ...]:
    """Give the threads of all clauses, in the order of the last revision, what went behind its former neighbour."""
    loom = _Loom(stages)
    for index in range(len(stages)):
        loom.weave(index)
    return loom.finished()


class _Loom:
    """Threads in the making."""

    def __init__(self, stages: Sequence[Stage]) -> None:
        self.stages = stages
        self.nodes: list[list[Node]] = []
        self.origins: list[int | None] = []
        self.order: list[int] = []
        self.open: dict[str, int] = {}
        self.gone: dict[str, int] = {}
        self.norms = Norms()

    def weave(self, stage: int) -> None:
        """Take the threads on to a stage."""
        diff = self.stages[stage].diff
        before, self.open = self.open, {}
        if diff is None:
            for clause in self.stages[stage].clause_set.clauses:
                self._begin(clause, Node(stage=stage, clause=None, link="first"))
        else:
            for row in diff.rows:
                self._row(stage, row, before)
        self._place([clause.id for clause in self.stages[stage].clause_set.clauses])

    def _row(self, stage: int, row: Row, before: Mapping[str, int]) -> None:
        old = [before[clause.id] for clause in row.match.old if clause.id in before]
        new = row.match.new
        if not old:
            for clause in new:
                self._come(stage, clause, row)
        elif not new:
            for thread in old:
                self._go(stage, thread, row)
        else:
            self._go_on(stage, row, old)

    def _go_on(self, stage: int, row: Row, old: Sequence[int]) -> None:
        """Let the heir go on; parts that were split off begin, and what was merged ends."""
        new = row.match.new
        names = [clause.id for clause in row.match.old]
        heir = next((at for at, clause in enumerate(new) if clause.id in names), 0)
        kept = next((at for at, name in enumerate(names) if name == new[heir].id), 0)
        thread = old[min(kept, len(old) - 1)]
        parts = [
            self._begin(clause, Node(stage=stage, clause=None, link="split", row=row, others=(thread,)), thread)
            for at, clause in enumerate(new)
            if at != heir
        ]
        joined = [other for other in old if other != thread]
        link: Link = "split" if parts else "merged" if joined else "changed" if row.changes or row.edits else "same"
        self._add(thread, new[heir], Node(stage=stage, clause=None, link=link, row=row, others=(*parts, *joined)))
        for other in joined:
            self.nodes[other].append(Node(stage=stage, clause=None, link="joined", row=row, others=(thread,)))

    def _come(self, stage: int, clause: Clause, row: Row) -> None:
        keys = self._keys(clause, is_coded=self.stages[stage].is_coded)
        known = next((self.gone[key] for key in keys if key in self.gone), None)
        if known is None:
            self._begin(clause, Node(stage=stage, clause=None, link="added", row=row))
            return
        self.gone = {key: thread for key, thread in self.gone.items() if thread != known}
        self._add(known, clause, Node(stage=stage, clause=None, link="returned", row=row))

    def _go(self, stage: int, thread: int, row: Row) -> None:
        last = self.nodes[thread][-1].clause
        if last is not None:
            self.gone.update(dict.fromkeys(self._keys(last, is_coded=self.stages[stage - 1].is_coded), thread))
        self.nodes[thread].append(Node(stage=stage, clause=None, link="gone", row=row))

    @staticmethod
    def _keys(clause: Clause, *, is_coded: bool) -> list[str]:
        """Give what a clause that went is known by when it comes again."""
        return [*([f"#{clause.id}"] if is_coded else []), sentence_digest(clause.text)]

    def _begin(self, clause: Clause, node: Node, origin: int | None = None) -> int:
        self.nodes.append([])
        self.origins.append(origin)
        thread = len(self.nodes) - 1
        self._add(thread, clause, node)
        return thread

    def _add(self, thread: int, clause: Clause, node: Node) -> None:
        """Put a clause on a thread; ``node`` has all of it but the clause and how strongly it holds."""
        force, norms = self.norms.of(clause, self.stages[node.stage].clause_set)
        self.nodes[thread].append(replace(node, clause=clause, force=force, norms=norms))
        self.open[clause.id] = thread

    def _place(self, names: Sequence[str]) -> None:
        """Put threads that are new behind the thread of the clause before them, in the order of this revision."""
        known = set(self.order)
        behind: dict[int, list[int]] = {}
        before = -1
        for thread in (self.open[name] for name in names if name in self.open):
            if thread in known:
                before = thread
            else:
                behind.setdefault(before, []).append(thread)
        placed = [*behind.get(-1, ())]
        for thread in self.order:
            placed += [thread, *behind.get(thread, ())]
        self.order = placed

    def finished(self) -> tuple[Thread, ...]:
        """Give the threads in order; indices are those of the result."""
        place = {thread: at for at, thread in enumerate(self.order)}
        made = []
        for thread in self.order:
            nodes = tuple(
                replace(node, others=tuple(place[other] for other in node.others)) for node in self.nodes[thread]
            )
            origin = self.origins[thread]
            made.append(Thread(nodes=nodes, origin=None if origin is None else place[origin]))
        return tuple(made)
