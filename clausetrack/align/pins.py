"""The analyst's word on what corresponds: pins that are given, and ``aligns_with`` in the sets themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from clausetrack.align.exact import Pair
from clausetrack.errors import SettingsError, nearest
from clausetrack.model.alignment import Pin
from clausetrack.model.clauseset import ClauseSet


@dataclass(slots=True)
class Pinned:
    """Pins by index: pairs, splits (old to several new), merges (new from several old), and forbidden pairs."""

    pairs: dict[int, int] = field(default_factory=dict)
    splits: dict[int, list[int]] = field(default_factory=dict)
    merges: dict[int, list[int]] = field(default_factory=dict)
    forbidden: set[Pair] = field(default_factory=set)
    where: dict[Pair, str] = field(default_factory=dict)

    def allows(self, old: int, new: int) -> bool:
        """Say whether a pair is not forbidden."""
        return (old, new) not in self.forbidden


def resolve(old: ClauseSet, new: ClauseSet, pins: Sequence[Pin]) -> Pinned:
    """Turn pins into indices. A given pin wins over ``aligns_with``; SettingsError for an id that is not in its set."""
    old_places, new_places = _places(old), _places(new)
    pinned = Pinned()
    wanted: dict[Pair, str] = {}
    for pin in pins:
        pair = (_index(old_places, pin.old, pin), _index(new_places, pin.new, pin))
        if pin.forbid:
            pinned.forbidden.add(pair)
        else:
            wanted[pair] = pin.where or "pinned"
    for pair, where, same in _declared(old, new, old_places, new_places):
        if same:
            wanted.setdefault(pair, where)
        elif pair not in wanted:
            pinned.forbidden.add(pair)
    pinned.where = {pair: where for pair, where in wanted.items() if pair not in pinned.forbidden}
    _arrange(pinned)
    return pinned


def _arrange(pinned: Pinned) -> None:
    """Sort the wanted pairs into pairs, splits and merges; of pins that contradict each other, the first hold."""
    by_old: defaultdict[int, list[int]] = defaultdict(list)
    by_new: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in pinned.where:
        if (i not in by_old or all(len(by_new[other]) == 1 for other in by_old[i])) and (
            j not in by_new or all(len(by_old[other]) == 1 for other in by_new[j])
        ):
            by_old[i].append(j)
            by_new[j].append(i)
    pinned.splits = {i: news for i, news in by_old.items() if len(news) > 1}
    pinned.merges = {j: olds for j, olds in by_new.items() if len(olds) > 1}
    pinned.pairs = {i: news[0] for i, news in by_old.items() if len(news) == 1 and len(by_new[news[0]]) == 1}


def _declared(
    old: ClauseSet, new: ClauseSet, old_places: Mapping[str, int], new_places: Mapping[str, int]
) -> Iterator[tuple[Pair, str, bool]]:
    """Give the pairs that the sets themselves declare, where, and whether they are counterparts or are none."""
    for index, clause in enumerate(old.clauses):
        for target, same in _targets(clause.aligns_with, old, new):
            if target in new_places:
                yield (index, new_places[target]), f"aligns_with of {clause.id}", same
    for index, clause in enumerate(new.clauses):
        for target, same in _targets(clause.aligns_with, new, old):
            if target in old_places:
                yield (old_places[target], index), f"aligns_with of {clause.id}", same


def _targets(references: Iterable[str], here: ClauseSet, there: ClauseSet) -> Iterator[tuple[str, bool]]:
    """Give the ids in ``there`` that references name, and whether as counterparts.

    A leading ``!`` says that they are none. A reference is ``clause``, ``agreement#clause`` or
    ``agreement@revision#clause``.
    """
    for reference in references:
        set_name, _, clause_id = reference.removeprefix("!").rpartition("#")
        agreement, _, revision = set_name.partition("@")
        if (agreement or here.agreement.id) == there.agreement.id and revision in ("", there.revision.id):
            yield clause_id, not reference.startswith("!")


def _places(clauses: ClauseSet) -> dict[str, int]:
    places: dict[str, int] = {}
    for index, clause in enumerate(clauses.clauses):
        places.setdefault(clause.id, index)
    return places


def _index(places: Mapping[str, int], clause_id: str, pin: Pin) -> int:
    if clause_id not in places:
        meant = nearest(clause_id, places)
        hint = f'did you mean "{meant}"?' if meant else ""
        raise SettingsError(f'no clause "{clause_id}" to pin', file=pin.where, hint=hint)
    return places[clause_id]
