"""Redlines as text: what went in ``[-…-]``, what came in ``{+…+}``, with a few words of what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from clausetrack.model.change import WordEdit
from clausetrack.report.style import paint
from clausetrack.report.visible import one_line

CONTEXT: Final = 32
"""Characters of standing text shown on either side of a change: the phrase that it belongs to."""

_WORD_END: Final = re.compile(r"\s+\S*$")
_WORD_START: Final = re.compile(r"^\S*\s+")


def redline(edits: Sequence[WordEdit], *, color: bool, whole: bool = False) -> str:
    """Draw word edits on one line; standing text is cut to its ends next to changes unless the whole is wanted."""
    last = len(edits) - 1
    parts = [_part(edit, index == 0, index == last, color=color, whole=whole) for index, edit in enumerate(edits)]
    return "".join(parts).strip()


def _part(edit: WordEdit, is_first: bool, is_last: bool, *, color: bool, whole: bool) -> str:  # noqa: FBT001 - where it stands
    text = edit.text if edit.text.isspace() else _collapsed(edit.text)
    if edit.op == "equal":
        return text if whole else _cut(text, is_first, is_last)
    core, lead, tail = text.strip(), text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if not core:
        return text
    if color:
        return f"{lead}{paint(core, edit.op, color=True)}{tail}"
    return f"{lead}[-{core}-]{tail}" if edit.op == "delete" else f"{lead}{{+{core}+}}{tail}"


def _collapsed(text: str) -> str:
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() else ""
    return f"{lead}{one_line(text)}{tail}"


def _cut(text: str, is_first: bool, is_last: bool) -> str:  # noqa: FBT001 - where it stands
    """Shorten standing text to what is next to a change, at word boundaries where the script has them."""
    if len(text) <= 2 * CONTEXT + 3:
        if (is_first or is_last) and len(text) > CONTEXT + 1:
            return "…" + _WORD_START.sub("", text[-CONTEXT:]) if is_first else _WORD_END.sub("", text[:CONTEXT]) + "…"
        return text
    head = "" if is_first else _WORD_END.sub("", text[:CONTEXT]) + " "
    tail = "" if is_last else " " + _WORD_START.sub("", text[-CONTEXT:])
    return f"{head.rstrip()}{' ' if head else ''}…{tail}"
