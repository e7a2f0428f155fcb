"""What a corpus is built from, piece by piece: a document's bytes, or why they could not be read."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from clausetrack import __version__
from clausetrack.errors import ClausetrackError, InputError


class Piece(NamedTuple):
    """One document: its name (path, archive!member or file#id), its bytes, or why it could not be read.

    A line of a JSONL file has its number, from 1 on, and the name of the ``file``; where all of a folder, an archive or
    such a file could not be read, ``mark`` is what stands between its name and those of its documents.
    """

    name: str
    data: bytes
    error: InputError | None = None
    line: int = 0
    file: str = ""
    mark: str = ""

    @property
    def sha256(self) -> str:
        """The digest of its bytes."""
        return hashlib.sha256(self.data).hexdigest()

    def fault(self, what: str, *, column: int | None = None, hint: str = "") -> InputError:
        """Say what is wrong with it, and where it stands."""
        return InputError(what, file=self.file or self.name, line=self.line or None, column=column, hint=hint)


class Skipped(NamedTuple):
    """A file in a folder or an archive that is not meant for a corpus."""

    name: str


def tried(sha256: str) -> str:
    """Give the mark of a failure that will repeat itself: the same bytes, read by the same version of this program."""
    return f"{sha256} {__version__}"


def as_input_error(error: Exception, piece: Piece) -> InputError:
    """Give whatever reading a document raised as an error of that document."""
    if not isinstance(error, ClausetrackError):
        # No document may stop the others; what is no error of ours is a fault of the program, and says so.
        return piece.fault(f"a fault of the program: {type(error).__name__}: {error}", hint="report it")
    if not piece.line:
        return InputError(error.what, file=piece.name, line=error.line, column=error.column, hint=error.hint)
    if isinstance(error, InputError) and error.file == piece.file:
        return error
    return piece.fault(error.what, hint=error.hint)  # its place is one in the text, which is not where the file has it
