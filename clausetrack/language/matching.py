"""Which tokens two texts share, in order: a longest common subsequence, in bounded time and memory.

Method: Indel alignment by bit-parallel longest common subsequence (H. Hyyrö 2004, as rapidfuzz implements it) on
strings in which one character stands for one token. Texts too long for its bit matrix are first cut at runs of tokens
that stand once in either text (B. Cohen's patience diff).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import chain
from operator import itemgetter
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

# 20,000 tokens against 20,000: the bit matrix then takes 50 MB.
_CELLS: Final = 400_000_000
# Four tokens in a row that stand once in either text are hardly ever the same by chance.
_ANCHOR: Final = 4
_SURROGATES: Final = (0xD800, 0xE000)
_CODES: Final = 0x110000 - (_SURROGATES[1] - _SURROGATES[0])


class Match(NamedTuple):
    """``size`` tokens that are the same from ``old`` in one sequence and from ``new`` in the other."""

    old: int
    new: int
    size: int


def shared(old: Sequence[str], new: Sequence[str]) -> list[Match]:
    """Give the runs of tokens that both sequences have, in the order of both.

    A longest common subsequence up to about 20,000 tokens a side; beyond that, one between anchors, and where a stretch
    without anchors is that long too, nothing. Sequences of over 1.1 million different tokens share nothing.
    """
    vocabulary = dict.fromkeys(chain(old, new))
    codes = map(chr, chain(range(_SURROGATES[0]), range(_SURROGATES[1], 0x110000)))
    code = dict(zip(vocabulary, codes, strict=False))
    if len(vocabulary) > _CODES:
        code = dict.fromkeys(vocabulary, "")
    return _shared("".join(map(code.__getitem__, old)), "".join(map(code.__getitem__, new)))


def shared_length(limit: int, same: Callable[[int], bool]) -> int:
    """Give the largest size up to ``limit`` that is ``same``, where every smaller one is too; by bisection."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if same(middle) else (low, middle - 1)
    return low


def _shared(old: str, new: str) -> list[Match]:
    if len(old) * len(new) <= _CELLS:
        return _subsequence(old, new, 0, 0)
    head = shared_length(min(len(old), len(new)), lambda size: old[:size] == new[:size])
    tail = shared_length(min(len(old), len(new)) - head, lambda size: old[len(old) - size :] == new[len(new) - size :])
    ends = (len(old) - tail, len(new) - tail)
    anchors = [Match(head + a, head + b, _ANCHOR) for a, b in _anchors(old[head : ends[0]], new[head : ends[1]])]
    found = [Match(0, 0, head)]
    for anchor in [*anchors, Match(*ends, tail)]:
        i, j = found[-1].old + found[-1].size, found[-1].new + found[-1].size
        if anchor.old >= i and anchor.new >= j:
            found += _subsequence(old[i : anchor.old], new[j : anchor.new], i, j)
            found.append(anchor)
    return [match for match in found if match.size]


def _subsequence(old: str, new: str, i: int, j: int) -> list[Match]:
    if not old or not new or len(old) * len(new) > _CELLS:
        return []
    blocks = Indel.opcodes(old, new).as_matching_blocks()
    return [Match(i + block.a, j + block.b, block.size) for block in blocks if block.size]


def _anchors(old: str, new: str) -> list[tuple[int, int]]:
    """Give the places of runs that stand once in either string, the most that are in the order of both."""
    once = _once(new)
    pairs = [(at, once[run]) for run, at in _once(old).items() if run in once]
    pairs.sort(key=itemgetter(0))
    tops: list[int] = []
    piles: list[int] = []
    under: list[int] = []
    for index, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        tops[pile : pile + 1] = [place]
        piles[pile : pile + 1] = [index]
        under.append(piles[pile - 1] if pile else -1)
    chosen = []
    index = piles[-1] if piles else -1
    while index >= 0:
        chosen.append(pairs[index])
        index = under[index]
    return chosen[::-1]


def _once(text: str) -> dict[str, int]:
    runs = [text[start : start + _ANCHOR] for start in range(len(text) - _ANCHOR + 1)]
    counts = Counter(runs)
    return {run: start for start, run in enumerate(runs) if counts[run] == 1}
