"""The columns of each language, where a document has several: on facing pages, or beside each other on every page.

Each is a stream of its own, so that no paragraph goes on from one language into the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from clausetrack.documents.pdf.footnotes import Note
from clausetrack.documents.pdf.page import Column, Line
from clausetrack.documents.tongues import Stretch, tongues


class Tongues:
    """Which language each column is in. ``count`` is how many there are, 0 for one.

    ``beside`` are the pages on which several stand beside each other.
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = columns
        self._numbers = tongues([_stretch(column) for column in columns])
        self.count = max(self._numbers, default=0)
        self._on: dict[int, list[tuple[Column, int]]] = defaultdict(list)
        self._lines: dict[int, int] = {}
        for column, number in zip(columns, self._numbers, strict=True) if self.count else ():
            self._on[column.page].append((column, number))
            self._lines |= dict.fromkeys(map(id, column.lines), number)
        self.beside = frozenset(page for page, found in self._on.items() if len({number for _, number in found}) > 1)

    def of(self, line: Line) -> int:
        """Give the language that a line of a column is in; 0 where there is one, or for what all share."""
        return self._lines.get(id(line), 0)

    def parted(self, notes: Sequence[Note]) -> Iterator[tuple[Sequence[Column], Sequence[Note]]]:
        """Give the columns and footnotes of each language; what all share goes with the first."""
        if not self.count:
            yield self._columns, notes
            return
        below = [max(1, self._at(note.lines[0])) if note.lines else 1 for note in notes]
        above = [max(1, number) for number in self._numbers]
        for tongue in range(1, self.count + 1):
            yield (
                [column for column, number in zip(self._columns, above, strict=True) if number == tongue],
                [note for note, number in zip(notes, below, strict=True) if number == tongue],
            )

    def _at(self, line: Line) -> int:
        """Give the language of the column that a note stands under; of the page's first where it is under several."""
        over = self._on.get(line.page, ())
        inside = (number for column, number in over if column.left - line.size <= line.left < column.right)
        return next(inside, over[0][1] if over else 0)


def _stretch(column: Column) -> Stretch:
    return Stretch([line.text for line in column.lines], column.page, (column.left + column.right) / 2)
