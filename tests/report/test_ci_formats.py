"""JUnit, GitHub and GitLab: what their readers want of them."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import pytest
import samples

from clausetrack.model.finding import Validation
from clausetrack.model.position import Position
from clausetrack.report.registry import Options, render

RESULTS = [samples.validation(), samples.EMPTY["findings"], *map(samples.validation, samples.NASTY.values())]
all_results = pytest.mark.parametrize("result", RESULTS)

# The common XSD of JUnit reports (Apache Ant's, as Jenkins has it): what each element may hold, in order, and must say.
CHILDREN = {
    "testsuites": ["testsuite"],
    "testsuite": ["properties", "testcase", "system-out", "system-err"],
    "testcase": ["skipped", "error", "failure", "system-out", "system-err"],
    "failure": [],
    "error": [],
    "system-out": [],
}
REQUIRED = {"testsuite": {"name", "tests", "failures", "errors"}, "testcase": {"name", "classname"}}
ALLOWED = {
    "testsuites": {"name", "time", "tests", "failures", "disabled", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "time", "disabled", "skipped", "timestamp", "hostname", "id"},
    "testcase": {"name", "classname", "time", "assertions", "status"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
    "system-out": set(),
}


def junit(result):
    return ET.fromstring(render("findings", result, "junit", Options()))  # noqa: S314 - made a line ago


@all_results
def test_junit_is_what_its_schema_wants(result):
    root = junit(result)
    assert root.tag == "testsuites"
    for element in root.iter():
        places = [CHILDREN[element.tag].index(child.tag) for child in element]
        assert places == sorted(places)
        assert REQUIRED.get(element.tag, set()) <= set(element.keys()) <= ALLOWED[element.tag]


@all_results
def test_junit_counts_rightly(result):
    root = junit(result)
    for element in (root, *root.findall("testsuite")):
        assert int(element.get("tests")) == len(element.findall(".//testcase"))
        assert int(element.get("failures")) == len(element.findall(".//failure"))
        assert int(element.get("errors")) == len(element.findall(".//error"))
    assert int(root.get("errors")) == len(result.unreadable)
    assert int(root.get("failures")) == sum(finding.severity != "info" for finding in result.findings)


def test_junit_passes_files_without_findings():
    root = junit(Validation(files=("a.yaml", "b.yaml"), findings=(samples.finding(file="a.yaml"),)))
    assert [suite.get("name") for suite in root] == ["a.yaml", "b.yaml"]
    assert root.find("testsuite[@name='b.yaml']/testcase").get("name") == "valid"
    failure = root.find(".//failure")
    assert failure.get("type") == "dangling-reference"
    assert "a.yaml:3:5" in failure.text
    assert "mend it" in failure.text


def github(result):
    return render("findings", result, "github", Options()).splitlines()


@all_results
def test_github_commands_are_one_a_line_and_well_formed(result):
    lines = github(result)
    assert len(lines) == len(result.findings) + len(result.unreadable)
    for line in lines:
        command = re.fullmatch(
            r"::(error|warning|notice) ((?:[a-z]+=[^,:\r\n]*)(?:,[a-z]+=[^,:\r\n]*)*)::([^\r\n]*)", line
        )
        assert command, line
        properties = dict(part.split("=", 1) for part in command[2].split(","))
        assert properties.keys() <= {"file", "line", "col", "title"}
        for text in (*properties.values(), command[3]):
            assert re.findall(r"%(?!25|0A|0D|3A|2C)", text) == []


def test_github_escapes_are_those_that_it_undoes():
    nasty = samples.finding("100%: a,\nb", file="a,b:c%.yaml", help="")
    (line,) = github(Validation(findings=(nasty,)))
    place = "file=a%2Cb%3Ac%25.yaml,line=3,col=5"
    assert line == f"::error {place},title=clausetrack dangling-reference::100%25: a,%0Ab"


def gitlab(result):
    return json.loads(render("findings", result, "gitlab", Options()))


@all_results
def test_gitlab_issues_have_what_they_need(result):
    issues = gitlab(result)
    assert len(issues) == len(result.findings) + len(result.unreadable)
    for issue in issues:
        assert issue.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert re.fullmatch(r"[0-9a-f]{16}", issue["fingerprint"])
        assert isinstance(issue["location"]["lines"]["begin"], int)
        assert not issue["location"]["path"].startswith("./")


def test_gitlab_says_how_bad_and_where():
    found = samples.finding(position=Position("./a/b.yaml", 12, 3), severity="warning")
    (issue,) = gitlab(Validation(findings=(found,)))
    assert issue == {
        "description": "the rule has found something. mend it",
        "check_name": "dangling-reference",
        "fingerprint": found.fingerprint,
        "severity": "minor",
        "location": {"path": "a/b.yaml", "lines": {"begin": 12}},
    }
