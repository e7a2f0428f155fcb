"""Which revisions a command is about: files that were named, those of a folder or an agreement, or the commits of one.

A folder has the clause files of one agreement, or, without any, the documents in it. One clause file stands for all
revisions of its agreement in its folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Final, NamedTuple

from clausetrack.app.collect import clause_files, collect
from clausetrack.app.inputs import Content, Progress, read_content, set_of
from clausetrack.app.settings import Settings
from clausetrack.clauseset.commits import history_of, state_of
from clausetrack.errors import ClausetrackError, InputError, UnknownNameError, nearest
from clausetrack.files import STDIN_NAME
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.timeline import Commit

_DOCUMENTS: Final = (".docx", ".odt", ".pdf", ".rtf", ".txt", ".md", ".html", ".htm", ".xml", ".akn")
"""Ends of names of what a folder may hold as revisions of a document."""


class Found(NamedTuple):
    """A revision as it was read; of a file in git with the commit that made it, and the one that deleted it then."""

    clause_set: ClauseSet
    file: str
    is_coded: bool
    commit: Commit | None = None
    deleted: Commit | None = None

    @property
    def stem(self) -> str:
        """The name of the file without folder and ending; empty for standard input."""
        return "" if self.file.startswith("<") else PurePath(self.file.rpartition(":")[2]).stem


def find_revisions(inputs: Sequence[str], settings: Settings, progress: Progress | None = None) -> list[Found]:
    """Read the revisions that are named: files, a folder, an agreement by its id, or one clause file of it.

    UnknownNameError where a name is neither; InputError where something cannot be read, or a folder has several
    agreements or nothing at all.
    """
    if len(inputs) == 1:
        (name,) = inputs
        if Path(name).is_dir():
            return _of_folder(name, settings, progress)
        if _is_id(name):
            return _of_agreement(name, settings)
        found = _read(name, settings)
        return _siblings(found, settings) if found.is_coded else [found]
    ids = [name for name in inputs if _is_id(name)]
    if ids:
        raise UnknownNameError(
            f"there is no file '{ids[0]}'",
            hint="name one agreement by its id or folder, or its revisions by their files",
        )
    files: dict[str, str] = {}
    for at, file in enumerate(_files(inputs)):
        files.setdefault(f"{at}" if file == STDIN_NAME else os.path.realpath(file), file)
    return list(_each(list(files.values()), settings, progress))


def committed(path: str, settings: Settings, progress: Progress | None = None) -> tuple[list[Found], list[Unread]]:
    """Read the states of a file in its commits, those that cannot be read apart; one like the last is passed over."""
    read: list[Found] = []
    unread: list[Unread] = []
    commits, folder = history_of(path)
    last = b""
    for number, commit in enumerate(commits, 1):
        if commit.deletes:
            last = b""
            read[-1:] = [entry._replace(deleted=entry.deleted or commit) for entry in read[-1:]]
            continue
        try:
            content = Content(state_of(commit, folder, settings.max_bytes), f"{commit.id}:{commit.path}")
            if content.data != last:
                read.append(_found(content, settings)._replace(commit=commit))
            last = content.data
        except ClausetrackError as fault:
            unread.append(Unread(commit, fault))
        if progress is not None:
            progress(number, len(commits))
    return read, unread


class Unread(NamedTuple):
    """A commit whose state of the file cannot be read, and why."""

    commit: Commit
    fault: ClausetrackError


def _each(files: Sequence[str], settings: Settings, progress: Progress | None) -> Iterator[Found]:
    if list(files).count(STDIN_NAME) > 1:
        raise InputError("standard input can be read once", file=STDIN_NAME, hint="name a file for the others")
    for number, file in enumerate(files, 1):
        yield _read(file, settings)
        if progress is not None:
            progress(number, len(files))


def _read(spec: str, settings: Settings) -> Found:
    return _found(read_content(spec, settings), settings)


def _found(content: Content, settings: Settings) -> Found:
    return Found(set_of(content, settings), content.name, content.is_clause_file)


def _is_id(name: str) -> bool:
    return name != STDIN_NAME and ":" not in name and not os.path.lexists(name) and not PurePath(name).suffix


def _of_folder(folder: str, settings: Settings, progress: Progress | None) -> list[Found]:
    found = list(_each(_in_folder(folder), settings, progress))
    names = sorted({entry.clause_set.agreement.id for entry in found if entry.is_coded})
    if len(names) > 1:
        listed = ", ".join(names[:4]) + (" …" if len(names) > 4 else "")  # noqa: PLR2004 - what fits in a line
        raise InputError(f"the folder has several agreements: {listed}", file=folder, hint="name one of them")
    return found


def _files(inputs: Sequence[str]) -> Iterator[str]:
    """Yield files, and what is in folders."""
    for name in inputs:
        if name != STDIN_NAME and Path(name).is_dir():
            yield from _in_folder(name)
        else:
            yield name


def _in_folder(folder: str) -> list[str]:
    files = clause_files(collect([folder])) or documents_in(folder)
    if not files:
        raise InputError("there is no clause file and no document in it", file=folder, hint="name the files")
    return files


def documents_in(folder: str) -> list[str]:
    """Give the documents that lie in a folder, by their names; not those of folders in it."""
    names = sorted(entry.name for entry in os.scandir(folder) if entry.is_file())
    chosen = (name for name in names if not name.startswith(".") and name.lower().endswith(_DOCUMENTS))
    return [os.path.normpath(os.path.join(folder, name)) for name in chosen]  # noqa: PTH118 - as the user would write it


def _of_agreement(name: str, settings: Settings) -> list[Found]:
    """Read the revisions of an agreement in the project's folder: in the one of its name, else wherever they are."""
    specs = os.path.relpath(Path(settings.root, settings.specs))
    own = Path(specs, name)
    files = clause_files(collect([str(own)] if own.is_dir() else [specs])) if Path(specs).is_dir() else []
    read = list(_each(files, settings, None))
    found = [entry for entry in read if own.is_dir() or entry.clause_set.agreement.id == name]
    if found:
        return found
    known = sorted({entry.clause_set.agreement.id for entry in read})
    guess = nearest(name, known)
    hint = f"did you mean '{guess}'?" if guess else f"{specs} has {', '.join(known) or 'none'}"
    raise UnknownNameError(f"there is no file, folder or agreement '{name}'", hint=hint)


def _siblings(found: Found, settings: Settings) -> list[Found]:
    """Give all revisions of the agreement of a clause file that lie in its folder; it alone where it is of no folder.

    A file beside it that cannot be read is none of its business.
    """
    if not Path(found.file).is_file():
        return [found]
    here = Path(found.file).resolve()
    revisions = []
    for file in clause_files(collect([str(Path(found.file).parent)])):
        path = Path(file).resolve()
        if path == here:
            revisions.append(found)
        elif path.parent == here.parent:
            with suppress(ClausetrackError):
                other = _read(file, settings)
                revisions += [other] if other.clause_set.agreement.id == found.clause_set.agreement.id else []
    return revisions or [found]
