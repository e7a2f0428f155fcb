"""The evidence of a clause set, held against fingerprints of its sources, and against documents where there are any."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from clausetrack.errors import ClausetrackError
from clausetrack.evidence.fingerprint import fingerprint
from clausetrack.evidence.nearest import Changed, document_sentences
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.document import Document
from clausetrack.model.evidence_check import EvidenceCheck, EvidenceState, SetCheck, SourceCheck, SourceState
from clausetrack.model.position import Path, Position
from clausetrack.model.source import Evidence, Fingerprint, Source


@dataclass(frozen=True, slots=True)
class Held:
    """What is at hand of one source: its fingerprint or why there is none, the document, and a former state of it.

    Where a document is given the evidence is held against it, else against the fingerprint. ``counterparts`` are, by a
    clause's id, the paragraphs of the document in which the clause's counterpart stands, as far as that is known.
    """

    fingerprint: Fingerprint | None = None
    fault: ClausetrackError | None = None
    document: Document | None = None
    former: Document | None = None
    counterparts: Mapping[str, frozenset[int]] = field(default_factory=dict)


_NOTHING: Final = Held()


def check(clause_set: ClauseSet, file: str, held: Mapping[str, Held]) -> SetCheck:
    """Hold all evidence of a clause set against what is at hand of its sources, by the sources' ids."""
    books = {id: _Book(at_hand) for id, at_hand in held.items()}
    return SetCheck(
        file=file,
        clause_set=clause_set,
        sources=tuple(
            _check_source(source, held.get(source.id, _NOTHING), clause_set, ("sources", index))
            for index, source in enumerate(clause_set.sources)
        ),
        evidence=tuple(_check_evidence(clause_set, books)),
    )


class _Book:
    """A source to look sentences up in; what costs is made when first asked for."""

    def __init__(self, held: Held) -> None:
        self._held = held
        self._changed: Changed | None = None
        known = fingerprint(held.document) if held.document else held.fingerprint
        self.is_known = known is not None
        self.places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._pages = {entry.paragraph: entry.page for entry in known.paragraphs} if known else {}
        for entry in known.paragraphs if known else ():
            for number, digest in enumerate(entry.sentences, 1):
                self.places[digest].append((entry.paragraph, number))

    def moved(self, evidence: Evidence, places: Sequence[tuple[int, int]]) -> Evidence:
        """Give evidence with the place that is nearest to the one it names."""
        was = (evidence.paragraph or 0, evidence.sentence or 0)
        paragraph, sentence = min(places, key=lambda place: (abs(place[0] - was[0]), abs(place[1] - was[1])))
        return replace(evidence, page=self._pages.get(paragraph), paragraph=paragraph, sentence=sentence)

    @property
    def changed(self) -> Changed | None:
        """The source as one that changed, where its words are at hand."""
        held = self._held
        if self._changed is None and held.document is not None:
            former = fingerprint(held.former) if held.former else held.fingerprint
            words = document_sentences(held.former) if held.former else ()
            self._changed = Changed(document_sentences(held.document), former, words, held.counterparts)
        return self._changed


def _check_source(source: Source, held: Held, clause_set: ClauseSet, path: Path) -> SourceCheck:
    known = held.document or held.fingerprint
    # Two fingerprints of one source that differ say as much as a fingerprint and a document.
    expected = source.sha256 or (held.fingerprint.sha256 if held.fingerprint and held.document else None)
    state: SourceState = "unchecked"
    if held.fault is not None:
        state = "unreadable"
    elif known is not None and expected is not None:
        state = "same" if known.sha256 == expected else "differs"
    return SourceCheck(
        source=source.id,
        state=state,
        path=path,
        position=_position(clause_set, path),
        document=held.document.file if held.document else None,
        expected=expected,
        found=known.sha256 if known else None,
        fault=held.fault,
    )


def _check_evidence(clause_set: ClauseSet, books: Mapping[str, _Book]) -> Iterator[EvidenceCheck]:
    for index, clause in enumerate(clause_set.clauses):
        for number, evidence in enumerate(clause.evidence):
            path = ("clauses", index, "evidence", number)
            yield _held_against(books.get(evidence.source), clause, evidence, path, _position(clause_set, path))


def _held_against(
    book: _Book | None, clause: Clause, evidence: Evidence, path: Path, position: Position | None
) -> EvidenceCheck:
    places: tuple[tuple[int, int], ...] = ()
    nearest = now = None
    state: EvidenceState
    if evidence.digest is None:
        state = "no-digest"
    elif book is None or not book.is_known:
        state = "unchecked"
    elif places := tuple(book.places.get(evidence.digest, ())):
        state = "stands" if any(_is_said(evidence, *place) for place in places) else "moved"
        now = book.moved(evidence, places) if state == "moved" else None
    else:
        nearest = book.changed.nearest(evidence, clause) if book.changed else None
        state = "edited" if nearest else "stale"
        now = nearest.evidence if nearest else None
    return EvidenceCheck(
        clause=clause.id,
        evidence=evidence,
        state=state,
        path=path,
        position=position,
        places=places,
        nearest=nearest,
        now=now,
    )


def _is_said(evidence: Evidence, paragraph: int, sentence: int) -> bool:
    return evidence.paragraph in (None, paragraph) and evidence.sentence in (None, sentence)


def _position(clause_set: ClauseSet, path: Path) -> Position | None:
    return clause_set.locator.locate(path) if clause_set.locator else None
