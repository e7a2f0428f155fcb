"""Where a page begins and which way up it is, and the rules that are drawn on it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from types import ModuleType
from typing import Any, Final, NamedTuple

from clausetrack.documents.pdf.page import Rule, Upright
from clausetrack.model.document import Box

_THIN: Final = 3.0
"""Points of the thickest path that is a rule and no box."""

_MAX_OBJECTS: Final = 20_000
"""Paths of a page that are looked at for rules; a map may have a million, and no text that rules could part."""

_MAX_LINKS: Final = 2_000
"""Links of a page that are looked at; a page of an index has some hundred."""

_LETTER: Final = (0.0, 0.0, 612.0, 792.0)
"""Points: the size of a page that the file does not give."""


def turned(x: float, y: float, quarter: int) -> tuple[float, float]:
    """Turn a point so that text which runs in a direction (0 right, 1 up, 2 left, 3 down) runs right."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[quarter]


class Frame(NamedTuple):
    """The visible part of a page in the file's own coordinates, which grow upwards.

    ``turn`` is by how many quarters, with the clock, the page is turned when it is shown; text which runs in the
    direction of that number (0 right, 1 up, 2 left, 3 down) is then upright.
    """

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @classmethod
    def of(cls, raw: ModuleType, page: Any) -> Frame:
        """Give the part of a page that is shown, or one of letter size where the file has none."""
        turn = raw.FPDFPage_GetRotation(page) % 4
        edges = [ctypes.c_float() for _ in range(4)]
        for box in (raw.FPDFPage_GetCropBox, raw.FPDFPage_GetMediaBox):
            if box(page, *(ctypes.byref(edge) for edge in edges)):
                left, bottom, right, top = (edge.value for edge in edges)
                return cls(min(left, right), min(bottom, top), max(left, right), max(bottom, top), turn)
        return cls(*_LETTER, turn)

    def size(self, quarter: int) -> tuple[float, float]:
        """Give width and height of the page when text that runs in a direction reads upright."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if quarter % 2 else (width, height)

    def corner(self, quarter: int) -> tuple[float, float]:
        """Give the left edge and the top of the page in coordinates that are turned by `turned`."""
        return (
            (self.left, self.top),
            (self.bottom, -self.left),
            (-self.right, -self.bottom),
            (-self.top, self.right),
        )[quarter]


def rules(raw: ModuleType, page: Any, frame: Frame, quarter: int) -> Iterator[Rule | Upright]:
    """Give the thin lines and rectangles on a page whose text runs in a direction."""
    corner, top = frame.corner(quarter)
    for left, low, right, high in _paths(raw, page):
        (x, y), (u, v) = turned(left, low, quarter), turned(right, high, quarter)
        if abs(y - v) <= _THIN < abs(u - x) / 2:
            yield Rule(min(x, u) - corner, max(x, u) - corner, top - max(y, v))
        elif abs(u - x) <= _THIN < abs(y - v) / 2:
            yield Upright(min(x, u) - corner, top - max(y, v), top - min(y, v))


def links(raw: ModuleType, page: Any, frame: Frame, quarter: int) -> Iterator[Box]:
    """Give the areas of a page that lead elsewhere when they are clicked."""
    left, top = frame.corner(quarter)
    at, link, area = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    for _ in range(_MAX_LINKS):
        if not raw.FPDFLink_Enumerate(page, ctypes.byref(at), ctypes.byref(link)):
            return
        if raw.FPDFLink_GetAnnotRect(link, ctypes.byref(area)):
            (x, y), (u, v) = turned(area.left, area.bottom, quarter), turned(area.right, area.top, quarter)
            yield Box(min(x, u) - left, top - max(y, v), max(x, u) - left, top - min(y, v))


def _paths(raw: ModuleType, page: Any) -> Iterator[tuple[float, float, float, float]]:
    edges = [ctypes.c_float() for _ in range(4)]
    given = [ctypes.byref(edge) for edge in edges]
    for index in range(min(raw.FPDFPage_CountObjects(page), _MAX_OBJECTS)):
        shown = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(shown) == raw.FPDF_PAGEOBJ_PATH and raw.FPDFPageObj_GetBounds(shown, *given):
            left, bottom, right, top = (edge.value for edge in edges)
            yield left, bottom, right, top
