"""Which reader reads which file, by the end of its name. A new reader is its file and one line here."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Final

from clausetrack.documents import text
from clausetrack.errors import InputError
from clausetrack.files import MAX_BYTES, STDIN_NAME, read_bytes
from clausetrack.model.document import Document

Reader = Callable[[bytes, str], Document]
"""Makes a document of a file's bytes; the second argument is the name that messages give the file."""

READERS: Final[dict[str, Reader]] = {".txt": text.read, ".text": text.read, "": text.read}


def read_document(path: str, *, max_bytes: int = MAX_BYTES) -> Document:
    """Read a document, or plain text from standard input for ``-``. InputError where no reader takes it."""
    suffix = "" if path == STDIN_NAME else os.path.splitext(path)[1].lower()  # noqa: PTH122 - a path may be hostile
    if suffix not in READERS:
        known = ", ".join(filter(None, READERS))
        raise InputError(f"there is no reader for {suffix} files", file=path, hint=f"convert it to one of {known}")
    return READERS[suffix](read_bytes(path, limit=max_bytes), "<stdin>" if path == STDIN_NAME else path)
