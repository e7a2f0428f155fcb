"""Footnotes and endnotes of a Word document: their numbers in the order they are called, and what they say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from clausetrack.documents.counting import shown
from clausetrack.documents.docx.body import Story
from clausetrack.documents.docx.names import W, number, value_of
from clausetrack.documents.office import Entry, footnotes

_KINDS: Final = {
    # A call, the part that it points into, the note there, the settings of the kind, and how it counts by itself.
    "footnoteReference": ("footnotes", f"{W}footnote", f"{W}footnotePr", "decimal"),
    "endnoteReference": ("endnotes", f"{W}endnote", f"{W}endnotePr", "lowerRoman"),
}


class Notes:
    """The notes that a text calls. Numbers run through all of it, also where Word begins anew on every page."""

    def __init__(self, parts: dict[str, Any | None], settings: Any | None) -> None:
        self._notes: dict[tuple[str, str], Any] = {}
        self._counts: dict[str, int] = {}
        self._formats: dict[str, str] = {}
        self._called: dict[tuple[str, str], str] = {}
        for kind, (part, tag, properties, format) in _KINDS.items():
            root = parts.get(part)
            for note in () if root is None else root.iterchildren(tag):
                self._notes[kind, note.get(f"{W}id") or ""] = note
            own = None if settings is None else settings.find(properties)
            start = None if own is None else number(value_of(own, "numStart"))
            self._counts[kind] = 1 if start is None else start
            self._formats[kind] = (None if own is None else value_of(own, "numFmt")) or format

    def call(self, kind: str, id: str, mark: str | None) -> str | None:
        """Give the label of a note that is called: its own ``mark``, or the next number. None where it is not there."""
        key = (kind, id)
        if key not in self._notes:
            return None
        if key not in self._called:
            self._called[key] = mark or shown(self._counts[kind], self._formats[kind])
            self._counts[kind] += not mark
        return self._called[key]

    def read(self, story: Callable[[], Story]) -> list[Entry]:
        """Give the notes that were called, footnotes first, each kind in the order of its calls, as its own story."""
        found: list[Entry] = []
        for wanted in _KINDS:
            kept = story()
            for (kind, id), label in self._called.items():
                if kind == wanted:
                    found += footnotes(label, _unmarked(label, kept.read(self._notes[kind, id])))
        return found


def _unmarked(label: str, entries: list[Entry]) -> list[Entry]:
    """Take a note's own mark, which stands in its text as words, off them."""
    if entries and not label.isalnum():
        entries[0].text = entries[0].text.removeprefix(label).lstrip()
    return entries
