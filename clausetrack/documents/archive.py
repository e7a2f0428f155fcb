"""Parts of a ZIP archive, for formats that are one: bounded while they are inflated, and never written to disk.

Only the parts that are asked for are inflated, and none of them is opened as an archive again, so that archives in
archives cost nothing. What is inflated is counted as it comes, whatever the archive says of its size.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from clausetrack.errors import InputError

MAX_PARTS: Final = 20_000
"""Parts of one archive. A document of a thousand pictures has two thousand; beyond lie archives made to be slow."""

MAX_MARKS: Final = 8_000_000
"""Tags and attributes of one part that is XML. A page of a contract has some three thousand, and a tree of this many
takes about one gigabyte."""

_ENTRY: Final = b"PK\x01\x02"
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What OPC (ISO/IEC 29500-2, annex B) and OpenDocument (part 2, section 3.1) allow, and all that inflates in steps."""
_ENCRYPTED: Final = 0x1
_STEP: Final = 1 << 18
_HINT: Final = "get the file again, or save it anew"
_SMALLER: Final = "split it, or save its text alone"
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError, RuntimeError)


class Archive:
    """The parts of an archive by name, read on demand; ``limit`` is the sum of the bytes that they may unpack to.

    Names are matched without regard to case, as OPC wants it. InputError where the bytes are no archive.
    """

    def __init__(self, data: bytes, file: str, limit: int) -> None:
        self._file = file
        self._limit = self._left = limit
        # Counted before Python makes an object of each entry.
        if data.count(_ENTRY) > MAX_PARTS:
            raise InputError(f"the archive has more than {MAX_PARTS:,} parts", file=file, hint=_HINT)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._entries = {entry.filename.lower(): entry for entry in self._zip.infolist()}
        except _BROKEN as fault:
            raise InputError(f"the archive is cut off or broken: {fault}", file=file, hint=_HINT) from None

    def __contains__(self, name: str) -> bool:
        """Say whether there is a part of that name."""
        return name.lower() in self._entries

    def read(self, name: str) -> bytes:
        """Inflate a part. InputError where it is missing, broken, locked or larger than what is left of the limit.

        So is one that is XML of more tags and attributes than `MAX_MARKS`, which would take far more as a tree.
        """
        entry = self._entries.get(name.lower())
        if entry is None:
            raise InputError(f"{name} is missing", file=self._file, hint=_HINT)
        if entry.flag_bits & _ENCRYPTED:
            raise InputError(f"{name} is locked with a password", file=self._file, hint="save it without the password")
        if entry.compress_type not in _METHODS:
            raise InputError(f"{name} is packed in a way that the format does not allow", file=self._file, hint=_HINT)
        try:
            part = self._inflate(entry, name)
        except _BROKEN as fault:
            raise InputError(f"{name} is cut off or broken: {fault}", file=self._file, hint=_HINT) from None
        if part.count(b"<") + part.count(b"=") > MAX_MARKS and name.lower().endswith((".xml", ".rels")):
            raise InputError(f"{name} has more than {MAX_MARKS:,} tags and attributes", file=self._file, hint=_SMALLER)
        return part

    def _inflate(self, entry: zipfile.ZipInfo, name: str) -> bytes:
        steps = []
        with self._zip.open(entry) as stream:
            while step := stream.read(_STEP):
                self._left -= len(step)
                if self._left < 0:
                    raise InputError(
                        f"the file unpacks to more than {self._limit / 1048576:g} MiB, at {name}",
                        file=self._file,
                        hint=_SMALLER,
                    )
                steps.append(step)
        return b"".join(steps)
