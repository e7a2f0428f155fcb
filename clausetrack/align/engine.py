"""Which clause of one set is which of another: the steps, in order.

1. What needs no judgement: the analyst's word, shared ids between revisions of one agreement, equal texts.
2. Candidates among the other clauses, judged by text, then in their surroundings; the best assignment of those that
   are likely enough.
3. Splits and merges among what is left over, and subjects that were gathered into one clause.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from clausetrack.align import exact
from clausetrack.align.assignment import assign
from clausetrack.align.candidates import Budget, beside, nominate
from clausetrack.align.exact import Pair
from clausetrack.align.grouping import Group, Left, divided, with_gathered
from clausetrack.align.labels import labels, naming
from clausetrack.align.pins import Pinned
from clausetrack.align.scores import FITTED, Judgement, Likeness, Weights, compare, judge, judge_texts
from clausetrack.align.terms import Texts, body, read
from clausetrack.model.alignment import MatchedBy
from clausetrack.model.clause import Clause

READ_WHOLE: Final = 2_000
READ_WHOLE_WITH_IDS: Final = 200
"""Up to so many clauses a side, all texts are read, so that the rarity of words is that of the whole. Beyond, only
those that are compared, which are then many enough; where ids leave few, reading all would cost more than the rest."""

CHOSEN: Final = -0.2
"""Log-odds from which a pair is better than none: a little under one in two, since a pair that is missed leaves two
wrong rows, a removal and an addition, where a wrong pair leaves one. From -0.4 to 0.2 all else stays alike."""


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
    one_language: bool = True,
    weights: Weights = FITTED,
) -> Findings:
    """Align two sequences of clauses. ``weights`` are given by the benchmark that fits them, and by nobody else.

    With ``one_language``, a pair without a word in common that names something is none, wherever it stands.
    """
    findings = Findings()
    _fix(findings, old, new, same_agreement=same_agreement, pinned=pinned)
    left = _left(findings, len(old), len(new))
    reworded = _reworded(findings, old, new) if left.old or left.new else {}
    old_compared, new_compared = left.old | reworded.keys(), left.new | frozenset(reworded.values())
    if not (old_compared and new_compared):
        return findings
    if max(len(old), len(new)) <= (READ_WHOLE_WITH_IDS if same_agreement else READ_WHOLE):
        texts = read(old, new, range(len(old)), range(len(new)))
    else:
        texts = read(old, new, sorted(old_compared), sorted(new_compared))
    meter = Budget(budget)
    nominated = {pair for pair in nominate(texts, old_compared, new_compared, meter) if pinned.allows(*pair)}
    findings.exhausted = meter.exhausted
    if left.old and left.new:
        # Documents correspond in their beginnings and ends, too.
        anchors = findings.fixed | {-1: -1, len(old): len(new)}
        compared = _compared(texts, nominated, left, anchors, pinned, weights=weights)
        findings.judgement = judge(compared, anchors, labels(old, new), weights)
        findings.chosen = _best(findings.judgement, _akin(texts, old, new) if one_language else None)
        left = _left(findings, len(old), len(new))
    groups = divided(texts, nominated, reworded | findings.chosen, left)
    if len(texts.old) == len(old) and len(texts.new) == len(new):
        groups = with_gathered(texts, groups, findings.fixed | findings.chosen, left, pinned.allows)
    findings.groups += groups
    return findings


def _fix(
    findings: Findings, old: Sequence[Clause], new: Sequence[Clause], *, same_agreement: bool, pinned: Pinned
) -> None:
    findings.groups = [
        *(Group((i,), tuple(sorted(news)), "analyst") for i, news in pinned.splits.items()),
        *(Group(tuple(sorted(olds)), (j,), "analyst") for j, olds in pinned.merges.items()),
    ]
    findings.fixed = dict(pinned.pairs)
    findings.how = dict.fromkeys(pinned.pairs.items(), "analyst")
    left = _left(findings, len(old), len(new))

    def free(i: int, j: int) -> bool:
        return i in left.old and j in left.new and pinned.allows(i, j)

    if same_agreement:
        same = {i: j for i, j in exact.by_id(old, new).items() if free(i, j)}
        findings.fixed |= same
        findings.how |= dict.fromkeys(same.items(), "id")
    if len(findings.fixed) < min(len(old), len(new)):
        equal = exact.by_digest(old, new, findings.fixed, free)
        findings.fixed |= equal
        findings.how |= dict.fromkeys(equal.items(), "digest")


def _left(findings: Findings, old_count: int, new_count: int) -> Left:
    pairs = findings.fixed | findings.chosen
    return Left(
        frozenset(range(old_count)) - pairs.keys() - {i for group in findings.groups for i in group.old},
        frozenset(range(new_count)) - set(pairs.values()) - {j for group in findings.groups for j in group.new},
    )


def _reworded(findings: Findings, old: Sequence[Clause], new: Sequence[Clause]) -> dict[int, int]:
    """Give the pairs whose texts differ, so that a third clause may have a part in them; what is pinned has none."""
    pairs = ((i, j) for i, j in findings.fixed.items() if findings.how[i, j] != "analyst")
    return {i: j for i, j in pairs if body(old[i]) != body(new[j])}


def _compared(
    texts: Texts,
    nominated: Iterable[Pair],
    left: Left,
    anchors: Mapping[int, int],
    pinned: Pinned,
    *,
    weights: Weights,
) -> dict[Pair, Likeness]:
    """Compare the candidates: pairs that share rare terms, then those beside pairs that their texts make likely."""
    compared = compare(texts, ((i, j) for i, j in nominated if i in left.old and j in left.new))
    likely = {**anchors, **_best(judge_texts(compared, weights))}
    nearby = (pair for pair in beside(likely, left.old, left.new) if pinned.allows(*pair) and pair not in compared)
    return compared | compare(texts, nearby)


def _best(judgement: Judgement, akin: Callable[[Pair], bool] | None = None) -> dict[int, int]:
    gains = {pair: odds - CHOSEN for pair, odds in zip(judgement.pairs, judgement.in_context, strict=True)}
    if akin:
        gains = {pair: gain for pair, gain in gains.items() if gain > 0 and akin(pair)}
    return assign(gains)


def _akin(texts: Texts, old: Sequence[Clause], new: Sequence[Clause]) -> Callable[[Pair], bool]:
    """Say of a pair whether it has a word in common that names something: in the texts, or in the headings.

    Surroundings make likely whatever stands in one place; it takes words to tell a clause that was written anew from
    one that gave way to another.
    """

    def akin(pair: Pair) -> bool:
        i, j = pair
        return texts.are_akin(i, j) or not naming(old[i].heading).isdisjoint(naming(new[j].heading))

    return akin
