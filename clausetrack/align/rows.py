"""From findings to rows: matches in the order of the new set, with moves, confidence and runners-up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from clausetrack.align import confidence
from clausetrack.align.engine import Findings
from clausetrack.align.exact import Pair
from clausetrack.align.grouping import Group
from clausetrack.align.moves import moved
from clausetrack.align.pins import Pinned
from clausetrack.align.scores import CONTEXT_MEASURES, chance
from clausetrack.model.alignment import Candidate, Match, MatchedBy, Relation
from clausetrack.model.clause import Clause

CLOSE: Final = 0.1
"""A rival from this probability on is worth the reader's look."""


@dataclass(slots=True)
class Row:
    """A match in the making: the places of its clauses on both sides."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    match: Match


def rows(old: Sequence[Clause], new: Sequence[Clause], findings: Findings, pinned: Pinned) -> list[Row]:
    """Give the rows of an alignment in the order of the new set, removed clauses behind the neighbour they followed."""
    made = _Rows(old, new, findings, pinned).all()
    both = sorted((row for row in made if row.old and row.new), key=lambda row: row.old)
    away = moved([row.new[0] for row in both])
    for position in away:
        both[position].match = replace(both[position].match, moved=True)
    return _ordered(made)


def _ordered(made: Iterable[Row]) -> list[Row]:
    placed = sorted((row for row in made if row.new), key=lambda row: row.new)
    removed = sorted((row for row in made if not row.new), key=lambda row: row.old)
    at_old = {index: row for row in placed for index in row.old}
    behind: dict[int, list[Row]] = {}
    anchor: dict[int, int] = {}
    for row in removed:
        index = row.old[0]
        before = at_old.get(index - 1)
        anchor[index] = before.new[0] if before else anchor.get(index - 1, -1)
        behind.setdefault(anchor[index], []).append(row)
    ordered = behind.get(-1, [])
    for row in placed:
        ordered.append(row)
        ordered.extend(behind.get(row.new[0], ()))
    return ordered


class _Rows:
    def __init__(self, old: Sequence[Clause], new: Sequence[Clause], findings: Findings, pinned: Pinned) -> None:
        self.old, self.new, self.findings, self.pinned = old, new, findings, pinned
        self.place = {pair: place for place, pair in enumerate(findings.judgement.pairs)}
        self.rivals: dict[tuple[str, int], list[int]] = {}
        for place, (i, j) in enumerate(findings.judgement.pairs):
            self.rivals.setdefault(("old", i), []).append(place)
            self.rivals.setdefault(("new", j), []).append(place)

    def all(self) -> list[Row]:
        grouped = [self._grouped(group) for group in self.findings.groups]
        in_old = {index for row in grouped for index in row.old}
        in_new = {index for row in grouped for index in row.new}
        pairs = self.findings.fixed | self.findings.chosen
        paired = [self._paired(pair) for pair in pairs.items() if pair[0] not in in_old and pair[1] not in in_new]
        in_old |= {index for row in paired for index in row.old}
        in_new |= {index for row in paired for index in row.new}
        removed = [self._alone("old", index) for index in range(len(self.old)) if index not in in_old]
        added = [self._alone("new", index) for index in range(len(self.new)) if index not in in_new]
        return grouped + paired + removed + added

    def _paired(self, pair: Pair) -> Row:
        how, sure = self._decided(pair)
        note = self.pinned.where.get(pair) if how == "analyst" else None
        return self._row(
            "paired", (pair[0],), (pair[1],), how, sure, rival=self._runner_up("old", pair[0], pair), note=note
        )

    def _grouped(self, group: Group) -> Row:
        relation: Relation = "split" if len(group.new) > 1 else "merged"
        said = [self.pinned.where.get((i, j)) for i in group.old for j in group.new] if group.how == "analyst" else []
        note = "; ".join(dict.fromkeys(filter(None, said))) or None
        return self._row(relation, group.old, group.new, group.how, round(group.confidence, 3), note=note)

    def _alone(self, side: str, index: int) -> Row:
        odds = [self.findings.judgement.in_context[place] for place in self.rivals.get((side, index), ())]
        sure = confidence.of_absence(odds)
        rival = self._runner_up(side, index, None)
        if side == "old":
            return self._row("removed", (index,), (), None, sure, rival=rival)
        return self._row("added", (), (index,), None, sure, rival=rival)

    def _row(
        self,
        relation: Relation,
        old: tuple[int, ...],
        new: tuple[int, ...],
        how: MatchedBy | None,
        sure: float,
        *,
        rival: Candidate | None = None,
        note: str | None = None,
    ) -> Row:
        olds, news = tuple(self.old[i] for i in old), tuple(self.new[j] for j in new)
        return Row(old, new, Match(relation, olds, news, how, sure, runner_up=rival, note=note))

    def _decided(self, pair: Pair) -> tuple[MatchedBy, float]:
        known = self.findings.how.get(pair)
        if known:
            return known, confidence.DIGEST if known == "digest" else 1.0
        place = self.place[pair]
        judgement = self.findings.judgement
        return confidence.decided_by(judgement, place), confidence.of_pair(judgement.in_context[place])

    def _runner_up(self, side: str, index: int, chosen: Pair | None) -> Candidate | None:
        found = [
            place for place in self.rivals.get((side, index), ()) if self.findings.judgement.pairs[place] != chosen
        ]
        best = max(found, key=lambda place: self.findings.judgement.in_context[place], default=None)
        if best is None or chance(self.findings.judgement.in_context[best]) < CLOSE:
            return None
        return self.candidate(side, best)

    def candidate(self, side: str, place: int) -> Candidate:
        """Describe a candidate of the clause on ``side``: its id on the other side, probability, and the measures."""
        judgement = self.findings.judgement
        i, j = judgement.pairs[place]
        other = self.new[j].id if side == "old" else self.old[i].id
        evidence = zip(CONTEXT_MEASURES, judgement.context_measures[place], strict=True)
        return Candidate(
            (other,),
            round(chance(judgement.in_context[place]), 3),
            tuple((name, round(value, 3)) for name, value in evidence),
        )

    def candidates(self, side: str, index: int) -> tuple[Candidate, ...]:
        """Give all candidates of a clause, the likeliest first."""
        odds = self.findings.judgement.in_context
        places = sorted(self.rivals.get((side, index), ()), key=lambda place: (-odds[place], place))
        return tuple(self.candidate(side, place) for place in places)


def considered(
    old: Sequence[Clause], new: Sequence[Clause], findings: Findings, pinned: Pinned, *, side: str, index: int
) -> tuple[Candidate, ...]:
    """Give all candidates that were considered for a clause, the likeliest first."""
    return _Rows(old, new, findings, pinned).candidates(side, index)
