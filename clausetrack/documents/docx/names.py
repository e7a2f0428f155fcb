"""Names of WordprocessingML, and how its values are written."""

from __future__ import annotations

from typing import Any, Final

TRANSITIONAL: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"

W: Final = f"{{{TRANSITIONAL}}}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL: Final = f"{W}val"

_DIGITS: Final = 9
"""Digits of the longest number that is taken for one: as many as a number of 32 bits has for certain."""


def value_of(parent: Any, name: str) -> str | None:
    """Give the value of a child, as in ``<w:name w:val="…"/>``; None where there is none."""
    child = parent.find(W + name)
    found: str | None = None if child is None else child.get(VAL)
    return found


def is_on(element: Any) -> bool:
    """Say whether a property that is on or off is on: it is where it stands without a value."""
    return element.get(VAL) not in {"0", "false", "off"}


def number(text: str | None) -> int | None:
    """Read a whole number of at most nine digits; None for anything else."""
    if text is None or len(text) > _DIGITS or not text.removeprefix("-").isdecimal():
        return None
    return int(text)
