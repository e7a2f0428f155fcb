from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from clausetrack.align.assignment import assign

gains = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(-3, 9).map(float), min_size=0, max_size=14
)


@given(gains)
def test_no_other_assignment_gains_more(given_gains):
    chosen = assign(given_gains)
    assert len(set(chosen.values())) == len(chosen)
    assert all(given_gains[pair] > 0 for pair in chosen.items())
    best = max(
        sum(max(0.0, given_gains.get((row, column), 0.0)) for row, column in enumerate(columns))
        for columns in permutations(range(5))
    )
    assert sum(given_gains[pair] for pair in chosen.items()) == best


def test_a_clause_gives_its_place_up_where_the_whole_gains():
    assert assign({(0, 0): 5.0, (0, 1): 4.0, (1, 0): 4.0}) == {0: 1, 1: 0}
    assert assign({(0, 0): 9.0, (1, 0): 4.0}) == {0: 0}
