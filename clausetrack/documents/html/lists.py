"""The labels of list items as a browser shows them (HTML Living Standard, section 4.4.5; CSS Counter Styles 3)."""

from __future__ import annotations

import re
from typing import Any, Final

from clausetrack.documents.counting import lettered, shown

_STYLE: Final = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_TYPES: Final = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}


class Counter:
    """Counts the items of one list."""

    def __init__(self, element: Any) -> None:
        self.ordered = element.tag == "ol"
        self.style = _style(element, self.ordered)
        self.step = -1 if self.ordered and element.get("reversed") is not None else 1
        size = sum(1 for child in element if child.tag == "li") if self.step < 0 else 1
        start = _number(element.get("start"))
        self.next = size if start is None else start

    def label(self, item: Any) -> str | None:
        """Give the label of the next item, None where none is shown."""
        own = _number(item.get("value"))
        number = self.next if own is None else own
        self.next = number + self.step
        style = _style(item, self.ordered) if item.get("type") or item.get("style") else None
        return _shown(number, style if style not in {None, "decimal", "disc"} else self.style)


def _style(element: Any, ordered: bool) -> str:  # noqa: FBT001 - a list is one or the other
    found = _STYLE.search((element.get("style") or "")[:500])
    if found:
        return found[1].lower()
    return _TYPES.get(element.get("type") or "", "decimal" if ordered else "disc")


def _shown(number: int, style: str | None) -> str | None:
    if style == "none":
        return None
    if style in {"disc", "circle", "square"}:
        return "•"
    text = str(number)
    if style in {"lower-alpha", "lower-latin", "upper-alpha", "upper-latin"}:
        text = lettered(number)
    elif style in {"lower-roman", "upper-roman"}:
        text = shown(number, "lowerRoman")
    return f"{text.upper() if str(style).startswith('upper') else text}."


def _number(text: str | None) -> int | None:
    """Read an integer as HTML has it; None where there is none, or one that no list has."""
    found = re.match(r"\s*([+-]?[0-9]{1,9})", text or "")
    return int(found[1]) if found else None
