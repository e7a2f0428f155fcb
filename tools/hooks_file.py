"""The hooks that the project offers to pre-commit, made from the commands that they run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

FILES: Final = r"^clause_specs/.*\.ya?ml$"
"""What the hooks look at unless a project's configuration says otherwise: the default of the setting `specs`."""


class Hook(NamedTuple):
    """A hook: its id, what it says it does, the command line, and whether the names of changed files are passed on."""

    id: str
    name: str
    entry: str
    description: str
    passes_files: bool = True


HOOKS: Final = (
    Hook(
        "clausetrack-validate",
        "check clause files",
        "clausetrack validate",
        "Checks syntax, schema, rules and evidence.",
    ),
    Hook("clausetrack-fmt", "format clause files", "clausetrack fmt", "Writes clause files in canonical form."),
    Hook(
        "clausetrack-diff",
        "stop what weakens or narrows an agreement",
        "clausetrack diff --changed HEAD --fail-on weakened,narrowed",
        "Compares the clause files with those of the last commit; args sets another --fail-on.",
        passes_files=False,
    ),
)


def pages() -> Mapping[str, str]:
    """Give the file in which pre-commit looks for hooks."""
    head = "# Made by tools/hooks_file.py: the hooks that this project offers to pre-commit.\n"
    return {".pre-commit-hooks.yaml": head + "".join(map(_entry, HOOKS))}


def _entry(hook: Hook) -> str:
    lines = [
        f"- id: {hook.id}",
        f"  name: {hook.name}",
        f"  description: {hook.description}",
        f"  entry: {hook.entry}",
        "  language: python",
        f"  files: {FILES}",
        *([] if hook.passes_files else ["  pass_filenames: false"]),
        "  require_serial: true",
    ]
    return "\n".join(lines) + "\n"
