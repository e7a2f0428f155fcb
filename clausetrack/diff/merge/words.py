"""Two texts that were made of one, merged word by word.

The edits of either side are laid over the old text (three-way merge after S. Khanna, K. Kunal and B. Pierce, "A formal
investigation of diff3", 2007, on words instead of lines). Edits that touch, with no word between them that both sides
left alone, are merged where they say the same, and else are a conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from clausetrack.language.edits import word_edits

MOSTLY: Final = 1 / 3
"""The least share of the old text that must stand outside of conflicts for the rest to be shown as one text: below it
the sides are easier to read as wholes."""


class Clash(NamedTuple):
    """A stretch of the old text, and what either side made of it."""

    base: str
    ours: str
    theirs: str


class _Hunk(NamedTuple):
    start: int
    end: int
    new: str
    side: int


Parts = list[str | Clash]
"""A text in order: what is agreed on, and what is not."""


def merged_words(base: str, ours: str, theirs: str) -> Parts:
    """Merge two texts; joined, the parts are the result. One clash of the whole texts where little else is left."""
    hunks = sorted([*_hunks(base, ours, 0), *_hunks(base, theirs, 1)])
    parts: Parts = []
    done = 0
    for region in _regions(base, hunks):
        start, end = region[0].start, max(hunk.end for hunk in region)
        _append(parts, base[done:start])
        _append(parts, _settled(base[start:end], _side(base, region, 0), _side(base, region, 1), region))
        done = end
    _append(parts, base[done:])
    clashing = sum(len(part.base) for part in parts if isinstance(part, Clash))
    if any(isinstance(part, Clash) for part in parts) and len(base) - clashing < MOSTLY * len(base):
        return [Clash(base, ours, theirs)]
    return _with_gaps(parts)


def _hunks(base: str, side: str, number: int) -> Iterator[_Hunk]:
    position = start = 0
    new = ""
    for edit in word_edits(base, side):
        if edit.op == "equal":
            if new or position > start:
                yield _Hunk(start, position, new, number)
            position += len(edit.text)
            start, new = position, ""
        elif edit.op == "delete":
            position += len(edit.text)
        else:
            new += edit.text
    if new or position > start:
        yield _Hunk(start, position, new, number)


def _regions(base: str, hunks: Sequence[_Hunk]) -> Iterator[list[_Hunk]]:
    """Gather the edits that touch each other."""
    region: list[_Hunk] = []
    end = 0
    for hunk in hunks:
        if region and hunk.start > end and any(map(str.isalnum, base[end : hunk.start])):
            yield region
            region = []
        region.append(hunk)
        end = max(end, hunk.end)
    if region:
        yield region


def _side(base: str, region: Sequence[_Hunk], side: int) -> str:
    """Give what a side made of the stretch that a region covers."""
    done, end = region[0].start, max(hunk.end for hunk in region)
    text = ""
    for hunk in region:
        if hunk.side == side:
            text += base[done : hunk.start] + hunk.new
            done = hunk.end
    return text + base[done:end]


def _settled(base: str, ours: str, theirs: str, region: Sequence[_Hunk]) -> str | Clash:
    if ours == theirs or all(hunk.side == 0 for hunk in region):
        return ours
    return theirs if all(hunk.side == 1 for hunk in region) else Clash(base, ours, theirs)


def _append(parts: Parts, part: str | Clash) -> None:
    if isinstance(part, str) and parts and isinstance(parts[-1], str):
        parts[-1] += part
    elif part != "":
        parts.append(part)


def _with_gaps(parts: Parts) -> Parts:
    """Give the white space around a clash to its sides, so that the text between clashes has none at its ends."""
    for at, part in enumerate(parts):
        if not isinstance(part, Clash):
            continue
        before, behind = (parts[at - 1] if at else ""), (parts[at + 1] if at + 1 < len(parts) else "")
        lead = before[len(before.rstrip()) :] if isinstance(before, str) else ""
        tail = behind[: len(behind) - len(behind.lstrip())] if isinstance(behind, str) else ""
        if lead:
            parts[at - 1] = str(before).rstrip()
        if tail:
            parts[at + 1] = str(behind).lstrip()
        parts[at] = Clash(*(f"{lead}{text}{tail}" for text in part))
    return [part for part in parts if part != ""]
