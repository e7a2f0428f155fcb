"""The digest of a sentence, by which a clause set points at its source without holding the source's words."""

from __future__ import annotations

from hashlib import sha256
from unicodedata import normalize


def normalised(text: str) -> str:
    """Give the text in NFC, each run of white space one space, none at the ends."""
    return " ".join(normalize("NFC", text).split())


def sentence_digest(text: str) -> str:
    """Give ``sha256:`` and the SHA-256 of the normalised text in UTF-8, in hexadecimal."""
    # a lone surrogate has no UTF-8; it is kept apart rather than refused, for digests must not fail on odd sources
    return "sha256:" + sha256(normalised(text).encode("utf-8", "surrogatepass")).hexdigest()
