"""How well clauses are aligned, beside other methods, on pairs of documents whose alignment is known.

    python benchmarks/alignment.py [--fit] [--without-group] [--errors GROUP] [--baselines]

The pairs (`gold/*.jsonl.gz`) are looked for in the folder that CLAUSETRACK_DATA names, or in ../shared/data beside the
checkout. Where the known alignment of a pair is complete, every predicted pair counts; elsewhere those that touch a
clause named in it. `hard` is the recall on pairs that are not each other's nearest neighbours by TF-IDF cosine.

`--fit` fits the weights anew (they are `FITTED` in clausetrack/align/scores.py, and `SLOPE` and `SHIFT` in
confidence.py) and prints them; `--without-group` fits them for every group on the other groups alone, and prints what
they are then worth on the group that they have not seen; `--baselines` adds the other methods, each at its best
threshold (minutes). Fitting needs numpy.
"""

from __future__ import annotations

import argparse
import difflib
import gzip
import json
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from clausetrack.align import BUDGET
from clausetrack.align.assignment import assign
from clausetrack.align.confidence import SHIFT, SLOPE
from clausetrack.align.engine import Findings, find
from clausetrack.align.pins import Pinned
from clausetrack.align.rows import rows
from clausetrack.align.scores import FITTED, Measures, Weights
from clausetrack.align.terms import read
from clausetrack.model.clause import Clause

REPOSITORY = Path(__file__).resolve().parent.parent
TARGETS = {
    "eu_official_table": 0.85,
    "eu_treaties": 0.985,
    "nl_treaties": 0.99,
    "ota_consecutive": 0.99,
    "ota_longgap": 0.99,
    "split_merge_synthetic": 0.985,
    "ALL": 0.986,
}
NEAR = 0.6  # difflib's own cutoff for a close match
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)
Pairs = set[tuple[str, str]]
Scored = dict[tuple[int, int], float]


class Case:
    """Two documents and what is known of their alignment."""

    def __init__(self, record: Mapping[str, Any]) -> None:
        self.name: str = record["name"]
        self.group: str = record["group"]
        self.complete: bool = record["complete"]
        self.old, self.new = ([clause(entry) for entry in record[side]] for side in "ab")
        self.gold, self.soft, self.hard = (
            {(old, new) for old, new in record[kind]} for kind in ("gold", "soft", "hard")
        )
        self.named = ({old for old, _ in self.gold}, {new for _, new in self.gold})

    def counts(self, pair: tuple[str, str]) -> bool:
        """Say whether a predicted pair is right or wrong, rather than not judged."""
        named = pair[0] in self.named[0] or pair[1] in self.named[1]
        return pair not in self.soft and (self.complete or named)

    def ids(self, pairs: Iterable[tuple[int, int]]) -> Pairs:
        return {(self.old[i].id, self.new[j].id) for i, j in pairs}


def clause(entry: Mapping[str, str]) -> Clause:
    number, heading = entry["number"] or None, entry["heading"] or None
    return Clause(id=entry["id"], kind="provision", text=entry["text"], number=number, heading=heading)


def cases(folder: Path) -> list[Case]:
    found = []
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            found += [Case(json.loads(line)) for line in lines]
    return found


def findings(case: Case, weights: Weights = FITTED) -> Findings:
    return find(case.old, case.new, same_agreement=False, pinned=Pinned(), budget=BUDGET, weights=weights)


def ours(case: Case, weights: Weights = FITTED) -> Pairs:
    made = rows(case.old, case.new, findings(case, weights), Pinned())
    return case.ids((i, j) for row in made for i in row.old for j in row.new)


