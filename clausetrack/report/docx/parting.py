"""Changes at the end of one paragraph and at the start of the next, kept apart in a document that is edited in place.

The same as `flow.part`, on elements: LibreOffice takes them for one where they are of one kind and one author, and
accepts or rejects the mark between them with them.
"""

from __future__ import annotations

from typing import Any, Final

from clausetrack.documents.docx.names import W
from clausetrack.report.docx.elements import Maker
from clausetrack.report.docx.flow import Op

_COMES: Final = frozenset((f"{W}ins", f"{W}moveTo"))
_GOES: Final = frozenset((f"{W}del", f"{W}moveFrom"))


def part(root: Any, maker: Maker) -> None:
    """Part changes that meet at a mark that stands: the order of a pair is turned, or the mark goes and comes again."""
    for paragraph in list(root.iter(f"{W}p")):
        after = paragraph.getnext()
        if after is None or after.tag != f"{W}p" or _is_tracked(paragraph):
            continue
        last, first = next(paragraph.iterchildren(reversed=True), None), _first(after)
        if last is None or first is None or not _meet(last, first):
            continue
        before, behind = last.getprevious(), first.getnext()
        if before is not None and _kind(before) == -_kind(last):
            before.addprevious(last)
        elif behind is not None and _kind(behind) == -_kind(first):
            behind.addnext(first)
        elif paragraph.find(f"{W}pPr/{W}sectPr") is None:
            op: Op = "insert" if _kind(last) > 0 else "delete"
            paragraph.addnext(maker.paragraph([], "delete" if op == "insert" else "insert", paragraph))
            maker.mark(paragraph, op)


def _is_tracked(paragraph: Any) -> bool:
    look = paragraph.find(f"{W}pPr/{W}rPr")
    return look is not None and any(child.tag in _COMES | _GOES for child in look)


def _first(paragraph: Any) -> Any | None:
    return next((child for child in paragraph if child.tag != f"{W}pPr" and not child.tag.endswith("RangeStart")), None)


def _meet(last: Any, first: Any) -> bool:
    author = f"{W}author"
    return _kind(last) != 0 and _kind(last) == _kind(first) and last.get(author) == first.get(author)


def _kind(element: Any) -> int:
    """Say whether an element comes (1), goes (-1) or is no tracked change (0)."""
    return (element.tag in _COMES) - (element.tag in _GOES)
