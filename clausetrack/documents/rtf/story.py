"""Paragraphs and tables of an RTF file as they come: text is added to the one that is open until its end is told."""

from __future__ import annotations

from clausetrack.documents.headings import Look
from clausetrack.documents.office import Cell, Entry, one_line, paragraph, table
from clausetrack.documents.rtf.format import Format
from clausetrack.documents.rtf.styles import Styles


class Story:
    """The text of a document or a note. ``styles`` are filled while the file is read, before the text comes."""

    def __init__(self, styles: Styles) -> None:
        self.entries: list[Entry] = []
        self.is_numbered = False
        self._styles = styles
        self._rows: list[list[Cell]] = []
        self._row: list[Cell] = []
        self._cell: Cell = []
        self._start()

    def _start(self) -> None:
        self._parts: list[str] = []
        self.notes: list[str] = []
        self._after: list[Entry] = []
        self._label = ""
        self._bold = self._caps = True
        self._any = False
        self._sizes: set[int] = set()

    def add(self, text: str, format: Format) -> None:
        """Add words to the paragraph that is open."""
        if format.hidden or format.gone:
            return
        self._parts.append(text)
        if not text.isspace():
            self._any = True
            self._bold = self._bold and format.bold
            self._caps = self._caps and format.caps
            self._sizes.add(format.size)

    def set_label(self, label: str) -> None:
        """Set what is shown before the paragraph that is open."""
        self._label = label

    def take_off(self, mark: str) -> None:
        """Take a mark off the end of the words that have come."""
        if self._parts:
            self._parts[-1] = self._parts[-1].removesuffix(mark)

    def put_after(self, entries: list[Entry]) -> None:
        """Put paragraphs after the one that is open, to which a box with them is tied."""
        self._after.extend(entries)

    def end_paragraph(self, format: Format) -> None:
        """End a paragraph, unless its end is not there on the side that is read."""
        if format.gone:
            return
        entry = self._paragraph(format)
        if format.in_table:
            self._cell.extend(entry)
        else:
            self._end_table()
            self.entries.extend(entry)

    def end_cell(self, format: Format) -> None:
        """End a cell, and the paragraph in it."""
        self._cell.extend(self._paragraph(format))
        self._row.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """End a row."""
        self._rows.append(self._row)
        self._row = []

    def end(self, format: Format) -> list[Entry]:
        """End the story, and give what it holds."""
        self.end_paragraph(format._replace(in_table=False, gone=False))
        return self.entries

    def _end_table(self) -> None:
        if self._row or self._cell:
            self._rows.append([*self._row, self._cell] if self._cell else self._row)
            self._row, self._cell = [], []
        self.entries.extend(table(self._rows))
        self._rows = []

    def _paragraph(self, format: Format) -> list[Entry]:
        text = one_line(_whole("".join(self._parts)))
        style = self._styles[format.style]
        label = _whole(self._label).strip()
        has_letters = any(map(str.isalnum, label))
        entry = Entry(
            text,
            label=label if label and (text or has_letters) else None,
            level=format.level if label else None,
            heading=style.level if format.outline is None else format.outline,
            look=Look(
                self._bold and self._any,
                self._caps and self._any,
                format.centred,
                min(self._sizes, default=format.size),
            ),
            notes=tuple(self.notes),
        )
        after = self._after
        self._start()
        return after if style.contents else [*paragraph(entry), *after]


def _whole(text: str) -> str:
    """Join the halves in which RTF writes characters beyond the first 65,536."""
    if text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
