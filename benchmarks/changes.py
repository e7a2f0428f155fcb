"""How well changes are judged, against pairs of clauses that two readers coded, seen in their documents.

    python benchmarks/changes.py [--errors] [--field NAME] [--half {0,1}] [--gold]

The pairs (`changes/pairs.jsonl`) and the documents that they are from (`gold/*.jsonl.gz`) are looked for in the
folder that CLAUSETRACK_DATA names, or in ../shared/data beside the checkout. The documents are aligned by clausetrack
itself; with `--gold`, by the pairs that are known to be right. A field on which the readers differed is left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from clausetrack.align import align
from clausetrack.diff.pairs import pair
from clausetrack.model.alignment import Match
from clausetrack.model.change import Diff, Row
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import Agreement, ClauseSet, Revision
from clausetrack.rules.compare import compare
from clausetrack.rules.severity import Severities

REPOSITORY = Path(__file__).resolve().parent.parent
TARGETS = {
    "substance": 0.90,
    "noise": 0.93,
    "direction": 0.75,
    "scope": 0.80,
    "condition": 0.88,
    "exception": 0.94,
    "time": 0.95,
    "amount": 0.97,
    "reworded": 0.88,
}
FIELDS = (*TARGETS, "actor", "force", "polarity")
SUBSTANCE_KAPPA = 0.80
NOISE = {"typography-only", "reference-renumbered", "term-renamed"}
PLACE = {"clause-moved", "clause-renumbered", "heading-changed", "clause-split", "clauses-merged", "coding-changed"}
Record = dict[str, Any]


def data_folder() -> Path:
    return Path(os.environ.get("CLAUSETRACK_DATA", REPOSITORY.parent / "shared" / "data"))


def documents(folder: Path, names: set[str]) -> Iterator[Record]:
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from (record for line in lines if (record := json.loads(line))["name"] in names)


def clause_set(record: Record, side: str) -> ClauseSet:
    """A side as a set that says nothing of itself: neither its language, nor that it is a revision of the other."""
    clauses = tuple(
        Clause(id=c["id"], kind="provision", text=c["text"], number=c["number"] or None, heading=c["heading"] or None)
        for c in record[side]
    )
    agreement = Agreement(id=f"{record['name']}-{side}", title=record["name"])
    return ClauseSet(agreement=agreement, revision=Revision(id=side, basis="primary-text"), clauses=clauses)


def matches(record: Record, old: ClauseSet, new: ClauseSet, *, gold: bool) -> Sequence[Match]:
    if not gold:
        return align(old, new).matches
    before, after = {c.id: c for c in old.clauses}, {c.id: c for c in new.clauses}
    found: dict[str, str] = {}
    for one, other in record["gold"]:
        if one not in found and other not in found.values():
            found[one] = other
    paired = [Match("paired", (before[one],), (after[other],), "text") for one, other in found.items()]
    gone = [Match("removed", (clause,), ()) for clause in old.clauses if clause.id not in found]
    came = [Match("added", (), (clause,)) for clause in new.clauses if clause.id not in set(found.values())]
    return [*paired, *gone, *came]


def coded(row: Row, diff: Diff) -> Record:
    """What the readers would have written for what the row says."""
    rules = {change.rule for change in row.changes} - PLACE
    rules |= {change.rule for change in diff.changes if row.match.new and row.match.new[0].id in change.clauses}
    news = rules - NOISE
    return {
        "substance": bool(news - {"clause-reworded"}),
        "noise": "none" if news else "references" if rules - {"typography-only"} else "typography",
        "direction": row.direction,
        "scope": either(rules, "scope-broadened", "scope-narrowed", ("broadened", "narrowed", "mixed", "same")),
        "condition": either(rules, "condition-added", "condition-removed", ("added", "removed", "both", "none")),
        "exception": either(rules, "exception-added", "exception-removed", ("added", "removed", "both", "none")),
        "time": moved_time(row),
        "amount": moved_amount(row),
        "actor": either(rules, "actor-added", "actor-removed", ("added", "removed", "changed", "none")),
        "force": either(rules, "force-raised", "force-lowered", ("raised", "lowered", "mixed", "same")),
        "polarity": "polarity-flipped" in rules,
        "reworded": news == {"clause-reworded"},
    }


def either(rules: set[str], one: str, other: str, words: tuple[str, str, str, str]) -> str:
    return words[{(True, False): 0, (False, True): 1, (True, True): 2, (False, False): 3}[one in rules, other in rules]]


def moved_time(row: Row) -> str:
    found = {
        "deadline-set": "set",
        "deadline-lifted": "lifted",
        "deadline-advanced": "shorter",
        "deadline-postponed": "longer",
    }
    said = {found[change.rule] for change in row.changes if change.rule in found}
    for change in row.changes:
        if change.rule == "duration-changed":
            said.add({(True, False): "lifted", (False, True): "set"}.get(present(change), "changed"))
        elif change.rule.startswith("frequency"):
            said.add("changed")
    return "none" if not said else said.pop() if len(said) == 1 else "changed"


def moved_amount(row: Row) -> str:
    said = set()
    for change in row.changes:
        if change.rule in {"amount-changed", "quantity-changed"}:
            said.add("up" if ", more" in change.message else "down" if ", less" in change.message else "changed")
    return "none" if not said else said.pop() if len(said) == 1 else "changed"


def present(change: Any) -> tuple[bool, bool]:
    return bool(change.old and change.old.value), bool(change.new and change.new.value)


def kappa(pairs: list[tuple[Any, Any]]) -> float:
    """Cohen's kappa: agreement beyond what two independent coders with these shares would reach by chance."""
    total = len(pairs)
    observed = sum(one == other for one, other in pairs) / total
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(ones[label] * others[label] for label in ones) / total**2
    return (observed - chance) / (1 - chance) if chance < 1 else 1.0


