"""The commits that touched a file, renames followed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from clausetrack.clauseset.git import answer, complaint
from clausetrack.errors import InputError
from clausetrack.model.timeline import Commit

_DAY = len("2025-06-18")
_FORMAT = "--format=%H%x00%aI%x00%an%x00%s"


class History(NamedTuple):
    """The commits that touched a file, the first one first, and the folder that git is asked in."""

    commits: tuple[Commit, ...]
    folder: str


def history_of(path: str) -> History:
    """Give the commits that touched a file, each with the path that the file had then.

    It is looked for in the repository of the working directory, then in that of its own folder. A merge counts as one
    step of the branch that it was made on, so that each state follows from the one before. A commit that deleted the
    file has no state of it. InputError where git knows no such file.
    """
    folder, name = _place(path)
    commits = _commits_in("", path)
    if not commits and folder:
        commits = _commits_in(folder, name)
    else:
        folder = ""
    if commits is None:
        problem = complaint("rev-parse", "--git-dir", folder=folder)
        hint = "name a file in a git repository" if "not a git repository" in problem else "is there a commit yet?"
        raise InputError("git has no history of it", file=path, hint=hint)
    if not commits:
        raise InputError("no commit touched it", file=path, hint="name a file that is under version control")
    return History(commits, folder)


def _commits_in(folder: str, name: str) -> tuple[Commit, ...] | None:
    """Give the commits that touched a file by its path from a folder; None where git refuses."""
    found = answer(
        *("-c", "core.quotePath=false", "-c", "log.showSignature=false", "log", "--follow", "--first-parent"),
        *("--diff-merges=first-parent", "--name-status", "-z", "--no-color", "--no-ext-diff", "--no-textconv"),
        *(_FORMAT, "--", name),
        folder=folder,
    )
    return None if found is None else tuple(reversed([*_commits(found.decode("utf-8", "surrogateescape"))]))


def state_of(commit: Commit, folder: str, limit: int) -> bytes:
    """Give the bytes that a file had in a commit of its history, which was found in the folder.

    InputError where git cannot read it, or it is larger than ``limit`` bytes.
    """
    name = f"{commit.id}:{commit.path}"
    size = answer("cat-file", "-s", name, folder=folder)
    if size is not None and int(size) > limit:
        hint = "raise max_file_size in clausetrack.yaml"
        raise InputError(f"larger than {limit / 1048576:g} MiB", file=name, hint=hint)
    content = answer("cat-file", "blob", name, folder=folder) if size is not None else None
    if content is None:
        raise InputError("git cannot read it", file=name, hint="try: git fsck")
    return content


def _place(path: str) -> tuple[str, str]:
    """Give the folder of a file, the nearest one that is there, and the path from it."""
    folder, name = os.path.split(path)
    while folder and not os.path.isdir(folder):  # noqa: PTH112 - `split` and `join` keep the path as the user wrote it
        folder, last = os.path.split(folder)
        if not last:
            break
        name = os.path.join(last, name)  # noqa: PTH118 - see above
    return folder, name


def _commits(found: str) -> Iterator[Commit]:
    # With -z nothing is quoted and all ends in NUL: no subject, author or path can be taken for another field.
    fields = found.split("\0")
    at = 0
    while at + 4 <= len(fields) - 1:
        commit, date, author, subject = fields[at : at + 4]
        at += 4
        if not fields[at].startswith("\n"):
            continue
        status = fields[at].strip()
        paths = fields[at + 1 : at + (3 if status[:1] in {"R", "C"} else 2)]
        at += 1 + len(paths)
        yield Commit(commit.strip(), date[:_DAY], author, subject, paths[-1], deletes=status == "D")
