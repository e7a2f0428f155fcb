"""Footnotes of a page: short raised links to a place in the same page call them, and what stands there is the note."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from clausetrack.documents.html.tree import BLOCKS, words_of

_LONGEST: Final = 4
"""Characters of the longest call, brackets aside: "123", "12a", "***"."""

_RAISING: Final = frozenset(["footnote", "fn", "fnref", "noteref", "super", "endnote", "ftnref", "note", "reference"])
"""Words in the class of a link, or of what it holds, that make it a call without a `sup`."""

_SCANNED: Final = 40
"""Characters of a link's text that are looked at."""


class Notes(NamedTuple):
    """Calls by their link, notes by their block, each with the label; links that lead from a note back to its call."""

    calls: dict[Any, str]
    notes: dict[Any, str]
    back: frozenset[Any]


def find_notes(page: Any) -> Notes:
    """Find the footnotes of a page and their calls."""
    ids = {name: element for element in page.iter() for name in _names(element)}
    calls: dict[Any, str] = {}
    notes: dict[Any, str] = {}
    back: set[Any] = set()
    called: set[Any] = set()
    for link in page.iter("a"):
        target = ids.get((link.get("href") or "").rpartition("#")[2]) if "#" in (link.get("href") or "") else None
        if target is None:
            continue
        if target in called:
            back.add(link)
        elif (label := _label(link)) and (note := _note(target, link)) is not None:
            calls[link] = label
            notes.setdefault(note, label)
            called.update((link, link.getparent(), *link))
    return Notes(calls, notes, frozenset(back))


def _names(element: Any) -> tuple[str, ...]:
    return (
        tuple(name for name in (element.get("id"), element.get("name")) if name) if isinstance(element.tag, str) else ()
    )


def _label(link: Any) -> str:
    """Give the label of a call, the empty string for a link that is none."""
    text = "".join(link.itertext())[:_SCANNED].strip()
    label = text.strip("[]() \xa0")
    raised = link.getparent().tag == "sup" or link.find(".//sup") is not None or link.get("role") == "doc-noteref"
    named = any(not _RAISING.isdisjoint(words_of(element)) for element in (link, *link)) or text.startswith("[")
    return label if 0 < len(label) <= _LONGEST and (raised or named) else ""


def _note(target: Any, link: Any) -> Any:
    """Give the block that a call leads to; None where that is no note, but what the call itself stands in."""
    block = target
    while block is not None and block.tag not in BLOCKS:
        block = block.getparent()
    if block is None or block.tag in {"html", "body", "main", "article", "h1", "h2", "h3", "h4", "h5", "h6"}:
        return None
    return None if any(above is block for above in link.iterancestors()) else block
