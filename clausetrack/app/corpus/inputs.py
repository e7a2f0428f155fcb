"""What a corpus is built from: clause sets and documents in folders, in archives, and on the lines of JSONL files."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from clausetrack.app.corpus.archives import members
from clausetrack.app.corpus.lines import lines, set_of_line
from clausetrack.app.corpus.meant import ARCHIVE, LINES, is_known, is_meant
from clausetrack.app.corpus.names import BASE, Input, Names
from clausetrack.app.corpus.pieces import Piece, Skipped
from clausetrack.app.inputs import Content, set_of
from clausetrack.app.settings import PROJECT_FILE, Settings
from clausetrack.corpus import lock
from clausetrack.corpus.state import PARTS
from clausetrack.errors import InputError
from clausetrack.files import STDIN_NAME, read_bytes, unreadable
from clausetrack.model.clauseset import ClauseSet


def refuse_missing(paths: Sequence[str]) -> None:
    """Raise InputError where a path that was named is not there."""
    for path in paths:
        if path == STDIN_NAME:
            raise InputError("standard input cannot be indexed", file=path, hint="name a file or a folder")
        if not Path(path).exists():
            read_bytes(path)  # which says what is wrong


def inputs_of(paths: Sequence[str], names: Names) -> list[Input]:
    """Give names to what was named."""
    return [Input(path, names.of(path), _mark(path)) for path in paths]


def _mark(path: str) -> str:
    return "/" if Path(path).is_dir() else _mark_of_file(path)


def _mark_of_file(name: str) -> str:
    lower = name.lower()
    return "#" if lower.endswith(LINES) else "!" if lower.endswith(ARCHIVE) else ""


def pieces(inputs: Sequence[Input], names: Names, settings: Settings) -> Iterator[Piece | Skipped]:
    """Yield what is to be read, in a fixed order."""
    for given in inputs:
        if given.mark == "/":
            yield from _in_folder(given, names, settings)
        else:
            yield from _opened(given, settings)


def _in_folder(given: Input, names: Names, settings: Settings) -> Iterator[Piece | Skipped]:
    faults: list[OSError] = []
    for folder, subfolders, files in os.walk(given.path, onerror=faults.append):
        if PARTS in subfolders and {BASE, lock.FILE} <= {*files}:
            subfolders.clear()  # of an index, which is nobody's input
            continue
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(files):
            path = os.path.join(folder, name)  # noqa: PTH118 - a string path
            found = Input(path, names.within(given.name, os.path.relpath(path, given.path)), _mark_of_file(name))
            if name.startswith(".") or name == PROJECT_FILE or not is_known(name):
                yield Skipped(found.name)
            else:
                yield from _opened(found, settings, searched=True)
    for fault in faults:
        inner = os.path.relpath(str(fault.filename), given.path)
        name = given.name if inner == "." else names.within(given.name, inner)
        yield _failed(Input(str(fault.filename), name, "/"), fault)


def _opened(given: Input, settings: Settings, *, searched: bool = False) -> Iterator[Piece | Skipped]:
    try:
        if given.mark and stat.S_ISREG(os.stat(given.path).st_mode):  # noqa: PTH116 - a string path
            if given.mark == "!":
                yield from members(given.path, given.name, settings.max_bytes)
                return
            # Line by line: such a file is larger than any document may be.
            with open(given.path, "rb") as stream:  # noqa: PTH123 - a string path
                yield from lines(given.name, stream, settings.max_bytes)
            return
        data = read_bytes(given.path, limit=settings.max_bytes)
    except OSError as fault:
        yield _failed(given, fault)
    except InputError as error:
        yield Piece(given.name, b"", InputError(error.what, file=given.name, hint=error.hint), mark=given.mark)
    else:
        yield Skipped(given.name) if searched and not is_meant(given.name, data) else Piece(given.name, data)


def _failed(given: Input, fault: OSError) -> Piece:
    error = unreadable(given.path, fault)
    return Piece(given.name, b"", InputError(error.what, file=given.name, hint=error.hint), mark=given.mark)


def read_piece(piece: Piece, settings: Settings) -> ClauseSet:
    """Give the clause set that a document is, or drafts to. ClausetrackError where it cannot be read."""
    if piece.line:
        return set_of_line(piece, settings)
    return set_of(Content(piece.data, piece.name), settings, fields=True)
