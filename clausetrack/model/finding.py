"""What a check found wrong with a file."""

from __future__ import annotations

from typing import NamedTuple

from clausetrack.errors import ClausetrackError
from clausetrack.model.notebook import table
from clausetrack.model.position import Position
from clausetrack.model.record import Record, record
from clausetrack.model.scales import Severity


@record(kw_only=True)
class Finding(Record):
    """One fault of one file. ``help`` says what to do; ``fingerprint`` survives moved lines and reworded messages."""

    rule: str
    severity: Severity
    message: str
    position: Position
    help: str = ""
    clause: str | None = None
    fingerprint: str = ""


class RuleInfo(NamedTuple):
    """What a report says of a rule: its id, a line on it, its page as Markdown, and its severity by default."""

    id: str
    summary: str
    page: str
    severity: Severity


@record(kw_only=True)
class Validation(Record):
    """The result of a check: all findings in the order of files and lines.

    ``files`` are those that were looked at, ``clauses`` the number of clauses in them. ``unreadable`` holds the errors
    of inputs that could not be read at all; ``passed_over`` names YAML files that a directory holds and that are no
    clause sets. ``about`` names the sort of check: a code host keeps the findings of each sort apart.
    """

    findings: tuple[Finding, ...] = ()
    files: tuple[str, ...] = ()
    clauses: int = 0
    unreadable: tuple[ClausetrackError, ...] = ()
    passed_over: tuple[str, ...] = ()
    about: str = "validate"

    def _repr_html_(self) -> str:
        """Draw the findings as a table in a notebook."""
        rows = [(str(found.position), found.severity, found.rule, found.message) for found in self.findings]
        return table(("where", "severity", "rule", "what"), rows, f"files: {len(self.files)}, findings: {len(rows)}")

    def count(self, severity: Severity) -> int:
        """Count the findings of a severity."""
        return sum(finding.severity == severity for finding in self.findings)
