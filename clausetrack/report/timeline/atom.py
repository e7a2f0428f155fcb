"""A timeline as a feed (Atom, RFC 4287): an entry for each revision and for each event, the newest first.

Identities are tag URIs (RFC 4151) made of the agreement and of the revision's or the event's own name, and dates are
those of the data, so that a reader sees an entry once, however often the feed is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Final, NamedTuple
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape, quoteattr

from clausetrack.model.change import Row
from clausetrack.model.clauseset import Event
from clausetrack.model.timeline import Stage, Timeline
from clausetrack.report import rows
from clausetrack.report.registry import Options
from clausetrack.report.timeline import labels, notes, words
from clausetrack.report.visible import one_line

_YEAR: Final = "2026"
"""The date of the tag URIs: the year in which their form was settled. It never changes, or all entries were new."""

_NOBODY: Final = "clausetrack.invalid"
"""The authority of the tag URIs where no address is known; the ending can belong to nobody (RFC 2606)."""

_EPOCH: Final = "1970-01-01"
"""The date of what has none, nor has anything before it: a feed must have one."""

_MOST: Final = 100
"""Rows of a revision that an entry lists; the page has them all."""

_SAFE: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"
_DIGITS: Final = 8
_DAY: Final = len("2025-06-18")


class _Entry(NamedTuple):
    id: str
    title: str
    day: str
    content: str
    categories: tuple[str, ...]


def render(result: Timeline, options: Options) -> str:
    """Draw a timeline as a feed; ``options.url`` is where it is going to be, or the page that it leads to."""
    entries = list(reversed([*_entries(result, options.url)]))
    updated = max((entry.day for entry in entries), default=_EPOCH)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<id>{escape(_tag(result, options.url))}</id>",
        f"<title>{_xml(result.title)}</title>",
        f"<subtitle>{_xml(words.span(result))}</subtitle>",
        f"<updated>{updated}T00:00:00Z</updated>",
        "<author><name>clausetrack</name></author>",
        "<generator>clausetrack</generator>",
        *([f'<link rel="alternate" href={_attribute(options.url)}/>'] if options.url else []),
        *(line for entry in entries for line in _drawn(entry, options.url)),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _drawn(entry: _Entry, url: str) -> Iterator[str]:
    yield "<entry>"
    yield f"<id>{escape(entry.id)}</id>"
    yield f"<title>{_xml(entry.title)}</title>"
    yield f"<updated>{entry.day}T00:00:00Z</updated>"
    if url:
        yield f'<link rel="alternate" href={_attribute(url)}/>'
    yield from (f"<category term={_attribute(label)}/>" for label in entry.categories)
    yield f'<content type="html">{escape(entry.content)}</content>'
    yield "</entry>"


def _entries(timeline: Timeline, url: str) -> Iterator[_Entry]:
    """Yield the entries in order: what happened until a revision, then the revision."""
    day = _EPOCH
    for stage in timeline.stages:
        for event in stage.events:
            about = "/".join((event.date, event.type, event.place or "", *event.clauses))
            yield _Entry(
                _tag(timeline, url, "event", about), _title(event), _first(event.date), _about(event), ("event",)
            )
        # What has no date is of the last that has one.
        day = _first(stage.date) if stage.date else day
        yield _revision(timeline, stage, day, url)
        if stage.deleted is not None:
            day = _first(stage.deleted.date)
            about = _tag(timeline, url, "revision", stage.deleted.id)
            yield _Entry(about, words.deletion(stage), day, f"<p>{_xml(words.deletion(stage))}</p>", ("deleted",))


def _revision(timeline: Timeline, stage: Stage, day: str, url: str) -> _Entry:
    diff = stage.diff
    told = f": {labels.counted(diff)}" if diff is not None else f": {words.clauses(stage)}"
    name = stage.commit.id if stage.commit is not None else stage.name
    subject = f" “{stage.commit.subject}”" if stage.commit is not None else ""
    found = labels.totals(diff) if diff is not None else {}
    return _Entry(
        _tag(timeline, url, "revision", name),
        f"{stage.name}{subject}{told}",
        day,
        "".join(_content(timeline, stage)),
        tuple(label for label in labels.SIGNS if found.get(label)),
    )


def _content(timeline: Timeline, stage: Stage) -> Iterator[str]:
    """Give the content of a revision's entry as HTML; every text in it is escaped."""
    yield f"<p>{_xml(timeline.title)}, {_xml(stage.name)}, {_xml(words.clauses(stage))}.</p>"
    yield from (f"<p><strong>{_xml(note)}</strong></p>" for note in notes.warnings(timeline))
    if stage.diff is None:
        return
    news = labels.news(stage.diff)
    yield from _list(_xml(change.message) for change in stage.diff.changes)
    yield from _list(_row(row, stage) for row in news[:_MOST])
    if len(news) > _MOST:
        yield f"<p>and {len(news) - _MOST} more</p>"
    for note in rows.caveats(stage.diff):
        yield f"<p><em>{_xml(note)}</em></p>"


def _row(row: Row, stage: Stage) -> str:
    label = labels.label(row)
    name = ", ".join(filter(None, (words.row_name(row, is_coded=stage.is_coded), rows.numbers(row))))
    told = words.said(row)
    lead = f"{labels.SIGNS[label]} {labels.word(label)}"
    return f"{lead}: <strong>{_xml(name)}</strong>{words.why(row)}" + (f": {_xml(told)}" if told else "")


def _list(items: Iterable[str]) -> list[str]:
    found = [f"<li>{item}</li>" for item in items]
    return ["<ul>", *found, "</ul>"] if found else []


def _title(event: Event) -> str:
    named = f": {', '.join(event.clauses)}" if event.clauses else ""
    return f"{event.date} {event.type.replace('-', ' ')}{named}"


def _about(event: Event) -> str:
    parts = [event.place or "", event.note or ""]
    return "".join(f"<p>{_xml(part)}</p>" for part in (_title(event), *parts) if part)


def _tag(timeline: Timeline, url: str, *names: str) -> str:
    """Give a tag URI; a name that had to be altered keeps a digest of what it was."""
    authority = urlsplit(url).hostname or _NOBODY
    return f"tag:{quote(authority, safe='-.')},{_YEAR}:" + "/".join((_name(timeline), *map(_safe, names)))


def _name(timeline: Timeline) -> str:
    """Name the agreement: by its id, and that of documents, drafted from a title that others may have too, by more.

    That is the beginning of the digest of the first document: it stays the same whatever is added behind.
    """
    first = timeline.stages[0]
    if first.is_coded:
        return _safe(timeline.agreement)
    known = next((source.sha256 for source in first.clause_set.sources if source.sha256), None)
    text = "\n".join(clause.text for clause in first.clause_set.clauses)
    return f"{_safe(first.clause_set.agreement.id)}-{(known or _digest(text))[:_DIGITS]}"


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _safe(name: str) -> str:
    kept = "".join(char if char in _SAFE else "-" for char in name)[:80]
    if kept == name:
        return kept
    return f"{kept}-{_digest(name)[:_DIGITS]}"


def _first(day: str) -> str:
    """Give the first day that a date of reduced precision may mean."""
    return f"{day}-01-01"[:_DAY]


def _xml(text: str) -> str:
    return escape(one_line(text))


def _attribute(text: str) -> str:
    return quoteattr(one_line(text))
