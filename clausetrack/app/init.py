"""The start of a project: settings, an example set, and snippets for CI and pre-commit."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from clausetrack.errors import InputError
from clausetrack.files import write_atomically

_TEMPLATES: Final = Path(__file__).parent / "templates"

FILES: Final = {
    "clausetrack.yaml": "clausetrack.yaml",
    "clause_specs/no-is-port-calls/2026-01-15.yaml": "2026-01-15.yaml",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".github/workflows/clauses.yml": "github-workflow.yml",
}
"""What a project starts with: each file and its template."""


class Started(NamedTuple):
    """Files that were written, and files that stood there already and were left as they are."""

    written: tuple[str, ...]
    left: tuple[str, ...]


def start_project(directory: str) -> Started:
    """Write the first files of a project; nothing that is there is touched. InputError where one cannot be written."""
    root = Path(directory)
    if root.exists() and not root.is_dir():
        raise InputError("this is a file, not a directory", file=directory, hint="name a directory")
    written, left = [], []
    for name, template in FILES.items():
        target = root / name
        if target.exists():
            left.append(str(target))
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise InputError(f"cannot make the folder: {fault.strerror}", file=str(target.parent)) from None
        write_atomically(str(target), (_TEMPLATES / template).read_bytes())
        written.append(str(target))
    return Started(tuple(written), tuple(left))
