"""What belongs to a page of the web and not to its text: menus, notices about cookies, bars for sharing, adverts.

It is told by structure and role first, by where it stands and where its links lead, and by the words of class and id
last. Whatever is marked so but holds much of the
page's words is no furniture, so that the text itself is never lost to a name that somebody gave a box.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Any, Final, NamedTuple

from clausetrack.documents.html.edges import edges
from clausetrack.documents.html.navigation import navigation
from clausetrack.documents.html.tree import SILENT, is_hidden, words_of

_ROLES: Final = frozenset(
    [
        *("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar"),
        *("toolbar", "tablist", "alert", "status"),
    ]
)
"""ARIA roles of what stands around a text (WAI-ARIA 1.2, section 5.3.4)."""

_TAGS: Final = frozenset(["nav", "aside", "dialog", "menu", "search"])
_AT_PAGE: Final = frozenset(["header", "footer"])
"""Heads and feet: the page's are furniture, those of an article or a section belong to it. As titles of boxes they are
the running lines of a text that LibreOffice turned into HTML."""

_WITHIN: Final = frozenset(["main", "article", "section"])

_WORDS: Final = frozenset(
    [
        *(
            "cookie",
            "cookies",
            "consent",
            "gdpr",
            "onetrust",
            "breadcrumb",
            "breadcrumbs",
            "share",
            "sharing",
            "social",
        ),
        *("newsletter", "subscribe", "sidebar", "navbar", "navigation", "skip", "skiplink", "related", "recommended"),
        *("recommendations", "advert", "advertisement", "ads", "promo", "banner", "paywall", "comments", "toolbar"),
        *("pagination", "masthead", "menu"),
    ]
)
"""Words in class and id that name furniture. Those that a text may be called by too ("note", "side") are not here."""

_MOST: Final = 1 / 3
"""Share of the page's words beyond which nothing is furniture. The largest menus in saved pages of ministries and
gazettes hold about a quarter."""

_MAIN: Final = 0.4
"""Share of the words outside of furniture that `main` or an `article` must hold to be taken for the text."""


class Content(NamedTuple):
    """The element that holds the text, and the elements below it that do not belong to the text."""

    root: Any
    left_out: frozenset[Any]


def content(page: Any) -> Content:
    """Find the text in a page."""
    sizes = _sizes(page)
    whole = max(sizes.get(page, 0), 1)
    ways = frozenset(way for way in navigation(page, sizes) if sizes[way] <= _MOST * whole)
    marked = frozenset(_furniture(page, sizes, whole, ways))
    left_out = marked.union(edges(page, sizes, marked, _MOST * whole))
    kept = whole - _held(left_out, sizes)
    return Content(_main(page, sizes, left_out, kept), left_out)


def _sizes(page: Any) -> dict[Any, int]:
    """Count the characters of each element's text, white space and silent elements left out."""
    order = [element for element in page.iter() if isinstance(element.tag, str)]
    sizes = {element: 0 if element.tag in SILENT else len((element.text or "").strip()) for element in order}
    for element in reversed(order):
        parent = element.getparent()
        if parent is not None and parent in sizes:
            own = sizes[element] if element.tag not in SILENT else 0
            sizes[parent] += own + len((element.tail or "").strip())
    return sizes


def _furniture(page: Any, sizes: dict[Any, int], whole: int, ways: Container[Any]) -> list[Any]:
    """Give the outermost elements that are ways through the page, hidden or furniture, and hold little enough."""
    found = []
    stack = [(page, False)]
    while stack:
        element, inside = stack.pop()
        if (
            element is not page
            and element.tag != "body"
            and sizes[element] <= _MOST * whole
            and (element in ways or _is_out(element, inside))
        ):
            found.append(element)
            continue
        inner = inside or element.tag in _WITHIN
        stack += [(child, inner) for child in element if child in sizes and child.tag not in SILENT]
    return found


def _is_out(element: Any, inside: bool) -> bool:  # noqa: FBT001 - whether it is in an article is all that is known
    role = element.get("role") or ""
    if is_hidden(element) or role in _ROLES or (element.tag == "div" and element.get("title") in _AT_PAGE):
        return True
    if role.startswith("doc-") or element.tag in {"html", "body", "main", "article"}:
        return False
    if element.tag in _AT_PAGE:
        return not inside
    return element.tag in _TAGS or not _WORDS.isdisjoint(words_of(element))


def _held(elements: frozenset[Any], sizes: dict[Any, int]) -> int:
    return sum(sizes[element] for element in elements)


def _main(page: Any, sizes: dict[Any, int], left_out: frozenset[Any], kept: int) -> Any:
    """Give `main`, else the one `article`, where it holds enough of what is kept; else the page."""
    marked = [element for element in page.iter() if element in sizes]
    mains = [element for element in marked if element.tag == "main" or element.get("role") == "main"]
    articles = [element for element in marked if element.tag == "article"]
    for candidates in (mains, articles):
        best = max(candidates, key=sizes.__getitem__, default=None)
        if best is not None and best not in left_out and sizes[best] >= _MAIN * kept:
            return best
    return page
