"""Rows of tables in a document that is edited in place: which row a block is, rows that come, rows that go."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, Final

from clausetrack.documents.docx.names import VAL, W, number
from clausetrack.documents.docx.places import Placed
from clausetrack.report.docx.elements import Maker
from clausetrack.report.docx.lines import cells
from clausetrack.report.docx.looks import without_number

_JOINT: Final = len(" | ")
_WIDTH: Final = 9000
"""Width of a table that is like no other, in twentieths of a point: about that of the text on a page."""

_ROW_ALONE: Final = tuple(f"{W}{name}" for name in ("ins", "del", "trPrChange", "tblHeader"))
_CELL_ALONE: Final = tuple(
    f"{W}{name}" for name in ("cellIns", "cellDel", "cellMerge", "tcPrChange", "vMerge", "hMerge")
)
"""What in the properties of a row or cell belongs to that one alone."""


class Tables:
    """The rows of a document, those that the reader gave and those that were made."""

    def __init__(self, placed: Sequence[Placed], maker: Maker) -> None:
        self._maker = maker
        self._rows: dict[Any, Any] = {}
        self._alike: dict[object, Any] = {}
        self._gone: set[Any] = set()
        self._ends: list[Any] = []
        for entry in placed:
            if entry.block.kind == "row":
                row = _around(entry.paragraphs)
                self._rows |= dict.fromkeys(entry.paragraphs, row)
                self._alike |= {entry.block.text: row, len(entry.block.cells): row, None: row}

    def of(self, paragraph: Any) -> Any | None:
        """Give the row that a paragraph is in; None where it is in none that was read as a row."""
        return None if paragraph is None else self._rows.get(paragraph)

    def is_gone(self, paragraph: Any) -> bool:
        """Say whether the row that a paragraph is in goes."""
        return self.of(paragraph) in self._gone

    def cell(self, placed: Placed, at: int) -> Any | None:
        """Give the first paragraph of a cell of a row, from 0; None where the cells are not those that were read."""
        known = _read(_cells(self.of(placed.paragraphs[0])))
        return known[at].find(f"{W}p") if len(known) == len(placed.block.cells) else None

    def go(self, row: Any) -> None:
        """Delete a row with all words in it."""
        if row in self._gone:
            return
        self._gone.add(row)
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = self._maker.element("trPr")
            row.insert(0 if row.find(f"{W}tblPrEx") is None else 1, properties)
        mark = self._maker.marked("del")
        change = properties.find(f"{W}trPrChange")
        if change is None:
            properties.append(mark)
        else:
            change.addprevious(mark)
        for paragraph in row.iter(f"{W}p"):
            self._maker.take_away(paragraph, "delete")

    def behind(self, paragraph: Any, line: str) -> Any:
        """Write a row behind the one that a paragraph is in, else behind the paragraph in a table of its own.

        Give its last paragraph.
        """
        row = self.of(paragraph)
        if row is not None:
            made = self._row(line, row)
            row.addnext(made)
        else:
            like = next((self._alike[key] for key in (line, len(cells(line)), None) if key in self._alike), None)
            made = self._row(line, like)
            self._table(made, like, paragraph)
        return list(made.iter(f"{W}p"))[-1]

    def settle(self) -> None:
        """Take out the paragraphs behind new tables where something else came to stand there."""
        for paragraph in self._ends:
            before = paragraph.getprevious()
            if before is not None and before.tag != f"{W}tbl":
                paragraph.getparent().remove(paragraph)

    def before(self, paragraph: Any, line: str) -> Any:
        """Write a row in front of the one that a paragraph is in; give its last paragraph."""
        row = self._rows[paragraph]
        made = self._row(line, row)
        row.addprevious(made)
        return list(made.iter(f"{W}p"))[-1]

    def text_behind(self, paragraph: Any, made: Any) -> None:
        """Put a new paragraph behind the row that another one is in: behind the table, or between rows as a row."""
        row = self._rows[paragraph]
        if any(True for _ in row.itersiblings(f"{W}tr")):
            row.addnext(self._whole(made, row))
        else:
            _table_of(row).addnext(made)

    def text_before(self, paragraph: Any, made: Any) -> None:
        """Put a new paragraph in front of the row that another one is in, as behind."""
        row = self._rows[paragraph]
        if any(True for _ in row.itersiblings(f"{W}tr", preceding=True)):
            row.addprevious(self._whole(made, row))
        else:
            _table_of(row).addprevious(made)

    def _row(self, line: str, like: Any | None) -> Any:
        """Make a row of a line, with the properties of another one."""
        made = self._new(like)
        slots = [] if like is None else _cells(like)
        texts = iter(parts := cells(line))
        if len(parts) != len(slots) and len(parts) == len(_read(slots)):
            known = _read(slots)
            held = [(slot, next(texts) if slot in known else "") for slot in slots]
        else:
            padded = [*slots, *[slots[-1] if slots else None] * len(parts)][: len(parts)]
            held = list(zip(padded, texts, strict=True))
        for slot, text in held:
            made.append(self._cell(slot, text, keep=slot is not None and len(held) != len(parts)))
        left = sum(map(_span, slots[len(parts) :]))
        if left and len(held) == len(parts):
            self._widen(made[-1], left)
        self._rows |= dict.fromkeys(made.iter(f"{W}p"), made)
        return made

    def _new(self, like: Any | None) -> Any:
        made = self._maker.element("tr")
        for name in () if like is None else ("tblPrEx", "trPr"):
            made.extend(deepcopy(like.findall(f"{W}{name}")))  # type: ignore[union-attr] # there is one
        properties = made.find(f"{W}trPr")
        if properties is None:
            properties = self._maker.element("trPr")
            made.append(properties)
        for child in properties.findall("*"):
            if child.tag in _ROW_ALONE:
                properties.remove(child)
        properties.append(self._maker.marked("ins"))
        return made

    def _cell(self, like: Any | None, text: str, *, keep: bool) -> Any:
        """Make a cell like another one; ``keep`` lets it go on with the cell above where the other one does."""
        made = self._maker.element("tc")
        properties = None if like is None else like.find(f"{W}tcPr")
        made.append(self._maker.element("tcPr") if properties is None else deepcopy(properties))
        for child in made[0].findall("*"):
            if child.tag in _CELL_ALONE and not (keep and child.tag == f"{W}vMerge" and _goes_on(like)):
                made[0].remove(child)
        paragraph = None if like is None else like.find(f"{W}p")
        made.append(self._maker.paragraph([("insert", without_number(text, paragraph))], "insert", paragraph))
        return made

    def _widen(self, cell: Any, columns: int) -> None:
        span = cell[0].find(f"{W}gridSpan")
        if span is None:
            span = self._maker.element("gridSpan")
            width = cell[0].find(f"{W}tcW")
            cell[0].insert(0 if width is None else cell[0].index(width) + 1, span)
            span.set(VAL, "1")
        span.set(VAL, str((number(span.get(VAL)) or 1) + columns))

    def _whole(self, paragraph: Any, like: Any) -> Any:
        """Make a row of one cell that holds a paragraph."""
        made = self._row("", like)
        cell = made.find(f"{W}tc")
        cell.replace(cell.find(f"{W}p"), paragraph)
        self._rows[paragraph] = made
        return made

    def _table(self, row: Any, like: Any | None, paragraph: Any) -> None:
        """Put a table that has a row behind a paragraph, and a paragraph behind it where nothing else parts it."""
        made = self._maker.element("tbl")
        other = None if like is None else _table_of(like)
        count = len(row.findall(f"{W}tc"))
        if other is None:
            made.append(self._properties())
        else:
            made.extend(deepcopy(other.findall(f"{W}tblPr")))
        if other is not None and len(_cells(like)) == count:
            made.extend(deepcopy(other.findall(f"{W}tblGrid")))
        else:
            grid = self._maker.element("tblGrid")
            grid.extend(self._maker.element("gridCol", {"w": str(_WIDTH // count)}) for _ in range(count))
            made.append(grid)
        made.append(row)
        paragraph.addnext(made)
        after = made.getnext()
        if after is None or after.tag in {f"{W}tbl", f"{W}sectPr"}:
            self._ends.append(self._maker.paragraph([], "insert", None))
            made.addnext(self._ends[-1])

    def _properties(self) -> Any:
        """Make the properties of a table that has thin lines."""
        made = self._maker.element("tblPr")
        borders = self._maker.element("tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            borders.append(self._maker.element(side, {"val": "single", "sz": "4", "space": "0", "color": "auto"}))
        made.extend((self._maker.element("tblW", {"w": "0", "type": "auto"}), borders))
        return made


def ranges(placed: Placed, start: int, end: int) -> list[tuple[int, int, int]]:
    """Give the cells of a row that characters ``start`` to ``end`` of its text are in: number, start and end."""
    found, at = [], 0
    whole = is_whole(placed, start, end)
    for position, text in enumerate(placed.block.cells):
        stop = at + len(text)
        if whole or (at <= end and stop >= start):
            found.append((position, at, stop) if whole else (position, max(at, start), min(stop, end)))
        at = stop + _JOINT
    return found


def is_whole(placed: Placed, start: int, end: int) -> bool:
    """Say whether characters ``start`` to ``end`` are all words of a block."""
    return placed.block.text[start:end].strip() == placed.block.text.strip()


def _around(paragraphs: Sequence[Any]) -> Any:
    """Give the innermost row that paragraphs are in together."""
    rows = list(paragraphs[0].iterancestors(f"{W}tr"))
    for paragraph in paragraphs[1:]:
        others = set(paragraph.iterancestors(f"{W}tr"))
        rows = [row for row in rows if row in others]
    return rows[0]


def _table_of(row: Any) -> Any:
    return next(row.iterancestors(f"{W}tbl"))


def _cells(row: Any) -> list[Any]:
    return [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]


def _read(slots: Sequence[Any]) -> list[Any]:
    """Give the cells that the reader gives: not those that are the lower, empty part of another."""
    return [slot for slot in slots if not _goes_on(slot) or any(text.text for text in slot.iter(f"{W}t"))]


def _goes_on(cell: Any) -> bool:
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(VAL) != "restart"


def _span(cell: Any) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else number(span.get(VAL)) or 1
