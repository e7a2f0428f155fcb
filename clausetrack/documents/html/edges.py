"""The head and the foot of a page that no element or role marks as such: what stands before its text and behind it.

Both are read from outside in, past what is furniture already, up to the first thing that is text. Before the text stand
bars of links; behind it links, notices of copyright, questions to the reader, whom the press may ask.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from operator import add
from typing import Any, Final, NamedTuple

from clausetrack.documents.html.tree import SILENT, events, words_of
from clausetrack.documents.navigation_words import names_rights

_LINKED: Final = 0.8
"""Share of a bar's words that links hold; between them stand dots and strokes."""

_SHORT: Final = 300
"""Characters of the longest notice at the foot of a page."""

_PRESS: Final = re.compile(
    r"\A\W*(?:for )?(?:press|media|news)\s+(?:contacts?|enquir\w+|inquir\w+|office|quer\w+)\b"
    r"|\A\W*presse?kontakt|\A\W*contacts? (?:de )?presse\b|\A\W*contacto de prensa\b",
    re.IGNORECASE,
)
_FEET: Final = frozenset(["footer", "colophon", "copyright"])
_OF_PAGE: Final = frozenset(["site", "page", "global"])
"""Words in class and id that name a foot, and those beside it that leave no doubt whose foot it is."""

_ASKING: Final = frozenset(["feedback", "helpful", "rating", "survey", "vote"])
_CONTROLS: Final = ("button", "input", "select", "textarea")
_WHOLE: Final = frozenset(["html", "body", "main", "article"])
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_TITLES: Final = _HEADINGS[:2]
"""Headings that no foot has; those above its columns of links are of lower levels."""

_SEVERAL: Final = 2
"""Links that make a bar where no heading of the first level comes behind it: one alone may be a title."""


class _Page(NamedTuple):
    """A page: its root, the characters of each element's text, what is known not to belong to it, the largest edge."""

    root: Any
    sizes: Mapping[Any, int]
    left_out: Container[Any]
    most: float


class _Inside(NamedTuple):
    """What is in an element: links and the characters that they show, headings, those of a title, controls."""

    links: int = 0
    linked: int = 0
    headings: int = 0
    titles: int = 0
    controls: int = 0


def edges(root: Any, sizes: Mapping[Any, int], left_out: Container[Any], most: float) -> list[Any]:
    """Give the elements of head and foot, each of at most ``most`` characters; ``sizes`` are those of each element."""
    page = _Page(root, sizes, left_out, most)
    inside = _counted(sizes)
    fewest = _SEVERAL if next(root.iter("h1"), None) is None else 1
    head = _outside_in(page, _forwards, lambda element: _is_bar(inside[element], sizes[element], fewest))
    foot = _outside_in(page, _backwards, lambda element: _is_foot(element, inside[element], sizes[element]))
    return [*head, *foot]


def _counted(sizes: Mapping[Any, int]) -> dict[Any, _Inside]:
    """Count what is in each element, itself counted, in one pass from the last to the first."""
    found: dict[Any, _Inside] = {}
    for element in reversed(tuple(sizes)):
        inner = found.get(element, _Inside())
        tag = element.tag
        if tag == "a" and element.get("href"):
            inner = inner._replace(links=inner.links + 1, linked=sizes[element])
        elif tag in _HEADINGS:
            inner = inner._replace(headings=inner.headings + 1, titles=inner.titles + (tag in _TITLES))
        elif tag in _CONTROLS:
            inner = inner._replace(controls=inner.controls + 1)
        found[element] = inner
        parent = element.getparent()
        if parent is not None and any(inner):
            found[parent] = _Inside(*map(add, found.get(parent, _Inside()), inner))
    return found


def _outside_in(page: _Page, parts: Callable[[Any], list[Any]], belongs: Callable[[Any], bool]) -> Iterator[Any]:
    """Give what belongs to an edge, up to the first heading or text that does not."""
    stack = [page.root]
    while stack:
        part = stack.pop()
        if isinstance(part, str):
            if part.strip():
                return
        elif part.tag in SILENT or not page.sizes.get(part) or part in page.left_out:
            continue
        elif part.tag not in _WHOLE and page.sizes[part] <= page.most and belongs(part):
            yield part
        elif part.tag in _HEADINGS:
            return
        else:
            stack += parts(part)


def _forwards(element: Any) -> list[Any]:
    """Give what stands in an element, the first last, as a stack has it."""
    return _backwards(element)[::-1]


def _backwards(element: Any) -> list[Any]:
    found = [element.text or ""]
    for child in element:
        found += (child, child.tail or "")
    return found


def _is_bar(inside: _Inside, size: int, fewest: int) -> bool:
    return inside.links >= fewest and not inside.headings and inside.linked >= _LINKED * size


def _is_foot(element: Any, inside: _Inside, size: int) -> bool:
    if inside.titles:
        return False
    words = words_of(element)
    text = _text(element) if size <= _SHORT else ""
    rights = names_rights(text)
    if not words.isdisjoint(_FEET):
        return rights or inside.links > 0 or not words.isdisjoint(_OF_PAGE)
    asks = inside.controls > 0 and ("?" in text or (bool(text) and not words.isdisjoint(_ASKING)))
    return rights or asks or _PRESS.search(text) is not None


def _text(element: Any) -> str:
    return " ".join(event.text for event in events(element) if event.kind == "text")
