"""What a file of Markdown has for its readers to find their way: lists of links to its own places, ways to its top."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from clausetrack.documents.navigation_words import names_contents, names_top

_ENTRIES: Final = 3
"""Entries from which on links to places in the file are a list of contents, and no references."""

_KNOWN: Final = 0.5
"""Share of the entries that must be found in the file again; headings are reworded, and lists of them forgotten."""

_PLACE: Final = re.compile(r"""\{#([^\s{}]{1,200})|\b(?:id|name)=["']([^"']{1,200})["']""")
_NUMBERS: Final = re.compile(r"\A[\W\d]+")


class _Links(NamedTuple):
    """The words and the places of a text that is nothing but links to places in the same file."""

    words: tuple[str, ...]
    places: tuple[str, ...]


def without_navigation(tokens: Sequence[Any], source: str) -> list[Any]:
    """Give the tokens (of markdown-it-py) of a file without those that are its navigation."""
    parts = list(_parts(tokens))
    links = [_part_links(part) for part in parts]
    said = {_folded(token.content) for part, found in zip(parts, links, strict=True) if not found for token in part}
    said.update(name for found in _PLACE.findall(source) for name in found)
    kept: list[list[Any]] = []
    for part, found in zip(parts, links, strict=True):
        if not found or not _is_navigation(found, said):
            kept.append(part)
        elif kept and len(found.words) >= _ENTRIES and names_contents(" ".join(map(_shown, kept[-1]))):
            kept.pop()
    return [token for part in kept for token in part]


def _parts(tokens: Sequence[Any]) -> Iterator[list[Any]]:
    """Give the blocks of the file, each with all that is in it."""
    part: list[Any] = []
    for token in tokens:
        part.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield part
            part = []


def _part_links(part: Sequence[Any]) -> _Links | None:
    """Give the links of a list or a paragraph that is nothing else."""
    if part[0].type not in {"paragraph_open", "bullet_list_open", "ordered_list_open"}:
        return None
    found = [_links(token) for token in part if token.type == "inline"]
    if any(token.type in {"fence", "code_block", "html_block"} for token in part) or not all(found):
        return None
    return _Links(
        tuple(word for links in found if links for word in links.words),
        tuple(place for links in found if links for place in links.places),
    )


def _links(inline: Any) -> _Links | None:
    words: list[str] = []
    places: list[str] = []
    inside = False
    for token in inline.children or ():
        if token.type == "link_open":
            inside = True
            words.append("")
            places.append(str(token.attrGet("href") or ""))
        elif token.type == "link_close":
            inside = False
        elif inside:
            words[-1] += token.content
        elif any(map(str.isalpha, token.content)):
            return None
    return _Links(tuple(words), tuple(places)) if places and all(place[:1] == "#" for place in places) else None


def _is_navigation(links: _Links, said: set[str]) -> bool:
    if len(links.words) == 1:
        return names_top(links.words[0])
    known = sum(
        any(map(str.isalpha, word)) and not said.isdisjoint((_folded(word), place[1:]))
        for word, place in zip(links.words, links.places, strict=True)
    )
    return len(links.words) >= _ENTRIES and known >= _KNOWN * len(links.words)


def _folded(text: str) -> str:
    """Give the letters and digits of a heading or an entry, without the number before them and a place behind them."""
    return "".join(filter(str.isalnum, _NUMBERS.sub("", text.partition("{#")[0]))).casefold()


def _shown(token: Any) -> str:
    return token.content if token.type == "inline" else ""
