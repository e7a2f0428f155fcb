"""What is right about moves: the same revision, seen by clausetrack, deepdiff and git, in one run.

A set of 400 clauses with ids, of which some are edited, some moved, some both, some removed, and some new. Who compares
has to find what was edited and what moved, and to call nothing moved that only made room.
"""

from __future__ import annotations

import json
import random
import subprocess
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.invented import clause_set, edited, write
from benchmarks.process import program
from clausetrack.clauseset.plain import plain
from clausetrack.model.clauseset import ClauseSet

CLAUSES, MOVED, REMOVED, ADDED = 400, 20, 20, 20


def main() -> None:
    """Print what each finds."""
    old, new, moved = revisions()
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder, name)) for name in ("old.yaml", "new.yaml")]
        write(old, paths[0])
        write(new, paths[1])
        changed = _edited(old, new)
        print(f"{CLAUSES} clauses: {len(changed)} edited, {MOVED} moved, {REMOVED} removed, {ADDED} added")
        print(f"{'':12} {'edited':>8} {'moved':>8} {'removed':>8} {'added':>8}   seconds of CPU")
        _ours(paths, moved)
        _deepdiff(old, new)
        _git(paths)


def revisions() -> tuple[ClauseSet, ClauseSet, frozenset[str]]:
    """Give two revisions, and the ids of the clauses that were moved from the first to the second."""
    random_ = random.Random(7)  # noqa: S311 - reproducible, not secret
    old = clause_set(CLAUSES)
    clauses = list(edited(old).clauses)
    gone = set(random_.sample(range(CLAUSES), REMOVED))
    clauses = [clause for index, clause in enumerate(clauses) if index not in gone]
    moved = random_.sample(clauses, MOVED)
    for clause in moved:
        clauses.remove(clause)
        clauses.insert(random_.randrange(len(clauses)), clause)
    for clause in clause_set(ADDED, seed=99).clauses:
        clauses.insert(random_.randrange(len(clauses)), replace(clause, id=f"new-{clause.id}"))
    revision = replace(old.revision, id="two", follows="one")
    return old, replace(old, revision=revision, clauses=tuple(clauses)), frozenset(clause.id for clause in moved)


def _edited(old: ClauseSet, new: ClauseSet) -> set[str]:
    before = {clause.id: clause.text for clause in old.clauses}
    return {clause.id for clause in new.clauses if before.get(clause.id, clause.text) != clause.text}


def _ours(paths: list[str], moved: frozenset[str]) -> None:
    start = time.process_time(), _children()
    output = subprocess.run(
        [program("clausetrack"), "diff", "--all", "--format", "json", *paths], capture_output=True, check=True
    ).stdout
    rows: list[dict[str, Any]] = json.loads(output)["rows"]
    found = {row["new"][0] for row in rows if row["moved"]}
    counts = (
        sum("edits" in row for row in rows if row["relation"] == "paired"),
        len(found),
        sum(row["relation"] == "removed" for row in rows),
        sum(row["relation"] == "added" for row in rows),
    )
    _line("clausetrack", counts, _children() - start[1])
    print(f"{'':12} of the clauses that it calls moved, {len(found & moved)} are among the {len(moved)} that were")


def _deepdiff(old: ClauseSet, new: ClauseSet) -> None:
    try:
        from deepdiff import DeepDiff  # type: ignore[import-not-found, unused-ignore] # noqa: PLC0415 - a peer
    except ImportError:
        print("deepdiff is not installed")
        return
    start = time.process_time()
    found = DeepDiff(plain(old)["clauses"], plain(new)["clauses"])
    counts = (
        len({path.split("]")[0] for path in found.get("values_changed", {})}),
        0,
        len(found.get("iterable_item_removed", {})),
        len(found.get("iterable_item_added", {})),
    )
    _line("deepdiff", counts, time.process_time() - start)


def _git(paths: list[str]) -> None:
    start = _children()
    command = ["git", "diff", "--no-index", "--word-diff=porcelain", *paths]
    lines = subprocess.run(command, capture_output=True, check=False, text=True).stdout.splitlines()
    removed = sum(line.startswith("-") and "- id:" in line for line in lines)
    added = sum(line.startswith("+") and "- id:" in line for line in lines)
    _line("git words", (sum(line[:1] in "+-" for line in lines), 0, removed, added), _children() - start)
    print(f"{'':12} git counts lines of changed words as edits, and knows no moves")


def _children() -> float:
    import resource  # noqa: PLC0415 - not on Windows

    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _line(name: str, counts: tuple[int, int, int, int], seconds: float) -> None:
    print(f"{name:12} {' '.join(f'{count:8}' for count in counts)}   {seconds:.2f}")


if __name__ == "__main__":
    main()
