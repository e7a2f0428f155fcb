"""Documents as people write them: read as YAML 1.2 has it, and formatted without a loss."""

from __future__ import annotations

import re
from typing import Any

import yaml12
from hypothesis import given
from wild import Wild, documents

from clausetrack.clauseset.comments import scan
from clausetrack.clauseset.load import first_untidy_line, format_text
from clausetrack.clauseset.syntax import parse

_DATES = {"deadline", "date"}


@given(documents())
def test_reads_what_was_meant_and_what_another_reader_of_yaml_1_2_reads(wild: Wild) -> None:
    tree = parse(wild.text, "x")
    assert typed(tree.data) == typed(wild.data)
    assert typed(tree.data) == typed(yaml12.parse_yaml(wild.text))
    assert sorted(comment.text for comment in scan(tree)) == sorted(wild.comments)


@given(documents())
def test_formatting_keeps_data_and_comments_and_settles_at_once(wild: Wild) -> None:
    text = format_text(wild.text)
    assert typed(normal(parse(text, "x").data)) == typed(normal(wild.data))
    found = [
        comment for scanned in scan(parse(text, "x")) for comment in re.findall(r"#c\d+: \[x\] 'y'\.", scanned.text)
    ]
    assert sorted(found) == sorted(wild.comments)
    assert format_text(text) == text
    assert first_untidy_line(parse(text, "x")) is None
    line = first_untidy_line(parse(wild.text, "x"))
    assert (line is None) == (text == wild.text)
    if line is not None:
        before, after = (re.split(r"(?<=\n)", each) for each in (wild.text, text))
        assert before[: line - 1] == after[: line - 1]
        assert before[line - 1 : line] != after[line - 1 : line]


@given(documents())
def test_every_place_is_right(wild: Wild) -> None:
    tree = parse(wild.text, "x")
    for container, entry, value in entries(tree.data):
        key_start, start, end = tree.span(container, entry)
        if isinstance(value, dict | list):
            assert end == start or wild.text[start] + wild.text[end - 1] in ("[]", "{}")
        else:
            assert typed(yaml12.parse_yaml(dedented(wild.text, start, end))) == typed(value)
        if isinstance(container, dict):
            assert (
                wild.text[key_start:].lstrip("'\"").startswith(str(entry)[:1])
                or wild.text[key_start : key_start + 3] == '"\\u'
            )


def dedented(text: str, start: int, end: int) -> str:
    column = start - max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) - 1
    return " " * column + text[start:end] if end > start else ""


def entries(value: Any) -> Any:
    if isinstance(value, dict | list):
        for entry, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield value, entry, item
            yield from entries(item)


def normal(value: Any, key: str = "") -> Any:
    """Take away what the canonical form leaves out or writes in one way: empty collections, quotes around a year."""
    if isinstance(value, dict):
        return {name: normal(item, name) for name, item in value.items() if item not in ([], {})}
    if isinstance(value, list):
        return [normal(item, key) for item in value]
    return str(value) if key in _DATES and type(value) is int else value


def typed(value: Any) -> Any:
    """Tell 1 from True and 1.0, which are equal in Python."""
    if isinstance(value, dict):
        return {key: typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [typed(item) for item in value]
    return type(value).__name__, value
