"""Laws of the canonical form, on generated clause sets."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given
from strategies import clause_sets

from clausetrack.clauseset.load import dumps, first_untidy_line, format_text, loads
from clausetrack.clauseset.syntax import parse
from clausetrack.model.clauseset import ClauseSet


@given(clause_sets)
def test_dump_and_load_are_inverse_and_a_dump_is_canonical(clause_set: ClauseSet) -> None:
    text = dumps(clause_set)
    loaded = loads(text)
    assert loaded == clause_set
    assert dumps(loaded) == text
    assert format_text(text) == text
    assert first_untidy_line(parse(text, "x")) is None


@given(clause_sets)
def test_a_reader_of_yaml_1_1_reads_the_same_data(clause_set: ClauseSet) -> None:
    text = dumps(clause_set)
    assert typed(yaml.load(text, yaml.CSafeLoader)) == typed(parse(text, "x").data)


def typed(value: Any) -> Any:
    """Tell 1 from True and 1.0, which are equal in Python."""
    if isinstance(value, dict):
        return {key: typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [typed(item) for item in value]
    return type(value).__name__, value
