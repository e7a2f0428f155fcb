"""Findings as workflow commands of GitHub Actions, which it shows beside the lines of a pull request."""

from __future__ import annotations

from clausetrack.model.finding import Finding, Validation
from clausetrack.report.registry import Options
from clausetrack.report.visible import visible


def render(result: Validation, options: Options) -> str:
    """Draw one command a finding."""
    del options
    return "".join(f"{_command(finding)}\n" for finding in result.findings)


def _command(finding: Finding) -> str:
    level = {"info": "notice"}.get(finding.severity, finding.severity)
    position = finding.position
    properties = {
        "file": position.file,
        "line": str(position.line),
        "col": str(position.column),
        "title": f"clausetrack {finding.rule}",
    }
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    text = f"{finding.message}\n{finding.help}".rstrip()
    return f"::{level} {given}::{_data(text)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
