"""Words of a page, as pdfium gives its characters.

Each character costs three calls into pdfium, and each word some more, whatever stands on the page: the time is linear
in the number of characters. Asking by text object instead reads the whole page for every object.

Words that are turned against most of the page (stamps, marginal notes, watermarks) are left out, and what lies outside
of the page or is too small to be seen. A page on which everything is turned is read as if it were not, so a table that
was set sideways reads like any other. Text that is not drawn counts where it is most of a page, behind a scan.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator
from math import radians, tan
from types import ModuleType
from typing import Any, Final, NamedTuple
from unicodedata import normalize

from clausetrack.documents.pdf.frame import Frame, turned
from clausetrack.documents.pdf.glyphs import unknown
from clausetrack.documents.pdf.page import Word, runs_left

_HYPHENS: Final = (0x02, 0xFFFE, 0x2010, 0x2011)
"""Two codes that pdfium has for a hyphen at which it joined a word, and two that mean the same as the common one."""

_SPACES: Final = (
    *range(9, 14),
    0x20,
    0x85,
    0xA0,
    0x1680,
    *range(0x2000, 0x200C),
    0x2028,
    0x2029,
    0x202F,
    0x205F,
    0x3000,
)
_UNSEEN: Final = (*range(9), *range(14, 0x20), 0x200E, 0x200F, 0xFEFF, 0xFFFF, *range(0xD800, 0xE000))

_SYMBOLS: Final = {0xF0B7: "\u2022", 0xF0A7: "\u25aa", 0xF02D: "\u2013", 0xF0D8: "\u27a2", 0xF0FC: "\u2713"}
"""Bullets and dashes of the Symbol and Wingdings faces, which programs store in the private area."""

_CHARS: Final = (
    dict.fromkeys(_UNSEEN, "")
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_HYPHENS, "-")
    | _SYMBOLS
    | {code: normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
)
"""What stands for codes that are not simply characters: nothing, spaces, hyphens, bullets, ligatures."""

_SMALLEST: Final = 1.0
"""Points of the smallest type that is read: what is smaller is not meant to be."""

_SHIFT: Final = 0.12
"""Of the size, by which the base line moves where a raised or lowered character begins."""

_BACK: Final = -0.2
"""Sizes by which a character may stand back behind the one before: accents, and kerning."""

_LEFTWARDS: Final = -3.0
"""Sizes by which the next character of a word stands back at most that is written from right to left."""

_SIDEWAYS: Final = 30
"""Characters more than others that have to be turned before a page counts as set sideways: a stamp has fewer."""

_BOLD_WEIGHT: Final = 600
_BOLD_NAMES: Final = ("bold", "black", "heavy", "demi")
_FORCE_BOLD: Final = 1 << 18
"""The flag of a font descriptor that asks for thicker strokes (ISO 32000-1, table 123)."""

_INVISIBLE: Final = (3, 7)
"""Text rendering modes that draw nothing (ISO 32000-1, table 106)."""


_SLANTED: Final = tan(radians(10))
"""Slope of a line against those of the text from which it is a watermark; pages are put into scanners straighter."""

_NO_QUARTER: Final = -1


class _Style(NamedTuple):
    quarter: int
    size: float
    bold: bool
    hidden: bool
    artifact: bool


class _Piece(NamedTuple):
    """A word in the coordinates of its own direction: along it, and up from it."""

    text: str
    left: float
    right: float
    base: float
    glued: bool
    style: _Style


def words(raw: ModuleType, page: Any, frame: Frame) -> tuple[int, list[Word]]:
    """Give the direction of most of a text page's words (see `turned`), and the words that have it."""
    pieces = list(_Pieces(raw, page).read())
    turns = Counter({frame.turn: _SIDEWAYS})
    hidden = Counter[bool]()
    for piece in pieces:
        if piece.style.quarter != _NO_QUARTER:
            turns[piece.style.quarter] += len(piece.text)
        hidden[piece.style.hidden] += len(piece.text)
    quarter = turns.most_common(1)[0][0]
    behind = hidden[True] > hidden[False]
    return quarter, list(_once(_placed(pieces, frame, quarter, behind=behind)))


def _placed(pieces: Iterable[_Piece], frame: Frame, quarter: int, *, behind: bool) -> Iterator[Word]:
    left, top = frame.corner(quarter)
    width, height = frame.size(quarter)
    for text, start, end, base, glued, style in pieces:
        if style.quarter != quarter or style.size < _SMALLEST or style.hidden > behind:
            continue
        word = Word(text, start - left, end - left, top - base, style.size, style.bold, glued, style.artifact)
        if word.right > 0 and word.left < width and 0 < word.base < height + word.size:
            yield word


def _once(words: Iterable[Word]) -> Iterator[Word]:
    """Drop words that are drawn again at the same place, as some programs do it to embolden."""
    seen: dict[tuple[str, int, int], Word] = {}
    for word in words:
        cell = word.size / 3
        across, down = word.left / cell, word.base / cell
        near = ((word.text, int(across + x), int(down + y)) for x in (-0.5, 0.5) for y in (-0.5, 0.5))
        if not any(_is_same(seen.get(key), word) for key in near):
            seen[word.text, int(across), int(down)] = word
            yield word


def _is_same(other: Word | None, word: Word) -> bool:
    within = word.size / 6
    return other is not None and abs(other.left - word.left) < within and abs(other.base - word.base) < within


