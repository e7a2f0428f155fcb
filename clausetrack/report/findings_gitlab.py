"""Findings as a GitLab Code Quality report."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, Final

from clausetrack.model.finding import Finding, Validation
from clausetrack.report.jsonable import to_json
from clausetrack.report.registry import Options

_SEVERITIES: Final = {"error": "major", "warning": "minor", "info": "info", "off": "info"}


def render(result: Validation, options: Options) -> str:
    """Draw the findings as a JSON array of issues."""
    del options
    return to_json([_issue(finding) for finding in result.findings])


def _issue(finding: Finding) -> dict[str, Any]:
    return {
        "description": f"{finding.message}. {finding.help}" if finding.help else finding.message,
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": PurePath(finding.position.file).as_posix(), "lines": {"begin": finding.position.line}},
    }
