"""Which files in folders and archives are meant for a corpus, by the ends of their names and how they begin."""

from __future__ import annotations

from typing import Final

from clausetrack.app.collect import is_ours

LINES: Final = ".jsonl"
ARCHIVE: Final = ".zip"

_CLAUSE_FILES: Final = (".yaml", ".yml", ".json")
_DOCUMENTS: Final = (
    *(".txt", ".md", ".html", ".htm", ".xhtml", ".docx", ".odt", ".fodt", ".rtf"),
    *(".pdf", ".xml"),
)
_KNOWN: Final = (*_CLAUSE_FILES, *_DOCUMENTS, LINES, ARCHIVE)
"""Ends of names that are taken up in folders and archives; one that is named itself is taken up in any case."""

_OTHERS: Final = ("clausetrack/fingerprint/", "clausetrack/baseline/")


def is_known(name: str) -> bool:
    """Say whether a file is of a kind that is taken up where it was not named itself."""
    return name.lower().endswith(_KNOWN)


def is_meant(name: str, data: bytes) -> bool:
    """Say whether a file that a search brought is a document or a clause set, and not other YAML or JSON."""
    if not name.lower().endswith(_CLAUSE_FILES):
        return True
    head = data[:4096].decode("utf-8", "replace")
    return is_ours(head) and not any(mark in head for mark in _OTHERS)
