"""How to read a document: which side of tracked changes, how much at most, whom to tell how far it is."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from importlib import import_module
from types import ModuleType
from typing import Any, Final, Literal, NamedTuple

from clausetrack.errors import MissingExtraError
from clausetrack.model.document import Block, Document

MAX_UNPACKED: Final = 256 * 1024 * 1024
"""Bytes that the parts of a compressed document may unpack to: four times the largest file that is read."""

MAX_PAGES: Final = 5_000
"""Pages of the longest document that is read; the longest trade agreements with their schedules have about 2,000."""

MAX_DEPTH: Final = 256
"""Elements inside elements; the deepest pages of the web stay below 100."""

SEVERAL: Final = "the text is here in {} languages, of which a draft has one; --language chooses it"
"""What is said of a document that says the same in several languages."""

TRACKED: Final = "there are tracked changes; this is the text with all of them {}"
"""What is said of a document with tracked changes, which are accepted or rejected."""


class Reading(NamedTuple):
    """How to read. ``changes`` is the side of tracked changes that is wanted; ``progress`` is told (done, of all).

    ``max_unpacked`` counts bytes, ``max_pages`` pages; InputError beyond them.
    """

    changes: Literal["accepted", "rejected"] = "accepted"
    max_unpacked: int = MAX_UNPACKED
    max_pages: int = MAX_PAGES
    progress: Callable[[int, int], None] | None = None


def document(data: bytes, file: str, media_type: str, blocks: Iterable[Block], **more: Any) -> Document:
    """Make a document of what a reader found in the bytes of a file."""
    return Document(
        file=file,
        media_type=media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        blocks=tuple(blocks),
        **more,
    )


def library(name: str, extra: str, file: str) -> ModuleType:
    """Import a library that is not a base dependency; MissingExtraError with the command where it is not installed."""
    try:
        return import_module(name)
    except ModuleNotFoundError:
        raise MissingExtraError(
            f"reading this needs {name.partition('.')[0]}", file=file, hint=f"pip install 'clausetrack[{extra}]'"
        ) from None
