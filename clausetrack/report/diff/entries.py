"""What a page shows of each row of a comparison."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from clausetrack.model.alignment import Match
from clausetrack.model.change import Change, Diff, Row
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.source import Source
from clausetrack.report import rows
from clausetrack.report.diff.facets import Facets
from clausetrack.report.html.anchors import Anchors
from clausetrack.report.html.frame import Html, shown
from clausetrack.report.html.redline import redline
from clausetrack.report.html.words import CAUSES, SIGNS
from clausetrack.report.visible import one_line

_LABEL_LENGTH: Final = 90
"""Characters of a heading in lists of clauses; two lines of the table of contents."""

_SURE: Final = 0.8
"""Confidence below which more than one pairing in five is wrong, so that a reader has to know at once."""

_EXCERPT_LENGTH: Final = 160
"""Characters of what is said of a clause in the summary; two lines of it."""


UNCHANGED: Final = "unchanged"
"""The label of a row in which nothing changed; it has no sign."""


class Told(NamedTuple):
    """One change: where it can be linked to, its direction, what it says, the rule that said it."""

    anchor: str
    direction: str
    sign: str
    message: str
    rule: str
    clauses: tuple[tuple[str, str], ...] = ()


class Note(NamedTuple):
    """A fact on where something stands or was read; ``url`` leads to a source of the web."""

    term: str
    text: str
    url: str = ""


class Entry(NamedTuple):
    """A row as the page shows it.

    ``words`` is a redline where ``is_redline`` says so, else the text that stands; ``said`` is what a list says of it.
    """

    anchor: str
    label: str
    sign: str
    title: str
    heading: str
    name: str
    facts: str
    said: str
    remarks: tuple[str, ...]
    told: tuple[Told, ...]
    minor: tuple[Told, ...]
    words: Html
    is_redline: bool
    notes: tuple[Note, ...]
    facets: Mapping[str, str]
    path: tuple[str, ...]

    @property
    def is_folded(self) -> bool:
        """Whether parts of the redline can be folded."""
        return 'class="far"' in self.words


class Entries:
    """Makes the entries of one page."""

    def __init__(self, diff: Diff) -> None:
        self.anchors = Anchors()
        self.facets = Facets()
        self._sources = tuple({source.id: source for source in known.sources} for known in (diff.old, diff.new))

    def of(self, row: Row) -> Entry:
        """Give the entry of a row."""
        label = rows.label(row) if rows.is_news(row) or rows.is_noise(row) else UNCHANGED
        gone = row.match.relation == "removed"
        telling = rows.shown_changes(row, everything=False)
        minor = [change for change in row.changes if change.rule in rows.NOISE]
        is_redline = bool(row.edits)
        return Entry(
            anchor=self.anchors.of("old" if gone else "clause", row.clause.id),
            label=label,
            sign=SIGNS.get(label, ""),
            title=title(row),
            heading=heading(row),
            name=one_line(rows.name(row)),
            facts=one_line(" · ".join(_facts(row.clause))),
            said=brief(_said(row, telling), _EXCERPT_LENGTH),
            remarks=(*_doubts(row.match), *sorted({CAUSES[cause] for cause in _causes(row) if cause in CAUSES})),
            told=tuple(map(self.told, telling)),
            minor=tuple(map(self.told, minor)),
            words=redline(row.edits) if is_redline else shown("\n".join(_texts(row))),
            is_redline=is_redline,
            notes=tuple(self._notes(row)),
            facets=self.facets.of(row, "" if label == UNCHANGED else label),
            path=row.clause.path,
        )

    def told(self, change: Change) -> Told:
        """Give one change as it is told."""
        is_neutral = change.direction == "neutral"
        return Told(
            anchor=self.anchors.of("change", change.fingerprint),
            direction=change.direction,
            sign="" if is_neutral else SIGNS[change.direction],
            message=one_line(change.message),
            rule=change.rule,
        )

    def _notes(self, row: Row) -> Iterator[Note]:
        yield from _pairing(row)
        for term, places in (("In the old file", _places(row, "old")), ("In the new file", _places(row, "new"))):
            if places:
                yield Note(term, ", ".join(places))
        seen: set[tuple[object, ...]] = set()
        for clauses, sources in zip((row.match.new, row.match.old), reversed(self._sources), strict=True):
            yield from _evidence(clauses, sources, seen)
        yield from (Note("Coded with confidence", text) for text in _distinct(row, "confidence"))
        yield from (Note("Analyst’s note", text) for text in _distinct(row, "note"))


def title(row: Row) -> str:
    """Name a row for people: by its numbers, else by its heading, else by its id."""
    return one_line(rows.numbers(row)) or heading(row) or one_line(rows.name(row))


def heading(row: Row) -> str:
    """Give the heading of a row's clause on a line; empty where it has none."""
    return one_line(row.clause.heading or "")


