"""Lines to paragraphs, also over the ends of columns and pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from clausetrack.documents.pdf.breaks import Joint, begins
from clausetrack.documents.pdf.margins import Margins, margins
from clausetrack.documents.pdf.marks import Labels
from clausetrack.documents.pdf.page import Column, Line
from clausetrack.documents.pdf.setting import Setting
from clausetrack.documents.pdf.tables import Row


class Paragraph(NamedTuple):
    """Lines that belong together. ``centred`` says that each stands in the middle of its column."""

    lines: list[Line]
    margins: Margins
    centred: bool


def paragraphs(
    pieces: Sequence[Column | Row], labels: Labels, tongue: Callable[[Line], int] = lambda _: 0
) -> list[Paragraph | Row]:
    """Give the paragraphs of a document whose columns are in reading order, and the rows of tables between them.

    ``tongue`` is the language of a line; no paragraph is in two.
    """
    columns = [piece for piece in pieces if isinstance(piece, Column)]
    edges = margins(columns)
    made = _Made(Setting(columns, edges, labels))
    following = iter(edges)
    before = 0
    for piece in pieces:
        number = tongue(piece.lines[0])
        if number != before:
            made.close()
        before = number
        if isinstance(piece, Row):
            made.close()
            made.found.append(piece)
        else:
            made.take(piece, next(following))
    made.close()
    return made.found


class _Made:
    """The paragraphs so far, and the lines of the one that is open."""

    def __init__(self, setting: Setting) -> None:
        self.found: list[Paragraph | Row] = []
        self._setting = setting
        self._lines: list[Line] = []
        self._margins = Margins(0, 0, 0)

    def take(self, column: Column, edges: Margins) -> None:
        """Add the lines of a column."""
        for index, line in enumerate(column.lines):
            after = column.lines[index + 1] if index + 1 < len(column.lines) else None
            over = not index
            if self._lines and begins(Joint(self._setting, self._lines, line, after, self._margins, edges, over)):
                self.close()
            self._lines.append(line)
            self._margins = edges

    def close(self) -> None:
        """End the paragraph that is open."""
        if self._lines:
            first = self._lines[0].page
            centred = all(self._margins.centres(line) for line in self._lines if line.page == first)
            self.found.append(Paragraph(self._lines, self._margins, centred))
            self._lines = []
