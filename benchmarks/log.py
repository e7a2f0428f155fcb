"""Timelines of real terms: what they cost, what became of the clauses, and where their words come from.

    python -m benchmarks.log

The documents (`documents/terms/*.md`, revisions of one platform's terms) are looked for in the folder that
CLAUSETRACK_DATA names, or in ../shared/data beside the checkout. Printed are the CPU seconds of `clausetrack log` and
`clausetrack blame --words` as whole processes, how many revisions each clause of the last one goes back to, and the
share of its words from each revision. A timeline of commits is made in a repository of its own, for how cost grows.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from clausetrack.app.blame import blame_specs
from clausetrack.app.log import log_specs
from clausetrack.app.settings import Settings

REPOSITORY = Path(__file__).resolve().parent.parent
COMMITS = (25, 50, 100)
CLAUSES = 40


def main() -> int:
    """Measure, and say so where the documents are missing."""
    data = Path(os.environ.get("CLAUSETRACK_DATA", REPOSITORY.parent / "shared" / "data")) / "documents" / "terms"
    if data.is_dir():
        _terms(data)
    else:
        print(f"no documents in {data}; set CLAUSETRACK_DATA")
    _commits()
    return 0


def _terms(folder: Path) -> None:
    timeline = log_specs([str(folder)], Settings())
    print(f"{len(timeline.stages)} revisions, {len(timeline.threads)} clauses followed, {timeline.order}")
    for arguments in (("log",), ("log", "--format", "html"), ("blame", "--words")):
        print(f"  {_cpu(str(folder), *arguments):5.2f} s CPU  clausetrack {' '.join(arguments)}")
    last = len(timeline.stages) - 1
    standing = [thread for thread in timeline.threads if thread.nodes[-1].stage == last and thread.nodes[-1].clause]
    ages = Counter(thread.nodes[0].stage for thread in standing)
    print("  clauses of the last revision by the first that had them:", dict(sorted(ages.items())))
    words: Counter[int] = Counter()
    for origin in blame_specs([str(folder)], Settings(), words=True).origins:
        for run in origin.runs:
            words[run.stage] += len(run.text.split())
    total = sum(words.values())
    print("  its words by revision:", {timeline.stages[at].name: f"{n / total:.0%}" for at, n in sorted(words.items())})


def _cpu(*arguments: str) -> float:
    """Give the CPU seconds of a whole process; the first argument is what the command is about."""
    path, command, *options = arguments
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "clausetrack", command, path, *options],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=os.environ.get("CLAUSETRACK_IN", REPOSITORY),
    )
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _commits() -> None:
    """Time the history of a clause file of which each commit changes one clause."""
    print(f"commits of a clause file of {CLAUSES} clauses, one changed by each")
    for number in COMMITS:
        with tempfile.TemporaryDirectory() as folder:
            _history(Path(folder), number)
            os.environ["CLAUSETRACK_IN"] = folder
            spent = _cpu("one.yaml", "log", "--git")
            del os.environ["CLAUSETRACK_IN"]
        print(f"  {number:4} commits  {spent:5.2f} s CPU, {1000 * spent / number:.0f} ms a commit")


def _history(folder: Path, number: int) -> None:
    who = {f"GIT_{role}_{key}": "b@example.org" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    environment = os.environ | who
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    days = [7] * CLAUSES
    for commit in range(number):
        days[commit % CLAUSES] += 1
        (folder / "one.yaml").write_text(_written(days), encoding="utf-8")
        subprocess.run(["git", "add", "."], check=True, cwd=folder)
        subprocess.run(["git", "commit", "-qm", f"change {commit}"], check=True, cwd=folder, env=environment)


def _written(days: list[int]) -> str:
    head = (
        "format: clausetrack/clause-set/1\nagreement:\n  id: quay\n  title: Quay\nrevision:\n  id: one\n"
        "  basis: primary-text\n  language: en\nclauses:\n"
    )
    return head + "".join(
        f"  - id: lamp-{at}\n    kind: provision\n    number: Article {at + 1}\n"
        f"    text: The board shall light lamp number {at + 1} of the quay within {day} days, and tell the towns.\n"
        for at, day in enumerate(days)
    )


if __name__ == "__main__":
    sys.exit(main())
