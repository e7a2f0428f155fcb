"""Edits in place do what they say to the data, and leave every other line as it is."""

from __future__ import annotations

import copy
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts
from test_wild_yaml import entries, typed
from wild import Wild, documents

from clausetrack.clauseset.comments import scan
from clausetrack.clauseset.edit import add_item, add_key, remove, set_value
from clausetrack.clauseset.syntax import Tree, parse

VALUES: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(
        [None, True, 12, 1.5, "NO", "a: b", [], {}, ["a", "b # c"], {"k": "v"}, [{"id": "x", "text": "a b"}]]
    ),
    texts,
)
SET = """\
# about everything
agreement:
  id: coastal-pact   # never changes
  title: 'Coastal pact'
revision: {id: "2024", basis: primary-text} # flow
clauses:  # all of them

  # the first
  - id: patrols  # one
    kind: commitment
    text: >-  # folded
      The parties patrol
      the coast.
    actors: [EU, JP]  # who
    deadline: 2025

  -   kind: provision
      id: last
      text: |
        one
        two
      domains:
      - maritime-security  # sea
      - space
# the end
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("agreement", "id"), "inland-pact", "  id: coastal-pact   # never", "  id: inland-pact   # never"),
        (("agreement", "title"), "NO", "'Coastal pact'", '"NO"'),
        (("revision", "id"), "2025", '{id: "2024"', '{id: "2025"'),
        (("clauses", 0, "deadline"), "2025-06", "deadline: 2025\n", "deadline: 2025-06\n"),
        (("clauses", 0, "actors"), ["KR"], "[EU, JP]  # who", "[KR]  # who"),
        (("clauses", 0, "actors", 1), "KR", "[EU, JP]", "[EU, KR]"),
        (
            ("clauses", 0, "text"),
            "Short.",
            ">-  # folded\n      The parties patrol\n      the coast.",
            "Short.  # folded",
        ),
        (("clauses", 1, "text"), "one", "|\n        one\n        two", "one"),
        (("clauses", 1, "domains"), ["cyber"], "\n      - maritime-security  # sea\n      - space", " [cyber]"),
        (("clauses", 1, "domains", 0), "cyber", "maritime-security  # sea", "cyber  # sea"),
        (("clauses", 1, "kind"), "definition", "kind: provision", "kind: definition"),
    ],
)
def test_setting_a_value_changes_that_value_alone(path: Any, value: Any, old: str, new: str, newline: str) -> None:
    before = SET.replace("\n", newline)
    assert SET.count(old) == 1
    assert set_value(parse(before, "x"), path, value) == SET.replace(old, new).replace("\n", newline)


def test_keys_and_items_are_added_where_they_belong() -> None:
    tree = parse(SET, "x")
    assert add_key(tree, ("clauses", 0), "number", "Article 1") == SET.replace(
        "    text: >-", "    number: Article 1\n    text: >-"
    )
    assert add_key(tree, ("clauses", 0), "status", "agreed") == SET.replace("2025\n", "2025\n    status: agreed\n")
    assert add_key(tree, ("revision",), "as_of", "2024-11-01") == SET.replace(
        '"2024", ', '"2024", as_of: "2024-11-01", '
    )
    assert add_key(tree, (), "format", "clausetrack/clause-set/1") == SET.replace(
        "agreement:", "format: clausetrack/clause-set/1\nagreement:"
    )
    assert add_item(tree, ("clauses", 0, "actors"), "KR") == SET.replace("JP]", "JP, KR]")
    assert add_item(tree, ("clauses", 1, "domains"), "cyber") == SET.replace("- space\n", "- space\n      - cyber\n")
    clause = {"id": "new", "kind": "provision", "text": "Words."}
    written = "\n  - id: new\n    kind: provision\n    text: Words.\n"
    assert add_item(tree, ("clauses",), clause) == SET.replace("- space\n", "- space\n" + written)


def test_what_is_removed_leaves_no_trace() -> None:
    tree = parse(SET, "x")
    assert remove(tree, ("clauses", 0, "deadline")) == SET.replace("    deadline: 2025\n", "")
    assert remove(tree, ("clauses", 1, "kind")) == SET.replace("-   kind: provision\n      id", "-   id")
    assert remove(tree, ("clauses", 0, "actors", 0)) == SET.replace("[EU, JP]", "[JP]")
    assert remove(tree, ("clauses", 0, "actors", 1)) == SET.replace("[EU, JP]", "[EU]")
    assert remove(tree, ("revision", "basis")) == SET.replace(", basis: primary-text", "")


def test_an_edit_of_nothing_is_refused() -> None:
    tree = parse(SET, "x")
    for path in ((), ("nothing",), ("clauses", 2), ("clauses", "id"), ("agreement", "id", 0)):
        with pytest.raises(KeyError):
            set_value(tree, path, "x")
    with pytest.raises(KeyError):
        add_key(tree, ("agreement",), "id", "x")
    with pytest.raises(TypeError):
        add_key(tree, ("clauses",), "id", "x")
    with pytest.raises(TypeError):
        add_item(tree, ("agreement",), "x")


@given(documents(), st.data())
def test_setting_sets_and_touches_no_other_line(wild: Wild, data: st.DataObject) -> None:
    tree = parse(wild.text, "x")
    path = data.draw(st.sampled_from(paths(tree.data)))
    value = data.draw(VALUES)
    result = set_value(tree, path, value)
    assert_same(result, changed(tree, path, value))
    assert_others_stay(tree, result, path)


@given(documents(), st.data())
def test_adding_adds_and_removing_removes(wild: Wild, data: st.DataObject) -> None:
    tree = parse(wild.text, "x")
    collections = [path for path in [(), *paths(tree.data)] if isinstance(at(tree.data, path), dict | list)]
    path = data.draw(st.sampled_from(collections))
    value = data.draw(VALUES)
    wanted = copy.deepcopy(tree.data)
    if isinstance(at(tree.data, path), dict):
        key = data.draw(st.sampled_from(["status", "note: x", "format", "x-new"]))
        result = add_key(tree, path, key, value)
        at(wanted, path)[key] = value
        added = (*path, key)
    else:
        result = add_item(tree, path, value)
        at(wanted, path).append(value)
        added = (*path, len(at(wanted, path)) - 1)
    assert_same(result, wanted)
    assert comments(result) == comments(wild.text)
    assert_same(remove(parse(result, "x"), added), tree.data)


@given(documents(), st.data())
def test_removing_takes_nothing_else(wild: Wild, data: st.DataObject) -> None:
    tree = parse(wild.text, "x")
    path = data.draw(st.sampled_from(paths(tree.data)))
    wanted = copy.deepcopy(tree.data)
    del at(wanted, path[:-1])[path[-1]]
    assert_same(remove(tree, path), wanted)


def assert_same(text: str, data: Any) -> None:
    assert typed(normal_years(parse(text, "x").data)) == typed(normal_years(data))


def normal_years(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: str(item) if key in ("date", "deadline") and type(item) is int else normal_years(item)
            for key, item in value.items()
        }
    return [normal_years(item) for item in value] if isinstance(value, list) else value


def assert_others_stay(tree: Tree, result: str, path: Any) -> None:
    old, new = (re.split(r"(?<=\n)|(?<=\r)(?!\n)", text) for text in (tree.text, result))
    key_start, start, _ = tree.span(at(tree.data, path[:-1]), path[-1])
    first = min(tree.position(key_start).line, tree.position(start).line) - 1
    end = max((tree.span(*entry)[2] for entry in inner(tree, path)), default=0)
    last = tree.position(end).line
    while first and old[:first] != new[:first] and isinstance(path[-1], int):
        first -= 1  # the dash may stand above its value
    assert old[:first] == new[:first]
    assert old[last:] == new[len(new) - len(old) + last :]


def inner(tree: Tree, path: Any) -> list[Any]:
    value = at(tree.data, path)
    return [(at(tree.data, path[:-1]), path[-1]), *((container, entry) for container, entry, _ in entries(value))]


def comments(text: str) -> list[str]:
    return sorted(comment.text for comment in scan(parse(text, "x")))


def changed(tree: Tree, path: Any, value: Any) -> Any:
    data = copy.deepcopy(tree.data)
    at(data, path[:-1])[path[-1]] = value
    return data


def at(data: Any, path: Any) -> Any:
    for entry in path:
        data = data[entry]
    return data


def paths(data: Any, path: Any = ()) -> list[Any]:
    found = []
    if isinstance(data, dict | list):
        for entry, item in data.items() if isinstance(data, dict) else enumerate(data):
            found += [(*path, entry), *paths(item, (*path, entry))]
    return found
