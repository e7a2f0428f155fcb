"""All readers, by the format that a file's content shows. A new one is its file and one line here.

A reader is a module with ``read(data, file, reading) -> Document``; it is imported when it is asked for. Which format
a file has is told by :mod:`clausetrack.documents.detection`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final

from clausetrack.documents.detection import detect
from clausetrack.documents.reading import Reading
from clausetrack.errors import InputError, UnknownNameError, nearest
from clausetrack.files import MAX_BYTES, STDIN_NAME, read_bytes
from clausetrack.model.document import Document

READERS: Final[dict[str, str]] = {
    "docx": "clausetrack.documents.docx",
    "odt": "clausetrack.documents.odt",
    "pdf": "clausetrack.documents.pdf",
    "rtf": "clausetrack.documents.rtf",
    "txt": "clausetrack.documents.text",
    "md": "clausetrack.documents.markdown",
    "html": "clausetrack.documents.html",
    "akn": "clausetrack.documents.akoma_ntoso",
}


def read_document(
    path: str,
    *,
    max_bytes: int = MAX_BYTES,
    reading: Reading = Reading(),  # noqa: B008 - it cannot be changed
    format: str | None = None,
) -> Document:
    """Read a document from a path, or from standard input for ``-``; ``format`` is as in :func:`read`.

    InputError where it cannot be read, is larger than ``max_bytes``, or is of no format that is read.
    """
    data = read_bytes(path, limit=max_bytes)
    return read(data, "<stdin>" if path == STDIN_NAME else path, reading, format)


def read(
    data: bytes,
    file: str,
    reading: Reading = Reading(),  # noqa: B008 - it cannot be changed
    format: str | None = None,
) -> Document:
    """Read a document from the bytes of a file; ``file`` is the name that messages give it.

    ``format`` is a name in `READERS`, None to tell it from the content. UnknownNameError for a name that is not there,
    InputError where the content is of no format that is read, MissingExtraError where a library is not installed.
    """
    name = format or detect(data, file)
    if name not in READERS:
        raise _unknown(name) if format else InputError(f"there is no reader for {name}", file=file, hint=_known())
    found: Document = import_module(READERS[name]).read(data, file, reading)
    return found


def _unknown(format: str) -> UnknownNameError:
    guess = nearest(format, READERS)
    return UnknownNameError(
        f"there is no document format '{format}'", hint=f"did you mean '{guess}'?" if guess else _known()
    )


def _known() -> str:
    return "one of " + ", ".join(READERS)


def tracks_changes(data: bytes, file: str) -> bool:
    """Say whether a document has tracked changes, so that its two sides can be compared."""
    module = READERS.get(detect(data, file))
    ask = getattr(import_module(module), "has_tracked_changes", None) if module else None
    return bool(ask and ask(data, file))
