"""How well force is read from text, against sentences that two readers coded; and what it costs.

    python benchmarks/force.py [--errors] [--half {0,1}]

The sentences (`force/sentences.jsonl`) are looked for in the folder that CLAUSETRACK_DATA names, or in ../shared/data
beside the checkout. All are from binding texts, which the reading is told.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from clausetrack.language.force import read_force, read_norms
from clausetrack.language.force.lexicon import load
from clausetrack.model.force import ForceReading
from clausetrack.model.scales import FORCE

Row = dict[str, Any]
REPOSITORY = Path(__file__).resolve().parent.parent
TARGETS = {"force": 0.90, "polarity": 0.95, "norm": 0.90}
LEVELS = [*range(len(FORCE)), None]
CLAUSES, WORDS = 1000, 80
BUDGET_SECONDS = 0.25


def data_folder() -> Path:
    return Path(os.environ.get("CLAUSETRACK_DATA", REPOSITORY.parent / "shared" / "data"))


def level(reading: ForceReading) -> int | None:
    return None if reading.force is None else FORCE.index(reading.force)


def kappa(pairs: list[tuple[Any, Any]]) -> float:
    """Cohen's kappa: agreement beyond what two independent coders with these shares would reach by chance."""
    total = len(pairs)
    observed = sum(one == other for one, other in pairs) / total
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(ones[label] * others[label] for label in ones) / total**2
    return (observed - chance) / (1 - chance) if chance < 1 else 1.0


FIELDS: dict[str, Callable[[Row, ForceReading], tuple[Any, Any]]] = {
    "force": lambda row, reading: (row["force"], level(reading)),
    "polarity": lambda row, reading: (row["polarity"], reading.polarity),
    "norm": lambda row, reading: (row["force"] is not None, reading.norm),
    "conditional": lambda row, reading: (row["conditional"], bool(reading.conditions)),
}


def agreement(rows: list[Row], readings: list[ForceReading]) -> None:
    print(f"{len(rows)} sentences\n\nfield        exact   kappa  target")
    for field, pair in FIELDS.items():
        pairs = [pair(row, reading) for row, reading in zip(rows, readings, strict=True)]
        known = [(gold, read) for gold, read in pairs if field in {"force", "norm"} or gold is not None]
        exact = sum(gold == read for gold, read in known) / len(known)
        print(f"{field:<12} {exact:.3f}   {kappa(known):.3f}  {TARGETS.get(field, '')}")


def confusion(rows: list[Row], readings: list[ForceReading]) -> None:
    cells = Counter((row["force"], level(reading)) for row, reading in zip(rows, readings, strict=True))
    print("\nconfusion: the readers' level (rows) against ours (columns); – is no norm\n")
    print("     " + "".join(f"{'–' if read is None else read:>5}" for read in LEVELS))
    for gold in LEVELS:
        print(f"{'–' if gold is None else gold:>5}" + "".join(f"{cells[gold, read] or '·':>5}" for read in LEVELS))


def errors(rows: list[Row], readings: list[ForceReading]) -> None:
    for row, reading in zip(rows, readings, strict=True):
        if level(reading) != row["force"] or (row["polarity"] and reading.polarity != row["polarity"]):
            cues = ", ".join(f"{cue.kind}: {cue.words}" for cue in reading.cues)
            print(f"\n{row['force']} {row['polarity']} → {level(reading)} {reading.polarity} [{cues}]\n  {row['text']}")


def cost(rows: list[Row]) -> None:
    words = " ".join(row["text"] for row in rows).split()
    words *= CLAUSES * WORDS // len(words) + 1
    clauses = [" ".join(words[at : at + WORDS]) for at in range(0, CLAUSES * WORDS, WORDS)]
    loading = seconds(lambda: load.__wrapped__("en"))
    print(f"\nloading the English lexicon: {loading * 1000:.0f} ms of CPU")
    for read in (read_force, read_norms):
        spent = seconds(partial(read_all, read, clauses))
        print(f"{read.__name__}, {CLAUSES} clauses of {WORDS} words: {spent:.3f} s of CPU (at most {BUDGET_SECONDS})")


def read_all(read: Callable[[str, str], object], clauses: list[str]) -> None:
    for clause in clauses:
        read(clause, "en")


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of the best of five runs: other processes can only make a run slower."""
    times = []
    for _ in range(5):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--errors", action="store_true", help="print every sentence that is read otherwise")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only the even (0) or odd (1) lines")
    options = parser.parse_args()
    path = data_folder() / "force" / "sentences.jsonl"
    if not path.is_file():
        print(f"{path} is not there; set CLAUSETRACK_DATA to the folder that holds force/sentences.jsonl")
        return
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows = rows if options.half is None else rows[options.half :: 2]
    readings = [read_force(row["text"], "en", binding=True) for row in rows]
    agreement(rows, readings)
    confusion(rows, readings)
    if options.errors:
        errors(rows, readings)
    cost(rows)


if __name__ == "__main__":
    main()
