"""Documents on the lines of a JSONL file, and the clause sets that they are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any, Final

from clausetrack.app.corpus.pieces import Piece
from clausetrack.app.inputs import Content, set_of
from clausetrack.app.settings import Settings
from clausetrack.errors import InputError
from clausetrack.files import decode
from clausetrack.language.detection import guess
from clausetrack.model.clause import KINDS, Clause
from clausetrack.model.clauseset import Agreement, ClauseSet, Revision

_ID: Final = re.compile(rb'\s*\{\s*"id"\s*:\s*"([^"\\\x00-\x1f]{1,200})"')
"""The id of a line whose first key it is, and that has nothing to unescape."""

_BOM: Final = b"\xef\xbb\xbf"
_TEXTS: Final = ("number", "heading", "force", "kind", "id")
_HINT: Final = 'write {"id": …, "title": …, "text": …} or {"id": …, "clauses": [{"text": …}, …]} on every line'


def lines(file: str, stream: IO[bytes], limit: int) -> Iterator[Piece]:
    """Yield the lines of a stream that are not blank; one of over ``limit`` bytes is passed by and told."""
    number = 0
    seen: set[str] = set()
    while line := stream.readline(limit + 1):
        number += 1
        line = line.removeprefix(_BOM) if number == 1 else line
        piece = Piece(_name(file, line, number, seen), line, line=number, file=file)
        if len(line) > limit:
            error = piece.fault("the line is longer than a file may be", hint="split it")
            yield piece._replace(data=b"", error=error)
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
        elif line.strip():
            yield piece


def _name(file: str, line: bytes, number: int, seen: set[str]) -> str:
    """Name a line by its id where that comes first, so that a line more does not rename the others; else by number."""
    match = _ID.match(line)
    found = match[1].decode("utf-8", "replace") if match else str(number)
    if found in seen:
        found = f"{found}@{number}"
    seen.add(found)
    return f"{file}#{found}"


def set_of_line(piece: Piece, settings: Settings) -> ClauseSet:
    """Give the clause set that a line is, or that its text drafts to. ClausetrackError where it is neither."""
    found = _object(piece)
    if isinstance(found.get("text"), str):
        content = Content(found["text"].encode("utf-8", "replace"), f"{piece.name}.txt")
        made = set_of(content, settings, fields=True)
        known: dict[str, Any] = {key: str(found[key]) for key in ("id", "title") if found.get(key)}
        return replace(made, agreement=replace(made.agreement, **known))
    if not isinstance(found.get("clauses"), list):
        raise piece.fault("this line has neither text nor clauses", hint=_HINT)
    clauses = tuple(_clause(piece, number, given) for number, given in enumerate(found["clauses"], 1))
    language = found.get("language")
    if not isinstance(language, str | None):
        raise piece.fault("the language is no text", hint='write "language": "en", or leave it out')
    identity = str(found.get("id") or piece.name)
    return ClauseSet(
        agreement=Agreement(id=identity, title=str(found.get("title") or identity)),
        revision=Revision(
            id=str(found.get("revision") or ""),
            basis="primary-text",
            language=language or guess(clause.text for clause in clauses[:50]),
        ),
        clauses=clauses,
    )


def _object(piece: Piece) -> dict[str, Any]:
    try:
        found = json.loads(decode(piece.data, piece.file))
    except InputError as fault:
        raise piece.fault(fault.what, column=fault.column, hint=fault.hint) from None
    except json.JSONDecodeError as fault:
        what = fault.msg[0].lower() + fault.msg[1:]
        raise piece.fault(f"this line is no JSON: {what}", column=fault.colno, hint=_HINT) from None
    except (ValueError, RecursionError) as fault:  # a number too long to convert, brackets too deep to follow
        raise piece.fault(f"this line is no JSON: {fault}", hint=_HINT) from None
    if not isinstance(found, dict):
        raise piece.fault("this line is no object", column=1, hint=_HINT)
    return found


def _clause(piece: Piece, number: int, given: Any) -> Clause:
    fields = {"text": given} if isinstance(given, str) else given
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise piece.fault(f"clause {number} has no text", hint=_HINT)
    known: dict[str, Any] = {key: value for key in _TEXTS if (value := fields.get(key)) and isinstance(value, str)}
    for key in ("domains", "actors", "path"):
        if isinstance(values := fields.get(key), list):
            known[key] = tuple(map(str, values))
    if known.get("kind") not in KINDS:
        known["kind"] = "provision"
    return Clause(**({"id": f"c{number}"} | known), text=fields["text"])
