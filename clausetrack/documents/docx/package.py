"""The parts of a Word document: which one is the text, and those that it names (ISO/IEC 29500-2).

Only parts of the package itself are read. A relationship that leads outside of it is never followed.
"""

from __future__ import annotations

import posixpath
from typing import Any, Final

from clausetrack.documents.archive import Archive
from clausetrack.documents.docx.names import STRICT, TRANSITIONAL
from clausetrack.documents.safe_xml import parse
from clausetrack.errors import InputError

_MAIN: Final = "word/document.xml"
_RELATIONSHIPS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_HINT: Final = "open it in a word processor and save it anew"


class Package:
    """A Word document's parts, by what they are to the text: ``styles``, ``numbering``, ``footnotes``.

    InputError where the bytes are no archive, or one without a text.
    """

    def __init__(self, data: bytes, file: str, limit: int) -> None:
        self.file = file
        self._archive = Archive(data, file, limit)
        self.main = self._targets("").get("officeDocument", _MAIN)
        if self.main not in self._archive:
            raise InputError(f"{self.main} is missing: this is no Word document", file=file, hint=_HINT)
        self._names = self._targets(self.main)

    def main_bytes(self) -> bytes:
        """Give the text's part, in the transitional form of the standard."""
        return self._read(self.main)

    def part_bytes(self, kind: str) -> bytes | None:
        """Give the part of a kind; None where the text names none, or names one that is not there."""
        name = self._names.get(kind)
        return None if name is None or name not in self._archive else self._read(name)

    def tree(self, data: bytes | None, kind: str) -> Any | None:
        """Give the root element of a part that was read; None for no part. InputError naming it where it is broken."""
        if data is None:
            return None
        return parse(data, self.file, self._names.get(kind, self.main))

    def part(self, kind: str) -> Any | None:
        """Give the root element of the part of a kind; None where there is none."""
        return self.tree(self.part_bytes(kind), kind)

    def properties(self) -> Any | None:
        """Give the root element of the document's own data (title, author); None where there is none."""
        name = self._targets("").get("core-properties", "docProps/core.xml")
        return parse(self._archive.read(name), self.file, name) if name in self._archive else None

    def _read(self, name: str) -> bytes:
        # The strict form of the standard differs in nothing that is read here but the name of its namespace.
        return self._archive.read(name).replace(f'"{STRICT}"'.encode(), f'"{TRANSITIONAL}"'.encode())

    def _targets(self, source: str) -> dict[str, str]:
        """Give the parts that a part, or the package, names inside the package, by the last word of what they are."""
        folder, name = posixpath.split(source)
        listing = posixpath.join(folder, "_rels", f"{name}.rels")
        if listing not in self._archive:
            return {}
        found: dict[str, str] = {}
        for entry in parse(self._archive.read(listing), self.file, listing).iter(_RELATIONSHIPS):
            if entry.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, entry.get("Target") or ""))
                found.setdefault((entry.get("Type") or "").rpartition("/")[2], target.lstrip("/"))
        return found
