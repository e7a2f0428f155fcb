"""How severe a finding is: the rule's own default, overruled by the project, overruled for a path."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import PurePath
from typing import Final, NamedTuple

from clausetrack.model.scales import SEVERITY, Severity

RANK: Final = {name: rank for rank, name in enumerate(SEVERITY)}


class Severities(NamedTuple):
    """Severities by rule: ``rules`` for the whole project, ``paths`` for files.

    ``paths`` pairs a glob on the file's path from ``root``, the project's folder, with the rules that differ there; the
    last match wins. A glob matches a path from any folder below as well.
    """

    rules: Mapping[str, Severity] = {}
    paths: Sequence[tuple[str, Mapping[str, Severity]]] = ()
    root: str = ""

    def of(self, rule: str, default: Severity, file: str) -> Severity:
        """Give the severity of a rule's findings in a file."""
        severity = self.rules.get(rule, default)
        if self.paths and self.root:
            file = os.path.abspath(file)  # noqa: PTH100 - what `relpath` works on
        for pattern, rules in self.paths:
            if rule in rules and _matches(file, pattern, self.root):
                severity = rules[rule]
        return severity


def at_least(severity: Severity, threshold: Severity) -> bool:
    """Say whether a severity reaches a threshold; nothing reaches ``off``."""
    return RANK[severity] >= RANK[threshold] > 0


@lru_cache(maxsize=4096)
def _matches(file: str, pattern: str, root: str) -> bool:
    # A file is named as seen from the working directory, which may lie within the folder that a pattern names.
    path = os.path.relpath(file, root) if root else file
    shown = PurePath(path).as_posix()
    return fnmatchcase(shown, pattern) or fnmatchcase(shown, f"*/{pattern}")
