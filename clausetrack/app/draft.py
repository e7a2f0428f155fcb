"""A clause set drafted from a document, or a document drafted again under an edited set."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from clausetrack.app.inputs import Content, Progress, document_of, drafted, read_content, set_of
from clausetrack.app.settings import Settings
from clausetrack.clauseset.load import canonical_with
from clausetrack.clauseset.plain import plain
from clausetrack.draft.passage import Drafting
from clausetrack.draft.update import Look, update
from clausetrack.errors import InputError
from clausetrack.evidence.fingerprint import fingerprint, to_yaml
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.document import Document
from clausetrack.report.counting import counted


class Drafted(NamedTuple):
    """A drafted set, the document that it was drafted from just now, and what needs a look after an update."""

    clause_set: ClauseSet
    document: Document | None
    looks: tuple[Look, ...] = ()

    @property
    def text(self) -> str:
        """The set as a clause file in canonical form, with the comments of the set that was updated."""
        return canonical_with(self.clause_set, plain(self.clause_set))


def drafted_before(spec: str, settings: Settings) -> Drafted | None:
    """Give a set that was drafted before, to be reviewed again; None where the input is a document."""
    content = read_content(spec, settings)
    return Drafted(set_of(content, settings), None) if content.is_clause_file else None


def draft_document(spec: str, drafting: Drafting, settings: Settings, progress: Progress | None = None) -> Drafted:
    """Draft a clause set from a document. InputError where it cannot be read or is a clause file already."""
    document = document_of(_document_content(spec, settings), progress=progress)
    return Drafted(drafted(document, drafting), document)


def update_set(
    edited: str, spec: str, drafting: Drafting, settings: Settings, progress: Progress | None = None
) -> Drafted:
    """Draft a document again, or its next version, and carry over what an analyst edited in a clause set.

    InputError or InvalidFileError where one of them cannot be read.
    """
    before = set_of(_clause_content(edited, settings), settings)
    new = draft_document(spec, drafting._replace(agreement=before.agreement.id), settings, progress)
    result = update(before, new.clause_set)
    return Drafted(result.clause_set, new.document, result.looks)


def with_fingerprint(result: Drafted, fingerprint_file: str, clause_file: str) -> tuple[Drafted, str]:
    """Name a fingerprint file in the source of a drafted set; give the set and the fingerprint as YAML."""
    path = Path(os.path.relpath(fingerprint_file, Path(clause_file).parent)).as_posix()
    if result.document is None:
        raise InputError("a fingerprint is made of a document", file=clause_file, hint="name the document")
    made = fingerprint(result.document)
    sources = tuple(
        replace(source, fingerprint=path) if source.sha256 == made.sha256 else source
        for source in result.clause_set.sources
    )
    return result._replace(clause_set=replace(result.clause_set, sources=sources)), to_yaml(made)


def summary(result: Drafted) -> str:
    """Say in a line what was drafted: how many clauses of which kind, and how many have something doubtful."""
    clauses = result.clause_set.clauses
    kinds: dict[str, int] = {}
    for clause in clauses:
        kinds[clause.kind] = kinds.get(clause.kind, 0) + 1
    parts = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items(), key=lambda entry: -entry[1]))
    doubtful = sum(bool(clause.extra.get("x-doubtful")) for clause in clauses)
    return f"{counted(len(clauses), 'clause')} ({parts}), {doubtful} with something doubtful"


def listed(looks: Iterable[Look]) -> str:
    """Give what needs a look, one a line: the clause, why, and in words."""
    entries = list(looks)
    widths = [max((len(entry[column]) for entry in entries), default=0) for column in (0, 1)]
    return "\n".join(f"{clause:{widths[0]}}  {reason:{widths[1]}}  {message}" for clause, reason, message in entries)


def _document_content(spec: str, settings: Settings) -> Content:
    content = read_content(spec, settings)
    if content.is_clause_file:
        raise InputError("this is a clause file already", file=content.name, hint="name a document, or use --review")
    return content


def _clause_content(spec: str, settings: Settings) -> Content:
    content = read_content(spec, settings)
    if not content.is_clause_file:
        raise InputError("this is no clause file", file=content.name, hint="name the edited clause set behind --update")
    return content
