"""Records are what frozen, slotted dataclasses are: the same behaviour, held against the standard decorator."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.record import Record, record
from tests.strategies import clause_sets


@record
class Port(Record):
    """A port, as a record."""

    name: str
    berths: int = 2
    fees: tuple[str, ...] = ()
    extra: dict[str, int] = dataclasses.field(default_factory=dict, compare=False, repr=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """The same, as the standard library makes it."""

    name: str
    berths: int = 2
    fees: tuple[str, ...] = ()
    extra: dict[str, int] = dataclasses.field(default_factory=dict, compare=False, repr=False)


values = st.tuples(st.text(max_size=3), st.integers(0, 3), st.lists(st.text(max_size=2), max_size=2).map(tuple))


@given(values, values)
def test_records_compare_hash_and_show_as_dataclasses_do(one, two):
    ours, theirs = (Port(*one), Port(*two)), (Standard(*one), Standard(*two))
    assert (ours[0] == ours[1]) == (theirs[0] == theirs[1])
    assert repr(ours[0]) == repr(theirs[0]).replace("Standard(", "Port(")
    if ours[0] == ours[1]:
        assert hash(ours[0]) == hash(ours[1])


def test_a_record_is_a_frozen_dataclass():
    port = Port("Bergen")
    assert dataclasses.is_dataclass(port)
    assert dataclasses.replace(port, berths=5) == Port("Bergen", 5)
    with pytest.raises(dataclasses.FrozenInstanceError):
        port.berths = 3
    with pytest.raises(dataclasses.FrozenInstanceError):
        del port.berths
    assert not hasattr(port, "__dict__")


def test_defaults_that_are_made_are_not_shared():
    assert Port("Bergen").extra is not Port("Oslo").extra


def test_fields_that_are_not_compared_are_not():
    assert Port("Bergen", extra={"a": 1}) == Port("Bergen")


@pytest.mark.parametrize("wrong", [{}, {"name": "Bergen", "quays": 1}])
def test_a_field_too_few_or_too_many_is_refused(wrong):
    with pytest.raises(TypeError):
        Port(**wrong)


def test_records_of_different_classes_are_never_equal():
    assert Port("Bergen") != Standard("Bergen")


@given(clause_sets)
def test_sets_survive_the_way_to_another_process(clause_set: ClauseSet):
    assert pickle.loads(pickle.dumps(clause_set)) == clause_set  # noqa: S301 - written a moment ago
    assert copy.deepcopy(clause_set) == clause_set
