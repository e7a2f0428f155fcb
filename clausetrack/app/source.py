"""Sources: make a fingerprint, and check the evidence of clause sets against fingerprints and documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from clausetrack.clauseset.load import loads
from clausetrack.documents.readers import read_document
from clausetrack.errors import ClausetrackError, InputError
from clausetrack.evidence.check import Held, check
from clausetrack.evidence.fingerprint import fingerprint, fingerprint_path, load_fingerprint, to_yaml
from clausetrack.files import MAX_BYTES, read_text
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.document import Document
from clausetrack.model.evidence_check import SetCheck
from clausetrack.model.source import Fingerprint, Source

_MOST: Final = 2
"""Documents that one source can be held against: what it was, and what it is now."""


@dataclass(frozen=True, slots=True)
class _Given:
    """A document that was given, the source it was said to be of, and the digests of its sentences."""

    document: Document
    source: str | None
    digests: frozenset[str]


def fingerprint_source(path: str, *, max_bytes: int = MAX_BYTES) -> str:
    """Give the fingerprint of a document as YAML. InputError where the document cannot be read."""
    return to_yaml(fingerprint(read_document(path, max_bytes=max_bytes)))


def check_sources(
    sets: Sequence[str], documents: Sequence[str] = (), *, max_bytes: int = MAX_BYTES
) -> tuple[SetCheck, ...]:
    """Check the evidence of clause files, in their order, against fingerprints, and documents where they are given.

    A document is ``path``, or ``source=path`` where the source cannot be told. It is taken for the source whose bytes
    it has; else for the one that shares most sentences with it; else, where one file with one source is checked, for
    that. Of two documents for one source, the one that has its bytes, or else the one given first, is what it was
    before.

    A fingerprint that cannot be read is part of the result. InputError or InvalidFileError where a clause file or a
    document cannot be read, and InputError where a document belongs to no source, or a third one to the same.
    """
    loaded = [(path, loads(read_text(path, limit=max_bytes), path)) for path in sets]
    given = _given(documents, {source.id for _, clause_set in loaded for source in clause_set.sources}, max_bytes)
    lone = len(loaded) == 1 and len(loaded[0][1].sources) == 1
    get = cache(load_fingerprint)
    results: list[SetCheck] = []
    used: set[str] = set()
    for path, clause_set in loaded:
        held = {source.id: _at_hand(source, path, get) for source in clause_set.sources}
        for entry in given:
            source = _source_of(entry, clause_set, held, lone=lone)
            if source is not None:
                held[source.id] = _with(held[source.id], entry.document, source)
                used.add(entry.document.file)
        results.append(check(clause_set, path, held))
    _refuse_unused(given, used)
    return tuple(results)


def _given(words: Sequence[str], sources: set[str], max_bytes: int) -> list[_Given]:
    given: list[_Given] = []
    for word in words:
        named, equals, path = word.partition("=")
        is_named = bool(equals) and named in sources
        document = read_document(path if is_named else word, max_bytes=max_bytes)
        digests = frozenset(digest for entry in fingerprint(document).paragraphs for digest in entry.sentences)
        given.append(_Given(document, named if is_named else None, digests))
    return given


def _refuse_unused(given: Sequence[_Given], used: set[str]) -> None:
    for entry in given:
        if entry.document.file not in used:
            raise InputError(
                "the document is like no source of the sets", file=entry.document.file, hint="say of which: SOURCE=FILE"
            )


def _at_hand(source: Source, clause_file: str, get: Callable[[str], Fingerprint]) -> Held:
    if source.fingerprint is None:
        return Held()
    try:
        return Held(get(fingerprint_path(source.fingerprint, clause_file)))
    except ClausetrackError as fault:
        return Held(fault=fault)


def _source_of(given: _Given, clause_set: ClauseSet, held: Mapping[str, Held], *, lone: bool) -> Source | None:
    sources = {source.id: source for source in clause_set.sources}
    if given.source is not None:
        return sources.get(given.source)
    for source in sources.values():
        if given.document.sha256 in _bytes_of(source, held[source.id]):
            return source
    shared = {id: len(given.digests & _sentences_of(id, clause_set, held[id])) for id in sources}
    best = max(shared, key=shared.__getitem__, default=None)
    return sources[best] if best is not None and (shared[best] or lone) else None


def _bytes_of(source: Source, held: Held) -> set[str]:
    return {digest for digest in (source.sha256, held.fingerprint and held.fingerprint.sha256) if digest}


def _sentences_of(id: str, clause_set: ClauseSet, held: Held) -> set[str]:
    said = {piece.digest for clause in clause_set.clauses for piece in clause.evidence if piece.source == id}
    entries = held.fingerprint.paragraphs if held.fingerprint else ()
    return {digest for digest in said.union(*(entry.sentences for entry in entries)) if digest}


def _with(held: Held, document: Document, source: Source) -> Held:
    given = [known for known in (held.former, held.document, document) if known]
    if len(given) > _MOST:
        raise InputError(f"a third document for the source '{source.id}'", file=document.file, hint="give two at most")
    # A stable sort: the one with the source's own bytes comes first, else the one that was given first.
    given.sort(key=lambda known: known.sha256 not in _bytes_of(source, held))
    return replace(held, document=given[-1], former=given[0] if len(given) == _MOST else None)
