"""Words and rules of a page, as pdfium gives its characters.

Each character costs two or three calls into pdfium, and each word some more, whatever stands on the page: the time is
linear in the number of characters. Asking by text object instead reads the whole page for every object.

Words that are turned against most of the page (stamps, marginal notes) are left out, and what lies outside of the page.
A page on which everything is turned is read as if it were not, so a table that was set sideways reads like any other.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from types import ModuleType
from typing import Any, Final, NamedTuple
from unicodedata import normalize

from clausetrack.documents.pdf_glyphs import unknown
from clausetrack.documents.pdf_page import Rule, Upright, Word, runs_left

_HYPHENS: Final = frozenset((0x02, 0xFFFE, 0x2010, 0x2011))
"""Two codes that pdfium has for a hyphen at which it joined a word, and two hyphens that mean the same as the common
one."""

_SPACES: Final = frozenset(
    (*range(9, 14), 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000)
)

_DROPPED: Final = frozenset((0, 0xFEFF, 0xFFFF, 0x200E, 0x200F))

_SYMBOLS: Final = {0xF0B7: "\u2022", 0xF0A7: "\u25aa", 0xF02D: "\u2013", 0xF0D8: "\u27a2", 0xF0FC: "\u2713"}
"""Bullets and dashes of the Symbol and Wingdings faces, which programs store in the private area."""

_LIGATURES: Final = {code: normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}

_SMALLEST: Final = 1.0
"""Points of the smallest type that is read: what is smaller was not meant to be."""

_SHIFT: Final = 0.12
"""Of the size, by which the base line moves where a raised or lowered character begins."""

_BOLD_WEIGHT: Final = 600
_BOLD_NAMES: Final = ("bold", "black", "heavy", "demi")
_FORCE_BOLD: Final = 1 << 18
"""The flag of a font descriptor that asks for thicker strokes (ISO 32000-1, table 123)."""

_INVISIBLE: Final = (3, 7)
"""Text rendering modes that draw nothing (ISO 32000-1, table 106)."""

_THIN: Final = 3.0
"""Points of the thickest path that is a rule and no box."""

MAX_OBJECTS: Final = 20_000
"""Paths of a page that are looked at for rules; a map may have a million, and no text that rules could part."""


_SIDEWAYS: Final = 30
"""Characters more than others that have to be turned before a page counts as set sideways: a stamp has fewer."""


class _Style(NamedTuple):
    quarter: int
    size: float
    bold: bool
    hidden: bool
    artifact: bool


class Frame(NamedTuple):
    """The visible part of a page in the file's own coordinates, which grow upwards, and the turn of the page."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def of(cls, raw: ModuleType, page: Any) -> Frame:
        """Give the part of a page that is shown, or one of letter size where the file has none."""
        edges = [ctypes.c_float() for _ in range(4)]
        for box in (raw.FPDFPage_GetCropBox, raw.FPDFPage_GetMediaBox):
            if box(page, *(ctypes.byref(edge) for edge in edges)):
                left, bottom, right, top = (edge.value for edge in edges)
                return cls(min(left, right), min(bottom, top), max(left, right), max(bottom, top))
        return cls(0.0, 0.0, 612.0, 792.0)

    def size(self, quarter: int) -> tuple[float, float]:
        """Give width and height of the page when text turned by quarters reads upright."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if quarter % 2 else (width, height)

    def corner(self, quarter: int) -> tuple[float, float]:
        """Give the top left corner in the coordinates of text that is turned by quarters; see `_turned`."""
        return (
            (self.left, self.top),
            (self.bottom, -self.left),
            (-self.right, -self.bottom),
            (-self.top, self.right),
        )[quarter]


class _Piece(NamedTuple):
    """A word in the coordinates of its own direction: along it, and up from it."""

    text: str
    left: float
    right: float
    base: float
    glued: bool
    style: _Style


def words_and_rules(
    raw: ModuleType, page: Any, text_page: Any, frame: Frame
) -> tuple[int, list[Word], list[Rule | Upright]]:
    """Give the turn of most of a page's text, in quarters against the clock, its words and its rules of both kinds."""
    pieces = list(_Pieces(raw, text_page).read())
    turns = Counter({raw.FPDFPage_GetRotation(page): _SIDEWAYS})
    for piece in pieces:
        turns[piece.style.quarter] += len(piece.text)
    quarter = turns.most_common(1)[0][0]
    upright = [piece for piece in pieces if piece.style.quarter == quarter]
    words = list(_placed(upright, frame, quarter))
    return quarter, _once(words), list(_rules(raw, page, frame, quarter))


