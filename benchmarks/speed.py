"""Start-up, `validate` and `diff` as whole processes, beside peers on the same work in the same run.

CPU time, not wall time, so that what else the machine does matters less; ratios, not seconds, are what to compare
between machines.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.invented import clause_set, edited, write
from benchmarks.process import Measured, measure, program
from clausetrack.clauseset.schema import schema_text

_CLAUSETRACK = program("clausetrack")

_PATIENCE = 1_000
"""Clauses up to which the slower peers are asked too."""


def main() -> None:
    """Print all tables."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        schema = root / "schema.json"
        schema.write_text(schema_text("clause-set"), encoding="utf-8")
        start_up()
        one_file(root, schema)
        many_files(root, schema)
        differences(root)
        without_ids(root)


def start_up() -> None:
    """Measure what is paid before any work."""
    print("start-up")
    line("bare interpreter", [sys.executable, "-c", "pass"])
    line("import click", [sys.executable, "-c", "import click"])
    line("import click, yaml, jsonschema_rs", [sys.executable, "-c", "import click, yaml, jsonschema_rs"])
    line("clausetrack --version", [_CLAUSETRACK, "--version"], "at most 60 ms")
    line("clausetrack --help", [_CLAUSETRACK, "--help"], "at most 60 ms")


def one_file(root: Path, schema: Path) -> None:
    """Measure one file of growing size."""
    print("\nvalidate, one file in canonical form")
    cpu: dict[int, float] = {}
    for clauses, bound in ((100, "at most 100 ms"), (1_000, ""), (10_000, "at most 1,200 ms and 150 MiB")):
        path = root / "invented" / str(clauses) / "invented" / "one.yaml"
        path.parent.mkdir(parents=True)
        write(clause_set(clauses), str(path))
        cpu[clauses] = line(f"clausetrack, {clauses:,} clauses", [_CLAUSETRACK, "validate", str(path)], bound).cpu
        if clauses <= _PATIENCE:
            line(
                f"check-jsonschema, {clauses:,}", [program("check-jsonschema"), "--schemafile", str(schema), str(path)]
            )
            line(f"yamllint, {clauses:,}", [program("yamllint"), "-d", "relaxed", str(path)])
    print(f"  growth from 1,000 to 10,000 clauses: {cpu[10_000] / cpu[1_000]:.1f} times (at most 11)")


def many_files(root: Path, schema: Path, files: int = 1_000) -> None:
    """Measure many small files."""
    print(f"\nvalidate, {files:,} files of 20 clauses")
    folder = root / "many"
    paths = []
    for number in range(files):
        path = folder / f"agreement-{number}" / "one.yaml"
        path.parent.mkdir(parents=True)
        write(clause_set(20, agreement=f"agreement-{number}", seed=number), str(path))
        paths.append(str(path))
    ours = line("clausetrack (schema and rules)", [_CLAUSETRACK, "validate", str(folder)], runs=3)
    peer = line("check-jsonschema (schema)", [program("check-jsonschema"), "--schemafile", str(schema), *paths], runs=1)
    print(f"  check-jsonschema takes {peer.cpu / ours.cpu:.1f} times as long (at least 10)")


def differences(root: Path) -> None:
    """Measure comparisons by id."""
    print("\ndiff, a tenth of the clauses edited")
    for clauses, bound in ((100, ""), (1_000, "at most 500 ms"), (10_000, "")):
        old, new = root / f"old-{clauses}.yaml", root / f"new-{clauses}.yaml"
        first = clause_set(clauses)
        write(first, str(old))
        write(edited(first), str(new))
        line(f"clausetrack, {clauses:,} clauses", [_CLAUSETRACK, "diff", str(old), str(new)], bound, runs=3)
        if clauses <= _PATIENCE:
            line(f"deepdiff, {clauses:,}", [program("deep"), "diff", str(old), str(new)], runs=1)
            line(
                f"git word diff, {clauses:,}", ["git", "diff", "--no-index", "--word-diff", str(old), str(new)], runs=3
            )


def without_ids(root: Path) -> None:
    """Measure comparisons in which ids prove nothing: clauses edited and moved, or nothing in common."""
    print("\ndiff of two agreements, a tenth of the clauses edited, a twentieth moved")
    cpu: dict[int, float] = {}
    for clauses, bound in ((100, "at most 200 ms"), (1_000, ""), (10_000, "at most 8,000 ms and 600 MiB")):
        old, new = root / f"first-{clauses}.yaml", root / f"second-{clauses}.yaml"
        first = clause_set(clauses)
        second = edited(first, moved=0.05)
        write(first, str(old))
        write(replace(second, agreement=replace(second.agreement, id="other")), str(new))
        cpu[clauses] = line(f"{clauses:,} clauses", [_CLAUSETRACK, "diff", str(old), str(new)], bound, runs=1).cpu
    print(f"  growth from 1,000 to 10,000 clauses: {cpu[10_000] / cpu[1_000]:.1f} times (at most 13)")
    first, second = clause_set(2_000), clause_set(2_000, agreement="other", seed=3)
    write(first, str(root / "unrelated-one.yaml"))
    write(second, str(root / "unrelated-two.yaml"))
    related = edited(first)
    write(replace(related, agreement=replace(related.agreement, id="other")), str(root / "related.yaml"))
    alike = line(
        "2,000 related", [_CLAUSETRACK, "diff", str(root / "unrelated-one.yaml"), str(root / "related.yaml")], runs=1
    )
    apart = line(
        "2,000 unrelated",
        [_CLAUSETRACK, "diff", str(root / "unrelated-one.yaml"), str(root / "unrelated-two.yaml")],
        runs=1,
    )
    print(f"  unrelated sets take {apart.cpu / alike.cpu:.1f} times as long as related ones (at most 2)")


def line(name: str, command: Sequence[str], bound: str = "", runs: int = 5) -> Measured:
    """Measure a command and print a line for it."""
    measured = measure(command, runs)
    print(f"  {name:36} {measured}   {bound}".rstrip())
    return measured


if __name__ == "__main__":
    main()
