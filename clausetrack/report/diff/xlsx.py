"""A comparison as a workbook: a sheet that sums up, and one with a row for every change, to be filtered."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from clausetrack.model.change import Diff, WordEdit
from clausetrack.report import rows
from clausetrack.report.diff.sheet import COLUMNS, Cell, Line, lines
from clausetrack.report.redline import stretches
from clausetrack.report.registry import Options
from clausetrack.report.visible import visible
from clausetrack.report.workbook import CELL, FONT, HEAD, LINE, TALLEST, TITLE, workbook, write

_WIDTHS: Final = {
    "change": 44,
    "clause": 28,
    "heading": 28,
    "redline": 72,
    "old value": 26,
    "new value": 26,
    "what happened": 15,
    "rule": 22,
    "old place": 22,
    "new place": 22,
    "fingerprint": 18,
}
_USUAL: Final = 13
"""Columns in characters: what is read at length is wide, the rest as wide as its heading."""

_FILLS: Final = {
    **dict.fromkeys(("weakened", "narrowed", "removed"), ("#FBE3E1", "#8C1D18")),
    **dict.fromkeys(("strengthened", "broadened", "added"), ("#DFF1E4", "#14532D")),
    "mixed": ("#EDE5F7", "#4A2580"),
}
"""Ground and ink of the first cell; the word in it says the same. Each pair has a contrast above 7 (WCAG AAA)."""

_REDLINE: Final = "redline"
_LONGEST_REDLINE: Final = 1_500
"""Characters of a redline that are shown: about twenty lines of its column, a third of a screen."""

_LONGEST_VALUE: Final = 160
"""Characters of an old or new value that are shown: the redline beside it shows the words at length."""

_AFTER: Final = COLUMNS.index("new value") + 1


def render(result: Diff, options: Options) -> bytes:
    """Draw a comparison as XLSX. MissingExtraError where XlsxWriter is not installed."""
    book, stream = workbook(result.new.agreement.title)
    styles = _Styles(book)
    _summary(book.add_worksheet("Summary"), result, styles)
    _changes(book.add_worksheet("Changes"), list(lines(result, options)), styles)
    book.close()
    return stream.getvalue()


class _Styles:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self.cell = book.add_format(CELL)
        self.clipped = book.add_format(CELL | {"text_wrap": False, "align": "fill"})
        self.count = book.add_format(CELL | {"align": "left"})
        self.title = book.add_format(TITLE)
        self.head = book.add_format(HEAD)
        self.standing = book.add_format(FONT)
        self.deleted = book.add_format(FONT | {"font_color": "#8C1D18", "font_strikeout": True})
        self.inserted = book.add_format(FONT | {"font_color": "#14532D", "underline": True})
        self.labels = {
            label: book.add_format(CELL | {"bold": True, "bg_color": ground, "font_color": ink})
            for label, (ground, ink) in _FILLS.items()
        }


def _summary(sheet: Any, result: Diff, styles: _Styles) -> None:
    old, new = result.old, result.new
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 2, 48)
    sheet.write_string(0, 0, visible(new.agreement.title), styles.title)
    facts = [
        ("", "old", "new"),
        ("agreement", old.agreement.title, new.agreement.title),
        ("revision", old.revision.id, new.revision.id),
        ("read from", old.revision.basis, new.revision.basis),
        ("completeness", old.revision.completeness or "", new.revision.completeness or ""),
        ("clauses", str(len(old.clauses)), str(len(new.clauses))),
    ]
    for number, fact in enumerate(facts, 2):
        for column, text in enumerate(fact):
            sheet.write_string(number, column, visible(text), styles.head if number == 2 else styles.cell)  # noqa: PLR2004 - the line of headings
    start = len(facts) + 3
    sheet.write_string(start, 0, "what happened", styles.head)
    sheet.write_string(start, 1, "clauses", styles.head)
    counts = Counter(rows.label(row) for row in result.rows if rows.is_news(row))
    for number, label in enumerate((label for label in rows.SIGNS if counts[label]), start + 1):
        sheet.write_string(number, 0, f"{rows.SIGNS[label]} {label}", styles.labels.get(label, styles.cell))
        sheet.write_number(number, 1, counts[label], styles.count)


def _changes(sheet: Any, found: list[Line], styles: _Styles) -> None:
    heads = [*COLUMNS[:_AFTER], _REDLINE, *COLUMNS[_AFTER:]]
    for column, name in enumerate(heads):
        sheet.set_column(column, column, _WIDTHS.get(name, _USUAL))
        sheet.write_string(0, column, name, styles.head)
    for number, whole in enumerate(found, 1):
        line = whole._replace(cells=tuple(_cut(name, cell) for name, cell in zip(COLUMNS, whole.cells, strict=True)))
        for column, cell in enumerate((*line.cells[:_AFTER], None, *line.cells[_AFTER:])):
            write(sheet, number, column, cell, styles.cell if column <= _AFTER else styles.clipped)
        label = str(line.cells[0])
        sheet.write_string(number, 0, f"{rows.SIGNS.get(label, '!')} {label}", styles.labels.get(label, styles.cell))
        shown = _redline(sheet, number, rows.redlined(line.row), styles) if line.row is not None else 0
        sheet.set_row(number, _height(line, shown))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(found), 1), len(heads) - 1)
    sheet.set_landscape()
    sheet.set_paper(8)  # A3, of which one page is wide enough for what is printed
    sheet.print_area(0, 0, max(len(found), 1), _AFTER)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _cut(name: str, cell: Cell) -> Cell:
    is_long = name in {"old value", "new value"} and isinstance(cell, str) and len(cell) > _LONGEST_VALUE
    return f"{str(cell)[:_LONGEST_VALUE]}…" if is_long else cell


def _height(line: Line, redline: int) -> float:
    """Give the points that a row needs: no program makes rows fit that hold rich text."""
    lengths = {name: len(str(cell or "")) for name, cell in zip(COLUMNS[:_AFTER], line.cells[:_AFTER], strict=True)}
    lengths[_REDLINE] = redline
    # A character of ten-point type is a little wider than the unit of a column's width.
    most = max(-(-length * 11 // (10 * _WIDTHS.get(name, _USUAL))) for name, length in lengths.items())
    return min(max(most, 1) * LINE + 3, TALLEST)


def _redline(sheet: Any, line: int, edits: tuple[WordEdit, ...], styles: _Styles) -> int:
    """Write what went and what came with the words around; give the number of characters."""
    marks = {"delete": styles.deleted, "insert": styles.inserted}
    parts: list[Any] = []
    length = 0
    for kind, text in stretches(edits):
        if text and length < _LONGEST_REDLINE:
            text = text if length + len(text) <= _LONGEST_REDLINE else text[: _LONGEST_REDLINE - length] + " …"  # noqa: PLW2901 - cut where the cell is full
            parts += [marks.get(kind or "", styles.standing), text]
            length += len(text)
    if len(parts) > 2:  # noqa: PLR2004 - a style and its words alone are no rich text for Excel
        sheet.write_rich_string(line, _AFTER, *parts, styles.cell)
    elif parts:
        sheet.write_string(line, _AFTER, parts[1], styles.cell)
    return length
