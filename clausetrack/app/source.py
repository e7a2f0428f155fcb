"""Sources: make a fingerprint, and check the evidence of clause sets against fingerprints and documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from clausetrack.clauseset.edit import set_values
from clausetrack.clauseset.load import loads
from clausetrack.clauseset.syntax import Tree, parse
from clausetrack.documents.readers import read_document
from clausetrack.errors import ClausetrackError, InputError
from clausetrack.evidence.check import Held, check
from clausetrack.evidence.fingerprint import fingerprint, fingerprint_path, load_fingerprint, to_yaml
from clausetrack.evidence.nearest import Sentence, document_sentences
from clausetrack.files import MAX_BYTES, read_text
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.document import Document
from clausetrack.model.evidence_check import EvidenceCheck, SetCheck
from clausetrack.model.listing import Quote
from clausetrack.model.position import Path as KeyPath
from clausetrack.model.source import Evidence, Fingerprint, Source

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
        results.append(_checked(clause_set, path, held))
    _refuse_unused(given, used)
    return tuple(results)


def _checked(clause_set: ClauseSet, path: str, held: dict[str, Held]) -> SetCheck:
    """Check a set; where sentences are gone from a document, once more with the clauses that are their counterparts."""
    result = check(clause_set, path, held)
    stale = {entry.evidence.source for entry in result.evidence if entry.state == "stale"}
    looked_at = {id for id in stale if held[id].document is not None}
    if not looked_at:
        return result
    from clausetrack.app.counterparts import counterparts  # noqa: PLC0415 - drafting is heavy, and few sentences go

    more = {id: replace(held[id], counterparts=counterparts(clause_set, held[id].document)) for id in looked_at}
    return check(clause_set, path, held | more)


def updated_evidence(checked: SetCheck, *, max_bytes: int = MAX_BYTES) -> tuple[tuple[str, str], ...]:
    """Give files with the evidence as it was found: the clause file, and the fingerprints that it names.

    Each is a path and its new text; the clause file is the same byte for byte but for what changed in evidence and
    sources. What was not found stays as it is. Empty where nothing changed.
    """
    tree = parse(read_text(checked.file, limit=max_bytes), checked.file)
    values: dict[KeyPath, Any] = {}
    for entry in checked.evidence:
        values |= _new_values(tree, entry)
    prints: list[tuple[str, str]] = []
    for source, known in zip(checked.sources, checked.clause_set.sources, strict=True):
        if source.document is None or source.state == "same":
            continue
        if known.sha256:
            values[*source.path, "sha256"] = source.found
        if known.fingerprint:
            print_file = fingerprint_path(known.fingerprint, checked.file)
            prints.append((print_file, fingerprint_source(source.document, max_bytes=max_bytes)))
    text = set_values(tree, values)
    return (*([(checked.file, text)] if text != tree.text else []), *prints)


def _new_values(tree: Tree, entry: EvidenceCheck) -> dict[KeyPath, Any]:
    """Give what a piece of evidence has to say now, by path: keys that are there; the whole piece where one is not."""
    if entry.now is None:
        return {}
    said = {key: getattr(entry.now, key) for key in ("page", "paragraph", "sentence", "digest")}
    new = {key: value for key, value in said.items() if value is not None}
    old: Any = tree.data
    for step in entry.path:
        old = old[step]
    if new.keys() <= old.keys():
        return {(*entry.path, key): value for key, value in new.items() if old[key] != value}
    return {entry.path: old | new}


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


def quotes(
    path: str, clause_set: ClauseSet, documents: Sequence[str], *, max_bytes: int = MAX_BYTES
) -> dict[str, tuple[Quote, ...]]:
    """Give for each clause, by id, the sentences that it was read from, as documents have them.

    InputError where a document cannot be read or belongs to no source of the set.
    """
    given = _given(documents, {source.id for source in clause_set.sources}, max_bytes)
    lone = len(clause_set.sources) == 1
    held = {source.id: _at_hand(source, path, load_fingerprint) for source in clause_set.sources}
    said: dict[str, dict[str, Sentence]] = {}
    used: set[str] = set()
    for entry in given:
        source = _source_of(entry, clause_set, held, lone=lone)
        if source is not None:
            used.add(entry.document.file)
            said.setdefault(source.id, {}).update(
                {sentence.digest: sentence for sentence in document_sentences(entry.document)}
            )
    _refuse_unused(given, used)
    return {
        clause.id: tuple(_quote(said[entry.source], entry) for entry in clause.evidence if entry.source in said)
        for clause in clause_set.clauses
    }


def _quote(said: Mapping[str, Sentence], entry: Evidence) -> Quote:
    found = said.get(entry.digest or "")
    numbers = {"page": entry.page, "paragraph": entry.paragraph, "sentence": entry.sentence}
    places = [f"{name} {number}" for name, number in numbers.items() if number is not None]
    return Quote(found.text if found else None, ", ".join([entry.source, *places]))
