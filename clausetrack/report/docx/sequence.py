"""One order for both sides of a comparison: what stands, what goes from its old place, what comes at its new one.

Read without what only the new side has, the steps are the old agreement in its order; without what only the old side
has, the new one. Which clauses stand still is the heaviest increasing subsequence (M. L. Fredman, On computing the
length of longest increasing subsequences, 1975, with weights), so that as few words as can be are shown as moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from clausetrack.model.change import Diff, Row
from clausetrack.model.clause import Clause

StepKind = Literal["both", "old", "new", "from", "to"]
"""On both sides in one place; on one side only; a moved clause at its old and at its new place."""

_STANDING: Final = 2
"""Weight of a clause that did not move, beside its length: more than that of one that did, however short it is."""


class Entry(NamedTuple):
    """What stands in one place of a side: neighbouring clauses of a row, or the heading of a part.

    ``level`` counts the parts that a heading stands in, from 1, and is 0 for clauses; ``key`` tells headings of the
    same words apart.
    """

    clauses: tuple[Clause, ...] = ()
    row: Row | None = None
    is_main: bool = False
    level: int = 0
    title: str = ""
    key: tuple[object, ...] = ()


class Step(NamedTuple):
    """A place in the common order; ``move`` numbers moves from 1, the same at both places."""

    kind: StepKind
    old: Entry | None
    new: Entry | None
    move: int = 0


def steps(diff: Diff) -> list[Step]:
    """Give the common order of the clauses that a comparison has, with the headings of their parts."""
    old = _entries(diff.rows, diff.old.clauses, "old")
    new = _entries(diff.rows, diff.new.clauses, "new")
    pairs = _paired(old, new)
    kept = _standing([(i, j, _weight(new[j])) for i, j in sorted(pairs.items())])
    moved = {i: j for i, j in pairs.items() if i not in kept and not old[i].level}
    numbers = {i: number for number, i in enumerate(sorted(moved), 1)}
    back = {j: i for i, j in moved.items()}
    found: list[Step] = []
    i = j = 0
    for stop_i, stop_j in [*kept.items(), (len(old), len(new))]:
        for at in range(i, stop_i):
            there = new[moved[at]] if at in moved else None
            found.append(Step("from" if there else "old", old[at], there, numbers.get(at, 0)))
        for at in range(j, stop_j):
            there = old[back[at]] if at in back else None
            found.append(Step("to" if there else "new", there, new[at], numbers.get(back.get(at, -1), 0)))
        if stop_i < len(old):
            found.append(Step("both", old[stop_i], new[stop_j]))
        i, j = stop_i + 1, stop_j + 1
    return found


def _entries(rows: Sequence[Row], clauses: Sequence[Clause], side: Literal["old", "new"]) -> list[Entry]:
    """Give a side in its own order, with a heading wherever another part begins."""
    by_identity = {id(clause): at for at, clause in enumerate(clauses)}
    by_id = {clause.id: at for at, clause in reversed(list(enumerate(clauses)))}
    placed: list[tuple[int, int, Entry]] = []
    for number, row in enumerate(rows):
        of_row: tuple[Clause, ...] = getattr(row.match, side)
        places = [by_identity.get(id(clause), by_id.get(clause.id, len(clauses) + number)) for clause in of_row]
        runs = list(_runs(sorted(zip(places, of_row, strict=True), key=lambda entry: entry[0])))
        longest = max(runs, key=lambda run: sum(len(clause.text) for clause in run[1]), default=None)
        placed += [(at, number, Entry(run, row, is_main=(at, run) == longest)) for at, run in runs]
    placed.sort(key=lambda entry: entry[:2])
    return list(_with_parts(entry for _, _, entry in placed))


def _runs(placed: Iterable[tuple[int, Clause]]) -> Iterator[tuple[int, tuple[Clause, ...]]]:
    """Yield clauses that stand next to each other in one part, with the place of the first."""
    run: list[Clause] = []
    first = last = -1
    for at, clause in placed:
        if run and (at != last + 1 or clause.path != run[-1].path):
            yield first, tuple(run)
            run = []
        if not run:
            first = at
        run.append(clause)
        last = at
    if run:
        yield first, tuple(run)


def _with_parts(entries: Iterable[Entry]) -> Iterator[Entry]:
    path: tuple[str, ...] = ()
    seen: Counter[tuple[str, ...]] = Counter()
    for entry in entries:
        there = entry.clauses[0].path
        shared = next(
            (at for at, (a, b) in enumerate(zip(path, there, strict=False)) if a != b), min(len(path), len(there))
        )
        for level in range(shared + 1, len(there) + 1):
            seen[there[:level]] += 1
            yield Entry(level=level, title=there[level - 1], key=(there[:level], seen[there[:level]]))
        path = there
        yield entry


def _paired(old: Sequence[Entry], new: Sequence[Entry]) -> dict[int, int]:
    """Give which entry of the old side is which of the new one: by their rows; headings by words, then by place."""
    rows = {id(entry.row): at for at, entry in enumerate(new) if entry.is_main}
    clauses = {at: rows[id(entry.row)] for at, entry in enumerate(old) if entry.is_main and id(entry.row) in rows}
    keys = {entry.key: at for at, entry in enumerate(new) if entry.level}
    parts = {at: keys[entry.key] for at, entry in enumerate(old) if entry.level and entry.key in keys}
    taken = set(parts.values())
    for i, j in clauses.items():
        for back in range(1, min(i, j) + 1):
            at, there = i - back, j - back
            if at in parts or there in taken or not old[at].level or old[at].level != new[there].level:
                break
            parts[at] = there
            taken.add(there)
    return clauses | parts


def _weight(entry: Entry) -> int:
    if entry.row is None or entry.row.match.moved:
        return 1
    return _STANDING + sum(len(clause.text) for clause in entry.clauses)


def _standing(pairs: Sequence[tuple[int, int, int]]) -> dict[int, int]:
    """Give the heaviest increasing subsequence of pairs (old place, new place, weight), sorted by the old place.

    Takes n log n steps: the best weight up to a place is kept in a Fenwick tree.
    """
    size = max((j for _, j, _ in pairs), default=-1) + 1
    tree: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    before: list[int] = []
    for number, (_, j, weight) in enumerate(pairs):
        best, at = (0, -1), j
        while at > 0:
            best = max(best, tree[at])
            at -= at & -at
        before.append(best[1])
        at = j + 1
        while at <= size:
            tree[at] = max(tree[at], (best[0] + weight, number))
            at += at & -at
    # The last of the heaviest sequence is the best of all prefixes, which is that of the whole.
    number, at = -1, size
    best = (0, -1)
    while at > 0:
        best = max(best, tree[at])
        at -= at & -at
    number = best[1]
    found = []
    while number >= 0:
        found.append(pairs[number][:2])
        number = before[number]
    return dict(reversed(found))
