from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from clausetrack.align.moves import moved


@given(st.permutations(range(7)))
def test_no_fewer_moves_explain_the_order(order):
    away = moved(order)
    stayed = [value for place, value in enumerate(order) if place not in away]
    assert stayed == sorted(stayed)
    assert not any(list(kept) == sorted(kept) for kept in combinations(order, len(stayed) + 1))


def test_nothing_moved_in_an_order_that_was_kept():
    assert moved([]) == set()
    assert moved([2, 5, 9]) == set()
    assert moved([5, 0, 1, 2]) == {0}
