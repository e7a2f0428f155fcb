"""A file as the command line names it: a path, ``-`` for standard input, or ``REV:PATH`` for what git has of it."""

from __future__ import annotations

import os
import re
from typing import Final

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
        kind = _git("cat-file", "-t", name)
        if kind is not None:
            break
    else:
        raise _not_found(revision, path, spec)
    if kind.strip() != b"blob":
        raise InputError("this is a directory, not a file", file=spec, hint="name a file")
    if int(_git("cat-file", "-s", name) or 0) > limit:
        raise InputError(
            f"larger than {limit / 1048576:g} MiB", file=spec, hint="raise max_file_size in clausetrack.yaml"
        )
    content = _git("cat-file", "blob", name)
    if content is None:
        raise InputError("git cannot read it", file=spec, hint="try: git fsck")
    return content


def _not_found(revision: str, path: str, spec: str) -> InputError | UnknownNameError:
    """Find out why git has no such thing, and what was meant."""
    problem = _complaint("rev-parse", "--git-dir")
    if problem:
        hint = "run it inside a git repository, or check the path" if "not a git repository" in problem else problem
        return InputError("this is no path that exists, and git has no repository here", file=spec, hint=hint)
    if revision and _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{tree}}") is None:
        names = (_git("for-each-ref", "--format=%(refname:short)") or b"").decode("utf-8", "replace").split()
        guess = nearest(revision, [*names, "HEAD"])
        hint = f"did you mean '{guess}'?" if guess else "git log --oneline --all lists them"
        return UnknownNameError(f"git knows no revision '{revision}'", file=spec, hint=hint)
    tree = (
        ("ls-files", "-z", "--full-name", ":/")
        if not revision
        else ("ls-tree", "-r", "-z", "--name-only", "--full-tree", revision)
    )
    paths = (_git(*tree) or b"").decode("utf-8", "surrogateescape").split("\0")
    guess = nearest(path.removeprefix("./"), filter(None, paths))
    hint = f"did you mean '{revision}:{guess}'?" if guess else "paths count from the top of the repository"
    return UnknownNameError(
        f"there is no '{path}' in {f'revision {revision!r}' if revision else 'the index'}", file=spec, hint=hint
    )


def _git(*arguments: str) -> bytes | None:
    """Give what git answers, or None where it refuses."""
    done = _run(*arguments)
    return done[1] if done[0] == 0 else None


def _complaint(*arguments: str) -> str:
    """Give the first line of what git complains of; empty where it does not."""
    code, _, complaint = _run(*arguments)
    return complaint.decode("utf-8", "replace").strip().partition("\n")[0].removeprefix("fatal: ") if code else ""


def _run(*arguments: str) -> tuple[int, bytes, bytes]:
    import subprocess  # noqa: PLC0415 - 8 ms that only who names a revision has to pay

    # Its own words in English, since they are looked at; no prompts, and no locks beside somebody else's work.
    environment = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        # A list of arguments without a shell; a name that starts with a hyphen has been refused.
        done = subprocess.run(["git", *arguments], capture_output=True, check=False, env=environment)  # noqa: S603, S607 - git of the user's PATH
    except OSError:
        raise InputError(
            "git is not installed, so that no revision can be read", hint="install git, or name a path"
        ) from None
    return done.returncode, done.stdout, done.stderr