def brief(text: str, length: int = _LABEL_LENGTH) -> str:
    """Give a line cut to a length in characters, by default to that of lists of clauses."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def sides(known: ClauseSet) -> Iterator[Note]:
    """Say what a revision is, for the head of a page."""
    revision = known.revision
    yield Note("Read from", revision.basis.replace("-", " "))
    if revision.completeness:
        yield Note("Extent", revision.completeness)
    yield Note("Clauses", f"{len(known.clauses):,}")
    if known.locator is not None:
        yield Note("File", known.locator.locate(()).file)


def _facts(clause: Clause) -> Iterator[str]:
    """Give what a clause is, who takes part in it, and what it is about."""
    who = clause.actors or clause.participants or clause.speaker
    towards = f" to {', '.join(clause.counterpart)}" if clause.counterpart else ""
    yield rows.describe(clause)
    yield from filter(None, (f"{', '.join(who)}{towards}", clause.deadline and f"by {clause.deadline}"))
    yield from filter(None, (", ".join(clause.domains),))


def _said(row: Row, telling: Sequence[Change]) -> str:
    """Give the first thing that is told of a row; of a clause that came or went, its words."""
    return one_line(telling[0].message if telling else " ".join(_texts(row)))


def _texts(row: Row) -> Iterable[str]:
    return (clause.text for clause in row.match.new or row.match.old)


def _causes(row: Row) -> set[str]:
    return {change.cause for change in rows.telling(row)}


def _doubts(match: Match) -> Iterator[str]:
    """Warn of a pairing that may well be wrong: what it says changed is then no change."""
    if match.old and match.new and match.confidence < _SURE:
        yield f"the pairing of the two texts is {match.confidence:.0%} sure"


def _pairing(row: Row) -> Iterator[Note]:
    match = row.match
    if match.matched_by not in {None, "id"}:
        yield Note("Paired by", f"{match.matched_by}, {match.confidence:.0%} sure")
    if match.note:
        yield Note("On the pairing", one_line(match.note))


def _places(row: Row, side: str) -> list[str]:
    sites = (getattr(change, side) for change in row.changes)
    places = (str(site.position) for site in sites if site is not None and site.position is not None)
    return list(dict.fromkeys(places))


def _evidence(
    clauses: Sequence[Clause], sources: Mapping[str, Source], seen: set[tuple[object, ...]]
) -> Iterator[Note]:
    for evidence in (entry for clause in clauses for entry in clause.evidence):
        key = (evidence.source, evidence.page, evidence.paragraph, evidence.sentence)
        if key in seen:
            continue
        seen.add(key)
        source = sources.get(evidence.source, Source(evidence.source))
        numbers = {"page": evidence.page, "paragraph": evidence.paragraph, "sentence": evidence.sentence}
        parts = [f"{name} {number}" for name, number in numbers.items() if number is not None]
        name = ", ".join(filter(None, (source.title or source.id, source.publisher)))
        yield Note("Evidence", one_line(", ".join([name, *parts])), _web(source.url))


def _web(url: str | None) -> str:
    """Give an address that a reader may be led to: of the web, never a script or a file."""
    try:
        scheme = urlsplit(url or "").scheme
    except ValueError:
        return ""
    return url if url and scheme in {"http", "https"} else ""


def _distinct(row: Row, field: str) -> list[str]:
    values = (getattr(clause, field) for clause in (*row.match.new, *row.match.old))
    return list(dict.fromkeys(one_line(value) for value in values if value))
