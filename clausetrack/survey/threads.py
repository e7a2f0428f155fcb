"""Clauses followed through revisions: the matches of each comparison, chained.

A match of one with one goes on; of a split, the part that keeps the id (else the first) goes on and the others begin
there; of a merger, the clause whose id is kept (else the first) goes on and the others end in it. A clause that comes
is one that went before where the id is the same (of coded revisions), or the words are; it is compared with what it was
when it was there last. Where two revisions follow the same one, both go on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from clausetrack.language.digest import sentence_digest
from clausetrack.model.alignment import Match
from clausetrack.model.change import Row
from clausetrack.model.clause import Clause
from clausetrack.model.timeline import Link, Node, Stage, Thread
from clausetrack.survey.norms import Norms

Again = Callable[[Clause, Stage, Clause, Stage], Row]
"""Compares a clause that came back, in its revision, with what it was in the revision that had it last."""


class Woven(NamedTuple):
    """Stages of which the rows say of clauses that they came back, and the threads of all clauses."""

    stages: tuple[Stage, ...]
    threads: tuple[Thread, ...]


def threads(stages: Sequence[Stage]) -> tuple[Thread, ...]:
    """Give the threads of all clauses, in the order of the last revision, what went behind its former neighbour."""
    return woven(stages, lambda last, _before, clause, _after: Row(match=Match("paired", (last,), (clause,)))).threads


def woven(stages: Sequence[Stage], again: Again) -> Woven:
    """Give the threads of all clauses, in the order of the last revision, what went behind its former neighbour.

    And the stages, where clauses that came back are compared by ``again``.
    """
    loom = _Loom(stages, again)
    for index in range(len(stages)):
        loom.weave(index)
    return Woven(tuple(loom.stages), loom.finished())


class _Loom:
    """Threads in the making; of each stage those of its clauses, by id, and those that have gone, by `_keys`."""

    def __init__(self, stages: Sequence[Stage], again: Again) -> None:
        self.stages = list(stages)
        self.again = again
        self.nodes: list[list[Node]] = []
        self.origins: list[int | None] = []
        self.order: list[int] = []
        self.open: list[dict[str, int]] = []
        self.gone: list[dict[str, int]] = []
        self.norms = Norms()

    def weave(self, stage: int) -> None:
        """Take the threads on to a stage."""
        here = self.stages[stage]
        base = self._base(stage)
        before = self.open[base] if stage else {}
        self.open.append({})
        self.gone.append({**self.gone[base]} if stage else {})
        if here.diff is None:
            for clause in here.clause_set.clauses:
                self._begin(clause, Node(stage=stage, clause=None, link="first"))
        else:
            rows = [self._row(stage, row, before) for row in here.diff.rows]
            if any(made is not row for made, row in zip(rows, here.diff.rows, strict=True)):
                self.stages[stage] = replace(here, diff=replace(here.diff, rows=tuple(rows)))
        self._place([clause.id for clause in here.clause_set.clauses])

    def _base(self, stage: int) -> int:
        before = self.stages[stage].before
        return before if before is not None else stage - 1

    def _row(self, stage: int, row: Row, before: Mapping[str, int]) -> Row:
        """Take the threads of a row on; give the row, or the one that takes its place."""
        old = [before[clause.id] for clause in row.match.old if clause.id in before]
        new = row.match.new
        if not old:
            for clause in new:
                row = self._come(stage, clause, row)
        elif not new:
            for clause in row.match.old:
                self._go(stage, clause, before[clause.id], row)
        else:
            self._go_on(stage, row, old)
        return row

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
        is_changed = row.changes or row.edits or row.became
        link: Link = "split" if parts else "merged" if joined else "changed" if is_changed else "same"
        self._add(thread, new[heir], Node(stage=stage, clause=None, link=link, row=row, others=(*parts, *joined)))
        for other in joined:
            self.nodes[other].append(Node(stage=stage, clause=None, link="joined", row=row, others=(thread,)))

    def _come(self, stage: int, clause: Clause, row: Row) -> Row:
        here = self.stages[stage]
        gone = self.gone[stage]
        known = next((gone[key] for key in self._keys(clause, is_coded=here.is_coded) if key in gone), None)
        if known is None:
            self._begin(clause, Node(stage=stage, clause=None, link="added", row=row))
            return row
        # On a branch the thread may go on beside; it is compared with what it was when it was there last.
        last = next(node for node in reversed(self.nodes[known]) if node.clause is not None)
        for key in self._keys(last.clause, is_coded=True) if last.clause is not None else ():
            if gone.get(key) == known:
                del gone[key]
        went = next(node for node in reversed(self.nodes[known]) if node.clause is None)
        made = row if last.clause is None else self.again(last.clause, self.stages[last.stage], clause, here)
        made = replace(made, became="seen" if went.link == "unseen" else "returned")
        self._add(known, clause, Node(stage=stage, clause=None, link="returned", row=made))
        return made

    def _go(self, stage: int, clause: Clause, thread: int, row: Row) -> None:
        keys = self._keys(clause, is_coded=self.stages[self._base(stage)].is_coded)
        self.gone[stage].update(dict.fromkeys(keys, thread))
        link: Link = "gone" if row.became is None else "unseen"
        self.nodes[thread].append(Node(stage=stage, clause=None, link=link, row=row))

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
        self.open[node.stage][clause.id] = thread

    def _place(self, names: Sequence[str]) -> None:
        """Put threads that are new behind the thread of the clause before them, in the order of this revision."""
        known = set(self.order)
        behind: dict[int, list[int]] = {}
        before = -1
        here = self.open[-1]
        for thread in (here[name] for name in names if name in here):
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
