"""The published schema, and the two libraries that read it."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import NASTY

from clausetrack.clauseset.characters import HIDDEN
from clausetrack.clauseset.explain import _validator
from clausetrack.clauseset.load import dumps, first_untidy_line, format_text, inspect, key_order, loads
from clausetrack.clauseset.schema import (
    FORMATS,
    is_reduced_date,
    is_valid,
    schema,
    schema_faults,
    schema_names,
    schema_text,
)
from clausetrack.clauseset.syntax import parse
from clausetrack.errors import InvalidFileError, UnknownNameError
from clausetrack.model.clause import KINDS
from clausetrack.model.clauseset import ClauseSet

RICH = (Path(__file__).parent / "rich.yaml").read_text(encoding="utf-8")
SCHEMA = schema("clause-set")
MESSAGES = sorted((Path(__file__).parent.parent / "golden" / "messages").glob("*.yaml"))
VALUES = [
    None, True, 0, 1, -1, 2025, 999, 10000, 1.0, 1.5, 1e300, 10**30, float("inf"), "", [], {}, [None], ["a"], [1],
    {"id": "a"}, {"x-a": 1},
    "commitment", "dialogue", "provision", "2025-06", "2025-02-30", "2025-06\n", "P1Y", "P1Y\n", "P0Y", "agreed",
    "a#b", "!a", "!a#b",
    "a@b#c", "sha256:" + "a" * 64, "sha256:" + "a" * 64 + "\n", "a" * 200, "é" * 201, "𝔸" * 200, "en", "en\n",
    "text/plain", *NASTY,
]  # fmt: skip
KEYS = [
    "id",
    "kind",
    "text",
    "every",
    "occurrence",
    "deadline",
    "term",
    "actors",
    "x-a",
    "x-",
    "X-a",
    "unknown",
    "note",
    "held",
    "format",
]


def both(data: Any) -> bool:
    """Give the verdict of both libraries, which must be one."""
    explained = _validator(SCHEMA, FORMATS).is_valid(data)
    assert is_valid(data) == explained
    return bool(explained)


def test_schemas_are_valid_schemas() -> None:
    assert "clause-set" in schema_names()
    for name in schema_names():
        jsonschema.Draft202012Validator.check_schema(schema(name))
        assert jsonschema_rs.meta.is_valid(schema(name))
        assert json.loads(schema_text(name)) == schema(name)
    with pytest.raises(UnknownNameError, match="did you mean 'clause-set'"):
        schema("clauseset")


def properties(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "properties" and "then" not in path and "if" not in path.split("/"):
                for name, definition in value.items():
                    yield f"{path}/{name}", definition
            yield from properties(value, f"{path}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from properties(value, f"{path}/{index}")


PROPERTIES = dict(properties(SCHEMA))


@pytest.mark.parametrize("path", PROPERTIES)
def test_every_property_is_described_and_its_examples_are_valid(path: str) -> None:
    definition = PROPERTIES[path]
    assert definition["description"].strip().endswith((".", "…"))
    assert definition["examples"]
    validator = jsonschema_rs.Draft202012Validator(
        {**definition, "$defs": SCHEMA["$defs"]}, validate_formats=True, formats=FORMATS
    )
    for example in definition["examples"]:
        assert validator.is_valid(example), example


def test_what_words_are_also_known_as_leads_to_words_that_exist() -> None:
    known = [definition for definition in PROPERTIES.values() if "x-also-known-as" in definition]
    assert known
    for definition in known:
        assert set(definition["x-also-known-as"].values()) <= set(definition["enum"])
        assert not set(definition["x-also-known-as"]) & set(definition["enum"])


def objects(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for value in node.values():
            yield from objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from objects(value)


def test_objects_are_closed_and_free_keys_free() -> None:
    found = list(objects(SCHEMA))
    assert len(found) >= 12
    for definition in found:
        assert definition["additionalProperties"] is False
        assert definition["patternProperties"] == {"^x-": {}}


def test_no_key_is_a_truth_value_of_yaml_1_1() -> None:
    words = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"}
    assert not {path.rpartition("/")[2].casefold() for path in PROPERTIES} & words


def test_the_rich_fixture_uses_every_key_and_is_canonical() -> None:
    tree = parse(RICH, "rich.yaml")
    used = {key for key, _ in walk(tree.data)}
    assert {path.rpartition("/")[2] for path in PROPERTIES} - used == {"$schema", "occurrence"}
    assert both(tree.data)
    assert format_text(RICH) == RICH
    assert dumps(loads(RICH)) == RICH
    assert first_untidy_line(tree) is None
    assert {clause.kind for clause in loads(RICH).clauses} == set(KINDS)
    assert set(key_order()) >= {"root", "clause", "source", "actor", "event", "meeting", "evidence", "dates"}


def walk(value: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(value, dict | list):
        for entry, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield entry, item
            yield from walk(item)


@pytest.mark.parametrize("case", MESSAGES, ids=lambda path: path.stem)
def test_both_libraries_agree_on_every_case(case: Path) -> None:
    try:
        data = parse(case.read_text(encoding="utf-8"), case.name).data
    except InvalidFileError:
        return
    assert both(data) == (case.stem == "valid")


@given(st.data())
def test_both_libraries_agree_on_mutations_and_the_fault_is_found_where_it_is(data: st.DataObject) -> None:
    tree = parse(RICH, "x")
    mutated = copy.deepcopy(tree.data)
    path = data.draw(st.sampled_from(paths(mutated)))
    parent = at(mutated, path[:-1])
    what = data.draw(st.sampled_from(["replace", "replace", "delete", "rename", "insert", "move"]))
    if what == "replace":
        parent[path[-1]] = data.draw(st.sampled_from(VALUES))
    elif what == "delete":
        del parent[path[-1]]
    elif what == "move":
        parent[path[-1]] = copy.deepcopy(at(tree.data, data.draw(st.sampled_from(paths(tree.data)))))
    elif isinstance(parent, list):
        parent.insert(path[-1], data.draw(st.sampled_from(VALUES)))
    elif what == "rename":
        parent[data.draw(st.sampled_from(KEYS))] = parent.pop(path[-1])
    else:
        parent[data.draw(st.sampled_from(KEYS))] = data.draw(st.sampled_from(VALUES))
    valid = both(mutated)
    # Written as JSON, one value a line, the file is YAML too, and a place is easily told by its line.
    text = json.dumps(mutated, ensure_ascii=False, indent=1).replace("Infinity", ".inf")
    text = re.sub(f"[{HIDDEN}]", lambda match: f"\\u{ord(match.group()):04x}", text)
    clause_set, faults = inspect(text, "x")
    assert valid == (not faults)
    assert isinstance(clause_set, ClauseSet)
    written = parse(text, "x")
    for fault in faults:
        at_place = written.locate(fault.path[:-1]) if missing(written.data, fault.path) else written.locate(fault.path)
        key = written.locate(fault.path, key=True)
        assert (fault.line, fault.column) in {(at_place.line, at_place.column), (key.line, key.column)}
        assert fault.what
        assert "\n" not in str(fault)
        if what == "replace":
            assert fault.path[: len(path)] == path or path[: len(fault.path) - 1] == fault.path[:-1]


def missing(data: Any, path: Any) -> bool:
    try:
        at(data, path)
    except (KeyError, IndexError, TypeError):
        return True
    return False


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_keys_of_its_own(kind: str) -> None:
    needs = {"commitment": "actors", "dialogue": "participants", "statement": "speaker"}
    clause = {"id": "a", "kind": kind, "text": "T"}
    head = {
        "format": "clausetrack/clause-set/1",
        "agreement": {"id": "a", "title": "b"},
        "revision": {"id": "c", "basis": "news-report"},
    }
    assert both({**head, "clauses": [clause]}) == (kind not in needs)
    if kind in needs:
        clause[needs[kind]] = ["EU"]  # type: ignore[assignment]
        assert both({**head, "clauses": [clause]})
    foreign = {
        "commitment": "level",
        "dialogue": "bearer",
        "statement": "deadline",
        "definition": "actors",
        "procedure": "term",
        "provision": "speaker",
    }
    example = SCHEMA["$defs"]["clause"]["properties"][foreign[kind]]["examples"][0]
    assert not both({**head, "clauses": [{**clause, foreign[kind]: example}]})
    assert both({**head, "clauses": [{**clause, "x-" + foreign[kind]: example}]})


@pytest.mark.parametrize("value", ["2025", "2025-06", "2025-06-30", "2024-02-29", "1000"])
def test_dates(value: str) -> None:
    assert is_reduced_date(value)


@pytest.mark.parametrize("value", ["2025-02-29", "1900-02-29", "2025-06-31"])
def test_days_that_the_calendar_lacks(value: str) -> None:
    assert not is_reduced_date(value)


def test_a_bare_year_is_a_text_in_the_model_and_stays_bare_in_the_file() -> None:
    clause_set = loads(RICH)
    assert clause_set.agreement.dates["in_force"] == "2032"
    assert "in_force: 2032," in dumps(clause_set)
    assert loads(RICH.replace("in_force: 2032", 'in_force: "2032"')) == clause_set


def test_all_faults_of_a_file_are_reported() -> None:
    text = RICH
    for word in (
        "memorandum",
        "mixed",
        "official-summary",
        "reuse-permitted",
        "kind: definition",
        "technical",
        "claim",
        "medium",
    ):
        assert text.count(word) == 1
        text = text.replace(word, word + "-no")
    with pytest.raises(InvalidFileError) as caught:
        loads(text, "x")
    assert len(caught.value.faults) == 8
    assert len(str(caught.value).splitlines()) == 8
    assert caught.value.line == caught.value.faults[0].line
    assert [fault.line for fault in caught.value.faults] == sorted(fault.line or 0 for fault in caught.value.faults)


def test_faults_of_another_schema_are_told_too() -> None:
    assert schema_faults(parse("format: x", "x"), "fingerprint")


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
