"""The words of a paragraph of Word: runs, fields, symbols, breaks and calls of notes, as they are shown.

Left out is what the page does not show: instructions of fields, hidden text, tables of contents. The tree that is read
here has no tracked changes and no text boxes inside paragraphs any more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, Final, NamedTuple

from clausetrack.documents.docx.names import W, is_on, number
from clausetrack.documents.docx.styles import Style, Styles
from clausetrack.documents.headings import Look
from clausetrack.documents.office import one_line
from clausetrack.documents.symbols import symbol

_MATH: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}t",
    "{http://purl.oclc.org/ooxml/officeDocument/math}t",
)
_RUN: Final = f"{W}r"
_TEXT: Final = (f"{W}t", f"{W}delText", *_MATH)
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_CONTENTS: Final = frozenset({"TOC", "TOA"})
"""Fields whose result is a table of contents or of authorities."""

MAX_FIELDS: Final = 64
"""Fields in one another; a table of contents with links to pages has three."""

_OUTSIDE: Final = frozenset((_RUN, *_MATH))
"""What counts before the first run of a paragraph. Its properties come first, with tabs and fonts of their own."""


class Words(NamedTuple):
    """What a paragraph says and how it looks. ``notes`` are the labels of the notes that it calls."""

    text: str
    look: Look
    notes: tuple[str, ...]


class _Field:
    """A field that has begun: its instruction, and whether its result has."""

    __slots__ = ("instruction", "is_shown")

    def __init__(self) -> None:
        self.instruction = ""
        self.is_shown = False

    def is_contents(self) -> bool:
        words = self.instruction.split(maxsplit=1)
        return bool(words) and words[0].upper() in _CONTENTS


class Reader:
    """Reads one paragraph after the other of a story, since fields may span several.

    ``call`` is told of a note's kind, id and own mark, and gives the label that is shown for it.
    """

    def __init__(self, styles: Styles, call: Callable[[str, str, str | None], str | None]) -> None:
        self._styles = styles
        self._call = call
        self._fields: list[_Field] = []
        self._start(Style())

    def read(self, paragraphs: Iterable[Any], style: Style) -> Words:
        """Give the words of one paragraph, which is several elements where the marks between them are gone."""
        self._start(style)
        if style.heading:
            # No heading stands in a table of contents: the field's end was lost.
            self._fields = [field for field in self._fields if not field.is_contents()]
        for paragraph in paragraphs:
            self._inside = False
            for element in paragraph.iter(*self._READ):
                if self._inside or element.tag in _OUTSIDE:
                    self._READ[element.tag](self, element)
        # An instruction ends with its paragraph at the latest: where its end was lost, the rest must not be.
        self._fields = [field for field in self._fields if field.is_shown]
        size = min(self._sizes, default=style.size or 0)
        look = Look(self._bold and self._any, self._caps and self._any, bool(style.centred), size)
        return Words(one_line("".join(self._parts)), look, tuple(self._notes))

    def _start(self, style: Style) -> None:
        self._style = self._run = style
        self._parts: list[str] = []
        self._notes: list[str] = []
        self._sizes: set[int] = set()
        self._bold = self._caps = True
        self._any = self._inside = False
        self._note: tuple[str, str] | None = None

    def _begin_run(self, element: Any) -> None:
        del element
        self._inside = True
        self._run = self._style
        self._note = None

    def _is_shown(self) -> bool:
        if self._run.hidden:
            return False
        return not self._fields or all(field.is_shown and not field.is_contents() for field in self._fields)

    def _add(self, text: str) -> None:
        if not self._is_shown():
            return
        self._parts.append(text)
        if text.strip():
            run = self._run
            self._any = True
            self._bold = self._bold and bool(run.bold)
            self._caps = self._caps and bool(run.caps)
            if run.size is not None:
                self._sizes.add(run.size)

    def _read_text(self, element: Any) -> None:
        text = element.text or ""
        if self._note is not None:
            self._read_mark(text)
        elif text[:1].isspace() or text[-1:].isspace():
            self._add(text if element.get(_SPACE) == "preserve" else text.strip())
        elif text:
            self._add(text)

    def _read_mark(self, text: str) -> None:
        """Take the text that stands behind a call with a mark of its own for that mark."""
        if self._note is not None and self._is_shown():
            self._take(self._call(*self._note, text.strip()))
        self._note = None

    def _read_call(self, element: Any) -> None:
        called = (element.tag.removeprefix(W), element.get(f"{W}id") or "")
        if element.get(f"{W}customMarkFollows") in {"1", "true", "on"}:
            self._note = called
        elif self._is_shown():
            self._take(self._call(*called, None))

    def _take(self, label: str | None) -> None:
        if label:
            self._notes.append(label)

    def _read_field(self, element: Any) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
            # Where ends were lost, the outermost are forgotten, so that every word still costs the same.
            del self._fields[:-MAX_FIELDS]
        elif kind == "separate" and self._fields:
            self._fields[-1].is_shown = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _read_instruction(self, element: Any) -> None:
        if self._fields and not self._fields[-1].is_shown:
            self._fields[-1].instruction += element.text or ""

    def _read_symbol(self, element: Any) -> None:
        if self._note is not None:
            self._read_mark(symbol(element.get(f"{W}font"), element.get(f"{W}char")))
        else:
            self._add(symbol(element.get(f"{W}font"), element.get(f"{W}char")))

    def _read_style(self, element: Any) -> None:
        given = self._styles.character(element.get(f"{W}val") or "")
        self._run = self._run._replace(
            bold=self._run.bold if given.bold is None else given.bold,
            caps=self._run.caps if given.caps is None else given.caps,
            hidden=self._run.hidden if given.hidden is None else given.hidden,
            size=given.size or self._run.size,
        )

    def _read_size(self, element: Any) -> None:
        size = number(element.get(f"{W}val"))
        if size is not None and size != self._run.size:
            self._run = self._run._replace(size=size)

    def _read_bold(self, element: Any) -> None:
        self._run = self._run._replace(bold=is_on(element))

    def _read_caps(self, element: Any) -> None:
        self._run = self._run._replace(caps=is_on(element))

    def _read_hidden(self, element: Any) -> None:
        self._run = self._run._replace(hidden=is_on(element))

    def _read_tab(self, element: Any) -> None:
        del element
        self._add("\t")

    def _read_break(self, element: Any) -> None:
        del element
        self._add("\n")

    def _read_hyphen(self, element: Any) -> None:
        del element
        # The hyphen at which no line is broken.
        self._add("\u2011")

    _READ: ClassVar[dict[str, Callable[[Reader, Any], None]]] = {
        **dict.fromkeys(_TEXT, _read_text),
        _RUN: _begin_run,
        f"{W}b": _read_bold,
        f"{W}sz": _read_size,
        f"{W}rStyle": _read_style,
        f"{W}caps": _read_caps,
        f"{W}vanish": _read_hidden,
        f"{W}tab": _read_tab,
        f"{W}ptab": _read_tab,
        f"{W}br": _read_break,
        f"{W}cr": _read_break,
        f"{W}noBreakHyphen": _read_hyphen,
        f"{W}sym": _read_symbol,
        f"{W}fldChar": _read_field,
        f"{W}instrText": _read_instruction,
        f"{W}footnoteReference": _read_call,
        f"{W}endnoteReference": _read_call,
    }
