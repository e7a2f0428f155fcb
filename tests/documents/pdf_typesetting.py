"""Sets invented texts as PDF, with what makes PDFs hard to read: columns, furniture, notes, broken words.

`Sheet` draws lines where it is told to. `typeset` fills columns and pages like a printer: words are broken at the soft
hyphens that a text has, lines are justified, paragraphs go on over columns and pages, and notes stand at the foot of
the page that calls them (``[^1]`` in the text).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Final, NamedTuple

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.documents.agreement import AGREEMENT, CALL, Node, walk

WIDTH: Final = 595.0
HEIGHT: Final = 842.0

ROMAN: Final = "Times-Roman"
BOLD: Final = "Times-Bold"


class Sheet:
    """Draws lines of text on pages. Places are in points from the top left corner."""

    def __init__(self, width: float = WIDTH, height: float = HEIGHT) -> None:
        self._file = BytesIO()
        self.canvas = Canvas(self._file, pagesize=(width, height), invariant=1)
        self._height = height
        self._width = width

    def line(self, text: str, x: float, y: float, size: float = 10, font: str = ROMAN, *, at: str = "left") -> None:
        """Draw a line whose base line is ``y``; ``x`` is its left end, its middle or its right end."""
        draw = {
            "left": self.canvas.drawString,
            "centre": self.canvas.drawCentredString,
            "right": self.canvas.drawRightString,
        }
        self.canvas.setFont(font, size)
        draw[at](x, self._height - y, text)

    def lines(self, texts: Sequence[str], x: float, y: float, size: float = 10, leading: float = 12) -> None:
        """Draw lines one below the other."""
        for index, text in enumerate(texts):
            self.line(text, x, y + index * leading, size)

    def justified(self, words: Sequence[str], x: float, y: float, size: float, width: float) -> None:
        """Draw words so that they fill a line."""
        spare = width - sum(stringWidth(word, ROMAN, size) for word in words)
        for word in words:
            self.line(word, x, y, size)
            x += stringWidth(word, ROMAN, size) + spare / max(len(words) - 1, 1)

    def rule(self, x: float, y: float, width: float) -> None:
        """Draw a thin line."""
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x, self._height - y, x + width, self._height - y)

    def next(self) -> None:
        """Begin the next page."""
        self.canvas.showPage()

    def data(self) -> bytes:
        """Give the file."""
        self.canvas.save()
        return self._file.getvalue()


class Part(NamedTuple):
    """A piece of a text to set: ``indent`` in points for its first line, ``space`` above it, ``note`` for its call."""

    text: str
    size: float = 10
    font: str = ROMAN
    centred: bool = False
    indent: float = 0
    space: float = 0
    hang: float = 0


def typeset(
    parts: Sequence[Part],
    *,
    columns: int = 1,
    notes: dict[str, str] | None = None,
    furniture: Callable[[Sheet, int], None] = lambda _sheet, _page: None,
    height: float = HEIGHT,
) -> bytes:
    """Set parts in columns, page after page; ``furniture`` draws what stands on each page besides."""
    setter = _Setter(columns, notes or {}, furniture, height)
    for part in parts:
        setter.set(part)
    return setter.finish()


class _Setter:
    _margin = 60.0
    _gutter = 18.0
    _top = 90.0

    def __init__(
        self, columns: int, notes: dict[str, str], furniture: Callable[[Sheet, int], None], height: float
    ) -> None:
        self._sheet = Sheet(WIDTH, height)
        self._columns = columns
        self._width = (WIDTH - 2 * self._margin - (columns - 1) * self._gutter) / columns
        self._notes = notes
        self._called: list[str] = []
        self._furniture = furniture
        self._page, self._column, self._y = 1, 0, self._top
        self._bottom = self._foot = height - 90.0
        furniture(self._sheet, 1)

    @property
    def _left(self) -> float:
        return self._margin + self._column * (self._width + self._gutter)

    def set(self, part: Part) -> None:
        self._y += part.space if self._y > self._top else 0
        lines = list(_filled(part, self._width))
        for index, (words, is_last) in enumerate(lines):
            calls = [call for word in words for call in CALL.findall(word)]
            self._make_room(part.size * 1.2, calls)
            self._y += part.size * 1.2
            start = self._left + (part.indent if index == 0 else part.hang)
            self._draw(part, words, start, is_last=is_last)

    def _make_room(self, leading: float, calls: Sequence[str]) -> None:
        self._bottom -= sum(_note_height(self._notes[call], self._width) for call in calls)
        if self._y + leading > self._bottom:
            if self._column + 1 < self._columns:
                self._column += 1
            else:
                self._end_page()
                self._bottom -= sum(_note_height(self._notes[call], self._width) for call in calls)
            self._y = self._top
        self._called += calls

    def _draw(self, part: Part, words: Sequence[str], start: float, *, is_last: bool) -> None:
        plain = [CALL.sub("", word) for word in words]
        if part.centred:
            self._sheet.line(" ".join(plain), self._left + self._width / 2, self._y, part.size, part.font, at="centre")
        elif is_last or part.font != ROMAN:
            self._sheet.line(" ".join(plain), start, self._y, part.size, part.font)
        else:
            self._sheet.justified(plain, start, self._y, part.size, self._left + self._width - start)
        if any(CALL.search(word) for word in words):
            self._draw_call(part, words, plain, start)

    def _draw_call(self, part: Part, words: Sequence[str], plain: Sequence[str], start: float) -> None:
        """Draw a raised call behind the last word; texts here call notes nowhere else."""
        call = CALL.findall(words[-1])[0]
        end = start + stringWidth(" ".join(plain), ROMAN, part.size)
        self._sheet.line(call, end, self._y - part.size * 0.35, part.size * 0.6)

    def _end_page(self) -> None:
        self._draw_notes()
        self._sheet.next()
        self._page, self._column, self._y, self._bottom = self._page + 1, 0, self._top, self._foot
        self._furniture(self._sheet, self._page)

    def _draw_notes(self) -> None:
        y = self._foot - sum(_note_height(self._notes[call], self._width) for call in self._called)
        if self._called:
            self._sheet.rule(self._margin, y + 6, 100)
        for call in self._called:
            self._sheet.line(call, self._margin, y + 13, 5)
            for words, _ in _filled(Part(self._notes[call], 8, indent=8), self._width):
                y += 10
                self._sheet.line(" ".join(words), self._margin + 8, y + 7, 8)
            y += 4
        self._called = []

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Draw a table with rules between its rows."""
        self._make_room(18.0 * len(rows) + 20, ())
        self._y += 12
        third = self._width / max(len(rows[0]), 1)
        self._sheet.rule(self._left, self._y, self._width)
        for row in rows:
            self._y += 18
            for index, cell in enumerate(row):
                self._sheet.line(cell, self._left + 4 + index * third, self._y - 5)
            self._sheet.rule(self._left, self._y, self._width)

    def finish(self) -> bytes:
        self._draw_notes()
        return self._sheet.data()


