"""Reads from a text how strongly it holds: the weakest link of its first norm's predicate, and what stands beside it.

The method is that of ``docs/explanation/substance.md``: the modal (or the finite verb of obligation), every verb that
depends on it and the cap of the main verb are levels of one scale, and the lowest decides; a hedge then costs one level.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from clausetrack.language.adjuncts import adjuncts, cue, hedges
from clausetrack.language.cues import Hits, find
from clausetrack.language.lexemes import Lexemes, lexemes
from clausetrack.language.lexicon import Lexicon, lexicon
from clausetrack.language.predicate import BIND, COMMIT, Predicate, Reader
from clausetrack.model.force import Cue, ForceReading
from clausetrack.model.scales import FORCE

HEDGED_FROM: Final = FORCE.index("aspire")
"""The lowest level that a hedge lowers: below it there is nothing left that could be promised less."""


def read_force(text: str, language: str | None, *, binding: bool | None = None, reported: bool = False) -> ForceReading:
    """Read the first norm of the main clause of the first sentence that has one.

    ``language`` is a BCP 47 code; where it is None or has no lexicon, nothing is claimed. ``binding`` says whether the
    text binds, so that "agree to" does. ``reported`` is for what others say of an agreement: capped at commit, and
    "launches" is a commitment. Linear in the text.
    """
    words = lexicon(language)
    if words is None:
        return ForceReading(end=len(text))
    first: ForceReading | None = None
    for start, end in _spans(text):
        for reading in _read(text, start, end, words, binding=bool(binding), reported=reported):
            if reading.norm:
                return reading
            first = first or reading
    return first or ForceReading(end=len(text))


def read_norms(
    text: str, language: str | None, *, binding: bool | None = None, reported: bool = False
) -> tuple[ForceReading, ...]:
    """Read every norm of every main clause, in reading order; ``start`` and ``end`` of each are its part of the sentence."""
    words = lexicon(language)
    if words is None:
        return ()
    return tuple(
        reading
        for start, end in _spans(text)
        for reading in _read(text, start, end, words, binding=bool(binding), reported=reported)
        if reading.norm
    )


def _spans(text: str) -> Iterator[tuple[int, int]]:
    yield 0, len(text)


def _read(text: str, start: int, end: int, words: Lexicon, *, binding: bool, reported: bool) -> Iterator[ForceReading]:
    """Yield the readings of one sentence, those without a norm too; one reading at least."""
    view = lexemes(text, start, end)
    hits = find(view, words)
    reader = Reader.of(view, hits, words, binding=binding, reported=reported)
    found = list(reader.predicates()) or [each for each in (reader.noun(),) if each]
    if view.words and view.words[-1] == "?":
        found = []
    beside = list(adjuncts(view, hits, words))
    weakening = tuple(hedges(words, view, hits, reader.inner))
    norms = _settle_performatives(found, reader)
    for (first, last), predicate in zip(_parts(norms, view, words), norms, strict=True):
        cues = [(at, each) for at, each in beside if first <= at < last]
        level = _level(predicate, weakening, first, last, reported=reported)
        yield _reading(view, predicate, level, cues, first, last)
    if not norms:
        yield _reading(view, None, None, beside, 0, len(view.words))


def _settle_performatives(found: list[Predicate], reader: Reader) -> list[Predicate]:
    """Put a norm in the place of "agree that" where one follows at once: to agree that a party shall act is no stance.

    In a binding text, to agree that one will act is to agree to act, which binds.
    """
    settled: list[Predicate] = []
    for each in found:
        before = settled[-1] if settled else None
        if before is not None and before.performative and each.level is not None:
            if reader.states_fact(before.last, each.first):
                continue
            each.links.insert(0, settled.pop().links[0])
            if reader.binding and each.level == COMMIT:
                each.level = BIND
        settled.append(each)
    return settled


def _level(
    predicate: Predicate, weakening: tuple[tuple[int, bool], ...], first: int, last: int, *, reported: bool
) -> int | None:
    level = predicate.level
    if level is None:
        return None
    if reported:
        level = min(level, COMMIT)
    return level - (level >= HEDGED_FROM and any(_hedges(at, item, predicate, first, last) for at, item in weakening))


def _hedges(place: int, item: bool, predicate: Predicate, first: int, last: int) -> bool:  # noqa: FBT001 - one of a pair
    """Say whether a hedge weakens a predicate: any before its main verb does, later only one that is not an item's."""
    return first <= place < last and (place < predicate.last or not item)


def _parts(found: list[Predicate], view: Lexemes, words: Lexicon) -> list[tuple[int, int]]:
    """Cut a sentence into one part a predicate, at the last sign or "and" between one predicate and the next."""
    cuts = [0]
    for before, after in zip(found, found[1:], strict=False):
        cuts.append(_cut(view.words, before.last, after.first, words))
    cuts.append(len(view.words))
    return list(zip(cuts, cuts[1:], strict=False))[: len(found)]


def _cut(words: list[str], first: int, last: int, lexicon_: Lexicon) -> int:
    for marks in (frozenset(";:."), lexicon_.classes.get("joiners", frozenset()), frozenset(",")):
        for place in range(last - 1, first - 1, -1):
            if words[place] in marks:
                return place + 1
    return last


def _reading(
    view: Lexemes, predicate: Predicate | None, level: int | None, beside: list[tuple[int, Cue]], first: int, last: int
) -> ForceReading:
    links = [] if predicate is None else _links(view, predicate)
    cues = tuple(sorted([*links, *(each for _, each in beside)], key=lambda each: (each.start, each.end)))
    kinds = {kind: tuple(each for each in cues if each.kind == kind) for kind in ("hedge", "condition", "saving")}
    plain = ForceReading(
        cues=cues,
        hedges=kinds["hedge"],
        conditions=kinds["condition"],
        savings=kinds["saving"],
        exceptions=tuple(each for each in cues if each.kind == "exception"),
        precision=tuple(each for each in cues if each.kind == "precision"),
        start=view.starts[first] if first < len(view.words) else view.start,
        end=view.ends[last - 1] if last else view.end,
        deontic=None if predicate is None else predicate.deontic,
    )
    if predicate is None or level is None:
        return plain
    return replace(plain, force=FORCE[level], polarity="refrain" if predicate.negated else "do", norm=True)


def _links(view: Lexemes, predicate: Predicate) -> list[Cue]:
    marks = [
        Cue(kind=kind, words=view.slice(at, at + 1), start=view.starts[at], end=view.ends[at], head=view.words[at])
        for kind, at in predicate.marks
    ]
    return [cue(hit, view) for hit in predicate.links] + marks
