"""Every clause file that a range of revisions changed, compared."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from clausetrack.app.diff import View, diff_sets, viewed
from clausetrack.app.inputs import Content, read_content, set_of
from clausetrack.app.settings import Settings
from clausetrack.clauseset.history import ChangedFile, Range, changed_files, parse_range, top_folder
from clausetrack.errors import ClausetrackError, InputError
from clausetrack.model.change import Diff
from clausetrack.model.changeset import Changeset, FileChange
from clausetrack.model.clauseset import ClauseSet

_YAML = (".yaml", ".yml")


def changed_sets(text: str, paths: Sequence[str], settings: Settings, view: View = View()) -> Changeset:  # noqa: B008 - it cannot be changed
    """Compare every clause file that changed in ``OLD..NEW``, under paths or, without any, in the whole repository.

    Files that are no clause sets are passed over. UnknownNameError or InputError where git knows no such range.
    """
    wanted = parse_range(text)
    top = top_folder()
    found = [_compared(entry, wanted, top, settings, view) for entry in changed_files(wanted, paths) if _is_yaml(entry)]
    return Changeset(text, tuple(entry for entry in found if entry is not None))


def _is_yaml(entry: ChangedFile) -> bool:
    return entry.old.endswith(_YAML) or entry.new.endswith(_YAML)


def _compared(entry: ChangedFile, wanted: Range, top: str, settings: Settings, view: View) -> FileChange | None:
    """Compare the two states of a file; None where neither is meant to be a clause set."""
    result = FileChange(status=entry.status, old=entry.old, new=_seen_from_here(entry.new, top))
    try:
        old = None if entry.status == "added" else _content(wanted.old, entry.old, top, settings)
        new = None if entry.status == "removed" else _content(wanted.new, entry.new, top, settings)
        if not any(content is not None and content.has_key for content in (old, new)):
            return None
        return replace(result, diff=_diff(old, new, settings, view))
    except ClausetrackError as fault:
        return replace(result, fault=fault)


def _content(revision: str | None, path: str, top: str, settings: Settings) -> Content:
    """Read a state of a file; messages name the file as it lies in the working tree."""
    here = _seen_from_here(path, top)
    if revision is None:
        return read_content(here, settings)
    return read_content(f"{revision}:{path}", settings)._replace(name=here)


def _diff(old: Content | None, new: Content | None, settings: Settings, view: View) -> Diff:
    first, second = (set_of(content, settings) if content is not None else None for content in (old, new))
    before, after = first or _empty(second), second or _empty(first)
    if view.reverse:
        before, after = after, before
    return viewed(diff_sets(before, after, settings), view)


def _empty(known: ClauseSet | None) -> ClauseSet:
    """Give a set without clauses, to compare one with that is new or gone."""
    if known is None:
        raise InputError("there is neither an old nor a new state")
    revision = replace(known.revision, id="(none)")
    return replace(known, revision=revision, clauses=(), sources=(), events=())


def _seen_from_here(path: str, top: str) -> str:
    return Path(os.path.relpath(Path(top, path))).as_posix()
