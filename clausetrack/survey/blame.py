"""Which revision last changed a clause in substance, and which its words, down to the single word.

Words are followed by replaying the edits of each comparison: what stands keeps its origin, what came is the revision's.
Where a revision changed nothing but typography, what it set in another way keeps the origin of what it replaced.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clausetrack.model.change import Row, WordEdit
from clausetrack.model.timeline import Blame, Node, Origin, Run, Stage, Timeline
from clausetrack.survey.lineage import path_to

_TYPOGRAPHY = "typography-only"
_BORN = frozenset({"first", "added"})


def blame(timeline: Timeline, *, words: bool = False) -> Blame:
    """Say where every clause of the last revision comes from; with ``words`` where its words do."""
    last = len(timeline.stages) - 1
    threads = {
        thread.nodes[-1].clause.id: at
        for at, thread in enumerate(timeline.threads)
        if thread.nodes[-1].stage == last and thread.nodes[-1].clause is not None
    }
    runs = _replayed(timeline.stages) if words else {}
    ancestry = _ancestry(timeline.stages)
    origins = []
    for clause in timeline.stages[-1].clause_set.clauses:
        path = [node for _, node in path_to(timeline, threads[clause.id]) if node.stage in ancestry]
        substance = next((node for node in reversed(path) if _changed_substance(node)), path[0])
        origins.append(
            Origin(
                clause=clause,
                first=path[0].stage,
                substance=substance.stage,
                words=next((node.stage for node in reversed(path) if _changed_words(node)), path[0].stage),
                row=substance.row,
                runs=tuple(runs.get(clause.id, ())),
            )
        )
    return Blame(timeline, tuple(origins), words)


def _ancestry(stages: Sequence[Stage]) -> frozenset[int]:
    """Give the last stage, and those that led to it: a revision on another branch changed nothing of it."""
    found = {at := len(stages) - 1}
    while at > 0:
        before = stages[at].before
        at = before if before is not None else at - 1
        found.add(at)
    return frozenset(found)


def _changed_substance(node: Node) -> bool:
    if node.link in _BORN or _is_back(node):
        return True
    if node.row is None or node.link in {"split", "merged"}:
        return node.row is not None
    return any(change.direction != "neutral" and change.cause != "coding" for change in node.row.changes)


def _is_back(node: Node) -> bool:
    """Say whether a clause came back; one that is only seen again was there all the time, for all that is known."""
    return node.row is not None and node.row.became == "returned"


def _changed_words(node: Node) -> bool:
    if node.link in _BORN or _is_back(node):
        return True
    return node.row is not None and bool(node.row.edits) and not _is_typography(node.row)


def _is_typography(row: Row) -> bool:
    rules = {change.rule for change in row.changes if change.cause == "text"}
    return _TYPOGRAPHY in rules and "clause-reworded" not in rules and row.direction == "neutral"


def _replayed(stages: Sequence[Stage]) -> Mapping[str, list[Run]]:
    """Give the runs of the last revision's clauses, by id."""
    known: list[dict[str, list[Run]]] = []
    last: dict[tuple[str, str], list[Run]] = {}
    for at, stage in enumerate(stages):
        if stage.diff is None:
            made = {clause.id: [Run(at, clause.text)] for clause in stage.clause_set.clauses}
        else:
            before = known[stage.before if stage.before is not None else at - 1]
            made = {}
            for row in stage.diff.rows:
                # What came back goes on from what it was, and not from what bears its name by now.
                is_back = row.became in {"returned", "seen"}
                old = [last[clause.id, clause.text] if is_back else before[clause.id] for clause in row.match.old]
                made.update(_carried(row, old, at))
        known.append(made)
        last |= {(clause.id, clause.text): made[clause.id] for clause in stage.clause_set.clauses}
    return known[-1]


def _carried(row: Row, known: Sequence[Sequence[Run]], stage: int) -> Iterator[tuple[str, list[Run]]]:
    """Yield the runs of a row's new clauses; ``known`` are those of its old ones."""
    old, new = row.match.old, row.match.new
    if not old or not new:
        yield from ((clause.id, [Run(stage, clause.text)] if clause.text else []) for clause in new)
        return
    before = [*_lines(known)]
    edits = row.edits or (WordEdit("equal", "\n".join(clause.text for clause in old)),)
    text = _Runs(_edited(before, edits, stage, keeps=_is_typography(row)))
    for clause in new:
        yield clause.id, text.taken(len(clause.text))
        text.taken(1)  # the line break between two clauses


def _lines(parts: Iterable[Sequence[Run]]) -> Iterator[Run]:
    """Yield runs of clauses, one a line, as a comparison joins their texts."""
    first = True
    for runs in parts:
        if not first:
            yield Run(0, "\n")
        first = False
        yield from runs


def _edited(before: Sequence[Run], edits: Sequence[WordEdit], stage: int, *, keeps: bool) -> Iterator[Run]:
    """Yield the runs after edits; with ``keeps`` what replaces something has the origin of what it replaced."""
    text = _Runs(before)
    origin = stage
    for edit in edits:
        if edit.op == "insert":
            yield Run(origin, edit.text)
            origin = stage
            continue
        taken = text.taken(len(edit.text))
        origin = taken[0].stage if keeps and edit.op == "delete" and taken else stage
        if edit.op == "equal":
            yield from taken


class _Runs:
    """Runs that are taken away from the front, by characters."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self._runs = list(runs)[::-1]

    def taken(self, size: int) -> list[Run]:
        """Take so many characters, as far as there are any; neighbours of one stage are one run."""
        found: list[Run] = []
        while size > 0 and self._runs:
            run = self._runs.pop()
            part = run.text[:size]
            if len(part) < len(run.text):
                self._runs.append(Run(run.stage, run.text[size:]))
            size -= len(part)
            if found and found[-1].stage == run.stage:
                found[-1] = Run(run.stage, found[-1].text + part)
            elif part:
                found.append(Run(run.stage, part))
        return found
