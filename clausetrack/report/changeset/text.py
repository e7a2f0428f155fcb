"""All comparisons of a range for people: each file with what changed in it, then a count."""

from __future__ import annotations

from collections import Counter
from typing import Final

from clausetrack.errors import InvalidFileError
from clausetrack.model.changeset import Changeset, FileChange
from clausetrack.report.diff import text as diff_text
from clausetrack.report.folding import fold
from clausetrack.report.registry import Options
from clausetrack.report.style import paint
from clausetrack.report.visible import one_line, visible

STATUSES: Final = ("added", "removed", "renamed", "changed")


def render(result: Changeset, options: Options) -> str:
    """Draw every file that changed below a line with its path."""
    parts = [_file(entry, options) for entry in result.files]
    return "\n".join([*parts, *fold(summary(result), options.width), ""])


def summary(result: Changeset) -> str:
    """Say in a line how many clause files changed, and how."""
    counts = Counter(entry.status for entry in result.files)
    listed = ", ".join(f"{counts[status]} {status}" for status in STATUSES if counts[status])
    number = len(result.files)
    files = "1 clause file" if number == 1 else f"{number or 'no'} clause files"
    return f"{files} changed in {one_line(result.range)}" + (f": {listed}" if listed else "")


def title(entry: FileChange) -> str:
    """Name a file and what happened to it."""
    renamed = f" (was {visible(entry.old)})" if entry.status == "renamed" else ""
    return f"{visible(entry.new)}: {entry.status}{renamed}"


def faults(entry: FileChange) -> list[str]:
    """Give what is wrong with a file that could not be compared, a line each."""
    if entry.fault is None:
        return []
    parts = entry.fault.faults if isinstance(entry.fault, InvalidFileError) else (entry.fault,)
    return [one_line(str(part)) for part in parts]


def _file(entry: FileChange, options: Options) -> str:
    lines = [paint(line, "place", color=options.color) for line in fold(title(entry), options.width)]
    for fault in faults(entry):
        lines += fold(f"error: {fault}", options.width, "", "    ")
    drawn = diff_text.render(entry.diff, options) if entry.diff is not None else ""
    return "\n".join([*lines, drawn])
