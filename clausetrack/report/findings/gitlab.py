"""Findings as a GitLab Code Quality report."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, Final

from clausetrack.errors import ClausetrackError
from clausetrack.model.finding import Finding, Validation
from clausetrack.report.jsonable import to_json
from clausetrack.report.registry import Options

_SEVERITIES: Final = {"error": "major", "warning": "minor", "info": "info", "off": "info"}


def render(result: Validation, options: Options) -> str:
    """Draw the findings as a JSON array of issues, with one for each file that could not be read."""
    del options
    return to_json([*map(_issue, result.findings), *map(_unreadable, result.unreadable)])


def _unreadable(error: ClausetrackError) -> dict[str, Any]:
    from hashlib import sha256  # noqa: PLC0415 - 5 ms that only a fault has to pay

    file = error.file or ""
    return {
        "description": str(error),
        "check_name": "unreadable",
        "fingerprint": sha256(f"unreadable {file} {error.what}".encode("utf-8", "surrogatepass")).hexdigest()[:16],
        "severity": "blocker",
        "location": {"path": PurePath(file).as_posix(), "lines": {"begin": 1}},
    }


def _issue(finding: Finding) -> dict[str, Any]:
    return {
        "description": f"{finding.message}. {finding.help}" if finding.help else finding.message,
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": PurePath(finding.position.file).as_posix(), "lines": {"begin": finding.position.line}},
    }