class _Open:
    """A word that is being read: its characters, the first and the last index, and where it starts and has come to."""

    __slots__ = ("along", "base", "chars", "first", "glued", "last", "start", "style")

    def __init__(self, index: int, start: float, base: float, style: _Style, *, glued: bool) -> None:
        self.chars: list[str] = []
        self.first = self.last = index
        self.start = self.along = start
        self.base = base
        self.style = style
        self.glued = glued

    def goes_on(self, char: str, along: float, base: float) -> bool:
        """Say whether a character belongs to the word: it stands level with it, and behind its last one."""
        size = self.style.size
        step = along - self.along
        return abs(base - self.base) <= _SHIFT * size and (
            step >= _BACK * size or (step >= _LEFTWARDS * size and runs_left(char))
        )


class _Pieces:
    """Reads the words of a text page. One object a page: styles and faces are looked up once for each text object."""

    def __init__(self, raw: ModuleType, page: Any) -> None:
        self._raw = raw
        self._page = page
        self._styles: dict[int, _Style] = {}
        self._faces: dict[int, bool] = {}
        self._box = raw.FS_RECTF()

    def read(self) -> Iterator[_Piece]:
        """Give the words in the order of the file."""
        raw, page = self._raw, self._page
        unicode, origin, has_no_text = (
            raw.FPDFText_GetUnicode,
            raw.FPDFText_GetCharOrigin,
            raw.FPDFText_HasUnicodeMapError,
        )
        x, y = ctypes.c_double(), ctypes.c_double()
        at_x, at_y = ctypes.byref(x), ctypes.byref(y)
        word: _Open | None = None
        glued = False
        for index in range(raw.FPDFText_CountChars(page)):
            code = unicode(page, index)
            char = unknown(code) if has_no_text(page, index) == 1 else _CHARS.get(code) or _char(code)
            if char == " ":
                if word:
                    yield self._closed(word)
                word, glued = None, False
                continue
            if not char:
                continue
            origin(page, index, at_x, at_y)
            if word:
                along, base = turned(x.value, y.value, word.style.quarter) if word.style.quarter else (x.value, y.value)
                if word.goes_on(char, along, base):
                    word.chars.append(char)
                    word.last, word.along = index, along
                    continue
                yield self._closed(word)
                glued = True
            style = self._style(index)
            word = _Open(index, *turned(x.value, y.value, style.quarter), style, glued=glued)
            word.chars.append(char)
        if word:
            yield self._closed(word)

    def _closed(self, word: _Open) -> _Piece:
        backwards = word.along < word.start
        left = word.along if backwards else word.start
        right = self._right(word.first if backwards else word.last, word.style.quarter)
        return _Piece("".join(word.chars), left, max(right, left), word.base, word.glued, word.style)

    def _right(self, index: int, quarter: int) -> float:
        box = self._box
        if not self._raw.FPDFText_GetLooseCharBox(self._page, index, box):
            return float("-inf")
        return float((box.right, box.top, -box.left, -box.bottom)[quarter])

    def _style(self, index: int) -> _Style:
        shown = self._raw.FPDFText_GetTextObject(self._page, index)
        address = _address(shown)
        found = self._styles.get(address)
        if found is None:
            found = self._styles[address] = self._look(index, shown if address else None)
        return found

    def _look(self, index: int, shown: Any) -> _Style:
        raw, page = self._raw, self._page
        matrix = raw.FS_MATRIX()
        if not raw.FPDFText_GetMatrix(page, index, matrix):
            matrix.a = matrix.d = 1.0
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        quarter = _quarter(matrix.a, matrix.b)
        size = max(raw.FPDFText_GetFontSize(page, index) * scale, 0.01)
        if shown is None:
            return _Style(quarter, size, bold=False, hidden=False, artifact=False)
        hidden = raw.FPDFTextObj_GetTextRenderMode(shown) in _INVISIBLE
        return _Style(quarter, size, self._is_bold(index, shown), hidden, _is_artifact(raw, shown))

    def _is_bold(self, index: int, shown: Any) -> bool:
        raw = self._raw
        face = _address(raw.FPDFTextObj_GetFont(shown))
        if face not in self._faces:
            name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
            raw.FPDFText_GetFontInfo(self._page, index, name, 256, flags)
            folded = name.value.decode("utf-8", "replace").lower()
            heavy = raw.FPDFText_GetFontWeight(self._page, index) >= _BOLD_WEIGHT or flags.value & _FORCE_BOLD
            self._faces[face] = bool(heavy) or any(part in folded for part in _BOLD_NAMES)
        return self._faces[face]


def _char(code: int) -> str:
    return "" if code in _CHARS else chr(code)


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _quarter(right: float, up: float) -> int:
    """Give the direction nearest to that in which text runs, or `_NO_QUARTER` where it is between two of them."""
    along, beside = sorted((abs(right), abs(up)), reverse=True)
    if beside > _SLANTED * along:
        return _NO_QUARTER
    if abs(right) >= abs(up):
        return 0 if right >= 0 else 2
    return 1 if up > 0 else 3


def _is_artifact(raw: ModuleType, shown: Any) -> bool:
    """Say whether the file marks a text as furniture (ISO 32000-1, 14.8.2.2)."""
    name, length = ctypes.create_string_buffer(64), ctypes.c_ulong()
    for index in range(raw.FPDFPageObj_CountMarks(shown)):
        mark = raw.FPDFPageObj_GetMark(shown, index)
        raw.FPDFPageObjMark_GetName(mark, ctypes.cast(name, ctypes.POINTER(ctypes.c_ushort)), 64, length)
        if name.raw[: max(length.value - 2, 0)] == "Artifact".encode("utf-16-le"):
            return True
    return False
