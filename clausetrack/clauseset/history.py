"""Which files changed between two revisions of a repository, renames followed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from clausetrack.clauseset.git import answer, complaint
from clausetrack.errors import InputError, UnknownNameError

FileStatus = Literal["added", "removed", "changed", "renamed"]

_STATUSES: Final[dict[str, FileStatus]] = {"A": "added", "D": "removed", "R": "renamed", "M": "changed", "T": "changed"}


class Range(NamedTuple):
    """From a revision up to another, by the names that git has for them; without ``new`` up to the working tree."""

    old: str
    new: str | None


class ChangedFile(NamedTuple):
    """A file that changed: how, and its paths from the top of the repository; the old one differs after a renaming."""

    status: FileStatus
    old: str
    new: str


def parse_range(text: str) -> Range:
    """Read ``OLD..NEW``, ``OLD...NEW`` (from where NEW left OLD), ``OLD..`` or ``OLD`` (up to the working tree).

    UnknownNameError where git knows no such revision.
    """
    old, dots, new = text.partition("...") if "..." in text else text.partition("..")
    for name in filter(None, (old, new)):
        _refuse_unknown(name, text)
    old = old or "HEAD"
    if dots == "...":
        base = answer("merge-base", old, new or "HEAD")
        if base is None:
            raise InputError(
                f"'{old}' and '{new}' have no revision in common", hint="fetch the history: fetch-depth: 0"
            )
        old = base.decode().strip()
    return Range(old, new or None)


def changed_files(wanted: Range, paths: Sequence[str] = ()) -> tuple[ChangedFile, ...]:
    """Give the files that changed in a range, all or those under paths, in the order of their new paths.

    Paths count from the working directory. InputError where git cannot tell.
    """
    revisions = [wanted.old, *([wanted.new] if wanted.new else [])]
    found = answer(
        *("diff", "--name-status", "-z", "--find-renames", "--no-ext-diff", "--no-textconv", "--diff-filter=ADMRT"),
        *(*revisions, "--", *paths),
    )
    if found is None:
        raise InputError("git cannot compare the revisions", hint=complaint("diff", "--quiet", *revisions))
    return tuple(sorted(_entries(found.decode("utf-8", "surrogateescape")), key=lambda entry: entry.new))


def top_folder() -> str:
    """Give the top folder of the repository that the working directory is in; InputError where there is none."""
    found = answer("rev-parse", "--show-toplevel")
    if found is None:
        raise InputError("git has no repository here", hint="run it inside a git repository")
    return found.decode("utf-8", "surrogateescape").removesuffix("\n")


def _refuse_unknown(name: str, text: str) -> None:
    is_known = not name.startswith("-") and answer("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}") is not None
    if not is_known:
        top_folder()
        raise UnknownNameError(f"git knows no revision '{name}'", file=text, hint="git log --oneline --all lists them")


def _entries(found: str) -> Iterator[ChangedFile]:
    fields = iter(found.split("\0"))
    for letter in fields:
        if letter:
            old = next(fields)
            new = next(fields) if letter.startswith("R") else old
            yield ChangedFile(_STATUSES[letter[0]], old, new)
