"""Tracked changes of an OpenDocument text: its tree with them accepted or rejected (OpenDocument 1.3 part 3, 5.5).

Insertions stand in the text between two marks. Deletions mostly stand apart, and a mark where they were; their first
and last paragraphs belong to the paragraph with the mark.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any, Final, Literal

from clausetrack.documents.odt.names import PARAGRAPHS, TEXT, XML_ID
from clausetrack.documents.tree_edits import take_out

JOINS: Final = "joins-next"
"""Attribute of a paragraph whose end is not there on the side that was settled: the next paragraph goes on with it."""

_TRACKED: Final = re.compile(rb"<(?:[\w.-]+:)?(?:insertion|deletion)[\s/>]")
_LIST: Final = f"{TEXT}list"
_ITEM: Final = f"{TEXT}list-item"
_LEAVES: Final = frozenset(f"{TEXT}{name}" for name in ("tab", "s", "line-break", "note"))
"""What stands in a paragraph for words of its own."""


def is_tracked(part: bytes) -> bool:
    """Say whether a part, as it is stored, has tracked changes of words."""
    return _TRACKED.search(part) is not None


def settle(root: Any, side: Literal["accepted", "rejected"]) -> None:
    """Take the record of the changes out of a tree; on the rejected side insertions too, and put back deletions."""
    inserted: set[str] = set()
    deleted: dict[str, Any] = {}
    for record in list(root.iter(f"{TEXT}tracked-changes")):
        for region in record:
            id = region.get(f"{TEXT}id") or region.get(XML_ID) or ""
            if region.find(f"{TEXT}insertion") is not None:
                inserted.add(id)
            deletion = region.find(f"{TEXT}deletion")
            if deletion is not None:
                deleted[id] = deletion
        take_out(record)
    # A program that shows deletions in the text may leave them there, between marks as insertions are.
    _take_out(root, inserted if side == "rejected" else deleted.keys())
    if side == "rejected":
        for mark in list(root.iter(f"{TEXT}change")):
            if (deletion := deleted.pop(mark.get(f"{TEXT}change-id") or "", None)) is not None:
                _put_back(mark, [block for block in deletion if block.tag.startswith(TEXT)])


def _take_out(root: Any, unwanted: Collection[str]) -> None:
    """Take out the words between the marks of changes, and note paragraphs whose ends lie between them."""
    open_: set[str] = set()
    gone: list[Any] = []
    for opens, element in _events(root):
        id = element.get(f"{TEXT}change-id") or ""
        if opens and element.tag == f"{TEXT}change-start" and id in unwanted:
            open_.add(id)
        elif opens and element.tag == f"{TEXT}change-end":
            open_.discard(id)
        if open_ and opens:
            element.text = None
            if element.tag in _LEAVES:
                gone.append(element)
        elif open_:
            if element.tag in PARAGRAPHS:
                element.set(JOINS, "1")
            element.tail = None
    for element in gone:
        _drop(element)


def _events(root: Any) -> Iterator[tuple[bool, Any]]:
    """Go through all elements, telling where each opens and closes."""
    stack = [(root, root.iterchildren())]
    yield True, root
    while stack:
        holder, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield False, holder
        else:
            yield True, child
            stack.append((child, child.iterchildren()))


def _drop(element: Any) -> None:
    """Remove an element, but not the words behind it."""
    parent, before = element.getparent(), element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "") or None
    else:
        parent.text = (parent.text or "") + (element.tail or "") or None
    element.tail = None
    take_out(element)


def _put_back(mark: Any, blocks: list[Any]) -> None:
    """Put what was deleted back to where its mark is, and part the paragraph there if it was parted before."""
    holder = mark.getparent()
    paragraphs = [found for block in blocks for found in block.iter(*PARAGRAPHS)]
    if not paragraphs:
        return
    first, last = paragraphs[0], paragraphs[-1]
    if len(paragraphs) == 1 or holder.tag not in PARAGRAPHS:
        _insert(mark, first)
        return
    # What follows the mark belongs to the last paragraph, what is before it to the first one.
    rest = list(mark.itersiblings())
    end = last[-1] if len(last) else None
    if end is None:
        last.text = (last.text or "") + (mark.tail or "")
    else:
        end.tail = (end.tail or "") + (mark.tail or "")
    mark.tail = None
    last.extend(rest)
    if holder.get(JOINS):
        last.set(JOINS, holder.attrib.pop(JOINS))
    _insert(mark, first)
    _after(holder, first, blocks)


def _insert(mark: Any, paragraph: Any) -> None:
    """Put the words of a paragraph between a mark and what follows it."""
    after, mark.tail = mark.tail, paragraph.text
    at = mark
    for child in list(paragraph):
        at.addnext(child)
        at = child
    at.tail = (at.tail or "") + (after or "")


def _after(holder: Any, first: Any, blocks: list[Any]) -> None:
    """Put blocks behind a paragraph, those of a list as items behind its own; the first one's words stand in it."""
    item = holder.getparent() if holder.getparent().tag == _ITEM else None
    following = [] if item is None else list(holder.itersiblings())
    pieces = [(block, piece) for block in blocks for piece in _pieces(block, whole=item is None) if piece is not first]
    if first.getparent() is not None:
        take_out(first)
    at = holder
    for block, piece in pieces:
        if item is not None and block.tag == _LIST:
            item.addnext(item.makeelement(_ITEM))
            item = item.getnext()
            item.append(piece)
        else:
            at.addnext(piece)
        at = piece
    # What an item holds behind its paragraph belongs to the last of those that it is now.
    for sibling in reversed(following):
        at.addnext(sibling)


def _pieces(block: Any, *, whole: bool) -> list[Any]:
    return [block] if whole or block.tag != _LIST else list(block.iter(*PARAGRAPHS))
