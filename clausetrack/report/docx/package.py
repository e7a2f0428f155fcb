"""A package of parts (ISO/IEC 29500-2): the same parts give the same bytes, whenever and wherever they are packed."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from clausetrack.report.docx.markup import escaped

HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can say: it says nothing of when this one was made."""

_ROOT: Final = {
    "officeDocument": (f"{_OFFICE}/officeDocument", "word/document.xml"),
    "core": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts, by name, in their order."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data)
    return stream.getvalue()


def document(body: str, parts: Mapping[str, str], core: str) -> bytes:
    """Pack a document: its text, the parts that it names (``styles``, ``header1``, …), and what it says of itself."""
    names = {"document": body, **parts}
    files = {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": _relations(_ROOT.values()),
        "word/document.xml": body,
        "word/_rels/document.xml.rels": _relations((f"{_OFFICE}/{_kind(name)}", f"{name}.xml") for name in parts),
        **{f"word/{name}.xml": names[name] for name in parts},
        "docProps/core.xml": core,
    }
    return packed({name: (HEAD + text).encode("utf-8") for name, text in files.items()})


def relation(parts: Mapping[str, str], name: str) -> str:
    """Give the id by which the text names one of its parts."""
    return f"rId{list(parts).index(name) + 1}"


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


def _types(parts: Iterable[str]) -> str:
    overrides = {"word/document.xml": f"{_WORD}.document.main+xml"}
    overrides |= {f"word/{name}.xml": f"{_WORD}.{_kind(name)}+xml" for name in parts}
    overrides |= {"docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml"}
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/{name}" ContentType="{type_}"/>' for name, type_ in overrides.items())
        + "</Types>"
    )


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    entries = (
        f'<Relationship Id="rId{number}" Type="{type_}" Target="{escaped(target)}"/>'
        for number, (type_, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(entries)}</Relationships>'
