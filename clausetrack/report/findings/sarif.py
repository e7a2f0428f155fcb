"""Findings as SARIF 2.1.0 (OASIS, 2020), with the rules' pages and fingerprints, for code hosts and editors."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from clausetrack.model.finding import Finding, RuleInfo, Validation
from clausetrack.model.position import Position
from clausetrack.report.jsonable import to_json
from clausetrack.report.registry import Options
from clausetrack.report.visible import visible

SCHEMA_URI: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {"error": "error", "warning": "warning", "info": "note", "off": "none"}


def render(result: Validation, options: Options) -> str:
    """Draw the findings as one SARIF run."""
    used = sorted({finding.rule for finding in result.findings})
    rules = [options.rules.get(name) or RuleInfo(name, name, name, "warning") for name in used]
    run = {
        "tool": {
            "driver": {
                "name": "clausetrack",
                **({"version": options.version} if options.version else {}),
                "rules": [_rule(info) for info in rules],
            }
        },
        "automationDetails": {"id": f"clausetrack/{result.about}/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(result)],
        "results": [_result(finding, used.index(finding.rule)) for finding in result.findings],
    }
    return to_json({"$schema": SCHEMA_URI, "version": "2.1.0", "runs": [run]})


def _rule(info: RuleInfo) -> dict[str, Any]:
    return {
        "id": info.id,
        "shortDescription": {"text": info.summary},
        "help": {"text": info.page, "markdown": info.page},
        "defaultConfiguration": {"level": _LEVELS[info.severity]},
    }


def _invocation(result: Validation) -> dict[str, Any]:
    unreadable = [{"level": "error", "message": {"text": visible(str(error))}} for error in result.unreadable]
    return {
        "executionSuccessful": not unreadable,
        **({"toolExecutionNotifications": unreadable} if unreadable else {}),
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    text = f"{finding.message}. {finding.help}" if finding.help else finding.message
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": visible(text)},
        "locations": [{"physicalLocation": physical_location(finding.position)}],
        "partialFingerprints": {"clausetrack/v1": finding.fingerprint},
    }


def physical_location(position: Position) -> dict[str, Any]:
    """Give a place as SARIF has it; an end that is not behind the start is left out."""
    region: dict[str, Any] = {"startLine": position.line, "startColumn": position.column}
    end = (position.end_line or 0, position.end_column or 0)
    if end > (position.line, position.column):
        region |= {"endLine": end[0], "endColumn": end[1]}
    return {"artifactLocation": {"uri": _uri(position.file)}, "region": region}


def _uri(file: str) -> str:
    """Give a file as a URI: relative where its path is, so that it means the same wherever the project lies."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix().encode("utf-8", "surrogateescape"))
