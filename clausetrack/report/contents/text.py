"""What a corpus holds, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.errors import ClausetrackError
from clausetrack.model.corpus import Contents
from clausetrack.report.counting import counted
from clausetrack.report.folding import fold
from clausetrack.report.holdings import bars
from clausetrack.report.registry import Options
from clausetrack.report.style import paint
from clausetrack.report.visible import one_line


def render(result: Contents, options: Options) -> str:
    """Draw the counts, then what could not be read."""
    total = (
        f"{counted(result.documents, 'document')} of {counted(result.agreements, 'agreement')}, "
        f"{counted(result.clauses, 'clause')} in {counted(result.wordings, 'wording')}"
    )
    lines = fold(total, options.width)
    for name, counts in (("kind", result.kinds), ("language", result.languages)):
        lines += _counts(name, counts, options)
    if result.pending:
        lines += fold(f"{counted(result.pending, 'document')} more by a build that did not finish", options.width)
    for error in result.unreadable:
        lines += unreadable(error, options)
    return "\n".join(lines) + "\n"


def unreadable(error: ClausetrackError, options: Options) -> Iterator[str]:
    """Draw why a document could not be read."""
    lead = "unreadable: "
    where = f"{one_line(error.where)}: " if error.where else ""
    first, *more = fold(where + one_line(error.what), options.width, lead, "    ")
    yield first.replace(lead, paint(lead[:-1], "error", color=options.color) + " ", 1)
    yield from more


def _counts(name: str, counts: dict[str, int], options: Options) -> Iterator[str]:
    if counts:
        said = ", ".join(f"{one_line(key)} {number:,}" for key, number in bars(counts))
        yield from fold(said, options.width, f"{name}: ", "    ")
