"""Rules applied: problems become findings, with severity, place and a fingerprint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePath
from types import ModuleType
from typing import Any

from clausetrack.clauseset.syntax import Tree
from clausetrack.errors import ClausetrackError, SyntaxFault
from clausetrack.model.finding import Finding
from clausetrack.model.position import Path, Position
from clausetrack.rules import registry
from clausetrack.rules.lint import schema, syntax
from clausetrack.rules.severity import Severities
from clausetrack.rules.subject import Neighbourhood, Problem, Subject


def judge_file(subject: Subject, severities: Severities) -> list[Finding]:
    """Give what the local rules find in a file."""
    file = subject.tree.file
    findings = []
    for module in registry.LOCAL:
        severity = severities.of(module.ID, module.SEVERITY, file)
        if severity != "off":
            findings += [_finding(module, problem, subject.tree) for problem in module.check(subject)]
    return findings


def judge_among(neighbourhood: Neighbourhood) -> list[tuple[ModuleType, Problem]]:
    """Give what the rules on the project find in a file; `finding_at` places it, once the file is at hand."""
    return [(module, problem) for module in registry.PROJECT for problem in module.check(neighbourhood)]


def finding_at(module: ModuleType, problem: Problem, tree: Tree) -> Finding:
    """Place a problem in its file."""
    return _finding(module, problem, tree)


def fault_findings(faults: Iterable[ClausetrackError], data: Any = None) -> list[Finding]:
    """Turn what the loader and the schema refuse into findings."""
    return [_fault_finding(fault, data) for fault in faults]


def finish(findings: Iterable[Finding], severities: Severities) -> list[Finding]:
    """Give findings their severities, drop what is off, put them in order and make their fingerprints differ."""
    kept = [_with_severity(finding, severities) for finding in findings]
    ordered = sorted((finding for finding in kept if finding.severity != "off"), key=_place)
    return list(_numbered(ordered))


def _with_severity(finding: Finding, severities: Severities) -> Finding:
    severity = severities.of(finding.rule, finding.severity, finding.position.file)
    return finding if severity == finding.severity else replace(finding, severity=severity)


def _place(finding: Finding) -> tuple[str, int, int, str, str]:
    position = finding.position
    return position.file, position.line, position.column, finding.rule, finding.message


def _numbered(findings: list[Finding]) -> Iterator[Finding]:
    """Count the findings that are the same but for their line, so that each has a fingerprint of its own."""
    seen: dict[str, int] = {}
    for finding in findings:
        count = seen.get(finding.fingerprint, 0)
        seen[finding.fingerprint] = count + 1
        yield replace(finding, fingerprint=_digest(finding.fingerprint, count)) if count else finding


def _finding(module: ModuleType, problem: Problem, tree: Tree) -> Finding:
    if problem.line is not None:
        position = Position(tree.file, problem.line)
    else:
        position = tree.locate(problem.path, key=problem.key)
    clause = _clause_id(tree.data, problem.path)
    return Finding(
        rule=module.ID,
        severity=module.SEVERITY,
        message=problem.message,
        position=position,
        help=problem.help,
        clause=clause,
        fingerprint=_fingerprint(module.ID, tree, problem.path, clause),
    )


def _fingerprint(rule: str, tree: Tree, path: Path, clause: str | None) -> str:
    """Hash what a finding is about: the agreement and revision, the clause and key, and the value; no line and no message."""
    data = tree.data if isinstance(tree.data, dict) else {}
    names = [data.get(section) for section in ("agreement", "revision")]
    owner = [name.get("id") if isinstance(name, dict) else None for name in names]
    keys = [entry for entry in path if isinstance(entry, str)]
    return _digest(rule, *owner, clause, *keys, _value(data, path))


def _digest(*parts: object) -> str:
    return sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _value(data: Any, path: Path) -> Any:
    for entry in path:
        try:
            data = data[entry]
        except (KeyError, IndexError, TypeError):
            return None
    return data if not isinstance(data, dict | list) else None


def _clause_id(data: Any, path: Path) -> str | None:
    name = _value(data, (*path[:2], "id")) if path[:1] == ("clauses",) else None
    return name if isinstance(name, str) else None


def _fault_finding(fault: ClausetrackError, data: Any) -> Finding:
    module = syntax if isinstance(fault, SyntaxFault) else schema
    path: Path = getattr(fault, "path", ())
    return Finding(
        rule=module.ID,
        severity=module.SEVERITY,
        message=fault.what,
        position=Position(fault.file or "", fault.line or 1, fault.column or 1),
        help=fault.hint,
        clause=_clause_id(data, path),
        fingerprint=_digest(module.ID, PurePath(fault.file or "").name, *path, _value(data, path)),
    )
