"""A file as the command line names it: a path, ``-`` for standard input, or ``REV:PATH`` for what git has of it."""

from __future__ import annotations

import os
import re
from typing import Final

from clausetrack.clauseset.git import answer, complaint
from clausetrack.errors import InputError, UnknownNameError, nearest
from clausetrack.files import MAX_BYTES, STDIN_NAME, decode, read_bytes

_DRIVE: Final = re.compile(r"[A-Za-z]:[\\/]")


def read_spec(spec: str, *, limit: int = MAX_BYTES) -> tuple[str, str]:
    """Read the text that ``spec`` names, as `read_spec_bytes` does; InputError too where it is not UTF-8."""
    data, name = read_spec_bytes(spec, limit=limit)
    return decode(data, name), name


def read_spec_bytes(spec: str, *, limit: int = MAX_BYTES) -> tuple[bytes, str]:
    """Give the bytes that ``spec`` names, and the name that messages give it.

    A path that exists wins over a revision. ``REV:PATH`` is as in git: the path counts from the top of the repository,
    or with ``./`` from the working directory; where there is none from the top, the working directory is tried too. An
    empty ``REV`` is the index. InputError where it cannot be read, UnknownNameError where git does not know it.
    """
    revision, colon, path = spec.partition(":")
    if not colon or not path or spec == STDIN_NAME or os.path.lexists(spec) or _DRIVE.match(spec):
        return read_bytes(spec, limit=limit), "<stdin>" if spec == STDIN_NAME else spec
    return _blob(revision, path, spec, limit), spec


def _blob(revision: str, path: str, spec: str, limit: int) -> bytes:
    if revision.startswith("-") or "\0" in spec:
        raise UnknownNameError(f"'{revision}' is no revision", file=spec)
    for name in (f"{revision}:{path}", f"{revision}:./{path}"):
        kind = answer("cat-file", "-t", name)
        if kind is not None:
            break
    else:
        raise _not_found(revision, path, spec)
    if kind.strip() != b"blob":
        raise InputError("this is a directory, not a file", file=spec, hint="name a file")
    if int(answer("cat-file", "-s", name) or 0) > limit:
        raise InputError(
            f"larger than {limit / 1048576:g} MiB", file=spec, hint="raise max_file_size in clausetrack.yaml"
        )
    content = answer("cat-file", "blob", name)
    if content is None:
        raise InputError("git cannot read it", file=spec, hint="try: git fsck")
    return content


def _not_found(revision: str, path: str, spec: str) -> InputError | UnknownNameError:
    """Find out why git has no such thing, and what was meant."""
    problem = complaint("rev-parse", "--git-dir")
    if problem:
        hint = "run it inside a git repository, or check the path" if "not a git repository" in problem else problem
        return InputError("this is no path that exists, and git has no repository here", file=spec, hint=hint)
    if revision and answer("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{tree}}") is None:
        names = (answer("for-each-ref", "--format=%(refname:short)") or b"").decode("utf-8", "replace").split()
        guess = nearest(revision, [*names, "HEAD"])
        hint = f"did you mean '{guess}'?" if guess else "git log --oneline --all lists them"
        return UnknownNameError(f"git knows no revision '{revision}'", file=spec, hint=hint)
    tree = (
        ("ls-files", "-z", "--full-name", ":/")
        if not revision
        else ("ls-tree", "-r", "-z", "--name-only", "--full-tree", revision)
    )
    paths = (answer(*tree) or b"").decode("utf-8", "surrogateescape").split("\0")
    guess = nearest(path.removeprefix("./"), filter(None, paths))
    hint = f"did you mean '{revision}:{guess}'?" if guess else "paths count from the top of the repository"
    return UnknownNameError(
        f"there is no '{path}' in {f'revision {revision!r}' if revision else 'the index'}", file=spec, hint=hint
    )
