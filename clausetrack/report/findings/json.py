"""Findings for programs: the JSON whose schema is `findings`."""

from __future__ import annotations

from typing import Any, Final

from clausetrack.model.finding import Finding, Validation
from clausetrack.report.jsonable import place, to_json
from clausetrack.report.registry import Options

SCHEMA: Final = "clausetrack/findings/1"


def render(result: Validation, options: Options) -> str:
    """Draw the findings as JSON."""
    del options
    return to_json(
        {
            "schema": SCHEMA,
            "findings": [_finding(finding) for finding in result.findings],
            "unreadable": [
                {"file": error.file, "message": error.what, "help": error.hint} for error in result.unreadable
            ],
            "passed_over": list(result.passed_over),
            "summary": {
                "files": len(result.files),
                "clauses": result.clauses,
                **{severity: result.count(severity) for severity in ("error", "warning", "info")},
            },
        }
    )


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        **place(finding.position),
        "clause": finding.clause,
        "fingerprint": finding.fingerprint,
    }
