"""The published schemas of JSON outputs: outputs are valid against them, and they say what each key means."""

from __future__ import annotations

import json

import jsonschema
import pytest
import samples

from clausetrack.app.schemas import listing
from clausetrack.clauseset.schema import FORMATS, is_valid, schema, schema_names
from clausetrack.report.registry import RENDERERS, Options, render

OUTPUTS = sorted(RENDERERS)
CASES = [(kind, name) for kind in OUTPUTS for name in ("plain", "nothing", *samples.NASTY)]


def result(kind, name):
    if name == "nothing":
        return samples.EMPTY[kind]
    # A clause without words is none: no file can have one.
    texts = {} if name in {"plain", "empty"} and kind == "clauses" else samples.NASTY
    return samples.MAKERS[kind](*([texts[name]] if name in texts else []))


def schemas():
    return pytest.mark.parametrize("name", sorted({*OUTPUTS}))


def faults(data, name):
    checker = jsonschema.FormatChecker(formats=())
    for format, check in FORMATS.items():
        checker.checks(format)(check)
    validator = jsonschema.Draft202012Validator(schema(name), format_checker=checker)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]


@pytest.mark.parametrize(("kind", "name"), CASES)
@pytest.mark.parametrize("everything", [False, True])
def test_an_output_is_valid(kind, name, everything):
    data = json.loads(render(kind, result(kind, name), "json", Options(all=everything)))
    assert faults(data, kind) == []
    assert is_valid(data, kind)
    assert data["schema"] == f"clausetrack/{kind}/1"


@schemas()
def test_a_schema_notices_what_is_missing_and_what_is_too_much(name):
    data = json.loads(render(name, result(name, "plain"), "json", Options()))
    for key in schema(name)["required"]:
        assert faults({k: v for k, v in data.items() if k != key}, name)
    assert faults(data | {"another": 1}, name)


@schemas()
def test_a_schema_is_one(name):
    jsonschema.Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$id"].endswith(f"/{name}.v1.schema.json")
    assert schema(name)["properties"]["schema"]["const"] == f"clausetrack/{name}/1"


@schemas()
def test_every_property_is_described_and_has_an_example(name):
    todo = [((), schema(name))]
    while todo:
        path, node = todo.pop()
        for key, entry in node.get("properties", {}).items():
            # What a definition is about, the definition says; for that it has examples of its own properties.
            target = schema(name)["$defs"][entry["$ref"].rsplit("/", 1)[1]] if "$ref" in entry else entry
            assert entry.get("description") or target.get("description"), (*path, key)
            assert "properties" in target or entry.get("examples") or target.get("examples"), (*path, key)
            todo.append(((*path, key), entry))
        todo += [((*path, name), entry) for name, entry in node.get("$defs", {}).items()]


@schemas()
def test_examples_are_valid(name):
    root = schema(name)
    todo = [root, *root.get("$defs", {}).values()]
    while todo:
        node = todo.pop()
        for key, entry in node.get("properties", {}).items():
            whole = {**{k: v for k, v in root.items() if k in {"$schema", "$defs"}}, **entry}
            for example in entry.get("examples", ()):
                assert jsonschema.Draft202012Validator(whole).is_valid(example), (key, example)
            todo.append(entry)


ADDED = {"read", "quotes"}
"""What a listing says of a clause beyond its file."""


def test_clauses_are_described_as_in_their_files():
    listed, files = schema("clauses")["$defs"], schema("clause-set")
    shared = set(listed) & set(files["$defs"])
    assert len(shared) > 5
    for name in shared - {"clause"}:
        assert listed[name] == files["$defs"][name]
    clause = dict(listed["clause"])
    clause["properties"] = {key: entry for key, entry in clause["properties"].items() if key not in ADDED}
    assert clause == files["$defs"]["clause"]
    for name in ("agreement", "revision"):
        assert listed[name] == files["properties"][name]


def test_the_diff_is_as_the_contract_has_it():
    data = json.loads(render("diff", samples.diff(), "json", Options()))
    assert list(data)[:3] == ["schema", "old", "new"]
    assert {"agreement", "revision", "basis"} <= data["old"].keys()
    row = data["rows"][0]
    assert {key: row[key] for key in ("relation", "old", "new", "matched_by", "confidence", "moved", "direction")} == {
        "relation": "paired",
        "old": ["port-calls"],
        "new": ["port-calls"],
        "matched_by": "id",
        "confidence": 1.0,
        "moved": False,
        "direction": "weakened",
    }
    change = row["changes"][0]
    assert {key: change[key] for key in ("rule", "direction", "cause", "severity")} == {
        "rule": "force-lowered",
        "direction": "weakened",
        "cause": "text",
        "severity": "error",
    }
    assert change["old"] == {"file": "clause_specs/demo/one.yaml", "line": 12, "column": 5, "value": "commit"}
    assert {"paired", "split", "merged", "added", "removed", "weakened", "strengthened"} <= data["summary"].keys()
    assert data["summary"]["added"] == 1


def test_unchanged_rows_are_there_when_everything_is_asked_for():
    some = json.loads(render("diff", samples.diff(), "json", Options()))
    everything = json.loads(render("diff", samples.diff(), "json", Options(all=True)))
    assert len(everything["rows"]) == len(some["rows"]) + 1
    assert everything["summary"] == some["summary"]


def test_all_schemas_are_listed():
    lines = listing().splitlines()
    assert [line.split()[0] for line in lines] == [*schema_names(), "domains"]
    assert {*OUTPUTS, "clause-set", "settings", "fingerprint", "baseline"} <= set(schema_names())
    assert all(len(line.split(maxsplit=1)) == 2 for line in lines)
