"""Redlines: what went in ``[-…-]``, what came in ``{+…+}``, with a few words of what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from clausetrack.model.change import WordEdit
from clausetrack.report.folding import fold
from clausetrack.report.style import paint
from clausetrack.report.visible import visible

CONTEXT: Final = 32
"""Characters of standing text shown on either side of a change: the phrase that it belongs to."""

_WORD_END: Final = re.compile(r"\s+\S*$")
_WORD_START: Final = re.compile(r"^\S*\s+")
_SPACE: Final = re.compile(r"\s+")
_MARKS: Final = {"delete": ("[-", "-]"), "insert": ("{+", "+}")}

Stretch = tuple[str | None, str]
"""A run of a redline: how it is painted (``delete``, ``insert``, not at all), and its text, white space collapsed."""


def redline(edits: Sequence[WordEdit], width: int, *, color: bool, whole: bool = False) -> list[str]:
    """Draw word edits on lines: in colour, or with marks where there is none.

    Standing text is cut to its ends next to changes unless the whole is wanted.
    """
    drawn = list(stretches(edits, marked=not color, whole=whole))
    lines = fold("".join(text for _, text in drawn), width)
    return list(_painted(lines, drawn)) if color else lines


def stretches(edits: Sequence[WordEdit], *, marked: bool = False, whole: bool = False) -> Iterator[Stretch]:
    """Yield the runs of a redline, standing text cut unless the whole is wanted; ``marked`` puts signs to changes."""
    last = len(edits) - 1
    for index, edit in enumerate(edits):
        text = _SPACE.sub(" ", visible(edit.text))
        if edit.op == "equal":
            yield None, text if whole else _cut(text, is_first=index == 0, is_last=index == last)
            continue
        core = text.strip()
        before, after = _MARKS[edit.op] if marked and core else ("", "")
        yield None, " " if text[:1] == " " else ""
        yield edit.op, f"{before}{core}{after}"
        yield None, " " if core and text[-1:] == " " else ""


def _cut(text: str, *, is_first: bool, is_last: bool) -> str:
    """Shorten standing text to what is next to a change, at word boundaries where the script has them."""
    if len(text) <= 2 * CONTEXT + 3:
        if (is_first or is_last) and len(text) > CONTEXT + 1:
            return "…" + _WORD_START.sub("", text[-CONTEXT:]) if is_first else _WORD_END.sub("", text[:CONTEXT]) + "…"
        return text
    head = "" if is_first else _WORD_END.sub("", text[:CONTEXT]) + " "
    tail = "" if is_last else " " + _WORD_START.sub("", text[-CONTEXT:])
    return f"{head.rstrip()}{' ' if head else ''}…{tail}"


def _painted(lines: Iterable[str], stretches: Iterable[Stretch]) -> Iterator[str]:
    """Paint lines that were folded from stretches: the folding has dropped spaces and nothing else."""
    styled = ((char, style) for style, text in stretches for char in text)
    for line in lines:
        taken: list[Stretch] = []
        for char in line:
            found, style = next(styled)
            while found != char:
                found, style = next(styled)
            taken.append((style, char))
        runs = groupby(taken, key=lambda stretch: stretch[0])
        yield "".join(_run(style, "".join(char for _, char in run)) for style, run in runs)


def _run(style: str | None, text: str) -> str:
    return paint(text, style, color=True) if style else text
