"""Rules applied: problems become findings, with severity, place and a fingerprint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import ModuleType

from clausetrack.clauseset.syntax import Tree
from clausetrack.errors import ClausetrackError
from clausetrack.model.finding import Finding
from clausetrack.model.position import Path, Position
from clausetrack.rules import registry
from clausetrack.rules.lint import schema, syntax
from clausetrack.rules.prints import digest, fingerprint, item_id, path_end
from clausetrack.rules.severity import Severities
from clausetrack.rules.subject import Neighbourhood, Problem, Subject


def judge_file(subject: Subject, severities: Severities) -> list[Finding]:
    """Give what the local rules find in a file."""
    file = subject.tree.file
    findings = []
    for module in registry.LOCAL:
        if severities.of(module.ID, module.SEVERITY, file) != "off":
            findings += [finding_at(module, problem, subject.tree) for problem in module.check(subject)]
    return findings


def judge_among(neighbourhood: Neighbourhood) -> list[tuple[ModuleType, Problem]]:
    """Give what the rules on the project find in a file; `finding_at` places it, once the file is at hand."""
    return [(module, problem) for module in registry.PROJECT for problem in module.check(neighbourhood)]


def finding_at(module: ModuleType, problem: Problem, tree: Tree) -> Finding:
    """Place a problem in its file."""
    if problem.line is not None:
        position = Position(tree.file, problem.line)
    else:
        position = tree.locate(problem.path, key=problem.key)
    return Finding(
        rule=module.ID,
        severity=module.SEVERITY,
        message=problem.message,
        position=position,
        help=problem.help,
        clause=_clause(tree, problem.path),
        fingerprint=fingerprint(module.ID, tree, problem.path),
    )


def syntax_findings(faults: Iterable[ClausetrackError]) -> list[Finding]:
    """Turn what the loader refuses into findings."""
    return [_of_fault(syntax, fault, digest(syntax.ID, *path_end(fault.file or ""))) for fault in faults]


def schema_findings(faults: Iterable[ClausetrackError], tree: Tree) -> list[Finding]:
    """Turn what the schema refuses in a file into findings."""
    findings = []
    for fault in faults:
        path: Path = getattr(fault, "path", ())
        found = _of_fault(schema, fault, fingerprint(schema.ID, tree, path))
        findings.append(replace(found, clause=_clause(tree, path)))
    return findings


def finish(findings: Iterable[Finding], severities: Severities) -> list[Finding]:
    """Give findings their severities, drop what is off, put them in order and make their fingerprints differ."""
    kept = [_with_severity(finding, severities) for finding in findings]
    ordered = sorted((finding for finding in kept if finding.severity != "off"), key=_place)
    return list(_numbered(ordered))


def _clause(tree: Tree, path: Path) -> str | None:
    return item_id(tree.data, path) if path[:1] == ("clauses",) else None


def _of_fault(module: ModuleType, fault: ClausetrackError, print_: str) -> Finding:
    return Finding(
        rule=module.ID,
        severity=module.SEVERITY,
        message=fault.what,
        position=Position(fault.file or "", fault.line or 1, fault.column or 1),
        help=fault.hint,
        fingerprint=print_,
    )


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
        yield replace(finding, fingerprint=digest(finding.fingerprint, count)) if count else finding
