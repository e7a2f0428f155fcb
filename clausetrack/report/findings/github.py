"""Findings as workflow commands of GitHub Actions, which it shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Mapping

from clausetrack.errors import ClausetrackError
from clausetrack.model.finding import Finding, Validation
from clausetrack.report.registry import Options
from clausetrack.report.visible import visible


def render(result: Validation, options: Options) -> str:
    """Draw one command a finding, and one for each file that could not be read."""
    del options
    commands = [_finding(finding) for finding in result.findings]
    commands += [_unreadable(error) for error in result.unreadable]
    return "".join(f"{command}\n" for command in commands)


def _finding(finding: Finding) -> str:
    level = {"info": "notice"}.get(finding.severity, finding.severity)
    place = {"file": finding.position.file, "line": finding.position.line, "col": finding.position.column}
    return _command(level, {**place, "title": f"clausetrack {finding.rule}"}, finding.message, finding.help)


def _unreadable(error: ClausetrackError) -> str:
    place = {"file": error.file} if error.file else {}
    return _command("error", {**place, "title": "clausetrack"}, error.what, error.hint)


def _command(level: str, properties: Mapping[str, object], message: str, hint: str) -> str:
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    text = f"{message}\n{hint}".rstrip()
    return f"::{level} {given}::{_data(text)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
