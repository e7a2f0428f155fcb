"""How long many agreements take side by side, how that grows, and how well families agree with known alignments.

    python -m benchmarks.compare

Times are CPU time of whole processes. The sets are invented: every clause of every set is worded anew, one word in ten,
and a tenth of the clauses stand elsewhere, so that no text is the same twice. The known alignments (`gold/*.jsonl.gz`)
are looked for in the folder that CLAUSETRACK_DATA names, or in ../shared/data beside the checkout: documents that occur
in several pairs are compared all at once, and what families say of each pair is held against what is known of it,
beside what the alignment of two says.
"""

from __future__ import annotations

import gzip
import json
import math
import os
import random
import re
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from benchmarks.invented import clause_set, write
from benchmarks.process import measure, program
from clausetrack.align import align
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import Agreement, ClauseSet, Revision
from clausetrack.survey.families import families

REPOSITORY = Path(__file__).resolve().parent.parent
SPECS = REPOSITORY / "clause_specs"
SIZES: Final = ((5, 200), (50, 200))
FORMATS: Final = ("text", "json", "html")
EDITED: Final = 0.1  # of the words
WORDS: Final = "tide lamp crane mast rope hull keel tug berth anchor cable sand gale chart bell oar".split()  # noqa: SIM905 - read better so

Counts = tuple[int, int, int]
"""Pairs that are right, that were said, and that are known."""


def varied(original: ClauseSet, number: int) -> ClauseSet:
    """Give another agreement of the same clauses: one word in ten another, a tenth of the clauses elsewhere."""
    random_ = random.Random(number)  # noqa: S311 - reproducible, not secret
    clauses = []
    for clause in original.clauses:
        words = [random_.choice(WORDS) if random_.random() < EDITED else word for word in clause.text.split()]
        clauses.append(replace(clause, text=" ".join(words)))
    for _ in range(len(clauses) // 10):
        clauses.insert(random_.randrange(len(clauses)), clauses.pop(random_.randrange(len(clauses))))
    agreement = replace(original.agreement, id=f"invented-{number}", title=f"Invented agreement {number}")
    return replace(original, agreement=agreement, clauses=tuple(clauses))


def written(folder: Path, sets: int, clauses: int) -> Path:
    """Write so many sets of so many clauses into a folder."""
    folder.mkdir()
    original = clause_set(clauses)
    for number in range(sets):
        write(varied(original, number), str(folder / f"{number}.yaml"))
    return folder


def speed() -> None:
    """Measure whole processes."""
    run = program("clausetrack")
    for form in FORMATS:
        print(f"nine sets, {form:5} {measure([run, 'compare', str(SPECS), '--format', form])}  (at most 500 ms)")
    print(f"nine sets, by family {measure([run, 'compare', str(SPECS), '--by', 'family'])}")
    with tempfile.TemporaryDirectory() as name:
        figures = {}
        for sets, clauses in SIZES:
            folder = written(Path(name, f"{sets}"), sets, clauses)
            found = measure([run, "compare", str(folder), "--by", "family"], runs=1)
            figures[sets] = found.cpu
            print(f"{sets} sets of {clauses} clauses {found}" + ("  (at most 10 s)" if sets == 50 else ""))  # noqa: PLR2004 - the size asked for
        growth = math.log(figures[50] / figures[5]) / math.log(10)
        print(f"growth exponent {growth:.2f}")


def data_folder() -> Path:
    return Path(os.environ.get("CLAUSETRACK_DATA", REPOSITORY.parent / "shared" / "data"))


def records() -> dict[str, list[dict[str, Any]]]:
    """Give the pairs of documents by the group whose documents occur in several pairs."""
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for name in ("eu_treaties", "nl_treaties"):
        path = data_folder() / "gold" / f"{name}.jsonl.gz"
        if path.exists():
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                for record in map(json.loads, lines):
                    found["_".join(record["name"].split("_")[:2])].append(record)
    return found


def documents(record: Mapping[str, Any]) -> tuple[str, str]:
    """Name the two documents of a pair."""
    group, _, rest = record["name"].partition("_")
    parts = re.split(r"_to_|_vs_", rest)
    kind = rest.rpartition("_")[0] if "_vs_" not in rest else rest.split("_")[0]
    first = parts[0].rpartition("_")[2]
    return f"{group}-{kind.split('_')[0]}-{first}", f"{group}-{kind.split('_')[0]}-{parts[1]}"


def accuracy(group: str, pairs: list[dict[str, Any]]) -> None:
    """Compare all documents of a group at once, and print F1 beside that of two at a time."""
    entries = {name: record[side] for record in pairs for name, side in zip(documents(record), "ab", strict=True)}
    names = sorted(entries)
    sets = [_set(name, entries[name]) for name in names]
    start = time.process_time()
    found = families(sets, coded=[False] * len(sets))
    took = time.process_time() - start
    joint, single = (0, 0, 0), (0, 0, 0)
    for record in pairs:
        s, t = (names.index(name) for name in documents(record))
        at_once = ((i, j) for family in found for k, i in family.places if k == s for m, j in family.places if m == t)
        joint = _added(joint, _counts(record, at_once))
        single = _added(single, _counts(record, _aligned(sets[s], sets[t])))
    clauses = sum(len(known.clauses) for known in sets)
    print(
        f"{group:15} {len(sets):3} documents {clauses:5} clauses  F1 {_f1(joint):.3f} at once, "
        f"{_f1(single):.3f} two at a time; {took:.2f} s"
    )


def _set(name: str, entries: Iterable[Mapping[str, str]]) -> ClauseSet:
    clauses = tuple(
        Clause(id=f"c{at}", kind="provision", text=e["text"], number=e["number"] or None, heading=e["heading"] or None)
        for at, e in enumerate(entries)
    )
    revision = Revision(id="one", basis="primary-text", language="en")
    return ClauseSet(agreement=Agreement(id=name, title=name), revision=revision, clauses=clauses)


def _aligned(old: ClauseSet, new: ClauseSet) -> Iterable[tuple[int, int]]:
    places = [{clause.id: at for at, clause in enumerate(side.clauses)} for side in (old, new)]
    for match in align(old, new, trust_ids=False).matches:
        yield from ((places[0][one.id], places[1][other.id]) for one in match.old for other in match.new)


def _counts(record: Mapping[str, Any], found: Iterable[tuple[int, int]]) -> Counts:
    """Count pairs; where what is known is not complete, those count that touch a clause named in it."""
    gold, soft = ({(old, new) for old, new in record[kind]} for kind in ("gold", "soft"))
    named = {old for old, _ in gold}, {new for _, new in gold}
    pairs = {(record["a"][i]["id"], record["b"][j]["id"]) for i, j in found} - soft
    judged = {pair for pair in pairs if record["complete"] or pair[0] in named[0] or pair[1] in named[1]}
    return len(judged & gold), len(judged), len(gold)


def _added(one: Counts, other: Counts) -> Counts:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]


def _f1(counts: Counts) -> float:
    right, said, known = counts
    return 2 * right / (said + known) if said + known else 0.0


def main() -> None:
    speed()
    found = records()
    if not found:
        print(f"no alignments in {data_folder()}: nothing is said of how right families are")
    for group, pairs in found.items():
        accuracy(group, pairs)


if __name__ == "__main__":
    main()
