"""Words to lines: what stands on one base line without a wide gap.

Words follow each other in the file as they were set, mostly; a piece of a line grows as long as the next word stands
just behind it. Pieces that the file has in another order, but that stand beside each other, are put together after.
Wide gaps stay, since they may lie between columns or cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Final

from clausetrack.documents.pdf.page import LARGE, UNDER, Line, Rule, Upright, Word, runs_left

WIDE: Final = 0.7
"""Sizes of type: a gap that may be one between columns. Spaces take a quarter of the size, and in justified text
rarely over half; where one is wider, the pieces of the line are put together again in their column."""

_OVERLAP: Final = 0.5
"""Sizes by which a word may stand over the one before: slanted and kerned type, and widths that are not exact."""

_SPACE: Final = 0.12
"""Sizes of the narrowest gap that is a space where the file has none."""

_LEVEL: Final = 0.2
"""Sizes by which base lines differ within a line: scans are never quite straight."""

_SMALLER: Final = 0.85
"""Raised and lowered characters are at most this large beside the line's own."""

_HIGHEST: Final = 0.75
"""Sizes by which a raised or lowered character is off the base line at most."""

_LETTERSPACED: Final = 4
"""Single letters in a row that are a word set with spaces between its letters."""

_LETTER_GAP: Final = 2.5
"""Sizes of the widest gap between letterspaced words."""

_LOOSER: Final = 1.6
"""How much wider than that between its letters the gap between two letterspaced words is."""

_STOPS: Final = (".", ":", "\u3002", "\uff1a")

_DRAWN: Final = re.compile(r"[_\u2500\u2014\u2013-]{5,}")
"""A line that is typed."""

_UNIT: Final = 3
"""Words of the longest unit that is kept on one line: day, month and year."""

_Piece = list[Word]


def lines(
    page: int, words: Sequence[Word], drawn: Sequence[Rule | Upright]
) -> tuple[list[Line], list[Rule], list[Upright]]:
    """Give the pieces of lines on a page, from top to bottom, and its rules of both kinds with those that are typed."""
    made: list[Line] = []
    typed: list[Rule] = []
    rules = [rule for rule in drawn if isinstance(rule, Rule)]
    uprights = [rule for rule in drawn if isinstance(rule, Upright)]
    by_height = _ByHeight(rules)
    between = _Between(uprights)
    for piece in _beside(list(_pieces(words, between)), between):
        line = _line(page, piece)
        if _DRAWN.fullmatch(line.text):
            typed.append(Rule(line.left, line.right, line.base))
        else:
            made.append(line._replace(underlined=by_height.underlines(line)))
    made.sort(key=attrgetter("base", "left"))
    return made, sorted([*rules, *typed], key=attrgetter("top")), uprights


def _pieces(words: Sequence[Word], between: _Between) -> Iterator[_Piece]:
    piece: _Piece = []
    for word in words:
        if piece and (not _continues(piece, word) or between.parts(piece[-1].right, word.left, word.base)):
            yield piece
            piece = []
        piece.append(word)
    if piece:
        yield piece


def _continues(piece: _Piece, word: Word) -> bool:
    before = piece[-1]
    if _is_behind(before, word):
        return False
    size = max(before.size, word.size)
    gap = before.left - word.right if runs_left(word.text) and runs_left(before.text) else word.left - before.right
    small = min(before.size, word.size)
    widest = WIDE * small / size if gap < WIDE * size or not _goes_on_letterspaced(piece, word) else _LETTER_GAP
    return -_OVERLAP * size <= gap < widest * size and _level(piece, word, size)


def _goes_on_letterspaced(piece: _Piece, word: Word) -> bool:
    """Say whether a character stands behind letterspaced ones; figures alone are cells of a table more likely."""
    if _is_letter(word):
        return _is_letter(piece[-1])
    return _is_single(word) and _is_single(piece[-1]) and sum(map(_is_letter, piece)) >= _LETTERSPACED


def _level(piece: _Piece, word: Word, size: float) -> bool:
    """Say whether a word stands on the line, or is raised or lowered beside it; the line may be what is lower."""
    for before in reversed(piece[-3:]):
        shift = abs(word.base - before.base)
        if shift <= _LEVEL * size:
            return True
        if shift <= _HIGHEST * size and _is_script(before, word):
            return True
    return False


def _is_behind(one: Word, other: Word) -> bool:
    """Say whether one of two words is a watermark behind the other: much larger, and no initial letter."""
    small, large = sorted((one, other), key=attrgetter("size"))
    return large.size >= LARGE * small.size and len(large.text) > 1


def _is_script(one: Word, other: Word) -> bool:
    return min(one.size, other.size) <= _SMALLER * max(one.size, other.size)


def _beside(pieces: list[_Piece], between: _Between) -> Iterator[_Piece]:
    """Put together the pieces that stand beside each other."""
    level: list[_Piece] = []
    for piece in sorted(pieces, key=lambda piece: piece[0].base):
        if level and piece[0].base - level[0][0].base > _LEVEL * min(piece[0].size, level[0][0].size):
            yield from _merged(level, between)
            level = []
        level.append(piece)
    yield from _merged(level, between)


