"""Sources that an agreement was read from, and the evidence that ties a clause to a sentence of one."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from clausetrack.model.record import Record, record


@record
class Source(Record):
    """A document that a clause set was encoded from. ``sha256`` is that of the file's bytes."""

    id: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    accessed: str | None = None
    language: str | None = None
    media_type: str | None = None
    sha256: str | None = None
    fingerprint: str | None = None
    rights: str | None = None
    note: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)


@record
class Evidence(Record):
    """Where a clause was read: a source, and in it a page, paragraph and sentence, each counted from 1.

    ``digest`` is ``sha256:`` and the SHA-256 of the sentence (NFC, white space collapsed).
    """

    source: str
    page: int | None = None
    paragraph: int | None = None
    sentence: int | None = None
    digest: str | None = None
    note: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)


@record
class FingerprintParagraph(Record):
    """The digests of one paragraph's sentences, in reading order; ``page`` where the source has pages."""

    paragraph: int
    sentences: tuple[str, ...]
    page: int | None = None


@record
class Fingerprint(Record):
    """A source without its words: the digest of its bytes, and of every sentence, paragraph by paragraph."""

    sha256: str
    size: int
    media_type: str
    paragraphs: tuple[FingerprintParagraph, ...]

    def find(self, digest: str) -> tuple[tuple[int, int], ...]:
        """Give every (paragraph, sentence) that bears the digest."""
        return tuple(
            (entry.paragraph, number)
            for entry in self.paragraphs
            for number, known in enumerate(entry.sentences, 1)
            if known == digest
        )