def table(title: str, known: Sequence[Case], predict: Callable[[Case], Pairs], spent: float = 0) -> None:
    """Print precision, recall and F1 of a method for every group; ``spent`` are seconds of CPU already spent on it."""
    start = time.process_time() - spent
    totals: defaultdict[str, list[int]] = defaultdict(lambda: [0] * 5)
    for case in known:
        everything = predict(case)
        made = {pair for pair in everything if case.counts(pair)}
        found = (len(made & case.gold), len(made), len(case.gold), len(everything & case.hard), len(case.hard))
        for key in (case.group, "ALL"):
            totals[key] = [one + other for one, other in zip(totals[key], found, strict=True)]
    print(f"\n{title}: {time.process_time() - start:.1f} s CPU")
    print(f"{'group':24} {'pairs':>6} {'precision':>9} {'recall':>7} {'F1':>7} {'target':>7} {'hard':>6}")
    for key in sorted(totals, key=lambda key: (key == "ALL", key)):
        hit, made_count, gold, hard_hit, hard = totals[key]
        precision, recall = hit / max(1, made_count), hit / max(1, gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        hard_recall = f"{hard_hit / hard:6.3f}" if hard else "     –"
        target = TARGETS.get(key, 0)
        print(f"{key:24} {gold:6} {precision:9.4f} {recall:7.4f} {f1:7.4f} {target:7.3f} {hard_recall}")


# Other methods


def thresholded(
    title: str, known: Sequence[Case], likeness: Callable[[Case], Scored], thresholds: Sequence[float]
) -> None:
    """Print the table of an optimal assignment by a likeness, at the threshold that suits it best."""
    start = time.process_time()
    scored = {case.name: likeness(case) for case in known}
    spent = time.process_time() - start

    def predict(threshold: float) -> Callable[[Case], Pairs]:
        return lambda case: case.ids(
            (i, j) for i, j in assign(scored[case.name]).items() if scored[case.name][i, j] >= threshold
        )

    def f1(threshold: float) -> float:
        hit = made = gold = 0
        for case in known:
            pairs = {pair for pair in predict(threshold)(case) if case.counts(pair)}
            hit, made, gold = hit + len(pairs & case.gold), made + len(pairs), gold + len(case.gold)
        return 2 * hit / max(1, made + gold)

    best = max(thresholds, key=f1)
    table(f"{title}, threshold {best}", known, predict(best), spent)


def tfidf(case: Case) -> Scored:
    texts = read(case.old, case.new, range(len(case.old)), range(len(case.new)))
    scored = {}
    for i, old in texts.old.items():
        for j, new in texts.new.items():
            shared = texts.mass(old.terms & new.terms)
            if shared > 0:
                scored[i, j] = shared / (old.mass * new.mass) ** 0.5
    return scored


def token_set(case: Case) -> Scored:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - for --baselines alone

    grid = process.cdist([c.text for c in case.old], [c.text for c in case.new], scorer=fuzz.token_set_ratio)
    return {(i, j): float(value) / 100 for i, line in enumerate(grid) for j, value in enumerate(line) if value > 0}


def in_sequence(case: Case) -> Pairs:
    """Pair what difflib finds equal, and in the blocks between, in order, what its ratio finds near (0.6)."""
    old, new = [c.text for c in case.old], [c.text for c in case.new]
    found: set[tuple[int, int]] = set()
    for op, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op == "equal":
            found.update(zip(range(i1, i2), range(j1, j2), strict=True))
        elif op == "replace":
            start = j1
            for i in range(i1, i2):
                for j in range(start, j2):
                    if difflib.SequenceMatcher(None, old[i].split(), new[j].split()).ratio() >= NEAR:
                        found.add((i, j))
                        start = j + 1
                        break
    return case.ids(found)


# Calibration


def reliability(known: Sequence[Case]) -> None:
    """Print, by band of confidence, how many pairs were right."""
    said: list[tuple[float, bool]] = []
    for case in known:
        for row in rows(case.old, case.new, findings(case), Pinned()):
            if row.match.relation == "paired":
                (pair,) = case.ids([(row.old[0], row.new[0])])
                if case.counts(pair):
                    said.append((row.match.confidence, pair in case.gold))
    print(f"\n{'confidence of pairs':>20} {'pairs':>6} {'said':>7} {'right':>7}")
    for low, high in pairwise(BANDS):
        band = [entry for entry in said if low <= entry[0] < high]
        if band:
            mean, right = (sum(entry[place] for entry in band) / len(band) for place in (0, 1))
            print(f"{low:13.2f} – {min(high, 1):4.2f} {len(band):6} {mean:7.3f} {right:7.3f}")


# Fitting


def logistic(
    samples: Sequence[Measures], right: Sequence[bool], signs: Sequence[int] | None = None
) -> tuple[float, ...]:
    """Fit a logistic regression (ridge 1, constant free) by Newton's method, the constant last.

    A measure whose weight would have the wrong sign is left out (0): no measure may speak against its meaning.
    """
    import numpy as np  # type: ignore[import-not-found, unused-ignore] # noqa: PLC0415 - for fitting alone, no dependency

    measures = np.column_stack([np.array(samples, dtype=float), np.ones(len(samples))])
    truth = np.array(right, dtype=float)
    active = list(range(measures.shape[1]))
    while True:
        part = measures[:, active]
        ridge = np.diag([0.0 if place == measures.shape[1] - 1 else 1.0 for place in active])
        weights = np.zeros(len(active))
        for _ in range(30):
            chances = 1 / (1 + np.exp(-np.clip(part @ weights, -30, 30)))
            slope = part.T @ (chances - truth) + ridge @ weights
            curve = (part * (chances * (1 - chances))[:, None]).T @ part + ridge
            weights -= np.linalg.solve(curve, slope)
        wrong = [place for place, weight in zip(active, weights, strict=True) if signs and weight * signs[place] < 0]
        if not wrong:
            break
        active = [place for place in active if place not in wrong]
    full = dict(zip(active, weights, strict=True))
    return tuple(round(float(full.get(place, 0.0)), 2) for place in range(measures.shape[1]))


def fit(known: Sequence[Case]) -> Weights:
    """Fit the weights of both steps; the second twice, since its measures depend on the weights themselves."""
    weights = FITTED
    for step in ("text", "context", "context"):
        samples: list[Measures] = []
        right: list[bool] = []
        for case in known:
            judgement = findings(case, weights).judgement
            measures = judgement.text_measures if step == "text" else judgement.context_measures
            for (i, j), entry in zip(judgement.pairs, measures, strict=True):
                pair = (case.old[i].id, case.new[j].id)
                if case.counts(pair):
                    samples.append(entry)
                    right.append(pair in case.gold)
        if step == "text":
            weights = Weights(logistic(samples, right, (1, 1, 1, 0)), weights.context)
        else:
            weights = Weights(weights.text, logistic(samples, right, (1, 1, 1, -1, -1, 1, 0)))
    return weights


def fit_confidence(known: Sequence[Case]) -> tuple[float, ...]:
    samples: list[Measures] = []
    right: list[bool] = []
    for case in known:
        found = findings(case)
        odds = dict(zip(found.judgement.pairs, found.judgement.in_context, strict=True))
        for i, j in found.chosen.items():
            pair = (case.old[i].id, case.new[j].id)
            if case.counts(pair):
                samples.append((odds[i, j],))
                right.append(pair in case.gold)
    return logistic(samples, right)


def without_group(known: Sequence[Case]) -> None:
    weights = {group: fit([case for case in known if case.group != group]) for group in {c.group for c in known}}
    table("weights fitted on the other groups", known, lambda case: ours(case, weights[case.group]))


def errors(known: Sequence[Case], group: str) -> None:
    for case in known:
        if case.group != group:
            continue
        made = {pair for pair in ours(case) if case.counts(pair)}
        texts = ({c.id: c.text for c in case.old}, {c.id: c.text for c in case.new})
        for sign, pairs in (("+", made - case.gold), ("-", case.gold - made)):
            for old, new in sorted(pairs):
                print(f"{sign} {case.name} {old} {new}\n    {texts[0][old][:150]}\n    {texts[1][new][:150]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--without-group", action="store_true")
    parser.add_argument("--baselines", action="store_true")
    parser.add_argument("--errors", metavar="GROUP")
    options = parser.parse_args()
    folder = Path(os.environ.get("CLAUSETRACK_DATA", REPOSITORY.parent / "shared" / "data")) / "gold"
    known = cases(folder) if folder.is_dir() else []
    if not known:
        print(f"no reference pairs in {folder}: set CLAUSETRACK_DATA to the data folder")
        return
    if options.errors:
        errors(known, options.errors)
        return
    table("clausetrack", known, ours)
    reliability(known)
    if options.fit:
        print(f"\nfitted: {fit(known)}\nin use: {FITTED}")
        print(f"fitted: confidence {fit_confidence(known)}\nin use: {(SLOPE, SHIFT)}")
    if options.without_group:
        without_group(known)
    if options.baselines:
        thresholded("TF-IDF, optimal assignment", known, tfidf, [step / 50 for step in range(2, 16)])
        thresholded("rapidfuzz token set, optimal assignment", known, token_set, [step / 50 for step in range(25, 46)])
        table("difflib, in order", known, in_sequence)


if __name__ == "__main__":
    main()
