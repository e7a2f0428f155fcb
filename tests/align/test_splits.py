from __future__ import annotations

from aligned import provisions
from texts import PORTS

from clausetrack.align.splits import merges, splits
from clausetrack.align.terms import read


def divided(old, new, partner, left):
    texts = read(provisions("a", old), provisions("b", new), range(len(old)), range(len(new)))
    nominated = [(i, j) for i in range(len(old)) for j in range(len(new))]
    return splits(texts, nominated, partner, frozenset(left))


def test_parts_that_are_the_whole_together():
    (group,) = divided([f"{PORTS[0]} {PORTS[1]} {PORTS[2]}"], PORTS[:3], {0: 0}, [1, 2])
    assert (group.whole, group.parts) == (0, (0, 1, 2))
    assert group.conserved > 0.9


def test_a_copy_of_a_part_is_not_shown_as_another_part():
    (group,) = divided([f"{PORTS[0]} {PORTS[1]}"], [PORTS[0], PORTS[1], PORTS[1]], {0: 0}, [1, 2])
    assert group.parts == (0, 1)


def test_parts_that_leave_most_of_the_whole_out_are_none():
    assert divided([" ".join(PORTS)], PORTS[:2], {0: 0}, [1]) == []


def test_a_longer_text_that_takes_the_clause_up_is_no_part_of_it():
    longer = f"{PORTS[1]} {PORTS[4]} {PORTS[5]} {PORTS[6]}"
    assert divided([f"{PORTS[0]} {PORTS[1]}"], [PORTS[0], longer], {0: 0}, [1]) == []


def test_a_merge_is_a_split_seen_from_the_other_side():
    texts = read(provisions("a", PORTS[:2]), provisions("b", [f"{PORTS[0]} {PORTS[1]}"]), range(2), range(1))
    (group,) = merges(texts, [(0, 0), (1, 0)], {0: 0}, frozenset([1]))
    assert (group.whole, group.parts) == (0, (0, 1))
