"""Styles of a Word document: what each makes of its paragraphs, by itself and by those that it is based on."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from clausetrack.documents.docx.names import VAL, W, is_on, number, value_of
from clausetrack.documents.headings import heading_level, is_contents

_BODY_LEVEL: Final = 9
"""The outline level of body text (17.3.1.20); those of headings are 0 to 8."""

_DEFAULT_SIZE: Final = 20
"""Half points of text whose size nothing gives (17.3.2.38)."""


class Style(NamedTuple):
    """What a style gives. ``size`` is in half points; None, or an empty name, is what nothing was said of.

    ``heading`` is the level of a heading, from 1, and 0 for what is none.
    """

    heading: int | None = None
    contents: bool = False
    list_id: str | None = None
    list_level: int | None = None
    centred: bool | None = None
    bold: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    size: int | None = None
    language: str | None = None


class Styles:
    """The styles by id, each with what it inherits. An unknown id is the default paragraph style."""

    def __init__(self, root: Any | None) -> None:
        elements = [] if root is None else list(root.iterchildren(f"{W}style"))
        self._elements: dict[str, Any] = {element.get(f"{W}styleId") or "": element for element in elements}
        self._resolved: dict[str, Style] = {}
        defaults = None if root is None else root.find(f"{W}docDefaults")
        self._defaults = Style(size=_DEFAULT_SIZE)
        for path in (f"{W}pPrDefault/{W}pPr", f"{W}rPrDefault/{W}rPr"):
            properties = None if defaults is None else defaults.find(path)
            if properties is not None:
                self._defaults = merged(self._defaults, properties_of(properties))
        self._default_id = next((id for id, element in self._elements.items() if _is_default(element)), "")

    def paragraph(self, id: str | None) -> Style:
        """Give a paragraph style, or the default one, with the document's own defaults below it."""
        return _over(self._defaults, self._own(id if id in self._elements else self._default_id))

    def character(self, id: str) -> Style:
        """Give a character style without the defaults, which it leaves to the paragraph's."""
        return self._own(id)

    def lists(self) -> dict[str, str]:
        """Give the number definitions of numbering styles, by the styles' ids."""
        found = ((id, self._own(id).list_id) for id, element in self._elements.items() if _type(element) == "numbering")
        return {id: list_id for id, list_id in found if list_id}

    def _own(self, id: str) -> Style:
        chain: list[str] = []
        while id in self._elements and id not in self._resolved:
            chain.append(id)
            # A ring of styles ends where it closes.
            self._resolved[id] = Style()
            id = value_of(self._elements[id], "basedOn") or ""
        style = self._resolved.get(id, Style())
        for name in reversed(chain):
            style = self._resolved[name] = _based(style, self._elements[name])
        return style


def _based(base: Style, element: Any) -> Style:
    """Give a style on top of the one that it is based on."""
    style = base
    for path in ("pPr", "rPr"):
        properties = element.find(W + path)
        if properties is not None:
            style = merged(style, properties_of(properties))
    name = value_of(element, "name") or ""
    stated = element.find(f"{W}pPr/{W}outlineLvl")
    if stated is None and _type(element) == "paragraph" and (level := heading_level(name)):
        style = style._replace(heading=level)
    # A heading over the table of contents is based on the headings, and is none of the text.
    return style._replace(contents=is_contents(name))


def merged(below: Style, above: dict[str, Any]) -> Style:
    """Give a style with some properties replaced."""
    return below._replace(**above) if above else below


def _over(below: Style, above: Style) -> Style:
    given: dict[str, Any] = {name: value for name, value in zip(Style._fields, above, strict=True) if value is not None}
    return below._replace(**given)


def properties_of(properties: Any) -> dict[str, Any]:
    """Read a ``pPr`` or ``rPr``: the fields of a `Style` that it sets."""
    found: dict[str, Any] = {}
    for child in properties:
        read = _READERS.get(child.tag)
        if read:
            found |= read(child)
    return found


def _outline(element: Any) -> dict[str, Any]:
    level = number(element.get(VAL))
    return {} if level is None else {"heading": level + 1 if 0 <= level < _BODY_LEVEL else 0}


def _numbered(element: Any) -> dict[str, Any]:
    level = number(value_of(element, "ilvl"))
    list_id = value_of(element, "numId")
    return ({} if list_id is None else {"list_id": list_id}) | ({} if level is None else {"list_level": level})


def _size(element: Any) -> dict[str, Any]:
    size = number(element.get(VAL))
    return {} if size is None else {"size": size}


def _language(element: Any) -> dict[str, Any]:
    language = element.get(VAL)
    return {"language": language} if language else {}


_READERS: Final = {
    f"{W}outlineLvl": _outline,
    f"{W}numPr": _numbered,
    f"{W}jc": lambda element: {"centred": element.get(VAL) == "center"},
    f"{W}b": lambda element: {"bold": is_on(element)},
    f"{W}caps": lambda element: {"caps": is_on(element)},
    f"{W}vanish": lambda element: {"hidden": is_on(element)},
    f"{W}sz": _size,
    f"{W}lang": _language,
}


def _type(element: Any) -> str:
    return str(element.get(f"{W}type") or "paragraph")


def _is_default(element: Any) -> bool:
    return _type(element) == "paragraph" and element.get(f"{W}default") in {"1", "true", "on"}
