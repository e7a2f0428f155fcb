"""Which sentences of an edited text are which, and which came and went as a whole.

Sentences that share standing words are one passage; one that shares next to none is new, or gone, unless what was
written in its place says it in other words. Parts of a text that the edits leave alone are not looked at.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from typing import Final

from clausetrack.language.sentences import sentences
from clausetrack.model.record import Record, record
from clausetrack.model.span import Span
from clausetrack.rules.reading.hunks import Edited, Hunk

STANDING: Final = 0.2
"""Share of the shorter sentence that has to stand for two to be the same: a fifth. Below it only a name or a formula
("the Contracting Parties") is shared, which any two sentences of an agreement may share."""

ALIKE: Final = 0.4
"""Likeness (Dice, of content words) from which a sentence written in another's place says the same in other words."""


BUDGET: Final = 400
"""Comparisons of sentences that were rewritten altogether: twenty by twenty; a clause has a handful."""


@record
class Piece(Record):
    """A hunk, or the part of one that lies in a passage; a side without words is empty at its place."""

    old: Span
    new: Span


@record
class Passage(Record):
    """Sentences that correspond, with the pieces that differ; one side is empty where the passage came or went."""

    old: tuple[Span, ...]
    new: tuple[Span, ...]
    pieces: tuple[Piece, ...] = field(default=())


def passages(texts: Edited, likeness: Callable[[str, str], float]) -> tuple[Passage, ...]:
    """Give the passages that differ, in the order of the new text, those that went at the place where they stood."""
    old = _touched(sentences(texts.old), [hunk.old for hunk in texts.hunks])
    new = _touched(sentences(texts.new), [hunk.new for hunk in texts.hunks])
    links = _links(texts, old, new)
    links |= _rewritten(texts, old, new, links, likeness)
    groups = _components(links)
    seen_old, seen_new = ({index for group in groups for index in group[side]} for side in (0, 1))
    found = [_passage(texts, [old[i] for i in g[0]], [new[j] for j in g[1]]) for g in groups]
    found += [_passage(texts, [span], []) for i, span in enumerate(old) if i not in seen_old]
    found += [_passage(texts, [], [span]) for j, span in enumerate(new) if j not in seen_new]
    return tuple(passage for passage in found if passage.pieces)


def _touched(spans: Sequence[Span], edits: Sequence[Span]) -> list[Span]:
    """Keep the sentences that an edit touches, or stands at the edge of."""
    kept: list[Span] = []
    at = 0
    for span in spans:
        while at < len(edits) and edits[at].end < span.start:
            at += 1
        if at < len(edits) and edits[at].start <= span.end:
            kept.append(span)
    return kept


def _links(texts: Edited, old: Sequence[Span], new: Sequence[Span]) -> set[tuple[int, int]]:
    weights: dict[tuple[int, int], int] = {}
    for shared in texts.shared:
        shift = shared.new - shared.old
        for i, before in _overlapping(old, shared.old, shared.old + shared.length):
            start, end = max(before.start, shared.old) + shift, min(before.end, shared.old + shared.length) + shift
            for j, after in _overlapping(new, start, end):
                weights[i, j] = weights.get((i, j), 0) + min(end, after.end) - max(start, after.start)
    return {(i, j) for (i, j), weight in weights.items() if weight >= STANDING * min(_size(old[i]), _size(new[j]))}


def _size(span: Span) -> int:
    return max(1, span.end - span.start)


def _overlapping(spans: Sequence[Span], start: int, end: int) -> Iterator[tuple[int, Span]]:
    first = bisect_right(spans, start, key=lambda span: span.end)
    for index in range(first, len(spans)):
        if spans[index].start >= end:
            return
        yield index, spans[index]


def _rewritten(
    texts: Edited,
    old: Sequence[Span],
    new: Sequence[Span],
    links: set[tuple[int, int]],
    likeness: Callable[[str, str], float],
) -> set[tuple[int, int]]:
    """Pair sentences that share no standing words, were written in one another's place, and are alike."""
    gone = set(range(len(old))) - {i for i, _ in links}
    come = set(range(len(new))) - {j for _, j in links}
    if len(gone) * len(come) > BUDGET:
        return set()
    scored = ((likeness(old[i].of(texts.old), new[j].of(texts.new)), i, j) for i in sorted(gone) for j in sorted(come))
    found: set[tuple[int, int]] = set()
    for score, i, j in sorted(scored, key=lambda each: -each[0]):
        if score >= ALIKE and i in gone and j in come:
            found.add((i, j))
            gone.discard(i)
            come.discard(j)
    return found


def _components(links: set[tuple[int, int]]) -> list[tuple[list[int], list[int]]]:
    """Group sentences that are linked, directly or through others, by the first of each group."""
    of_old: dict[int, list[int]] = defaultdict(list)
    of_new: dict[int, list[int]] = defaultdict(list)
    for i, j in sorted(links):
        of_old[i].append(j)
        of_new[j].append(i)
    groups: list[tuple[list[int], list[int]]] = []
    seen: set[int] = set()
    for start in of_old:
        if start in seen:
            continue
        olds, news, waiting = {start}, set[int](), [start]
        while waiting:
            for j in of_old[waiting.pop()]:
                news.add(j)
                fresh = set(of_new[j]) - olds
                olds |= fresh
                waiting += fresh
        seen |= olds
        groups.append((sorted(olds), sorted(news)))
    return groups


def _passage(texts: Edited, old: Sequence[Span], new: Sequence[Span]) -> Passage:
    pieces = []
    near = {*_near(texts.hunks, old, is_old=True), *_near(texts.hunks, new, is_old=False)}
    for hunk in map(texts.hunks.__getitem__, sorted(near)):
        gone, come = _clip(hunk.old, old), _clip(hunk.new, new)
        if gone is None and come is None:
            continue
        gone = gone or Span(hunk.old.start, hunk.old.start)
        come = come or Span(hunk.new.start, hunk.new.start)
        if gone.of(texts.old).strip() or come.of(texts.new).strip():
            pieces.append(Piece(gone, come))
    return Passage(tuple(old), tuple(new), tuple(pieces))


def _near(hunks: Sequence[Hunk], spans: Sequence[Span], *, is_old: bool) -> range:
    """Give the places of the hunks that may touch sentences."""
    if not spans:
        return range(0)
    first = bisect_left(hunks, spans[0].start, key=lambda hunk: (hunk.old if is_old else hunk.new).end)
    last = bisect_right(hunks, spans[-1].end, key=lambda hunk: (hunk.old if is_old else hunk.new).start)
    return range(first, last)


def _clip(edit: Span, spans: Sequence[Span]) -> Span | None:
    """Give the part of an edit that lies within sentences, None where none does."""
    inside = [
        Span(max(edit.start, span.start), min(edit.end, span.end))
        for span in spans
        if edit.start < span.end and edit.end > span.start
    ]
    return Span(inside[0].start, inside[-1].end) if inside else None