def _placed(pieces: Iterable[_Piece], frame: Frame, quarter: int) -> Iterator[Word]:
    left, top = frame.corner(quarter)
    width, height = frame.size(quarter)
    for text, start, end, base, glued, style in pieces:
        word = Word(
            text, start - left, end - left, top - base, style.size, style.bold, glued, style.artifact, style.hidden
        )
        if word.right > 0 and word.left < width and 0 < word.base < height + word.size:
            yield word


def _once(words: list[Word]) -> list[Word]:
    """Drop words that are drawn again at the same place, as some programs do it to embolden, and hidden doubles."""
    seen: dict[tuple[str, int, int], Word] = {}
    kept = []
    for word in words:
        cell = max(word.size / 3, 1.0)
        across, down = word.left / cell, word.base / cell
        near = [
            (word.text, x, y)
            for x in {int(across - 0.5), int(across + 0.5)}
            for y in {int(down - 0.5), int(down + 0.5)}
        ]
        if not any(_same(seen.get(key), word) for key in near):
            kept.append(word)
            for key in near:
                seen[key] = word
    return kept


def _same(other: Word | None, word: Word) -> bool:
    within = word.size / 6
    return other is not None and abs(other.left - word.left) < within and abs(other.base - word.base) < within


def _turned(x: float, y: float, quarter: int) -> tuple[float, float]:
    """Turn a point so that text which runs in a direction (0 right, 1 up, 2 left, 3 down) runs right."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[quarter]


class _Pieces:
    """Reads the words of a text page. One object a page: styles and fonts are looked up once for each text object."""

    def __init__(self, raw: ModuleType, text_page: Any) -> None:
        self._raw = raw
        self._text_page = text_page
        self._styles: dict[int, _Style] = {}
        self._fonts: dict[int, bool] = {}
        self._box = raw.FS_RECTF()

    def read(self) -> Iterator[_Piece]:
        """Give the words in the order of the file."""
        raw, page = self._raw, self._text_page
        unicode, origin = raw.FPDFText_GetUnicode, raw.FPDFText_GetCharOrigin
        has_no_text = raw.FPDFText_HasUnicodeMapError
        x, y = ctypes.c_double(), ctypes.c_double()
        at_x, at_y = ctypes.byref(x), ctypes.byref(y)
        style: _Style | None = None
        chars: list[str] = []
        first = last = 0
        start = base = along = 0.0
        glued = False
        for index in range(raw.FPDFText_CountChars(page)):
            code = unicode(page, index)
            lost = has_no_text(page, index) == 1
            if code in _SPACES and not lost:
                if chars and style:
                    yield self._piece(chars, first, last, start, along, base, style, glued=glued)
                    chars = []
                glued = False
                continue
            char = unknown(code) if lost else _char(code)
            if not char:
                continue
            origin(page, index, at_x, at_y)
            here, up = x.value, y.value
            if style and style.quarter:
                here, up = _turned(here, up, style.quarter)
            if (
                chars
                and style
                and (abs(up - base) > _SHIFT * style.size or not _follows(char, here - along, style.size))
            ):
                yield self._piece(chars, first, last, start, along, base, style, glued=glued)
                chars = []
                glued = True
            if not chars:
                style = self._style(index)
                here, up = _turned(x.value, y.value, style.quarter)
                first, start, base = index, here, up
            chars.append(char)
            last, along = index, here
        if chars and style:
            yield self._piece(chars, first, last, start, along, base, style, glued=glued)

    def _piece(
        self,
        chars: list[str],
        first: int,
        last: int,
        start: float,
        along: float,
        base: float,
        style: _Style,
        *,
        glued: bool,
    ) -> _Piece:
        backwards = along < start
        left = along if backwards else start
        right = self._right(first if backwards else last, style.quarter)
        return _Piece("".join(chars), left, max(right, left), base, glued, style)

    def _right(self, index: int, quarter: int) -> float:
        box = self._box
        if not self._raw.FPDFText_GetLooseCharBox(self._text_page, index, box):
            return float("-inf")
        return float((box.right, box.top, -box.left, -box.bottom)[quarter])

    def _style(self, index: int) -> _Style:
        shown = self._raw.FPDFText_GetTextObject(self._text_page, index)
        address = ctypes.cast(shown, ctypes.c_void_p).value or 0
        found = self._styles.get(address)
        if found is None:
            found = self._styles[address] = self._look(index, shown if address else None)
        return found

    def _look(self, index: int, shown: Any) -> _Style:
        raw, page = self._raw, self._text_page
        matrix = raw.FS_MATRIX()
        if not raw.FPDFText_GetMatrix(page, index, matrix):
            matrix.a = matrix.d = 1.0
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        across = abs(matrix.a) >= abs(matrix.b)
        quarter = (0 if matrix.a >= 0 else 2) if across else (1 if matrix.b > 0 else 3)
        size = raw.FPDFText_GetFontSize(page, index) * scale
        hidden = shown is not None and raw.FPDFTextObj_GetTextRenderMode(shown) in _INVISIBLE
        artifact = shown is not None and _is_artifact(raw, shown)
        return _Style(quarter, max(size, 0.01), self._is_bold(index, shown), hidden, artifact)

    def _is_bold(self, index: int, shown: Any) -> bool:
        raw = self._raw
        font = ctypes.cast(raw.FPDFTextObj_GetFont(shown), ctypes.c_void_p).value if shown is not None else None
        if font in self._fonts:
            return self._fonts[font]
        name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
        raw.FPDFText_GetFontInfo(self._text_page, index, name, 256, flags)
        folded = name.value.decode("utf-8", "replace").lower()
        heavy = raw.FPDFText_GetFontWeight(self._text_page, index) >= _BOLD_WEIGHT
        bold = heavy or bool(flags.value & _FORCE_BOLD) or any(part in folded for part in _BOLD_NAMES)
        if font is not None:
            self._fonts[font] = bold
        return bold


def _char(code: int) -> str:
    """Give the text of a code: nothing for what does not print, letters for a ligature."""
    if code in _HYPHENS:
        return "-"
    if code < 0x20 or code in _DROPPED or 0xD800 <= code < 0xE000:
        return ""
    return _LIGATURES.get(code) or _SYMBOLS.get(code) or chr(code)


def _follows(char: str, step: float, size: float) -> bool:
    """Say whether a character can belong to the word before: not far behind it, unless it is written leftwards."""
    return step >= -0.2 * size or (step >= -3 * size and runs_left(char))


def _is_artifact(raw: ModuleType, shown: Any) -> bool:
    """Say whether the file marks a text as furniture (ISO 32000-1, 14.8.2.2)."""
    name, length = ctypes.create_string_buffer(64), ctypes.c_ulong()
    for index in range(raw.FPDFPageObj_CountMarks(shown)):
        mark = raw.FPDFPageObj_GetMark(shown, index)
        raw.FPDFPageObjMark_GetName(mark, ctypes.cast(name, ctypes.POINTER(ctypes.c_ushort)), 64, length)
        if name.raw[: max(length.value - 2, 0)] == "Artifact".encode("utf-16-le"):
            return True
    return False


def _rules(raw: ModuleType, page: Any, frame: Frame, quarter: int) -> Iterator[Rule | Upright]:
    corner, top = frame.corner(quarter)
    for left, low, right, high in _bounds(raw, page, raw.FPDF_PAGEOBJ_PATH):
        (x, y), (u, v) = _turned(left, low, quarter), _turned(right, high, quarter)
        if abs(y - v) <= _THIN < abs(u - x) / 2:
            yield Rule(min(x, u) - corner, max(x, u) - corner, top - max(y, v))
        elif abs(u - x) <= _THIN < abs(y - v) / 2:
            yield Upright(min(x, u) - corner, top - max(y, v), top - min(y, v))


def has_picture(raw: ModuleType, page: Any) -> bool:
    """Say whether there is a picture, or anything drawn, on a page."""
    return raw.FPDFPage_CountObjects(page) > 0


def _bounds(raw: ModuleType, page: Any, kind: int) -> Iterator[tuple[float, float, float, float]]:
    edges = [ctypes.c_float() for _ in range(4)]
    given: list[Any] = [ctypes.byref(edge) for edge in edges]
    bounds: Callable[..., int] = raw.FPDFPageObj_GetBounds
    for index in range(min(raw.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        shown = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(shown) == kind and bounds(shown, *given):
            left, bottom, right, top = (edge.value for edge in edges)
            yield left, bottom, right, top
