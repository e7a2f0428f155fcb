"""The commits that touched a file, renames followed."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.clauseset.git import answer, complaint
from clausetrack.errors import InputError
from clausetrack.model.timeline import Commit

_DAY = len("2025-06-18")
_FORMAT = "--format=%H%x00%aI%x00%an%x00%s"


def commits_of(path: str) -> tuple[Commit, ...]:
    """Give the commits that touched a file, the first one first, each with the path that the file had then.

    A merge counts as one step of the branch that it was made on, so that each state follows from the one before. A
    commit that deleted the file has no state and is left out. InputError where git knows no such file.
    """
    found = answer(
        *("-c", "core.quotePath=false", "-c", "log.showSignature=false", "log", "--follow", "--first-parent"),
        *("--diff-merges=first-parent", "--name-status", "-z", "--no-color", "--no-ext-diff", "--no-textconv"),
        *(_FORMAT, "--", path),
    )
    if found is None:
        problem = complaint("rev-parse", "--git-dir")
        hint = "run it inside a git repository" if "not a git repository" in problem else "is there a commit yet?"
        raise InputError("git has no history of it", file=path, hint=hint)
    commits = tuple(reversed([*_commits(found.decode("utf-8", "surrogateescape"))]))
    if not commits:
        raise InputError("no commit touched it", file=path, hint="name a file that is under version control")
    return commits


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
        if status != "D":
            yield Commit(commit.strip(), date[:_DAY], author, subject, paths[-1])
