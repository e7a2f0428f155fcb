"""Documents in a zip archive, each bounded while it is inflated, and all of them together."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator
from typing import Final

from clausetrack.app.corpus.lines import lines
from clausetrack.app.corpus.meant import ARCHIVE, LINES, is_known, is_meant
from clausetrack.app.corpus.pieces import Piece, Skipped
from clausetrack.errors import InputError

_FILES: Final = 64
"""How many times the size limit of a file all members of an archive may come to: four gigabytes where it is 64 MiB, a
minute's work, and more than two million clauses."""

_CHUNK: Final = 1 << 20


def members(path: str, archive_name: str, limit: int) -> Iterator[Piece | Skipped]:
    """Yield the members of an archive of at most ``limit`` bytes each; archives in archives are passed over.

    Members of the same name are told apart by a number. OSError where the archive may not be read.
    """
    try:
        archive = zipfile.ZipFile(path)
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as fault:
        error = InputError(f"the archive cannot be read: {fault}", file=archive_name, hint="get it again")
        yield Piece(archive_name, b"", error, mark="!")
        return
    seen: set[str] = set()
    left = _FILES * limit
    with archive:
        for entry in entries:
            name = f"{archive_name}!{_distinct(entry.filename, seen)}"
            base = entry.filename.rpartition("/")[2]
            if base.startswith(".") or not is_known(base) or base.lower().endswith(ARCHIVE):
                yield Skipped(name)
                continue
            piece, size = _inflated(archive, entry, name, limit)
            left -= size
            if left < 0:
                what = f"the archive unpacks to more than {_FILES * limit >> 20:,} MiB"
                error = InputError(what, file=archive_name, hint="split it; the rest was not read")
                yield Piece(archive_name, b"", error, mark="!")
                return
            yield from _taken_up(piece, limit)


def _distinct(name: str, seen: set[str]) -> str:
    found, number = name, 1
    while found in seen:
        number += 1
        stem, end = os.path.splitext(name)  # noqa: PTH122 - not a path of this machine
        found = f"{stem}@{number}{end}"
    seen.add(found)
    return found


def _inflated(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, limit: int) -> tuple[Piece, int]:
    """Give a member, and how many bytes came out of it."""
    data = bytearray()
    try:
        with archive.open(entry) as stream:
            while len(data) <= limit and (more := stream.read(min(_CHUNK, limit + 1 - len(data)))):
                data += more
    except Exception as fault:  # noqa: BLE001 - whatever a broken or locked member makes the library raise
        error = InputError(f"cannot be unpacked: {fault}", file=name, hint="get it again")
        return Piece(name, b"", error, mark="#"), len(data)
    if len(data) > limit:
        error = InputError("unpacks to more than a file may have", file=name, hint="split it")
        return Piece(name, b"", error, mark="#"), len(data)
    return Piece(name, bytes(data)), len(data)


def _taken_up(piece: Piece, limit: int) -> Iterator[Piece | Skipped]:
    if piece.error is not None:
        yield piece
    elif piece.name.lower().endswith(LINES):
        yield from lines(piece.name, io.BytesIO(piece.data), limit)
    else:
        yield piece if is_meant(piece.name, piece.data) else Skipped(piece.name)
