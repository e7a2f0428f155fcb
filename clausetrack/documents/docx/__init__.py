"""Word documents (.docx, Office Open XML): words, headings, tables and notes, numbered as Word shows them.

Tracked changes are read as accepted or as rejected. Left out are headers and footers, hidden text, tables of contents,
comments, pictures and embedded files. Word documents have no pages of their own; where the program that saved one noted
its page breaks, blocks have pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from clausetrack.documents.docx.body import Story, paginate, prepare
from clausetrack.documents.docx.changes import is_tracked, settle
from clausetrack.documents.docx.names import W
from clausetrack.documents.docx.notes import Notes
from clausetrack.documents.docx.numbering import Numbering
from clausetrack.documents.docx.package import Package
from clausetrack.documents.docx.styles import Styles
from clausetrack.documents.office import blocks, in_several
from clausetrack.documents.reading import TRACKED, Reading, document
from clausetrack.errors import InputError
from clausetrack.model.document import Document

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_NOTES: Final = ("footnotes", "endnotes")
_METADATA: Final = {
    "{http://purl.org/dc/elements/1.1/}title": "title",
    "{http://purl.org/dc/elements/1.1/}creator": "author",
    "{http://purl.org/dc/elements/1.1/}language": "language",
}


def read(data: bytes, file: str, reading: Reading) -> Document:
    """Read a Word document. InputError where a part is missing, broken or too large, MissingExtraError without lxml."""
    package = Package(data, file, reading.max_unpacked)
    main = package.main_bytes()
    root = package.tree(main, "")
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise InputError(f"{package.main} has no body: this is no Word document", file=file)
    if paginate(body) > reading.max_pages:
        raise InputError(f"more than {reading.max_pages:,} pages", file=file, hint="split it")
    noted = {kind: package.part_bytes(kind) for kind in _NOTES}
    trees = {kind: package.tree(part, kind) for kind, part in noted.items()}
    for tree in (body, *(tree for tree in trees.values() if tree is not None)):
        settle(tree, reading.changes)
        prepare(tree)
    styles = Styles(package.part("styles"))
    numbering = Numbering(package.part("numbering"), styles.lists())
    notes = Notes(trees, package.part("settings"))
    entries = Story(styles, numbering, notes.call, file).read(body)
    entries += notes.read(lambda: Story(styles, numbering.another(), lambda *_: None, file))
    tracked = is_tracked(main) or any(part is not None and is_tracked(part) for part in noted.values())
    return document(
        data,
        file,
        MEDIA_TYPE,
        blocks(entries, file),
        metadata=dict(_metadata(package, styles)),
        notices=(*in_several(entries), *((TRACKED.format(reading.changes),) if tracked else ())),
    )


def has_tracked_changes(data: bytes, file: str, reading: Reading = Reading()) -> bool:  # noqa: B008 - it cannot be changed
    """Say whether the words or the numbering of a Word document have tracked changes, without reading it all.

    InputError where the bytes are no Word document.
    """
    package = Package(data, file, reading.max_unpacked)
    parts = (package.main_bytes(), *map(package.part_bytes, _NOTES))
    return any(part is not None and is_tracked(part) for part in parts)


def _metadata(package: Package, styles: Styles) -> Iterator[tuple[str, str]]:
    language = styles.paragraph(None).language
    if language:
        yield "language", language
    properties: Any = package.properties()
    for child in () if properties is None else properties:
        text = " ".join((child.text or "").split())
        if text and child.tag in _METADATA:
            yield _METADATA[child.tag], text
