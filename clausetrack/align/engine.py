"""Which clause of one set is which of another: the steps, in order.

1. What needs no judgement: the analyst's word, shared ids between revisions of one agreement, equal texts.
2. Candidates among the other clauses, judged by text, then in their surroundings; the best assignment of those that
   are likely enough.
3. Splits and merges among what is left over, and subjects that were gathered into one clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from clausetrack.align import exact
from clausetrack.align.assignment import assign
from clausetrack.align.candidates import Budget, beside, nominate
from clausetrack.align.exact import Pair
from clausetrack.align.grouping import Group, Left, groups
from clausetrack.align.labels import labels
from clausetrack.align.pins import Pinned
from clausetrack.align.scores import FITTED, Judgement, Weights, compare, judge, judge_texts
from clausetrack.align.terms import Texts, body, read
from clausetrack.model.alignment import MatchedBy
from clausetrack.model.clause import Clause

READ_WHOLE: Final = 2_000
"""Up to so many clauses a side, all texts are read, so that the rarity of words is that of the whole; beyond, only those
that are compared, which are then many enough."""

CHOSEN: Final = -0.4
"""Log-odds from which a pair is better than none: two in five. A pair that is missed leaves two wrong rows, a removal and
an addition, where a wrong pair leaves one."""


@dataclass(slots=True)
class Findings:
    """What was found, by index in the old and the new set; ``how`` says what decided a pair without judgement."""

    fixed: dict[int, int] = field(default_factory=dict)
    how: dict[Pair, MatchedBy] = field(default_factory=dict)
    chosen: dict[int, int] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    judgement: Judgement = field(default_factory=lambda: Judgement([], [], [], [], []))
    exhausted: bool = False


def find(
    old: Sequence[Clause],
    new: Sequence[Clause],
    *,
    same_agreement: bool,
    pinned: Pinned,
    budget: int,
    weights: Weights = FITTED,
) -> Findings:
    """Align two sequences of clauses. ``weights`` are given by the benchmark that fits them, and by nobody else."""
    findings = Findings()
    _fix(findings, old, new, same_agreement=same_agreement, pinned=pinned)
    old_open = frozenset(range(len(old))) - findings.fixed.keys() - {i for group in findings.groups for i in group.old}
    new_open = frozenset(range(len(new))) - frozenset(findings.fixed.values())
    new_open -= {j for group in findings.groups for j in group.new}
    reworded = {i: j for i, j in findings.fixed.items() if (old_open or new_open) and body(old[i]) != body(new[j])}
    old_compared, new_compared = old_open | reworded.keys(), new_open | frozenset(reworded.values())
    if not (old_compared and new_compared):
        return findings
    whole = max(len(old), len(new)) <= READ_WHOLE
    texts = read(
        old,
        new,
        range(len(old)) if whole else sorted(old_compared),
        range(len(new)) if whole else sorted(new_compared),
    )
    meter = Budget(budget)
    nominated = {pair for pair in nominate(texts, old_compared, new_compared, meter) if pinned.allows(*pair)}
    findings.exhausted = meter.exhausted
    if old_open and new_open:
        _choose(findings, texts, old, new, nominated, (old_open, new_open), pinned, weights)
    left = Left(old_open - findings.chosen.keys(), new_open - frozenset(findings.chosen.values()))
    findings.groups += groups(
        texts, nominated, reworded | findings.chosen, findings.fixed | findings.chosen, left, whole=whole
    )
    return findings


def _fix(
    findings: Findings, old: Sequence[Clause], new: Sequence[Clause], *, same_agreement: bool, pinned: Pinned
) -> None:
    findings.groups = [
        *(Group((i,), tuple(sorted(news)), 1.0) for i, news in pinned.splits.items()),
        *(Group(tuple(sorted(olds)), (j,), 1.0) for j, olds in pinned.merges.items()),
    ]
    old_taken = {i for group in findings.groups for i in group.old} | pinned.pairs.keys()
    new_taken = {j for group in findings.groups for j in group.new} | set(pinned.pairs.values())

    def free(i: int, j: int) -> bool:
        return i not in old_taken and j not in new_taken and pinned.allows(i, j)

    findings.fixed = dict(pinned.pairs)
    findings.how = dict.fromkeys(pinned.pairs.items(), "analyst")
    if same_agreement:
        same = {i: j for i, j in exact.by_id(old, new).items() if free(i, j)}
        findings.fixed |= same
        findings.how |= dict.fromkeys(same.items(), "id")
    if len(findings.fixed) < min(len(old), len(new)):
        equal = exact.by_digest(old, new, findings.fixed, free)
        findings.fixed |= equal
        findings.how |= dict.fromkeys(equal.items(), "digest")


def _choose(
    findings: Findings,
    texts: Texts,
    old: Sequence[Clause],
    new: Sequence[Clause],
    nominated: Iterable[Pair],
    open_clauses: tuple[frozenset[int], frozenset[int]],
    pinned: Pinned,
    weights: Weights,
) -> None:
    old_open, new_open = open_clauses
    pairs = {(i, j) for i, j in nominated if i in old_open and j in new_open}
    kinds = labels(old, new)
    # Documents correspond in their beginnings and ends, too.
    anchors = findings.fixed | {-1: -1, len(old): len(new)}
    compared = compare(texts, pairs)
    likely = _best(judge_texts(compared, weights))
    nearby = {pair for pair in beside(anchors | likely, old_open, new_open) if pinned.allows(*pair)}
    compared |= compare(texts, nearby - pairs)
    findings.judgement = judge(compared, anchors, kinds, weights)
    findings.chosen = _best(findings.judgement)


def _best(judgement: Judgement) -> dict[int, int]:
    return assign({pair: odds - CHOSEN for pair, odds in zip(judgement.pairs, judgement.in_context, strict=True)})
