"""A comparison as one page of HTML: for a minister's office, a mail, a printer. Nothing is fetched, nothing is sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from clausetrack.model.change import Change, Diff
from clausetrack.report import rows
from clausetrack.report.diff.entries import Entries, Entry, Told, brief, sides
from clausetrack.report.diff.outline import parts
from clausetrack.report.diff.summary import summary
from clausetrack.report.html.frame import page
from clausetrack.report.html.words import LEGEND, SIGNS, language
from clausetrack.report.registry import Options
from clausetrack.report.visible import one_line

_LONG: Final = 50
"""Clauses from which on those out of sight are not laid out; with fewer, a picture of the whole page stays possible."""


def render(result: Diff, options: Options) -> str:
    """Draw a comparison. Clauses without a change are counted, and shown only where everything is asked for.

    MissingExtraError where the template engine is not installed.
    """
    made = Entries(result)
    entries = {id(row): made.of(row) for row in result.rows}
    news = frozenset(entries[id(row)].anchor for row in result.rows if rows.is_news(row))
    outline = parts((entries[id(row)] for row in result.rows), news, everything=options.all)
    places = {clause.id: entries[id(row)] for row in result.rows for clause in row.match.new}
    labels = {entry.label for entry in entries.values()}
    labels |= {change.direction for row in result.rows for change in row.changes}
    languages = {language(known.revision.language) for known in (result.old, result.new)}
    context = {
        "titles": list(dict.fromkeys(one_line(known.agreement.title) for known in (result.old, result.new))),
        "revisions": (one_line(result.old.revision.id), one_line(result.new.revision.id)),
        "sides": tuple(map(list, map(sides, (result.old, result.new)))),
        "language": languages.pop() if len(languages) == 1 else "",
        "summary": summary(result, entries),
        "overall": [_overall(change, made, places) for change in result.changes],
        "outline": outline,
        "has_parts": any(part.title for part in outline),
        "news": news,
        "facets": made.facets.all(),
        "rules": dict(_rules(result, options)),
        "legend": [(SIGNS[label], label, meaning) for label, meaning in LEGEND.items() if label in labels],
        "sign_of": SIGNS,
        "is_long": len(entries) > _LONG,
        "brief": brief,
        "everything": options.all,
        "version": options.version,
    }
    return page("diff.html.jinja", ("diff",), context)


def _overall(change: Change, made: Entries, places: Mapping[str, Entry]) -> Told:
    """Give a change of the agreement as a whole, with links to the clauses that it is found in."""
    found = (places[clause] for clause in change.clauses if clause in places)
    return made.told(change)._replace(clauses=tuple((entry.title, entry.anchor) for entry in found))


def _rules(diff: Diff, options: Options) -> Iterator[tuple[str, str]]:
    """Give the rules that spoke, by name, with what each says of itself where that is known."""
    changes = (*diff.changes, *(change for row in diff.rows for change in row.changes))
    for name in sorted({change.rule for change in changes}):
        info: Any = options.rules.get(name)
        if info is not None:
            yield name, info.summary
