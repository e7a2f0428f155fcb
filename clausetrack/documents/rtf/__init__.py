"""Rich Text Format (.rtf): words in any code page, headings, shown numbers, tables and notes.

Tracked changes are read as accepted or as rejected. Left out are heads and feet of pages, hidden text, tables of
contents, comments, pictures and objects. Numbers of lists are those that the program which saved the file has shown.
"""

from __future__ import annotations

import re
from typing import Final

from clausetrack.documents.office import Entry, blocks, footnotes, in_several
from clausetrack.documents.reading import TRACKED, Reading, document
from clausetrack.documents.rtf.reader import Reader
from clausetrack.errors import InputError
from clausetrack.model.document import Document

MEDIA_TYPE: Final = "application/rtf"

_START: Final = b"{\\rtf"
_TRACKED: Final = re.compile(rb"\\(?:deleted|revised|mvf|mvt)(?![a-z0])")


def read(data: bytes, file: str, reading: Reading) -> Document:
    """Read RTF. InputError where it is none, ends too early, or has groups too deep in one another."""
    start = data.find(_START, 0, 1_024)
    if start < 0:
        raise InputError("this is no RTF: it does not begin with {\\rtf", file=file)
    reader = Reader(reading.changes, file)
    entries = reader.read(data[start:].decode("latin-1"))
    notes = [
        entry
        for wanted in (False, True)
        for note in reader.notes.all
        if note.is_endnote == wanted
        for entry in footnotes(note.label, note.entries)
    ]
    return document(
        data,
        file,
        MEDIA_TYPE,
        blocks(entries + notes, file),
        metadata=reader.metadata,
        notices=_notices(data, entries + notes, reading),
    )


def has_tracked_changes(data: bytes, file: str = "", reading: Reading = Reading()) -> bool:  # noqa: B008 - it cannot be changed
    """Say whether the words of an RTF file have tracked changes."""
    del file, reading
    return _TRACKED.search(data) is not None


def _notices(data: bytes, entries: list[Entry], reading: Reading) -> tuple[str, ...]:
    found = list(in_several(entries))
    if has_tracked_changes(data):
        found.append(TRACKED.format(reading.changes))
    unread = sum(entry.text.count("\ufffd") for entry in entries)
    if unread:
        found.append(f"{unread} characters have no meaning in the code page that the file names")
    return tuple(found)
