"""Tracked changes of a Word document: its tree as it is with all of them accepted, or with all rejected.

What is tracked (ISO/IEC 29500-1, section 17.13.5) are words, paragraph marks, rows, cells, numbering and properties.
Once a side is settled, nothing after it has to know that there were changes.
"""

from __future__ import annotations

import re
from typing import Any, Final, Literal

from clausetrack.documents.docx.names import W
from clausetrack.documents.safe_xml import local
from clausetrack.documents.tree_edits import take_out

JOINS: Final = "joins-next"
"""Attribute of a paragraph whose mark is not there on the side that was settled: the next paragraph goes on with it."""

_GONE: Final = {
    "accepted": (f"{W}del", f"{W}moveFrom", f"{W}cellDel"),
    "rejected": (f"{W}ins", f"{W}moveTo", f"{W}cellIns"),
}
_PROPERTIES: Final = tuple(f"{W}{name}" for name in ("rPrChange", "pPrChange"))
_MARKS: Final = frozenset({"ins", "del", "moveFrom", "moveTo"})
_KEPT: Final = _MARKS | {"rPr", "sectPr"}
"""What in the properties of a run or paragraph the old properties do not replace."""

_TRACKED: Final = re.compile(rb"<(?:[\w.-]+:)?(?:ins|del|moveFrom|moveTo|cellIns|cellDel|pPrChange)[\s/>]")
"""Changes of words and numbering. Those of looks alone change nothing that is compared."""


def is_tracked(part: bytes) -> bool:
    """Say whether a part, as it is stored, has tracked changes of words or numbering."""
    return _TRACKED.search(part) is not None


def settle(root: Any, side: Literal["accepted", "rejected"]) -> None:
    """Take out of a tree what is not there on a side, and put back the properties that were there."""
    for change in list(root.iter(*_PROPERTIES)):
        _settle_properties(change, side)
    # From the end, so that what is inside something else goes first, and nothing is moved twice.
    for change in reversed(list(root.iter(*_GONE[side]))):
        _take_out(change)


def _settle_properties(change: Any, side: str) -> None:
    properties = change.getparent()
    if properties is None:
        return
    if side == "rejected":
        old = next(iter(change), ())
        for child in list(properties):
            if local(child) not in _KEPT and child is not change:
                take_out(child)
        for child in list(old):
            change.addprevious(child)
    if change.getparent() is properties:
        take_out(change)


def _take_out(change: Any) -> None:
    """Take out what an element marks, which depends on where it stands: a property of something, or around words."""
    parent = change.getparent()
    place = "" if parent is None else local(parent)
    if place == "rPr" and local(change) in _MARKS:
        _join(parent)
    elif place in {"trPr", "tcPr", "numPr"}:
        holder = parent.getparent() if place != "numPr" else parent
        if holder is not None:
            take_out(holder)
    elif parent is not None:
        take_out(change)


def _join(run_properties: Any) -> None:
    """Note that the mark of a paragraph is gone, where these are the properties of such a mark."""
    properties = run_properties.getparent()
    if properties is not None and local(properties) == "pPr" and properties.getparent() is not None:
        properties.getparent().set(JOINS, "1")
