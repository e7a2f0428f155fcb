"""Styles of an OpenDocument text: headings, looks and what is hidden, each with what it inherits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from clausetrack.documents.headings import heading_level
from clausetrack.documents.odt.names import FO, STYLE, TEXT, count_of

_LENGTH: Final = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,6})?)(pt|%|cm|mm|in|px)")
_POINTS: Final = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "px": 0.75}
_BOLD: Final = frozenset({"bold", "600", "700", "800", "900"})
_SPACE: Final = "_20_"
"""How a space is written in the name of a style."""


class Style(NamedTuple):
    """What a style gives; ``size`` is in points. None is what nothing was said of.

    ``heading`` is a level from 1, 0 for none; ``list_style`` is empty where the style takes numbers off.
    """

    heading: int | None = None
    centred: bool | None = None
    bold: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    list_style: str | None = None
    language: str | None = None


_NONE: Final = Style()


class Styles:
    """The styles of the given trees by family and name; in later ones they win over earlier ones of the same name."""

    def __init__(self, roots: Iterable[Any]) -> None:
        self._elements: dict[tuple[str, str], Any] = {}
        self._resolved: dict[tuple[str, str], Style] = {}
        for root in roots:
            for element in root.iter(f"{STYLE}style", f"{STYLE}default-style"):
                family = element.get(f"{STYLE}family") or ""
                self._elements[family, element.get(f"{STYLE}name") or ""] = element

    def paragraph(self, name: str | None) -> Style:
        """Give a paragraph style, with the defaults of the document below it."""
        return over(self._own("paragraph", ""), self._own("paragraph", name or ""))

    def words(self, name: str | None) -> Style:
        """Give a style of words inside a paragraph."""
        return self._own("text", name) if name else _NONE

    def is_hidden_section(self, name: str | None) -> bool:
        """Say whether a section of a style is not shown."""
        return bool(name and self._own("section", name).hidden)

    def _own(self, family: str, name: str) -> Style:
        chain: list[tuple[str, str]] = []
        key = (family, name)
        while key in self._elements and key not in self._resolved:
            chain.append(key)
            # A ring of styles ends where it closes.
            self._resolved[key] = _NONE
            key = (family, self._elements[key].get(f"{STYLE}parent-style-name") or "\0")
        style = self._resolved.get(key, _NONE)
        for link in reversed(chain):
            style = self._resolved[link] = over(style, _read(self._elements[link], style))
        return style


def over(below: Style, above: Style) -> Style:
    """Lay one style over another: what the upper one says nothing of is the lower one's."""
    if above is _NONE:
        return below
    merged: tuple[Any, ...] = tuple(low if high is None else high for low, high in zip(below, above, strict=True))
    return Style(*merged)


def _read(element: Any, base: Style) -> Style:
    name = element.get(f"{STYLE}display-name") or (element.get(f"{STYLE}name") or "").replace(_SPACE, " ")
    # An empty outline level is that of body text.
    stated = element.get(f"{STYLE}default-outline-level")
    level = heading_level(name) if stated is None else count_of(stated) or 0
    found = {"heading": level, "list_style": element.get(f"{STYLE}list-style-name")}
    for properties in element:
        found |= _properties(properties, base)
    return Style(**found)


def _properties(element: Any, base: Style) -> dict[str, Any]:
    """Read the properties of paragraphs, words and sections, by the attributes that are there."""
    found: dict[str, Any] = {}
    for name, value in element.attrib.items():
        if name == f"{FO}text-align":
            found["centred"] = value == "center"
        elif name == f"{FO}font-weight":
            found["bold"] = value in _BOLD
        elif name == f"{FO}text-transform":
            found["caps"] = value == "uppercase"
        elif name == f"{TEXT}display":
            found["hidden"] = value == "none"
        elif name == f"{FO}font-size":
            found["size"] = _size(value, base)
        elif name == f"{FO}language" and value not in {"none", "zxx"}:
            country = element.get(f"{FO}country") or "none"
            found["language"] = value if country == "none" else f"{value}-{country}"
    return found


def _size(text: str, base: Style) -> float | None:
    match = _LENGTH.fullmatch(text)
    if match is None:
        return None
    value = float(match[1])
    if match[2] == "%":
        return base.size and base.size * value / 100
    return value * _POINTS[match[2]]
