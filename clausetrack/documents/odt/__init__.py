"""OpenDocument texts (.odt, and flat ones): words, headings, lists as they are numbered, tables and notes.

Tracked changes are read as accepted or as rejected. Left out are headers and footers, hidden text, tables of contents
and other indexes, comments and pictures. Where the program that saved it noted its page breaks, blocks have pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from clausetrack.documents.archive import Archive
from clausetrack.documents.odt.body import Story, lift
from clausetrack.documents.odt.changes import is_tracked, settle
from clausetrack.documents.odt.lists import Lists
from clausetrack.documents.odt.names import DC, META, OFFICE, TEXT
from clausetrack.documents.odt.styles import Styles
from clausetrack.documents.office import Entry, blocks, footnotes, in_several
from clausetrack.documents.reading import TRACKED, Reading, document
from clausetrack.documents.safe_xml import parse
from clausetrack.errors import InputError
from clausetrack.model.document import Document

MEDIA_TYPE: Final = "application/vnd.oasis.opendocument.text"

_CONTENT: Final = "content.xml"
_PARTS: Final = ("styles.xml", _CONTENT, "meta.xml")
_MANIFEST: Final = "META-INF/manifest.xml"
_METADATA: Final = {f"{DC}title": "title", f"{META}initial-creator": "author", f"{DC}language": "language"}


def read(data: bytes, file: str, reading: Reading) -> Document:
    """Read an OpenDocument text. InputError where a part is missing, broken or locked; MissingExtraError: no lxml."""
    parts = _parts(data, file, reading)
    trees = {name: parse(part, file, name or None) for name, part in parts.items()}
    root = trees.get(_CONTENT, trees.get(""))
    text = None if root is None else root.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise InputError("there is no text in it: this is no OpenDocument text", file=file)
    settle(text, reading.changes)
    lift(text)
    styles = Styles(trees.values())
    notes = _Notes()
    lists = Lists(trees.values())
    story = Story(styles, lists, notes.call, file)
    story.page = 1 if next(text.iter(f"{TEXT}soft-page-break"), None) is not None else None
    entries = story.read(text)
    if (story.page or 0) > reading.max_pages:
        raise InputError(f"more than {reading.max_pages:,} pages", file=file, hint="split it")
    entries += notes.read(Story(styles, lists, lambda _: None, file))
    tracked = any(map(is_tracked, parts.values()))
    return document(
        data,
        file,
        MEDIA_TYPE,
        blocks(entries, file),
        metadata=dict(_metadata(trees, styles)),
        notices=(*in_several(entries), *((TRACKED.format(reading.changes),) if tracked else ())),
    )


def has_tracked_changes(data: bytes, file: str, reading: Reading = Reading()) -> bool:  # noqa: B008 - it cannot be changed
    """Say whether the words of an OpenDocument text have tracked changes. InputError where it is none."""
    return any(map(is_tracked, _parts(data, file, reading).values()))


class _Notes:
    """The notes that a text calls, in that order."""

    def __init__(self) -> None:
        self._called: list[tuple[bool, str, Any]] = []

    def call(self, note: Any) -> str | None:
        """Give the label of a note that is called, which is noted in the text; None where it has none."""
        citation = note.find(f"{TEXT}note-citation")
        label = "" if citation is None else "".join(citation.itertext()).strip()
        body = note.find(f"{TEXT}note-body")
        if body is not None:
            self._called.append((note.get(f"{TEXT}note-class") == "endnote", label, body))
        return label or None

    def read(self, story: Story) -> list[Entry]:
        """Give the notes, footnotes first, each kind in the order of the calls."""
        ordered = sorted(self._called, key=lambda call: call[0])
        return [entry for _, label, body in ordered for entry in footnotes(label, story.read(body))]


def _parts(data: bytes, file: str, reading: Reading) -> dict[str, bytes]:
    """Give the parts that are read, by name; of a flat file all of it, under no name."""
    if not data.startswith(b"PK"):
        return {"": data}
    archive = Archive(data, file, reading.max_unpacked)
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise InputError("this is a document locked with a password", file=file, hint="save it without the password")
    return {name: archive.read(name) for name in _PARTS if name in archive or name == _CONTENT}


def _metadata(trees: dict[str, Any], styles: Styles) -> Iterator[tuple[str, str]]:
    language = styles.paragraph(None).language
    if language:
        yield "language", language
    for name in ("meta.xml", ""):
        for element in trees[name].iter(*_METADATA) if name in trees else ():
            text = " ".join((element.text or "").split())
            if text:
                yield _METADATA[element.tag], text
