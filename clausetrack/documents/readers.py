"""All readers, by the format that a file's content shows. A new one is its file and one line here.

A reader is a module with ``read(data, file, reading) -> Document``; it is imported when it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final

from clausetrack.documents.reading import Reading
from clausetrack.errors import InputError
from clausetrack.files import MAX_BYTES, STDIN_NAME, read_bytes
from clausetrack.model.document import Document

READERS: Final[dict[str, str]] = {
    "txt": "clausetrack.documents.text",
}


def read_document(path: str, *, max_bytes: int = MAX_BYTES, reading: Reading = Reading()) -> Document:  # noqa: B008 - it cannot be changed
    """Read a document from a path, or from standard input for ``-``. InputError where no reader takes it."""
    return read(read_bytes(path, limit=max_bytes), "<stdin>" if path == STDIN_NAME else path, reading)


def read(data: bytes, file: str, reading: Reading = Reading()) -> Document:  # noqa: B008 - it cannot be changed
    """Read a document from the bytes of a file; ``file`` is the name that messages give it."""
    format = "txt"
    if format not in READERS:
        raise InputError(f"there is no reader for {format}", file=file, hint="one of " + ", ".join(READERS))
    found: Document = import_module(READERS[format]).read(data, file, reading)
    return found
