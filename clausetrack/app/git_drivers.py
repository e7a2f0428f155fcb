"""What git asks of its drivers. Whatever is no clause set is treated as git itself would, so that nothing breaks."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from clausetrack.app.collect import is_ours
from clausetrack.app.diff import diff_sets
from clausetrack.app.resolve import pending
from clausetrack.app.settings import Settings, load_settings
from clausetrack.clauseset.conflicts import find_conflicts, is_marked
from clausetrack.clauseset.load import loads
from clausetrack.clauseset.syntax import parse
from clausetrack.diff.merge import merge
from clausetrack.errors import ClausetrackError
from clausetrack.files import read_bytes, read_text, write_atomically
from clausetrack.model.clauseset import ClauseSet
from clausetrack.report.registry import Options, render
from clausetrack.report.stanzas import data_stanzas, stanzas

_NO_MODE: Final = "."
_HUNK: Final = re.compile(rb"^(?:\x1b\[[0-9;]*m)*(?:@@|Binary files)", re.MULTILINE)


class Side(NamedTuple):
    """One side of a comparison as git hands it over: a file, and its mode; a side that is not there is no file."""

    file: str
    mode: str

    @property
    def is_there(self) -> bool:
        """Say whether the side has a file."""
        return self.file not in {os.devnull, "/dev/null"} and self.mode != _NO_MODE


def diff_driver(arguments: Sequence[str], options: Options, *, color: bool) -> bytes:
    """Give what ``git diff`` prints of a file; the arguments are those of ``GIT_EXTERNAL_DIFF``.

    They are seven: path, then file, object and mode of the old and the new side; two more for a renamed file: its new
    path, and git's lines on it; or the path alone, for a file with conflicts.
    """
    path = arguments[0]
    if len(arguments) < 7:  # noqa: PLR2004 - see above
        return f"* Unmerged path {path}\n".encode()
    old, new = Side(arguments[1], arguments[3]), Side(arguments[4], arguments[6])
    head = _head(path, old, new, arguments[7:])
    sets = [_read_set(side) for side in (old, new)]
    if not all(found or not side.is_there for found, side in zip(sets, (old, new), strict=True)) or not any(sets):
        return head + _plain_diff(old, new, color=color)
    before, after = (found or _emptied(next(filter(None, sets))) for found in sets)
    drawn = render("diff", diff_sets(before, after, _settings()), "text", options._replace(color=color))
    return head + (drawn if isinstance(drawn, bytes) else drawn.encode())


def _head(path: str, old: Side, new: Side, more: Sequence[str]) -> bytes:
    """Give the lines with which git starts the part on a file."""
    to = more[0] if more else path
    lines = [f"diff --git a/{path} b/{to}"]
    if not old.is_there:
        lines.append(f"new file mode {new.mode}")
    elif not new.is_there:
        lines.append(f"deleted file mode {old.mode}")
    elif old.mode != new.mode:
        lines += [f"old mode {old.mode}", f"new mode {new.mode}"]
    about = [line for line in (more[1].splitlines() if len(more) > 1 else ()) if line not in lines]
    return "".join(f"{line}\n" for line in [*lines, *about]).encode("utf-8", "surrogateescape")


def _read_set(side: Side) -> ClauseSet | None:
    if not side.is_there:
        return None
    try:
        return loads(read_text(side.file), side.file)
    except ClausetrackError:
        return None


def _emptied(known: ClauseSet) -> ClauseSet:
    """Give a set of the same agreement in which nothing stands yet."""
    return replace(known, clauses=(), sources=(), actors=(), events=(), locator=None)


def _settings() -> Settings:
    try:
        return load_settings(os.getcwd(), os.environ)  # noqa: PTH109 - a string is what it takes
    except ClausetrackError:
        return Settings()


def _plain_diff(old: Side, new: Side, *, color: bool) -> bytes:
    """Compare two files as git does without any driver; its own head names temporary files and is left out."""
    files = [side.file if side.is_there else os.devnull for side in (old, new)]
    how = ["--no-index", "--no-ext-diff", "--no-textconv", f"--color={'always' if color else 'never'}"]
    done = _git("diff", *how, "--", *files)
    hunk = _HUNK.search(done.stdout)
    return done.stdout[hunk.start() :] if hunk else b""


def textconv(file: str) -> bytes:
    """Give a clause set as lines, a clause a stanza, also where it has marks of conflicts; any other file as it is."""
    data = read_bytes(file)
    try:
        text = data.decode("utf-8")
        if is_marked(text) and isinstance((tree := parse(text, file)).data, dict) and any(find_conflicts(tree)):
            return data_stanzas(tree.data).encode()
        return stanzas(loads(text, file)).encode()
    except (ClausetrackError, UnicodeDecodeError):
        return data


def merge_driver(base: str, ours: str, theirs: str, marker_size: str, path: str) -> int:
    """Merge two files into ``ours``; give the status for git: 0 where it is clean, 1 where there are conflicts.

    What is no clause set, or has conflicts already, is merged line by line as git does it.
    """
    try:
        texts = [read_text(file) for file in (base, ours, theirs)]
        if all(map(is_ours, texts[1:])) and all(text.strip() for text in texts[1:]):
            merged = merge(texts[0], texts[1], texts[2], names=(f"{path} (base)", path, f"{path} (theirs)"))
            write_atomically(ours, merged.text.encode())
            return 0 if merged.is_clean else 1
    except ClausetrackError:
        pass
    except Exception:  # noqa: BLE001, S110 - a fault of ours must not leave git with one side alone, taken for both
        pass
    return _plain_merge(base, ours, theirs, marker_size)


def _plain_merge(base: str, ours: str, theirs: str, marker_size: str) -> int:
    labels = [part for label in ("ours", "base", "theirs") for part in ("-L", label)]
    size = ["--marker-size", marker_size] if marker_size.isdigit() else []
    done = _git("merge-file", *size, *labels, ours, base, theirs)
    return 0 if done.returncode == 0 else 1


def prepare_merge(base: str, local: str, remote: str, merged: str) -> None:
    """See that the file that git wants merged has our marks: merge the sides anew where it has none."""
    try:
        if pending(merged).conflicts:
            return
    except ClausetrackError:
        pass  # git's own markers are no YAML
    texts = [read_text(file) if Path(file).is_file() else "" for file in (base, local, remote)]
    result = merge(texts[0], texts[1], texts[2], names=("base", "ours", "theirs"))
    write_atomically(merged, result.text.encode())


def wants_color(*, is_terminal: bool) -> bool:
    """Say whether git would colour its own comparisons here."""
    done = _git("config", "--get-colorbool", "color.diff", "true" if is_terminal else "false")
    return done.stdout.strip() == b"true"


def _git(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *arguments], capture_output=True, check=False)  # noqa: S603, S607 - git has called us
