"""The summary on top of a page: what weakened, what strengthened, what is new, what is gone, the weightiest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from clausetrack.model.change import Breakdown, Diff, Row
from clausetrack.report import rows
from clausetrack.report.diff.entries import Entry
from clausetrack.report.html.words import THEMES, caveats, verdict

_AT_ONCE: Final = 5
"""Clauses of a theme that are seen at once: what can be taken in without reading a list."""

_COLUMNS: Final = ("weakened", "narrowed", "mixed", "removed", "strengthened", "broadened", "added", "neutral")


class Theme(NamedTuple):
    """A question with the entries that answer it; ``more`` are those behind a fold."""

    name: str
    title: str
    number: int
    first: tuple[Entry, ...]
    more: tuple[Entry, ...]


def summary(diff: Diff, entries: Mapping[int, Entry]) -> dict[str, Any]:
    """Give the parts of the summary; ``entries`` are found by the identity of their rows."""
    news = rows.ordered(row for row in diff.rows if rows.is_news(row))
    counted = rows.counted(diff)
    return {
        "verdict": verdict(diff),
        "is_unread": bool(rows.unread(diff)),
        "counted": f"{counted[:1].upper()}{counted[1:]}.",
        "caveats": caveats(diff),
        "themes": [_theme(name, title, labels, news, entries) for name, title, labels in THEMES],
        "table": _table(diff.breakdown) if diff.breakdown else None,
    }


def _theme(name: str, title: str, labels: Sequence[str], news: Sequence[Row], entries: Mapping[int, Entry]) -> Theme:
    found = tuple(entry for row in news if (entry := entries[id(row)]).label in labels)
    return Theme(name, title, len(found), found[:_AT_ONCE], found[_AT_ONCE:])


def _table(breakdown: Breakdown) -> dict[str, Any]:
    """Give the counts as a table, with the columns that have any."""
    used = [column for column in _COLUMNS if any(column in counts for _, counts in breakdown.counts)]
    lines = [(name, [counts.get(column, 0) for column in used]) for name, counts in breakdown.counts]
    return {"key": breakdown.key, "columns": used, "lines": lines}
