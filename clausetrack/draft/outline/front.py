"""Before and behind the provisions: title, preamble, recitals, enacting words, and what stands over the signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from clausetrack.draft.outline.counting import heads_section
from clausetrack.draft.outline.lines import Line, looks_heading
from clausetrack.draft.outline.marks import is_first
from clausetrack.draft.outline.tree import Node, Tree
from clausetrack.draft.outline.words import (
    CONCLUDED,
    ENACTING,
    FRONTS,
    PARTIES,
    PREAMBLE,
    RECITALS,
    SIGNATURE,
    opening,
    whole,
    within,
)

_LONGEST_ENACTING: Final = 300
"""Characters of a line that may end a preamble without a colon at its end."""

_FIRST_LINES: Final = 400
"""Lines at the start of a region in which its preamble may end. The longest have 180 recitals."""


_LONGEST_TITLE_LINE: Final = 400
"""Characters of the longest line of a title page."""

_PREFIXED: Final = re.compile(
    f"(?:{'|'.join(word.upper() for word in PREAMBLE.split('|') if word.isascii())})(?![^\\W_])"
)
"""The word "PREAMBLE" before the words of one, on one line."""


_DATELINE: Final = re.compile(r"[^\W\d_][^.:;!?]{1,40},\s[^.:;!?]{0,30}\b[12][0-9]{3}\.?")
"""Place and date on a line of their own: "Bridgeton, 5 June 2031"."""

_BLANK: Final = re.compile(r"[\s|]*[_.\u2026\u2014\u2500-]{5,}(?:[\s|]+[_.\u2026\u2014\u2500-]{5,})*[\s|]*")
"""Lines to sign on, one or several beside each other: in PDF they are drawn, or their signs are taken for lines."""

_LAST_LINES: Final = 4
"""Lines at the end of a text among which place and date stand."""


class Front(NamedTuple):
    """Lines of a region up to its provisions: the title to ``title_end``, the rest to ``end``."""

    title_end: int
    end: int
    is_preamble: bool


def front(lines: Sequence[Line], start: int, end: int, first_division: int | None) -> Front:
    """Find where title and preamble end, from ``start`` and before ``end`` or the first division."""
    limit = min(end if first_division is None else first_division, end)
    searched = min(limit, start + _FIRST_LINES)
    opening_line = _opening(lines, start, searched)
    title_end = _title(lines, start, limit) if opening_line is None else opening_line
    enacting = _enacting(lines, title_end, searched)
    if first_division is None:
        opening_line, enacting = _before_sections(lines, start, searched, opening_line, enacting)
        title_end = min(title_end, title_end if opening_line is None else opening_line)
    is_preamble = opening_line is not None or enacting is not None
    if first_division is not None:
        last = limit
    elif enacting is not None:
        last = enacting + 1
    elif is_preamble:
        last = _behind(lines, title_end, limit)
    else:
        if title_end >= limit:
            # nothing but lines like headings: the first is the title, and the others are what it says
            title_end = start + (limit > start + 1)
        last = title_end
    return Front(title_end, last, is_preamble)


def _opening(lines: Sequence[Line], start: int, end: int) -> int | None:
    """Give the line with which a preamble begins, where nothing but a title page is before it."""
    for at in range(start, end):
        line = lines[at]
        if is_preamble_heading(line) or is_recital(line) or _names_parties(line) or _PREFIXED.match(line.full):
            while at > start and lines[at - 1].full[-1] in ",:;、，：；" and not lines[at - 1].marks:
                at -= 1  # noqa: PLW2901 - "The Assembly," may be any body
            return at
        if line.marks or len(line.full) > _LONGEST_TITLE_LINE:
            return None
    return None


def _before_sections(
    lines: Sequence[Line], start: int, end: int, opened: int | None, enacting: int | None
) -> tuple[int | None, int | None]:
    """Give the lines with which a preamble begins and ends where sections with a number follow it.

    The line before the first section ends it where it ends with a colon; and all up to there belongs to it where the
    parties, or the background, are told in lists of their own.
    """
    if enacting is not None:
        return opened, enacting
    at = next((at for at in range(start, end) if _is_first_section(lines, at, end)), None)
    if at is None or at == start:
        return opened, enacting
    fronts = [each for each in range(start + 1, at) if whole(FRONTS).fullmatch(lines[each].full)]
    if opened is None and fronts:
        opened = fronts[0]
    is_list = any(line.marks for line in lines[start:at])
    is_told = bool(fronts) or (opened is not None and opening(CONCLUDED).match(lines[opened].full) is not None)
    others = any(lines[each].says_heading for each in range(opened or start, at) if each not in fronts)
    if (is_told and is_list and not others) or (not is_list and lines[at - 1].full[-1] in ":："):
        return opened, at - 1
    return opened if not fronts else None, enacting


def _is_first_section(lines: Sequence[Line], at: int, end: int) -> bool:
    """Say whether a line has the first number of sections: "1. Scope", with text of its own below."""
    marks = lines[at].marks
    counts = bool(marks) and any(reading.alphabet in "1I" and is_first(reading) for reading in marks[0].readings)
    return counts and heads_section(lines, at, end)


def _names_parties(line: Line) -> bool:
    if line.says_heading or looks_heading(line.full):
        return False
    named = bool(opening(PARTIES).match(line.full)) and line.full[-1] in ",:;、，："
    return named or bool(opening(CONCLUDED).match(line.full))


def _title(lines: Sequence[Line], start: int, end: int) -> int:
    at = start
    while at < end and _can_title(lines, at, start):
        at += 1
    return at


def _can_title(lines: Sequence[Line], at: int, start: int) -> bool:
    line = lines[at]
    if line.marks or line.bullet or line.is_quoted or is_preamble_heading(line) or is_recital(line):
        return False
    if line.says_heading:
        top = (lines[start].level or 1) if lines[start].says_heading else 1
        deeper = at > start and (line.level or 1) > top
        return not deeper or any(char.isdigit() for char in line.full)
    return (looks_heading(line.full) or line.full[0] in "[(" or line.full.isdigit()) and not _names_parties(line)


def is_preamble_heading(line: Line) -> bool:
    """Say whether a line is the heading of a preamble, and nothing else."""
    return bool(whole(PREAMBLE).fullmatch(line.full))


def is_recital(line: Line) -> bool:
    """Say whether a line begins as a recital does and goes on after its end, or stands in brackets with its number."""
    if (
        not opening(RECITALS).match(line.text)
        or line.says_heading
        or (line.full[-1] == ":" and looks_heading(line.full[:-1]))
    ):
        return False
    return line.full[-1] in ",;:，；" or bool(line.marks) or (len(line.full.split()) > 3 and line.full[-1] != ".")  # noqa: PLR2004 - "Noting that …" goes on


def _enacting(lines: Sequence[Line], start: int, end: int) -> int | None:
    for at in range(start, end):
        line = lines[at]
        if line.marks or line.says_heading or (at + 1 < end and _is_front(lines[at + 1])):
            continue
        tail = line.full[-_LONGEST_ENACTING:]
        if within(ENACTING).search(tail) and (
            tail[-1] in ":：,." and (tail[-1] in ":：" or len(line.full) < _LONGEST_ENACTING)
        ):
            return at
    return None


def _is_front(line: Line) -> bool:
    """Say whether a line goes on with what stands before the provisions."""
    return is_recital(line) or bool(whole(FRONTS).fullmatch(line.full))


def _behind(lines: Sequence[Line], start: int, end: int) -> int:
    """Give the end of recitals that no enacting words end: the line behind the last before other things come."""
    last = start
    headed = start < end and is_preamble_heading(lines[start])
    for at in range(start, end):
        line = lines[at]
        is_own = is_recital(line) or is_preamble_heading(line) or (at == start and not line.marks)
        is_prose = not (line.marks or line.says_heading or looks_heading(line.full))
        if is_own or (headed and is_prose):
            last = at + 1
        elif headed or line.marks or line.says_heading or line.full[-1] == ".":
            break
    return last


def place_front(tree: Tree, lines: Sequence[Line], start: int, found: Front, base: int) -> None:
    """Put title and preamble into the tree, under a node."""
    for line in lines[start : found.title_end]:
        tree.add(base, "title", line, 0)
    if found.end <= found.title_end:
        return
    node = tree.open(Node("preamble" if found.is_preamble else "introduction", base))
    recital: int | None = None
    for line in lines[found.title_end : found.end]:
        if is_preamble_heading(line):
            tree.head(node, line, 0)
            recital = None
        elif found.is_preamble and (is_recital(line) or line.marks):
            recital = _recital(tree, line, node)
        elif recital is not None and (_goes_on(line) or tree.pieces[-1].role == "label"):
            tree.add(recital, "words", line, 0)
        else:
            recital = None
            _words(tree, line, node)


def _recital(tree: Tree, line: Line, node: int) -> int:
    mark = line.marks[0] if line.marks else None
    recital = tree.open(Node("recital", node))
    if mark:
        tree.nodes[recital].printed = mark.printed
        tree.nodes[recital].body = mark.body
        tree.label(recital, line, 0, mark.end)
    tree.add(recital, "words", line, mark.end if mark else 0)
    return recital


def _goes_on(line: Line) -> bool:
    """Say whether a line goes on with the recital above it: a point of it, or in small letters."""
    return bool(line.bullet) or line.full[0].islower()


def _words(tree: Tree, line: Line, node: int) -> None:
    """Give a line to the preamble; the word "PREAMBLE" at its start is its heading."""
    head = _PREFIXED.match(line.full)
    if head and not tree.nodes[node].heading:
        tree.head(node, line, 0, head.end())
        tree.add(node, "words", line, head.end())
    else:
        tree.add(node, "words", line, 0)


def signature(lines: Sequence[Line], start: int, end: int) -> int:
    """Give the line with which the words over the signatures begin; ``end`` where there are none."""
    begins = opening(SIGNATURE)
    for at in range(start, end):
        line = lines[at]
        if line.marks or line.bullet or line.says_heading:
            continue
        if begins.match(line.full) or (end - at <= _LAST_LINES and at > start and _DATELINE.fullmatch(line.full)):
            return at
    return end


def place_signature(tree: Tree, lines: Sequence[Line], start: int, end: int, base: int) -> None:
    """Put what stands over and around the signatures into the tree; the lines to sign on are none of its words."""
    if start >= end:
        return
    node = tree.open(Node("signature", base))
    for line in lines[start:end]:
        tree.add(node, "label" if _BLANK.fullmatch(line.full) else "words", line, 0)