def _note_height(text: str, width: float) -> float:
    return 10.0 * len(list(_filled(Part(text, 8, indent=8), width))) + 4


def _filled(part: Part, width: float) -> Iterator[tuple[list[str], bool]]:
    """Fill lines; a word is broken at a soft hyphen where its first half fits."""
    line: list[str] = []
    room = width - part.indent
    space = stringWidth(" ", part.font, part.size)
    for word in part.text.split():
        rest = word
        while rest:
            used = sum(stringWidth(CALL.sub("", other), part.font, part.size) + space for other in line)
            if used + stringWidth(CALL.sub("", rest.replace("\u00ad", "")), part.font, part.size) <= room:
                line.append(rest.replace("\u00ad", ""))
                rest = ""
                continue
            head = _head(rest, room - used, part)
            if head:
                line.append(head.replace("\u00ad", "") + ("" if head.endswith("-") else "-"))
                rest = rest[len(head) :].removeprefix("\u00ad")
            yield line, False
            line, room = [], width - part.hang
    yield line, True


def _head(word: str, room: float, part: Part) -> str:
    """Give the longest part of a word before a soft hyphen, or up to a hyphen, that fits."""
    heads = [word[: found.start()] for found in re.finditer("\u00ad", word)]
    heads += [word[: found.end()] for found in re.finditer(r"(?<=\w)-(?=\w)", word)]
    fitting = [head for head in heads if stringWidth(head.replace("\u00ad", "") + "-", part.font, part.size) <= room]
    return max(fitting, key=len, default="")


def agreement_parts(agreement: Node) -> tuple[list[Part], dict[str, str]]:
    """Give the parts and notes of the agreement that all formats are held to, but its table."""
    parts: list[Part] = []
    notes: dict[str, str] = {}
    for node, _ in walk(agreement):
        if node.kind == "agreement":
            parts.append(Part(node.text, 14, BOLD, centred=True))
        elif node.kind in {"chapter", "article", "annex"}:
            size = 11 if node.kind == "article" else 12
            parts.append(Part(node.label or "", size, BOLD, centred=True, space=12))
            parts.append(Part(node.text, size, BOLD, centred=True))
        elif node.kind == "note":
            notes[node.label or ""] = node.text
        elif node.kind != "row":
            depth = {"point": 18.0, "subpoint": 36.0}.get(node.kind, 0.0)
            text = f"{node.label} {node.text}" if node.label else node.text
            parts.append(Part(text, indent=depth, hang=depth, space=6))
    return parts, notes


def to_pdf(agreement: Node) -> bytes:
    """Write the agreement on small pages, so that its paragraphs go over several, with heads, numbers and a table."""
    parts, notes = agreement_parts(agreement)
    rows = [node.cells for node, _ in walk(agreement) if node.kind == "row"]

    def furniture(sheet: Sheet, page: int) -> None:
        sheet.line("Treaty Series of Southmark", WIDTH / 2, 50, 8, at="centre")
        sheet.line(f"– {page} –", WIDTH / 2, 385, 8, at="centre")

    setter = _Setter(1, notes, furniture, 420.0)
    for part in parts:
        setter.set(part)
    setter.table(rows)
    return setter.finish()


SAMPLE: Final = Path(__file__).with_name("samples") / "agreement.pdf"


if __name__ == "__main__":
    SAMPLE.write_bytes(to_pdf(AGREEMENT))
