"""WordprocessingML as text: runs, paragraphs, and the marks of tracked changes (ISO/IEC 29500-1, section 17.13.5).

Elements stand in the order that the schema wants; programs refuse a file where they do not. Whatever is printed passes
through `escaped`.
"""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape

from clausetrack.report.docx.flow import Op, Paragraph, Piece
from clausetrack.report.visible import visible

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_ELEMENTS: Final[dict[Op, str]] = {"delete": "del", "insert": "ins", "from": "moveFrom", "to": "moveTo"}
_RTL: Final = re.compile("[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]")
"""Hebrew, Arabic, Syriac, Thaana, N'Ko and their like (Unicode, blocks of right-to-left scripts in the BMP)."""


def escaped(text: str) -> str:
    """Give a text as content or attribute of XML, with what cannot be seen shown as an escape."""
    return escape(visible(text), {'"': "&quot;"})


def reads_right_to_left(text: str) -> bool:
    """Say whether most letters of a text are of a script that is read from right to left."""
    if not _RTL.search(text):
        return False
    return 2 * len(_RTL.findall(text)) > sum(map(str.isalpha, text))


class Tracker:
    """Who changed what when: the marks of tracked changes, each with a number of its own.

    ``date`` is as the XML has it (``2031-05-01T00:00:00Z``), None where it is not known.
    """

    def __init__(self, author: str, date: str | None, first: int = 1) -> None:
        self.who = f'w:author="{escaped(author)}"' + (f' w:date="{escaped(date)}"' if date else "")
        self._next = first

    def number(self) -> int:
        """Give a number that nothing else has."""
        self._next += 1
        return self._next - 1

    def attributes(self) -> str:
        """Give the attributes of a mark."""
        return f'w:id="{self.number()}" {self.who}'

    def wrapped(self, op: Op, runs: str) -> str:
        """Give runs with what becomes of them."""
        name = _ELEMENTS.get(op)
        return f"<w:{name} {self.attributes()}>{runs}</w:{name}>" if name and runs else runs

    def mark(self, op: Op) -> str:
        """Give what becomes of a paragraph's mark, for the properties of the mark; empty where it stands."""
        name = _ELEMENTS.get(op)
        return f"<w:{name} {self.attributes()}/>" if name else ""


def run(text: str, properties: str = "", *, deleted: bool = False) -> str:
    """Give a run of text; ``properties`` are those of the run, in the order of the schema."""
    name = "delText" if deleted else "t"
    parts = (f'<w:{name} xml:space="preserve">{escaped(part)}</w:{name}>' if part else "" for part in text.split("\t"))
    formatted = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{formatted}{'<w:tab/>'.join(parts)}</w:r>"


def piece(found: Piece, tracker: Tracker, *, rtl: bool = False) -> str:
    """Give the run of a piece with what becomes of it."""
    properties = ('<w:rStyle w:val="ClauseNumber"/>' if found.is_number else "") + ("<w:rtl/>" if rtl else "")
    return tracker.wrapped(found.op, run(found.text, properties, deleted=found.op == "delete"))


def paragraph(found: Paragraph, style: str, content: str, tracker: Tracker, *, rtl: bool = False) -> str:
    """Give a paragraph around its runs: its style, its direction, what becomes of its mark."""
    mark = tracker.mark(found.mark)
    properties = (
        (f'<w:pStyle w:val="{style}"/>' if style else "")
        + ("<w:bidi/>" if rtl else "")
        + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    )
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"
