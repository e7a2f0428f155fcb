"""Reads from a text how strongly it holds: the weakest link of its first norm's predicate, and what stands beside it.

The method is that of ``docs/explanation/substance.md``: the modal (or the finite verb of obligation), every verb that
depends on it and the cap of the main verb are levels of one scale, and the lowest decides; a hedge then costs one
level.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from clausetrack.language.force import headfinal
from clausetrack.language.force.adjuncts import adjuncts, cue, hedges
from clausetrack.language.force.cues import find
from clausetrack.language.force.lexemes import lexemes, segments
from clausetrack.language.force.lexicon import Lexicon, lexicon
from clausetrack.language.force.predicate import noun, predicates, states_fact
from clausetrack.language.force.view import BIND, COMMIT, Predicate, View
from clausetrack.language.sentences import sentences
from clausetrack.model.force import Cue, CueKind, ForceReading
from clausetrack.model.scales import FORCE

HEDGED_FROM: Final = FORCE.index("aspire")
"""The lowest level that a hedge lowers: below it there is nothing left that could be promised less."""

_GOES_ON: Final = ":;,"
"""Signs at the end of a line after which the sentence goes on in the next: a list of items."""


def read_force(text: str, language: str | None, *, binding: bool | None = None, reported: bool = False) -> ForceReading:
    """Read the first norm of the main clauses of the first sentence that has one.

    ``language`` is a BCP 47 code; where it is None or has no lexicon, nothing is claimed. ``binding`` says whether the
    text binds, so that "agree to" does. ``reported`` is for what others say of an agreement: capped at commit, and
    "launches" is a commitment. Linear in the text.
    """
    words = lexicon(language)
    if words is None:
        return ForceReading(end=len(text))
    first: ForceReading | None = None
    for start, end in _spans(text):
        for reading in _read(text, (start, end), words, binding=bool(binding), reported=reported):
            if reading.norm:
                return reading
            first = first or reading
    return first or ForceReading(end=len(text))


def read_norms(
    text: str, language: str | None, *, binding: bool | None = None, reported: bool = False
) -> tuple[ForceReading, ...]:
    """Read every norm of every main clause, in reading order; ``start`` and ``end`` are each one's part of the text.

    The parameters are those of :func:`read_force`.
    """
    words = lexicon(language)
    if words is None:
        return ()
    return tuple(
        reading
        for span in _spans(text)
        for reading in _read(text, span, words, binding=bool(binding), reported=reported)
        if reading.norm
    )


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield what is read as one: a sentence, with the lines that go on after a colon, a semicolon or a comma."""
    start: int | None = None
    for sentence in sentences(text):
        start = sentence.start if start is None else start
        if text[sentence.end - 1] not in _GOES_ON:
            yield start, sentence.end
            start = None
    if start is not None:
        yield start, len(text)


def _read(text: str, span: tuple[int, int], words: Lexicon, *, binding: bool, reported: bool) -> Iterator[ForceReading]:
    """Yield the readings of one sentence, those without a norm too; one reading at least."""
    cut = segments(text, words.cut, *span) if words.cut else lexemes(text, *span)
    view = View.of(cut, find(cut, words), words, binding=binding, reported=reported)
    norms = _predicates(view)
    beside = list(adjuncts(view))
    weakening = tuple(hedges(view))
    for part, predicate in zip(_parts(view, norms), norms, strict=True):
        level = _level(view, predicate, weakening, part)
        yield _reading(view, predicate, level, [each for at, each in beside if at in part], part)
    if not norms:
        yield _reading(view, None, None, [each for _, each in beside], range(len(cut.words)))


def _predicates(view: View) -> list[Predicate]:
    words = view.text.words
    if words and words[-1] == "?":
        return []
    found = list(predicates(view) if view.lexicon.spaced else headfinal.predicates(view))
    if not found and (named := noun(view)) is not None:
        return [named]
    return _settle_performatives(view, found)


def _settle_performatives(view: View, found: list[Predicate]) -> list[Predicate]:
    """Put a norm in the place of "agree that" where one follows at once: to agree that a party shall act is no stance.

    In a binding text, to agree that one will act is to agree to act, which binds.
    """
    settled: list[Predicate] = []
    for each in found:
        before = settled[-1] if settled else None
        if before is not None and before.performative and each.level is not None:
            if states_fact(view, before.last, each.first):
                continue
            each.links.insert(0, settled.pop().links[0])
            if view.binding and each.level == COMMIT:
                each.level = BIND
        settled.append(each)
    return settled


def _level(view: View, predicate: Predicate, weakening: tuple[tuple[int, bool], ...], part: range) -> int | None:
    """Give the level after caps and hedges: any hedge before the main verb weakens, later one that is no item's."""
    if predicate.level is None:
        return None
    level = min(predicate.level, COMMIT) if view.reported else predicate.level
    hedged = any(at in part and (at < predicate.last or not item) for at, item in weakening)
    return level - (hedged and level >= HEDGED_FROM)


def _parts(view: View, found: list[Predicate]) -> list[range]:
    """Cut a sentence into one part a predicate, at the last sign or "and" between one predicate and the next."""
    cuts = [0, *(_cut(view, one.last, other.first) for one, other in pairwise(found)), len(view.text.words)]
    return [range(first, last) for first, last in pairwise(cuts)][: len(found)]


def _cut(view: View, first: int, last: int) -> int:
    words = view.text.words
    for marks in (frozenset(";:.。；"), view.lexicon.classes.get("joiners", frozenset()), frozenset(",、")):
        for place in range(last - 1, first - 1, -1):
            if words[place] in marks:
                return place + 1
    return max(first, last)


def _reading(
    view: View, predicate: Predicate | None, level: int | None, beside: list[Cue], part: range
) -> ForceReading:
    links = [] if predicate is None else _links(view, predicate)
    cues = tuple(sorted([*links, *beside], key=lambda each: (each.start, each.end)))
    kinds: defaultdict[CueKind, list[Cue]] = defaultdict(list)
    for each in cues:
        kinds[each.kind].append(each)
    start, end = view.text.span(part.start, part.stop)
    return ForceReading(
        force=None if level is None else FORCE[level],
        polarity=None if predicate is None or level is None else "refrain" if predicate.negated else "do",
        norm=level is not None,
        deontic=None if predicate is None else predicate.deontic,
        cues=cues,
        hedges=tuple(kinds["hedge"]),
        conditions=tuple(kinds["condition"]),
        savings=tuple(kinds["saving"]),
        exceptions=tuple(kinds["exception"]),
        precision=tuple(kinds["precision"]),
        start=start,
        end=end,
    )


def _links(view: View, predicate: Predicate) -> list[Cue]:
    return [cue(hit, view.text) for hit in predicate.links] + [_mark(view, *mark) for mark in predicate.marks]


def _mark(view: View, kind: CueKind, place: int) -> Cue:
    start, end = view.text.span(place, place + 1)
    return Cue(kind=kind, words=view.text.slice(place, place + 1), start=start, end=end, head=view.text.words[place])
