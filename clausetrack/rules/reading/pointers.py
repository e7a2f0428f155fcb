"""Cross-references that changed: which only followed their targets, and which point elsewhere now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal

from clausetrack.language.numbering import Label
from clausetrack.language.reference import Reference
from clausetrack.language.references import references
from clausetrack.model.record import Record, record
from clausetrack.model.span import Span
from clausetrack.rules.reading.passages import Passage
from clausetrack.rules.reading.stretches import touching
from clausetrack.rules.reading.targets import Numbers, Targets

Verdict = Literal["same", "followed", "unknown", "elsewhere"]

_NUMBER: Final = re.compile(r"[0-9０-９]|\b[IVXLC]+\b|\b[b-zB-Z]\b|第")
_NEAR: Final = 8
"""Characters to a number on either side of an edit of what joins it to another: "Articles 30 to 34"."""

_TITLE: Final = re.compile(r"\s?\([^()]{4,80}\)")


@record
class Pointer(Record):
    """References that stood at a place, those that stand there now, and whether they mean the same."""

    verdict: Verdict
    old: Span
    new: Span

    @property
    def places(self) -> tuple[Span, Span]:
        """Where they stand, before and after."""
        return self.old, self.new


def pointers(old: str, new: str, passage: Passage, language: str | None, targets: Targets) -> Iterator[Pointer]:
    """Yield the references of a passage that changed, edit by edit where both sides have some."""
    if not any(_numbered(old, piece.old) or _numbered(new, piece.new) for piece in passage.pieces):
        return
    before = _found(old, passage.old, language)
    after = _found(new, passage.new, language) if before else []
    seen: set[int] = set()
    for piece in passage.pieces:
        gone, come = _touched(before, piece.old), _touched(after, piece.new)
        if gone and come and come[0].start not in seen:
            seen.add(come[0].start)
            yield Pointer(
                _verdict(gone, come, targets), Span(gone[0].start, gone[-1].end), Span(come[0].start, come[-1].end)
            )


def _numbered(text: str, edit: Span) -> bool:
    """Say whether an edit has or touches a number, without which no reference changes; most have none."""
    return _NUMBER.search(text, max(0, edit.start - _NEAR), edit.end + _NEAR) is not None


def _found(text: str, spans: Sequence[Span], language: str | None) -> list[Reference]:
    if not spans:
        return []
    start, end = spans[0].start, spans[-1].end
    found = references(text[start:end], language)
    return [replace(each, start=each.start + start, end=_titled(text, each.end + start)) for each in found]


def _titled(text: str, end: int) -> int:
    """Give where a reference ends with the title that may stand in brackets behind it: "Article 8 (Fees)"."""
    match = _TITLE.match(text, end)
    return match.end() if match else end


def _touched(found: Sequence[Reference], edit: Span) -> list[Reference]:
    return list(touching(found, Span(edit.start, max(edit.end, edit.start + 1))))


def _verdict(gone: Sequence[Reference], come: Sequence[Reference], targets: Targets) -> Verdict:
    """Say whether references mean the same places: each old target was followed, or is gone from the agreement.

    In an agreement that was renumbered by halves, some were followed and others left as they were.
    """
    old, new = _places(gone), _places(come)
    if old.keys() == new.keys():
        return "same"
    if any(reference.external for reference in (*gone, *come)):
        return "elsewhere"
    if _followed(gone, come, targets):
        return "followed"
    left, fresh = [_without(labels, kept) for labels, kept in ((_labels(gone), new), (_labels(come), old))]
    if None in map(targets.follow, left) or not all(map(targets.exists, fresh)):
        return "unknown"
    return "followed" if _arrived(left, fresh, targets) else "elsewhere"


def _followed(gone: Sequence[Reference], come: Sequence[Reference], targets: Targets) -> bool:
    old, new = _labels(gone), _labels(come)
    return None not in map(targets.follow, old) and _arrived(old, new, targets)


def _arrived(old: Sequence[Label], new: Sequence[Label], targets: Targets) -> bool:
    """Say whether the new places are those of the old targets, and all of them but those that are gone."""
    numbers = {label.numbers for label in new}
    followed = [places for label in old if (places := targets.follow(label))]
    return all(places & numbers for places in followed) and numbers <= frozenset[Numbers]().union(*followed)


def _without(labels: Sequence[Label], kept: dict[tuple[str, Numbers], Numbers]) -> list[Label]:
    return [label for label in labels if _key(label) not in kept]


def _labels(found: Sequence[Reference]) -> list[Label]:
    return [label for reference in found for label in reference.targets]


def _key(label: Label) -> tuple[str, Numbers]:
    return label.kind, label.numbers


def _places(found: Sequence[Reference]) -> dict[tuple[str, Numbers], Numbers]:
    return {_key(label): label.numbers for label in _labels(found)}
