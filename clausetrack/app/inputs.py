"""What the command line names: a clause set, or a document that is drafted on the fly where a set is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from clausetrack.app.settings import Settings
from clausetrack.clauseset.load import loads
from clausetrack.clauseset.revision import read_spec_bytes
from clausetrack.errors import InputError
from clausetrack.files import STDIN_NAME, decode
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.document import Document

if TYPE_CHECKING:
    from clausetrack.draft.passage import Drafting

_CLAUSE_FILES: Final = (".yaml", ".yml", ".json")
"""Ends of names that, of all that is read here, only clause files have."""

_KEY: Final = re.compile(
    rb"""^["'{]*(?:format["']?[ \t]*:[ \t]*["']?clausetrack/|(?:agreement|clauses)["']?[ \t]*:[ \t\r]*$)""",
    re.MULTILINE,
)
_HEAD: Final = 65_536
"""Bytes that are looked at for a key of the format: more than any comment on top of a file takes."""

Changes = Literal["accepted", "rejected"]
Progress = Callable[[int, int], None]
"""Told how many pages of how many are read."""


class Content(NamedTuple):
    """The bytes of an input and the name that messages give it."""

    data: bytes
    name: str

    @property
    def is_clause_file(self) -> bool:
        """Whether this is meant to be a clause file: by its name, or by a key of the format at the start of a line."""
        return self.name.lower().endswith(_CLAUSE_FILES) or self.has_key

    @property
    def has_key(self) -> bool:
        """Whether a key of the format stands at the start of a line."""
        return _KEY.search(self.data[:_HEAD]) is not None


def read_content(spec: str, settings: Settings) -> Content:
    """Read what a path, ``-`` or ``REV:PATH`` names. InputError where that fails."""
    return Content(*read_spec_bytes(spec, limit=settings.max_bytes))


def read_both(old: str, new: str, settings: Settings) -> tuple[Content, Content]:
    """Read both sides of a comparison. InputError where that fails, or both are standard input."""
    if old == new == STDIN_NAME:
        raise InputError("standard input can be read once", file=STDIN_NAME, hint="name a file for one of the two")
    return read_content(old, settings), read_content(new, settings)


def read_set(spec: str, settings: Settings | None = None, *, fields: bool = True) -> ClauseSet:
    """Read a clause set, or draft it from a document, from a path, standard input or git.

    InputError where it cannot be read, InvalidFileError where it is a clause file that is not valid.
    """
    in_force = settings or Settings()
    return set_of(read_content(spec, in_force), in_force, fields=fields)


def set_of(
    content: Content,
    settings: Settings,
    *,
    fields: bool = False,
    changes: Changes = "accepted",
    progress: Progress | None = None,
) -> ClauseSet:
    """Give the clause set that an input is, or the one that its document drafts to.

    Without ``fields`` a draft has nothing but the words: what was guessed of one side and not of the other would else
    look like a change.
    """
    if content.is_clause_file:
        return loads(decode(content.data, content.name), content.name)
    from clausetrack.draft.passage import Drafting  # noqa: PLC0415 - see `drafted`

    document = document_of(content, changes=changes, progress=progress)
    return drafted(document, Drafting(level=settings.draft_level, fields=fields))


def document_of(content: Content, *, changes: Changes = "accepted", progress: Progress | None = None) -> Document:
    """Read the document that an input is. InputError where no reader takes it."""
    from clausetrack.documents.readers import read  # noqa: PLC0415 - see `drafted`
    from clausetrack.documents.reading import Reading  # noqa: PLC0415

    return read(content.data, content.name, Reading(changes=changes, progress=progress))


def drafted(document: Document, drafting: Drafting) -> ClauseSet:
    """Give the clause set that a document drafts to."""
    from clausetrack.draft import draft  # noqa: PLC0415 - what only documents need, clause files do not wait for

    return draft(document, drafting)


def has_tracked_changes(content: Content) -> bool:
    """Say whether an input is a document whose tracked changes have two sides."""
    from clausetrack.documents.readers import tracks_changes  # noqa: PLC0415 - see `drafted`

    return tracks_changes(content.data, content.name)