def judged(
    folder: Path, records: Sequence[Record], *, gold: bool
) -> tuple[list[tuple[Record, Record | None, Row | None]], float]:
    by_name: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_name[record["name"]].append(record)
    found, spent = [], 0.0
    for document in documents(folder, set(by_name)):
        old, new = clause_set(document, "a"), clause_set(document, "b")
        aligned = matches(document, old, new, gold=gold)
        start = time.process_time()
        diff = compare(old, new, [pair(match) for match in aligned], Severities())
        spent += time.process_time() - start
        for record in by_name[document["name"]]:
            row = next((row for row in diff.rows if is_row_of(row, record)), None)
            found.append((record, coded(row, diff) if row else None, row))
    return found, spent


def is_row_of(row: Row, record: Record) -> bool:
    return record["old"] in {c.id for c in row.match.old} and record["new"] in {c.id for c in row.match.new}


def report(found: list[tuple[Record, Record | None, Row | None]]) -> bool:
    print("field      agreement  kappa  target   n")
    missed = []
    for field in FIELDS:
        pairs = [(record[field], (ours or {}).get(field)) for record, ours, _ in found if record[field] is not None]
        share, beyond = sum(one == other for one, other in pairs) / len(pairs), kappa(pairs)
        target = TARGETS.get(field)
        if target and (share < target or (field == "substance" and beyond < SUBSTANCE_KAPPA)):
            missed.append(field)
        aim, fault = f"{target:.2f}" if target else "–", "  missed" if field in missed else ""
        print(f"{field:10} {share:9.3f} {beyond:6.2f}  {aim:>6} {len(pairs):3}{fault}")
    for field in sorted(TARGETS, key=lambda f: share_of(found, f))[:2]:
        confusion(found, field)
    print("\nmissed: " + (", ".join(missed) or "none"))
    return not missed


def share_of(found: list[tuple[Record, Record | None, Row | None]], field: str) -> float:
    pairs = [(record[field], (ours or {}).get(field)) for record, ours, _ in found if record[field] is not None]
    return float(sum(one == other for one, other in pairs)) / len(pairs) - TARGETS[field]


def confusion(found: list[tuple[Record, Record | None, Row | None]], field: str) -> None:
    counts = Counter(
        (str(record[field]), str((ours or {}).get(field))) for record, ours, _ in found if record[field] is not None
    )
    labels = sorted({label for both in counts for label in both})
    print(f"\n{field}: readers down, clausetrack across\n{'':14}" + "".join(f"{label[:12]:>13}" for label in labels))
    for label in labels:
        print(f"{label:14}" + "".join(f"{counts[label, other] or '':>13}" for other in labels))


def errors(found: list[tuple[Record, Record | None, Row | None]], only: str | None) -> None:
    for record, ours, row in found:
        wrong = {
            field: (record[field], (ours or {}).get(field))
            for field in FIELDS
            if record[field] is not None and record[field] != (ours or {}).get(field)
        }
        if wrong and (only is None or only in wrong):
            print(f"\n{record['name']} {record['old']} → {record['new']}")
            for field, (wanted, got) in wrong.items():
                print(f"  {field}: {wanted}, not {got}")
            for change in row.changes if row else ():
                print(f"    {change.rule} {change.direction}: {change.message}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--errors", action="store_true", help="show the pairs that were judged otherwise than by the readers"
    )
    parser.add_argument("--field", choices=FIELDS, help="show only errors in this field")
    parser.add_argument("--half", type=int, choices=(0, 1), help="look at every second pair only")
    parser.add_argument("--gold", action="store_true", help="take the alignment that is known to be right")
    options = parser.parse_args()
    path = data_folder() / "changes" / "pairs.jsonl"
    if not path.exists():
        print(f"the coded pairs are not there: {path} (set CLAUSETRACK_DATA to the data folder)")
        return
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if options.half is not None:
        records = records[options.half :: 2]
    found, spent = judged(data_folder() / "gold", records, gold=options.gold)
    print(f"{len(records)} pairs; judging their documents took {spent:.2f} s of CPU\n")
    report(found)
    if options.errors or options.field:
        errors(found, options.field)


if __name__ == "__main__":
    main()
