"""How severe a finding is: the rule's own default, overruled by the project, overruled for a path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import Final

from clausetrack.model.change import Severity
from clausetrack.model.scales import SEVERITY

RANK: Final = {name: rank for rank, name in enumerate(SEVERITY)}


@dataclass(frozen=True, slots=True)
class Severities:
    """``rules`` for the whole project; ``paths`` pairs a glob on the file's path with the rules that differ there, the last match wins."""

    rules: Mapping[str, Severity] = field(default_factory=dict)
    paths: Sequence[tuple[str, Mapping[str, Severity]]] = ()

    def of(self, rule: str, default: Severity, file: str) -> Severity:
        """Give the severity of a rule's findings in a file."""
        severity = self.rules.get(rule, default)
        for pattern, rules in self.paths:
            if rule in rules and _matches(file, pattern):
                severity = rules[rule]
        return severity


def at_least(severity: Severity, threshold: Severity) -> bool:
    """Say whether a severity reaches a threshold; nothing reaches ``off``."""
    return RANK[severity] >= RANK[threshold] > 0


def _matches(file: str, pattern: str) -> bool:
    path = PurePath(file).as_posix()
    return fnmatchcase(path, pattern) or fnmatchcase(path, f"*/{pattern}")
