"""What a corpus is built from: clause sets and documents in folders, in archives, and on the lines of JSONL files."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

from clausetrack.app.collect import is_ours
from clausetrack.app.inputs import Content, set_of
from clausetrack.app.settings import PROJECT_FILE, Settings
from clausetrack.errors import ClausetrackError, InputError
from clausetrack.files import read_bytes
from clausetrack.language.detection import guess
from clausetrack.model.clause import KINDS, Clause
from clausetrack.model.clauseset import Agreement, ClauseSet, Revision

_CLAUSE_FILES: Final = (".yaml", ".yml", ".json")
_DOCUMENTS: Final = (
    *(".txt", ".md", ".html", ".htm", ".xhtml", ".docx", ".odt", ".fodt", ".rtf"),
    *(".pdf", ".xml"),
)
_LINES: Final = ".jsonl"
_ARCHIVE: Final = ".zip"
_KNOWN: Final = (*_CLAUSE_FILES, *_DOCUMENTS, _LINES, _ARCHIVE)
"""Ends of names that are taken up in folders and archives; one that is named itself is taken up in any case."""

_ID: Final = re.compile(rb'\s*\{\s*"id"\s*:\s*"([^"\\\x00-\x1f]{1,200})"')
"""The id of a line whose first key it is, and that has nothing to unescape."""

_TEXTS: Final = ("number", "heading", "force", "kind", "id")
_HINT: Final = 'write {"id": …, "title": …, "text": …} or {"id": …, "clauses": [{"text": …}, …]} on every line'


class Piece(NamedTuple):
    """One document: its name (path, archive!member or file#id), its bytes, or why it could not be read.

    ``is_line`` says that it is a line of a JSONL file.
    """

    name: str
    data: bytes
    error: InputError | None = None
    is_line: bool = False

    @property
    def sha256(self) -> str:
        """The digest of its bytes."""
        return hashlib.sha256(self.data).hexdigest()


class Skipped(NamedTuple):
    """A file in a folder or an archive that is not meant for a corpus."""

    name: str


def pieces(paths: Sequence[str], settings: Settings) -> Iterator[Piece | Skipped]:
    """Yield what is to be read, in a fixed order. InputError where a path is not there."""
    for path in paths:
        if not Path(path).exists():
            read_bytes(path)  # which says what is wrong
        if not Path(path).is_dir():
            yield from _opened(path, settings)
            continue
        for folder, subfolders, names in os.walk(path):
            subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
            for name in sorted(names):
                file = os.path.normpath(os.path.join(folder, name))  # noqa: PTH118 - as `collect` does
                if name.startswith(".") or name == PROJECT_FILE or not name.lower().endswith(_KNOWN):
                    yield Skipped(file)
                else:
                    yield from _opened(file, settings, searched=True)


def _opened(path: str, settings: Settings, *, searched: bool = False) -> Iterator[Piece | Skipped]:
    if path.lower().endswith(_LINES):
        # Line by line: such a file is larger than any document may be.
        with Path(path).open("rb") as stream:
            yield from _lines(path, stream, settings.max_bytes)
        return
    if path.lower().endswith(_ARCHIVE):
        yield from _members(path, settings.max_bytes)
        return
    try:
        data = read_bytes(path, limit=settings.max_bytes)
    except InputError as error:
        yield Piece(path, b"", error)
        return
    yield Skipped(path) if searched and not _is_meant(path, data) else Piece(path, data)


def _is_meant(name: str, data: bytes) -> bool:
    """Say whether a file that a search brought is a document or a clause set, and not other YAML or JSON."""
    if not name.lower().endswith(_CLAUSE_FILES):
        return True
    head = data[:4096].decode("utf-8", "replace")
    return is_ours(head) and not any(mark in head for mark in ("clausetrack/fingerprint/", "clausetrack/baseline/"))


def _lines(name: str, stream: IO[bytes], limit: int) -> Iterator[Piece]:
    number = 0
    seen: set[str] = set()
    while line := stream.readline(limit + 1):
        number += 1
        where = _line_name(name, line, number, seen)
        if len(line) > limit:
            yield Piece(where, b"", InputError("the line is longer than a file may be", file=where, hint="split it"))
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
        elif line.strip():
            yield Piece(where, line, is_line=True)


def _line_name(name: str, line: bytes, number: int, seen: set[str]) -> str:
    """Name a line by its id where that comes first, so that a line more does not rename the others; else by number."""
    match = _ID.match(line)
    found = match[1].decode("utf-8", "replace") if match else str(number)
    if found in seen:
        found = f"{found}@{number}"
    seen.add(found)
    return f"{name}#{found}"


def _members(path: str, limit: int) -> Iterator[Piece | Skipped]:
    """Yield the members of an archive, each bounded while it is inflated; archives in archives are passed over."""
    try:
        archive = zipfile.ZipFile(path)
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fault:
        yield Piece(path, b"", InputError(f"the archive cannot be read: {fault}", file=path, hint="get it again"))
        return
    with archive:
        for entry in entries:
            name = f"{path}!{entry.filename}"
            is_known = entry.filename.lower().endswith(_KNOWN) and not entry.filename.lower().endswith(_ARCHIVE)
            if not is_known or entry.filename.rpartition("/")[2].startswith("."):
                yield Skipped(name)
                continue
            try:
                with archive.open(entry) as stream:
                    data = stream.read(limit + 1)
            except Exception as fault:  # noqa: BLE001 - whatever a broken or locked member makes the library raise
                yield Piece(name, b"", InputError(f"cannot be unpacked: {fault}", file=name, hint="get it again"))
                continue
            if len(data) > limit:
                yield Piece(name, b"", InputError("unpacks to more than a file may have", file=name, hint="split it"))
            elif entry.filename.lower().endswith(_LINES):
                yield from _lines(name, io.BytesIO(data), limit)
            elif _is_meant(name, data):
                yield Piece(name, data)
            else:
                yield Skipped(name)


def read_piece(piece: Piece, settings: Settings) -> ClauseSet:
    """Give the clause set that a document is, or drafts to. ClausetrackError where it cannot be read."""
    if piece.is_line:
        return _of_line(piece.name, piece.data, settings)
    return set_of(Content(piece.data, piece.name), settings, fields=True)


def _of_line(name: str, data: bytes, settings: Settings) -> ClauseSet:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as fault:
        raise InputError(f"this line is no JSON: {fault}", file=name, hint=_HINT) from None
    if not isinstance(found, dict):
        raise InputError("this line is no object", file=name, hint=_HINT)
    if isinstance(found.get("text"), str):
        content = Content(found["text"].encode("utf-8", "replace"), f"{name}.txt")
        made = set_of(content, settings, fields=True)
        known: dict[str, Any] = {key: str(found[key]) for key in ("id", "title") if found.get(key)}
        return replace(made, agreement=replace(made.agreement, **known))
    if not isinstance(found.get("clauses"), list):
        raise InputError("this line has neither text nor clauses", file=name, hint=_HINT)
    clauses = tuple(_clause(name, number, given) for number, given in enumerate(found["clauses"], 1))
    language = found.get("language") or guess(clause.text for clause in clauses[:50])
    identity = str(found.get("id") or name)
    return ClauseSet(
        agreement=Agreement(id=identity, title=str(found.get("title") or identity)),
        revision=Revision(id=str(found.get("revision") or ""), basis="primary-text", language=language),
        clauses=clauses,
    )


def _clause(name: str, number: int, given: Any) -> Clause:
    fields = {"text": given} if isinstance(given, str) else given
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise InputError(f"clause {number} has no text", file=name, hint=_HINT)
    known: dict[str, Any] = {key: value for key in _TEXTS if (value := fields.get(key)) and isinstance(value, str)}
    for key in ("domains", "actors", "path"):
        if isinstance(values := fields.get(key), list):
            known[key] = tuple(map(str, values))
    if known.get("kind") not in KINDS:
        known["kind"] = "provision"
    return Clause(**({"id": f"c{number}"} | known), text=fields["text"])


def as_input_error(error: Exception, name: str) -> InputError:
    """Give whatever reading a document raised as an error of that document."""
    if isinstance(error, ClausetrackError):
        found = InputError(error.what, file=name, line=error.line, column=error.column, hint=error.hint)
    else:
        # No document may stop the others; what is no error of ours is a fault of the program, and says so.
        found = InputError(f"a fault of the program: {type(error).__name__}: {error}", file=name, hint="report it")
    return found
