"""The phrases of a text that say when it holds: conditions, gates of a power, exceptions, hedges, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from clausetrack.language.force.cues import find
from clausetrack.language.force.lexemes import Lexemes, lexemes, segments
from clausetrack.language.force.lexicon import lexicon
from clausetrack.model.record import Record, record
from clausetrack.model.span import Span
from clausetrack.rules.reading.grammar import Grammar

PhraseKind = Literal["condition", "gate", "exception", "hedge", "saving"]

_KINDS: Final[dict[str, PhraseKind]] = {
    "condition": "condition",
    "exception": "exception",
    "hedge": "hedge",
    "saving": "saving",
}
_OPENERS: Final = ("except", "save", "sauf", "außer", "salvo", "behalve")
"""Words that make a condition an exception: "save as otherwise provided"."""

_CLOSERS: Final = ",;:.?!、。；：)）"
_SENTENCE: Final = ";:.?!。；："
_SIGN: Final = re.compile(r"[(（)）]|[,;:.?!、。；：](?!\w)")
_CUE: Final = 48
"""Characters of the longest cue, which may begin where the last edit ends."""

_LEAD: Final = 48
"""Characters looked back over for the words that lead to a gate: "acting by means of a"."""

_REACH: Final = 600
"""Characters that a phrase has at most; longer than any sentence that can be read."""


@record
class Phrase(Record):
    """A phrase. ``head`` is the span of its cue, ``whole`` of all of it; ``key`` says what is asked for."""

    kind: PhraseKind
    key: str
    head: Span
    whole: Span
    excludes: bool = False
    """Whether it denies that the rest applies to something: "shall not apply to"."""


def phrases(text: str, span: Span, before: int, grammar: Grammar) -> tuple[Phrase, ...]:
    """Give the phrases that begin within a span and before a place, in reading order; none in a language not known."""
    words = lexicon(grammar.language)
    if words is None:
        return ()
    end = min(span.end, before + _CUE)
    view = segments(text, words.cut, span.start, end) if words.cut else lexemes(text, span.start, end)
    found = [*_formulas(text, span, view, grammar), *_cues(text, span, view, grammar)]
    found.sort(key=lambda phrase: (phrase.head.start, phrase.kind != "gate", -phrase.head.end))
    kept: list[Phrase] = []
    for phrase in found:
        if not any(phrase.head.start < other.head.end and other.head.start < phrase.head.end for other in kept[-2:]):
            kept.append(phrase)
    return tuple(kept)


@record
class _Stretch(Record):
    """A part of a text, in small letters too."""

    text: str
    lower: str
    span: Span
    grammar: Grammar


def _formulas(text: str, span: Span, view: Lexemes, grammar: Grammar) -> Iterator[Phrase]:
    signals = grammar.formulas.keys() & view.words if grammar.spaced else grammar.formulas.keys()
    lower = text[span.start : span.end].lower() if signals else ""
    if (
        len(lower) != span.end - span.start
    ):  # nothing to find; or a letter that grows in lower case, so that places differ
        return
    part = _Stretch(text, lower, span, grammar)
    for signal in sorted(signals):
        for formula in grammar.formulas[signal]:
            for head in _stands(formula.phrase, part):
                phrase = _gate(part, head, formula.key) if formula.key else _exclusion(part, head)
                if phrase is not None:
                    yield phrase


def _gate(part: _Stretch, head: Span, key: str) -> Phrase:
    begin = head.start - part.span.start
    lead = part.grammar.leads.search(part.lower, max(0, begin - _LEAD), begin)
    start = part.span.start + lead.start() if lead else head.start
    end = _end(part.text, head.end, part.span.end, _CLOSERS)
    modal = part.grammar.modals.search(part.text, head.end, end)  # which belongs to what is gated
    return Phrase("gate", key, Span(start, head.end), Span(start, modal.start() if modal else end))


def _exclusion(part: _Stretch, head: Span) -> Phrase | None:
    words = _SIGN.split(part.lower[: head.start - part.span.start])[-1].split()
    if not part.grammar.relatives.isdisjoint(words):  # "a part to which this does not apply"
        return None
    whole = Span(head.start, _end(part.text, head.end, part.span.end, _SENTENCE))
    return Phrase("exception", "excludes", head, whole, excludes=True)


def _stands(formula: str, part: _Stretch) -> Iterator[Span]:
    """Yield where a phrase stands as whole words."""
    lower, offset = part.lower, part.span.start
    at = lower.find(formula)
    while at >= 0:
        end = at + len(formula)
        if not (part.grammar.spaced and (lower[at - 1 : at].isalnum() or lower[end : end + 1].isalnum())):
            yield Span(offset + at, offset + end)
        at = lower.find(formula, end)


def _cues(text: str, span: Span, view: Lexemes, grammar: Grammar) -> Iterator[Phrase]:
    words = lexicon(grammar.language)
    for hit in find(view, words).beside.values() if words else ():
        kind = _KINDS.get(hit.entry.kind)
        if kind is None:
            continue
        head = Span(*view.span(hit.first, hit.last))
        if kind == "condition" and view.words[hit.first] in _OPENERS:
            kind = "exception"
        end = _phrase_end(_Stretch(text, "", span, grammar), head.end, kind)
        yield Phrase(kind, hit.entry.phrase, head, Span(head.start, end))


def _phrase_end(part: _Stretch, end: int, kind: PhraseKind) -> int:
    if kind == "hedge":
        return end
    text, limit = part.text, part.span.end
    if text[end : end + 1] == ",":  # "if, within a year, …": the comma opens an aside
        end += 1
    first = _end(text, end, limit, _CLOSERS)
    if kind != "exception":
        return first
    last = _end(text, end, limit, _SENTENCE)
    # "except on Sundays, ships may call": the main clause is still to come; "except rafts, ferries and tugs" goes on
    return first if part.grammar.modals.search(text, first, last) else last


def _end(text: str, start: int, end: int, closers: str) -> int:
    """Give where a phrase ends: at a sign outside its own brackets."""
    depth = 0
    for match in _SIGN.finditer(text, start, min(end, start + _REACH)):
        sign = match[0]
        if sign in "(（":
            depth += 1
        elif sign in ")）" and depth:
            depth -= 1
        elif not depth and sign in closers:
            return match.start()
    return min(end, start + _REACH)
