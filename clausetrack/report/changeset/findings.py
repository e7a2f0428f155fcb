"""All comparisons of a range as findings, for the formats of code hosts and build servers."""

from __future__ import annotations

from clausetrack.model.changeset import Changeset
from clausetrack.model.finding import Finding, Validation
from clausetrack.report.diff.findings import findings as findings_of
from clausetrack.report.registry import Options


def findings(result: Changeset, options: Options) -> Validation:
    """Give the changes of all files as findings; files that could not be read are told as such."""
    found: list[Finding] = []
    clauses = 0
    for entry in result.files:
        if entry.diff is not None:
            told = findings_of(entry.diff, options)
            found += told.findings
            clauses += told.clauses
    return Validation(
        findings=tuple(found),
        about="diff",
        files=tuple(entry.new for entry in result.files if entry.diff is not None),
        clauses=clauses,
        unreadable=tuple(entry.fault for entry in result.files if entry.fault is not None),
    )
