"""Redlines as HTML: ``del`` and ``ins``, and long stretches that stand marked, so that a page can fold them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clausetrack.model.change import WordEdit
from clausetrack.report.html.frame import Html, shown

CONTEXT: Final = 240
"""Characters of standing text that stay on either side of a change: the sentence that it belongs to."""

_LEAST: Final = 160
"""Characters that are worth folding; less is read sooner than unfolded."""

_WORD_END: Final = re.compile(r"\s\S*$")
_WORD_START: Final = re.compile(r"^\S*\s")
_TAGS: Final = {"delete": "del", "insert": "ins"}


def redline(edits: Sequence[WordEdit]) -> Html:
    """Draw word edits. Standing text far from any change is in ``span`` elements of the class ``far``."""
    last = len(edits) - 1
    return Html("".join(_edit(edit, is_first=at == 0, is_last=at == last) for at, edit in enumerate(edits)))


def _edit(edit: WordEdit, *, is_first: bool, is_last: bool) -> str:
    text = edit.text
    if edit.op == "equal":
        return "".join(_standing(text, is_first=is_first, is_last=is_last))
    core = text.strip()
    if not core:
        return shown(text)
    # The space around words stands outside, so that no underlined gap is drawn.
    start = text.index(core)
    before, after, tag = text[:start], text[start + len(core) :], _TAGS[edit.op]
    return f"{shown(before)}<{tag}>{shown(core)}</{tag}>{shown(after)}"


def _standing(text: str, *, is_first: bool, is_last: bool) -> Iterator[str]:
    """Yield standing text in up to three parts: what is next to the change before, what is far, what is next after."""
    if len(text) < 2 * CONTEXT + _LEAST:
        yield shown(text)
        return
    head = "" if is_first else _WORD_END.sub("", text[:CONTEXT])
    tail = "" if is_last else _WORD_START.sub("", text[-CONTEXT:])
    yield shown(head)
    yield f'<span class="far">{shown(text[len(head) : len(text) - len(tail)])}</span><i class="gap"></i>'
    yield shown(tail)
