"""What a build of a corpus did, for the terminal; what could not be read is told as the errors that it met."""

from __future__ import annotations

from clausetrack.model.corpus import Built
from clausetrack.report.counting import counted
from clausetrack.report.folding import fold
from clausetrack.report.registry import Options


def render(result: Built, options: Options) -> str:
    """Draw the counts on one line, those that are nothing left out."""
    counts = {
        "added": result.added,
        "changed": result.changed,
        "unchanged": result.kept,
        "gone": result.gone,
        "unreadable": len(result.unreadable),
        "kept though unreadable now": result.stale,
        "of other formats passed over": result.passed_over,
    }
    said = ", ".join(f"{number:,} {name}" for name, number in counts.items() if number) or "nothing"
    return "\n".join(fold(f"documents: {said}; {counted(result.clauses, 'clause')} read", options.width)) + "\n"
