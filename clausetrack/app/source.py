"""Sources: make a fingerprint, and check the evidence of clause sets against fingerprints and documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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


def fingerprint_source(path: str, *, max_bytes: int = MAX_BYTES) -> str:
    """Give the fingerprint of a document as YAML. InputError where the document cannot be read."""
    return to_yaml(fingerprint(read_document(path, max_bytes=max_bytes)))


def check_sources(
    sets: Sequence[str], documents: Sequence[str] = (), *, max_bytes: int = MAX_BYTES
) -> tuple[SetCheck, ...]:
    """Check the evidence of clause files, in their order, against fingerprints, and documents where they are given.

    A document is ``path``, or ``source=path`` where the source cannot be told. It is taken for the source whose bytes it
    has; else for the one that shares most sentences with it; else, where one file with one source is checked, for that.
    Of two documents for one source, the one that has its bytes, or else the one given first, is what it was before.

    A fingerprint that cannot be read is part of the result. InputError or InvalidFileError where a clause file or a
    document cannot be read, and InputError where a document belongs to no source, or a third one to the same.
    """
    loaded = [(path, loads(read_text(path, limit=max_bytes), path)) for path in sets]
    read = [_read(word, loaded, max_bytes) for word in documents]
    get = cache(load_fingerprint)
    results, used = [], set[int]()
    for path, clause_set in loaded:
        held = {source.id: _at_hand(source, path, get) for source in clause_set.sources}
        lone = len(loaded) == len(clause_set.sources) == 1
        for index, (named, document) in enumerate(read):
            source = _source_of(document, named, clause_set, held, lone=lone)
            if source is not None:
                held[source.id] = _with(held[source.id], document, source)
                used.add(index)
        results.append(check(clause_set, path, held))
    for index, (_, document) in enumerate(read):
        if index not in used:
            raise InputError(
                "the document is like no source of the sets", file=document.file, hint="say of which: SOURCE=FILE"
            )
    return tuple(results)


def _read(word: str, loaded: Sequence[tuple[str, ClauseSet]], max_bytes: int) -> tuple[str | None, Document]:
    named, equals, path = word.partition("=")
    known = {source.id for _, clause_set in loaded for source in clause_set.sources}
    if equals and named in known:
        return named, read_document(path, max_bytes=max_bytes)
    return None, read_document(word, max_bytes=max_bytes)


def _at_hand(source: Source, clause_file: str, get: Callable[[str], Fingerprint]) -> Held:
    if source.fingerprint is None:
        return Held()
    try:
        return Held(get(fingerprint_path(source.fingerprint, clause_file)))
    except ClausetrackError as fault:
        return Held(fault=fault)


def _source_of(
    document: Document, named: str | None, clause_set: ClauseSet, held: dict[str, Held], *, lone: bool
) -> Source | None:
    sources = {source.id: source for source in clause_set.sources}
    if named is not None:
        return sources.get(named)
    for source in sources.values():
        if document.sha256 in _bytes_of(source, held[source.id]):
            return source
    digests = {digest for entry in fingerprint(document).paragraphs for digest in entry.sentences}
    shared = {id: len(digests & _sentences_of(id, clause_set, held[id])) for id in sources}
    best = max(shared, key=shared.__getitem__, default=None)
    return sources[best] if best is not None and (shared[best] or lone) else None


def _bytes_of(source: Source, held: Held) -> set[str]:
    return {digest for digest in (source.sha256, held.fingerprint and held.fingerprint.sha256) if digest}


def _sentences_of(id: str, clause_set: ClauseSet, held: Held) -> set[str]:
    said = {
        piece.digest
        for clause in clause_set.clauses
        for piece in clause.evidence
        if piece.source == id and piece.digest
    }
    entries = held.fingerprint.paragraphs if held.fingerprint else ()
    return said.union(*(entry.sentences for entry in entries))


def _with(held: Held, document: Document, source: Source) -> Held:
    given = [known for known in (held.former, held.document, document) if known]
    if len(given) > _MOST:
        raise InputError(f"a third document for the source '{source.id}'", file=document.file, hint="give two at most")
    # A stable sort: the one with the source's own bytes comes first, else the one that was given first.
    given.sort(key=lambda known: known.sha256 not in _bytes_of(source, held))
    return Held(held.fingerprint, held.fault, given[-1], given[0] if len(given) == _MOST else None)