def _merged(level: list[_Piece], between: _Between) -> Iterator[_Piece]:
    level.sort(key=lambda piece: min(word.left for word in piece))
    joined: list[_Piece] = []
    for piece in level:
        if joined and _touches(joined[-1], piece, between):
            joined[-1] = piece + joined[-1] if runs_left(piece[0].text) else joined[-1] + piece
        else:
            joined.append(piece)
    return iter(joined)


def _touches(piece: _Piece, other: _Piece, between: _Between) -> bool:
    if _is_behind(piece[-1], other[0]):
        return False
    size = max(piece[-1].size, other[0].size)
    end, start = max(word.right for word in piece), min(word.left for word in other)
    small = min(piece[-1].size, other[0].size)
    return -_OVERLAP * size <= start - end < WIDE * small and not between.parts(end, start, other[0].base)


def _line(page: int, piece: _Piece) -> Line:
    main = _main(piece)
    low = [word.base for word in piece if word.size >= _SMALLER * main.size] or [main.base]
    text, raised = _text(piece, main)
    left, right = min(word.left for word in piece), max(word.right for word in piece)
    first = piece[0]
    second = next((word for word in piece[1:] if not word.glued), None)
    bold = sum(len(word.text) for word in piece if word.bold)
    return Line(
        page,
        text,
        left,
        right,
        (low[0] + low[-1]) / 2,
        main.size,
        bold=2 * bold > sum(len(word.text) for word in piece),
        artifact=all(word.artifact for word in piece),
        hang=second.left if second else right,
        gap=(second.left - first.right) / main.size if second else 0.0,
        first=_first(piece),
        raised=raised,
        runs_in=any(before.bold > word.bold and before.text.endswith(_STOPS) for before, word in pairwise(piece)),
    )


def _first(piece: _Piece) -> float:
    """Give the width of what stays on one line at the start: a word, or a figure and what it counts ("16 November")."""
    end = 1
    while end < min(len(piece), _UNIT) and (
        piece[end].glued or piece[end - 1].text.isdecimal() or piece[end].text[:4].isdecimal()
    ):
        end += 1
    return max(word.right for word in piece[:end]) - min(word.left for word in piece[:end])


def _main(piece: _Piece) -> Word:
    """Give a word of the size that most of a line has: the median over its characters."""
    if max(word.size for word in piece) == min(word.size for word in piece):
        return piece[0]
    left = sum(len(word.text) for word in piece) / 2
    for word in sorted(piece, key=attrgetter("size")):
        left -= len(word.text)
        if left < 0:
            return word
    return piece[0]


def _text(piece: _Piece, main: Word) -> tuple[str, tuple[tuple[int, int], ...]]:
    if _is_letterspaced(piece):
        return _closed_up(piece), ()
    parts: list[str] = []
    raised: list[tuple[int, int]] = []
    length = 0
    for index, word in enumerate(piece):
        if index and _is_space(piece[index - 1], word):
            parts.append(" ")
            length += 1
        if word.size <= _SMALLER * main.size and main.base - word.base > _LEVEL * main.size:
            raised.append((length, length + len(word.text)))
        parts.append(word.text)
        length += len(word.text)
    return "".join(parts), tuple(raised)


def _is_space(before: Word, word: Word) -> bool:
    return not word.glued or word.left - before.right > _SPACE * max(before.size, word.size)


def _is_letterspaced(piece: _Piece) -> bool:
    letters, single = sum(map(_is_letter, piece)), sum(map(_is_single, piece))
    return letters >= _LETTERSPACED and single >= 0.8 * len(piece)


def _is_letter(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isalpha()


def _is_single(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isalnum()


def _closed_up(piece: _Piece) -> str:
    gaps = [after.left - before.right for before, after in pairwise(piece)]
    usual = sorted(gaps)[len(gaps) // 2]
    wide = max(_LOOSER * usual, usual + _SPACE * piece[0].size)
    spaces = (" " if gap > wide else "" for gap in gaps)
    return piece[0].text + "".join(space + word.text for space, word in zip(spaces, piece[1:], strict=True))


class _ByHeight:
    """Finds the rules right under a line without looking at all of them."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._at: dict[int, list[Rule]] = {}
        for rule in rules:
            self._at.setdefault(int(rule.top), []).append(rule)

    def underlines(self, line: Line) -> bool:
        """Say whether rules run under most of a line, and not far beyond it, as those of tables do."""
        under = [
            rule
            for top in range(int(line.base - 1), int(line.base + UNDER * line.size) + 1)
            for rule in self._at.get(top, ())
            if rule.left > line.left - line.size and rule.right < line.right + line.size
        ]
        return bool(under) and sum(rule.right - rule.left for rule in under) > 0.8 * line.width


class _Between:
    """Finds vertical rules between words without looking at all of them."""

    def __init__(self, uprights: Sequence[Upright]) -> None:
        self._at: dict[int, list[Upright]] = {}
        for upright in uprights:
            self._at.setdefault(int(upright.left), []).append(upright)

    def parts(self, left: float, right: float, base: float) -> bool:
        """Say whether a rule stands between two places on a base line."""
        return bool(self._at) and any(
            upright.top < base <= upright.bottom + 1 and left - 1 <= upright.left <= right + 1
            for place in range(int(left - 1), int(right + 1) + 1)
            for upright in self._at.get(place, ())
        )
