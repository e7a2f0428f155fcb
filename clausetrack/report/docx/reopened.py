"""The package of a document that is edited in place: all parts are copied, but the text and the comments."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final

from clausetrack.documents.archive import Archive
from clausetrack.documents.docx.names import STRICT, W
from clausetrack.documents.docx.places import places
from clausetrack.documents.reading import MAX_UNPACKED
from clausetrack.documents.safe_xml import parse
from clausetrack.model.change import Diff
from clausetrack.report.docx import comments
from clausetrack.report.docx.elements import Maker
from clausetrack.report.docx.markup import Tracker
from clausetrack.report.docx.original import Original

_FILE: Final = "the old document"
"""What messages call it: its bytes come without a name."""

_TYPES: Final = "[Content_Types].xml"
_COMMENTS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_DIGITS: Final = 9
"""Digits of the longest number that is taken for one: as many as a number of 32 bits has for certain."""

_NEW: Final = ("comments.xml", "clausetrack-comments.xml")
"""Names of the part for comments where there was none, the second where the first is taken by something else."""


def redline(diff: Diff, data: bytes, author: str, date: str | None) -> bytes | None:
    """Give the document with the changes of a comparison tracked in it; None where it is of the standard's strict form.

    ``date`` is as tracked changes have it. InputError where the document cannot be read.
    """
    found = places(data, _FILE)
    parts = _parts(data)
    name = _stored(parts, found.part)
    if STRICT.encode() in parts[name]:
        return None
    maker = Maker(found.root, author, date, _highest(found.root, parts) + 1)
    edited = Original(diff, found, maker)
    parts |= _commented(name, parts, edited, Tracker(author, date))
    parts[name] = _written(found.root)
    return _packed(data, parts)


def _parts(data: bytes) -> dict[str, bytes]:
    """Give the parts by name. InputError where one is broken, or they unpack to more than is read."""
    archive = Archive(data, _FILE, MAX_UNPACKED)
    entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    return {entry.filename: archive.read(entry.filename) for entry in entries if not entry.is_dir()}


def _stored(parts: Mapping[str, bytes], name: str) -> str:
    """Give the name of a part as it is stored: names are the same whatever their case."""
    return next((stored for stored in parts if stored.lower() == name.lower()), name)


def _packed(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Pack parts in the order and with the times that they had; new ones with the earliest that there is."""
    times = {entry.filename: entry.date_time for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, times.get(name, (1980, 1, 1, 0, 0, 0)))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, part)
    return stream.getvalue()


def _highest(root: Any, parts: Mapping[str, bytes]) -> int:
    """Give the highest number of a mark or comment; those of footnotes and the like are their own."""
    trees = [root, *(parse(parts[name], name) for name in parts if name.endswith("comments.xml"))]
    given = (element.get(f"{W}id") or "" for tree in trees for element in tree.iter())
    return max(
        (int(number) for number in given if number.isascii() and number.isdigit() and len(number) <= _DIGITS), default=0
    )


def _commented(text: str, parts: Mapping[str, bytes], edited: Original, tracker: Tracker) -> dict[str, bytes]:
    """Give the parts that comments are in: theirs, and where it is new those that name it. ``text`` is the text's."""
    made = parse(comments.part(edited.remarks, tracker).encode(), "comments")
    folder, name = posixpath.split(text)
    listing = _stored(parts, posixpath.join(folder, "_rels", f"{name}.rels"))
    relations = parse(parts[listing], listing) if listing in parts else made.makeelement(f"{_RELATION}s")
    targets = (entry.get("Target") or "" for entry in relations.iter(_RELATION) if entry.get("Type") == _COMMENTS)
    known = [_stored(parts, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")) for target in targets]
    if known and known[0] in parts:
        tree = parse(parts[known[0]], known[0])
        tree.extend(list(made))
        return {known[0]: _written(tree)}
    new = next(name for name in _NEW if _stored(parts, posixpath.join(folder, name)) not in parts)
    relations.append(relations.makeelement(_RELATION, {"Id": "clausetrack", "Type": _COMMENTS, "Target": new}))
    part = posixpath.join(folder, new)
    found = {listing: _written(relations), part: _written(made)}
    types = _stored(parts, _TYPES)
    if types in parts:
        tree = parse(parts[types], types)
        tree.append(tree.makeelement(_OVERRIDE, {"PartName": f"/{part}", "ContentType": _TYPE}))
        found[types] = _written(tree)
    return found


def _written(tree: Any) -> bytes:
    data: bytes = import_module("lxml.etree").tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
