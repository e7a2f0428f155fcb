"""Laws of patches: what a comparison says, done, gives the new set; undone, the old one; and it fits nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetrack.clauseset.plain import plain
from clausetrack.diff.patch import PatchError, apply, operations, reverse
from tests.strategies import clause_sets


@st.composite
def revisions(draw):
    """Two sets that share some clauses: one drawn, one with clauses of both, edited and reordered."""
    old, other = draw(clause_sets), draw(clause_sets)
    pool = [*old.clauses, *other.clauses]
    chosen = draw(st.permutations(pool)) if pool else []
    kept = {clause.id: clause for clause in chosen[: draw(st.integers(0, len(pool)))]}
    edited = [
        replace(clause, text=f"{clause.text} and more") if draw(st.booleans()) else clause for clause in kept.values()
    ]
    return old, replace(other, clauses=tuple(edited))


@given(revisions())
def test_a_patch_gives_the_new_set_and_its_reverse_the_old_one(pair):
    old, new = map(plain, pair)
    todo = operations(old, new)
    assert apply(old, todo) == new
    assert apply(new, reverse(todo)) == old


@given(clause_sets)
def test_nothing_changed_is_nothing_to_do(clause_set):
    data = plain(clause_set)
    assert operations(data, data) == []


@given(revisions())
def test_a_patch_leaves_its_input_alone(pair):
    old, new = map(plain, pair)
    before = repr(old)
    apply(old, operations(old, new))
    assert repr(old) == before


@given(revisions())
def test_a_patch_is_refused_where_it_was_applied_already(pair):
    old, new = map(plain, pair)
    todo = operations(old, new)
    if any(operation["op"] != "order" for operation in todo):
        with pytest.raises(PatchError):
            apply(new, todo)
