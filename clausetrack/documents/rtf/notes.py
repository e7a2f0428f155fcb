"""Footnotes and endnotes of an RTF file: how they are counted, and the marks that somebody gave them instead."""

from __future__ import annotations

from typing import Final, NamedTuple

from clausetrack.documents.counting import shown
from clausetrack.documents.office import Entry
from clausetrack.documents.rtf.story import Story

_FORMATS: Final = {
    "ar": "decimal",
    "alc": "lowerLetter",
    "auc": "upperLetter",
    "rlc": "lowerRoman",
    "ruc": "upperRoman",
    "chi": "chicago",
}
"""How notes are counted, by what follows "ftnn" and "aftnn"."""

_MARK: Final = 3
"""Characters of the longest mark that stands for a number: "***"."""


class Note(NamedTuple):
    """A note that was called: whether it is an endnote, its label, and its paragraphs."""

    is_endnote: bool
    label: str
    entries: list[Entry]


class Notes:
    """The notes in the order in which they were called."""

    def __init__(self) -> None:
        self.all: list[Note] = []
        self._counts = {False: 1, True: 1}
        self._formats = {False: "decimal", True: "decimal"}

    def set_format(self, word: str) -> None:
        """Set how notes are counted, by a control word such as "ftnnar" or "aftnnrlc"."""
        endnotes, _, format = word.partition("ftnn")
        self._formats[endnotes == "a"] = _FORMATS.get(format, "decimal")

    def end(self, note: Story, entries: list[Entry], caller: Story, *, is_endnote: bool) -> None:
        """Label a note that has ended, and call it in the text that it belongs to."""
        label = "" if note.is_numbered or not entries else entries[0].text.partition(" ")[0]
        if 0 < len(label) <= _MARK:
            # Somebody gave it a mark, which stands in both texts as words.
            entries[0].text = entries[0].text.removeprefix(label).strip()
            caller.take_off(label)
        else:
            label = shown(self._counts[is_endnote], self._formats[is_endnote])
            self._counts[is_endnote] += 1
        caller.notes.append(label)
        self.all.append(Note(is_endnote, label, entries))
