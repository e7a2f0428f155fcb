"""The revisions of a timeline and their changes as a page shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from clausetrack.model.change import Row
from clausetrack.model.clauseset import Event
from clausetrack.model.timeline import Stage, Timeline
from clausetrack.report import rows
from clausetrack.report.html.anchors import Anchors
from clausetrack.report.html.frame import Html, shown
from clausetrack.report.html.redline import redline
from clausetrack.report.html.words import SIGNS
from clausetrack.report.timeline import labels, words
from clausetrack.report.visible import one_line

_TITLES: Final[dict[labels.Cause, str]] = {
    "text": "The agreement changed",
    "event": "Something happened",
    "coding": "The coding changed",
    "unknown": "Not seen, or seen again",
}


class Told(NamedTuple):
    """One change: what, and by which rule."""

    message: str
    rule: str


class Entry(NamedTuple):
    """A clause that a revision changed, as it is shown; ``threads`` are the clauses' own, by index, with spaces."""

    anchor: str
    label: str
    word: str
    sign: str
    name: str
    numbers: str
    said: str
    told: tuple[Told, ...]
    words: Html
    threads: str
    is_open: bool


class Group(NamedTuple):
    """What goes back to one cause."""

    title: str
    events: tuple[str, ...]
    entries: tuple[Entry, ...]


class Shown(NamedTuple):
    """A revision as it is shown."""

    anchor: str
    name: str
    facts: str
    counted: str
    overall: tuple[str, ...]
    groups: tuple[Group, ...]
    deletion: str


class Entries:
    """Makes entries of the rows of a timeline, with addresses that stay the same from run to run."""

    def __init__(self, timeline: Timeline, *, everything: bool) -> None:
        self.timeline = timeline
        self.everything = everything
        self._anchors = Anchors()
        self._of_row: dict[int, str] = {}
        self._threads = self._found(timeline)

    @staticmethod
    def _found(timeline: Timeline) -> Mapping[int, list[int]]:
        """Give the threads that pass through each row, by the identity of the row."""
        found: dict[int, list[int]] = {}
        for at, thread in enumerate(timeline.threads):
            for node in thread.nodes:
                if node.row is not None:
                    found.setdefault(id(node.row), []).append(at)
        return found

    def anchor(self, _stage: int, row: Row) -> str:
        """Give the address of a row; empty where it is not shown."""
        found = self._of_row.get(id(row), "")
        return f"#{found}" if found else ""

    def stages(self) -> list[Shown]:
        """Give all revisions in order."""
        return [self._stage(at) for at in range(len(self.timeline.stages))]

    def _stage(self, at: int) -> Shown:
        stage = self.timeline.stages[at]
        diff = stage.diff
        anchor = self._anchors.of("revision", stage.name)
        found = labels.news(diff) if diff is not None else []
        if diff is not None and self.everything:
            found = rows.ordered(row for row in diff.rows if row.changes or labels.is_news(row))
        entries = {id(row): self._entry(row, stage, anchor) for row in found}
        groups = []
        for cause, title in _TITLES.items():
            events = tuple(map(_event, stage.events)) if cause == "event" else ()
            members = tuple(entries[id(row)] for row in found if labels.cause(row) == cause)
            if events or members:
                groups.append(Group(title, events, members))
        overall = tuple(one_line(change.message) for change in diff.changes) if diff is not None else ()
        return Shown(
            anchor,
            one_line(stage.name),
            one_line(", ".join([*words.facts(self.timeline, at), *([words.clauses(stage)] if stage.commit else [])])),
            _sentence(labels.counted(diff)) if diff else "",
            overall,
            tuple(groups),
            one_line(words.deletion(stage)),
        )

    def _entry(self, row: Row, stage: Stage, within: str) -> Entry:
        label = labels.label(row)
        anchor = self._anchors.of(within, row.clause.id)
        self._of_row[id(row)] = anchor
        text = redline(row.edits) if row.edits else _standing(row)
        return Entry(
            anchor,
            label,
            labels.word(label),
            SIGNS.get(label) or labels.SIGNS[label],
            one_line(words.row_name(row, is_coded=stage.is_coded)),
            one_line(rows.numbers(row)),
            one_line(words.said(row, everything=self.everything)),
            tuple(Told(one_line(told), rule) for told, rule in words.messages(row, everything=self.everything)),
            text,
            " ".join(map(str, self._threads.get(id(row), ()))),
            self.everything,
        )


def _standing(row: Row) -> Html:
    return shown("\n".join(clause.text for clause in row.match.new or row.match.old))


def _event(event: Event) -> str:
    named = f" ({', '.join(event.clauses)})" if event.clauses else ""
    place = f", {event.place}" if event.place else ""
    return one_line(
        f"{event.date}: {event.type.replace('-', ' ')}{named}{place}" + (f". {event.note}" if event.note else "")
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
