"""Ways through a page that are no words of its text: permalinks, ways back to the top, lists of what is on the page.

They are told by where their links lead, to places in the same page, and by how little else stands beside the links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from clausetrack.documents.html.tree import BLOCKS
from clausetrack.documents.navigation_words import SHORT, names_contents, names_top

_SIGNS: Final = frozenset("¶#§🔗⚓↑⇧⬆▲⤒\ufe0f")
"""Signs by which pages offer the address of a heading, or the way back; those that call footnotes are not here."""

_TOPS: Final = frozenset(["", "top", "toc", "contents", "content", "main", "maincontent", "page", "header", "start"])
"""Places at the top of a page, by their names in letters: "#" and "#top" are those of HTML itself."""

_LINKED: Final = 0.7
"""Share of an entry that its link must hold: beside it may stand a number, and dots that lead to a page."""

_MOSTLY: Final = 0.9
"""Share of a list of contents that its entries must hold."""

_ENTRIES: Final = 3
"""Entries from which on links to places in the page are a list of contents, and no references."""

_HEADINGS: Final = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_WHOLE: Final = frozenset(["html", "body", "main", "article"])


class _Way(NamedTuple):
    """A link to a place in a page, most likely this one: its words, the name of the place, the block around it."""

    link: Any
    text: str
    place: str
    block: Any


def navigation(page: Any, sizes: Mapping[Any, int]) -> frozenset[Any]:
    """Give the elements that lead through the page; ``sizes`` are the characters of each element's text."""
    ways = [way for link in page.iter("a") if (way := _way(link)) is not None]
    signs = {way.link for way in ways if _is_sign(way)}
    often = Counter((way.text, way.place) for way in ways)
    backs = {way.block for way in ways if _leads_back(way, sizes, often[way.text, way.place])}
    return frozenset(signs | backs | set(_contents(page, ways, sizes)))


def _way(link: Any) -> _Way | None:
    _, sign, place = (link.get("href") or "").rpartition("#")
    if not sign:
        return None
    block = link.getparent()
    while block is not None and block.tag not in BLOCKS:
        block = block.getparent()
    return None if block is None else _Way(link, " ".join("".join(link.itertext()).split()), place, block)


def _is_sign(way: _Way) -> bool:
    """Say whether a link shows only a sign; "§" is one behind a heading, and before a number a word of the text."""
    return bool(way.text) and _SIGNS.issuperset(way.text) and not (way.text == "§" and (way.link.tail or "").strip())


def _leads_back(way: _Way, sizes: Mapping[Any, int], times: int) -> bool:
    """Say whether a link is all of its block, and leads to the top by its words, or again and again by its place."""
    if way.block.tag in _HEADINGS | _WHOLE or not 0 < len(way.text) <= SHORT or sizes[way.block] > sizes[way.link]:
        return False
    at_top = "".join(filter(str.isalpha, way.place)).lower() in _TOPS
    return names_top(way.text) or (at_top and times > 1)


def _contents(page: Any, ways: Iterable[_Way], sizes: Mapping[Any, int]) -> Iterable[Any]:
    """Give the lists of contents, each with what it is called: elements that hold entries, and little else."""
    entries = _entries(page, ways)
    held = dict.fromkeys(sizes, 0)
    count = dict.fromkeys(sizes, 0)
    for element in reversed(tuple(sizes)):
        size = entries.get(element, 0)
        held[element] += size
        count[element] += size > 0
        parent = element.getparent()
        if parent in held:
            held[parent] += held[element]
            count[parent] += count[element]
    lists = {
        element
        for element in sizes
        if element.tag not in _WHOLE and count[element] >= _ENTRIES and held[element] >= _MOSTLY * sizes[element]
    }
    for found in lists:
        name = found.getprevious()
        if found.getparent() not in lists:
            yield found
            if name is not None and sizes.get(name, SHORT) < SHORT and names_contents("".join(name.itertext())):
                yield name


def _entries(page: Any, ways: Iterable[_Way]) -> dict[Any, int]:
    """Give the size of each block that is an entry of a list: what stands in its own lines is a link to elsewhere.

    A heading is none: it may lead back to the list. Nor is a block that a link in it leads to.
    """
    places = {name: element for element in page.iter() for name in (element.get("id"), element.get("name")) if name}
    linked: Counter[Any] = Counter()
    for way in ways:
        target = places.get(way.place)
        if target is not None and way.block.tag not in _HEADINGS and not _is_within(target, way.block):
            linked[way.block] += _filled("".join(way.link.itertext()))
    own = {block: _own(block) for block in linked}
    return {block: own[block] for block in linked if linked[block] >= _LINKED * own[block] > 0}


def _is_within(element: Any, block: Any) -> bool:
    return element is block or any(above is block for above in element.iterancestors())


def _own(block: Any) -> int:
    """Count the characters in a block's own lines, without those of the blocks in it."""
    total = _filled(block.text)
    stack = list(block)
    while stack:
        element = stack.pop()
        total += _filled(element.tail)
        if isinstance(element.tag, str) and element.tag not in BLOCKS:
            total += _filled(element.text)
            stack += element
    return total


def _filled(text: str | None) -> int:
    return len((text or "").strip())
