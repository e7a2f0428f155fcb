"""The document that the old side of a comparison was read from, where a redline can be written into it."""

from __future__ import annotations

from clausetrack.app.inputs import read_content
from clausetrack.app.settings import Settings
from clausetrack.files import STDIN_NAME


def original_document(old: str, new: str | None, settings: Settings, *, reverse: bool = False) -> bytes | None:
    """Give the bytes of the old side where it is a Word document; None where it is not, or can be read but once.

    A document that is compared with its own tracked changes has them already: of it alone none is given. InputError
    where the file cannot be read.
    """
    spec = new if reverse else old
    if new is None or spec is None or spec == STDIN_NAME:
        return None
    content = read_content(spec, settings)
    if content.is_clause_file:
        return None
    from clausetrack.documents.detection import detect  # noqa: PLC0415 - clause files do not wait for documents

    return content.data if detect(content.data, content.name) == "docx" else None
