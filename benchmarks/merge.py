"""Three-way merges of clause files beside `git merge-file` and `diff3`: CPU time of whole processes, and conflicts.

The inputs are invented: on either side a share of the clauses is edited at random, some are moved, removed and added.
Each is given to all programs in the same run. A conflict is one that somebody has to decide.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import yaml

from benchmarks.invented import clause_set, edited, write
from benchmarks.process import Measured, measure, program
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet

_SIZES = ((100, ""), (1_000, "at most 600 ms"), (10_000, ""))


class Work(NamedTuple):
    """How much either side does: shares of the clauses."""

    name: str
    edited: float
    moved: float
    replaced: float


_WORK = (
    Work("a twentieth edited", 0.05, 0.0, 0.0),
    Work("a tenth edited, some moved, removed, added", 0.1, 0.01, 0.01),
    Work("a third edited", 0.33, 0.0, 0.0),
)


def main() -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as folder:
        speed(Path(folder))
        conflicts(Path(folder))


def speed(root: Path) -> None:
    """Measure files of growing size."""
    print("merge, a tenth of the clauses edited on either side, a hundredth moved, removed and added")
    cpu: dict[int, float] = {}
    for clauses, bound in _SIZES:
        base, ours, theirs = _files(root, clauses, _WORK[1])
        runs = 5 if clauses < 10_000 else 1  # noqa: PLR2004 - the largest takes seconds
        command = [program("clausetrack"), "merge", "--quiet", base, ours, theirs]
        cpu[clauses] = _line(f"clausetrack, {clauses:,} clauses", measure(command, runs), bound).cpu
        _line(f"git merge-file, {clauses:,}", measure(["git", "merge-file", "-p", "-q", ours, base, theirs], runs))
        if shutil.which("diff3"):
            _line(f"diff3, {clauses:,}", measure(["diff3", "-m", ours, base, theirs], runs))
    print(f"  growth from 1,000 to 10,000 clauses: {cpu[10_000] / cpu[1_000]:.1f} times")


def conflicts(root: Path, clauses: int = 400) -> None:
    """Count conflicts and the words in them, and clean merges that are no YAML or have an id twice."""
    print(
        f"\nconflicts / words to read in them, {clauses} clauses in canonical form ('broken': no YAML, or an id twice)"
    )
    print(f"  {'on either side':44} {'clausetrack':>14} {'git':>14} {'diff3':>14}")
    for work in _WORK:
        base, ours, theirs = _files(root, clauses, work)
        merged, report = root / "merged.yaml", root / "report.json"
        ask = ["--quiet", "--output", str(merged), "--format", f"json={report}"]
        subprocess.run([program("clausetrack"), "merge", *ask, base, ours, theirs], check=False)
        counts = [_told(merged, report), _marked(["git", "merge-file", "-p", "-q", ours, base, theirs])]
        counts.append(_marked(["diff3", "-m", ours, base, theirs]) if shutil.which("diff3") else "missing")
        print(f"  {work.name:44} " + " ".join(f"{count:>14}" for count in counts))


def _told(merged: Path, report: Path) -> str:
    """Give what our own report says; a clean file must be sound."""
    found = json.loads(report.read_text(encoding="utf-8"))["conflicts"]
    if not found and not _is_sound(merged.read_bytes()):
        return "broken"
    words = sum(
        len(str(value).split()) for conflict in found for side, value in conflict["sides"].items() if side != "base"
    )
    return f"{len(found)} / {words}"


def _marked(command: Sequence[str]) -> str:
    """Give what a program marks by lines in its output; a clean file must be sound."""
    text = subprocess.run(command, capture_output=True, check=False).stdout
    found = words = 0
    side = b""
    for line in text.splitlines():
        if line[:7] in {b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"}:
            side = line[:7].replace(b">>>>>>>", b"")
            found += line.startswith(b"<<<<<<<")
        elif side in {b"<<<<<<<", b"======="}:
            words += len(line.split())
    return f"{found} / {words}" if found or _is_sound(text) else "broken"


def _is_sound(text: bytes) -> bool:
    try:
        ids = [clause["id"] for clause in yaml.load(text, yaml.CSafeLoader)["clauses"]]
    except (yaml.YAMLError, KeyError, TypeError):
        return False
    return len(ids) == len(set(ids))


def _files(root: Path, clauses: int, work: Work) -> tuple[str, str, str]:
    base = clause_set(clauses)
    paths = [root / f"{name}-{clauses}.yaml" for name in ("base", "ours", "theirs")]
    for path, made in zip(paths, (base, _side(base, work, 2), _side(base, work, 3)), strict=True):
        write(made, str(path))
    return str(paths[0]), str(paths[1]), str(paths[2])


def _side(base: ClauseSet, work: Work, seed: int) -> ClauseSet:
    random_ = random.Random(seed)  # noqa: S311 - reproducible, not secret
    clauses = list(edited(base, work.edited, work.moved, seed).clauses)
    for number in range(int(len(clauses) * work.replaced)):
        clauses.pop(random_.randrange(len(clauses)))
        new = Clause(id=f"new-{seed}-{number}", kind="provision", text=f"What side {seed} adds as number {number}.")
        clauses.insert(random_.randrange(len(clauses)), new)
    return replace(base, clauses=tuple(clauses))


def _line(name: str, measured: Measured, bound: str = "") -> Measured:
    print(f"  {name:36} {measured}   {bound}".rstrip())
    return measured


if __name__ == "__main__":
    main()
