"""What git has to say of a repository; it is only asked, never told to change anything."""

from __future__ import annotations

import os

from clausetrack.errors import InputError


def answer(*arguments: str, folder: str = "") -> bytes | None:
    """Give what git answers in a folder, the working directory where none is named, or None where it refuses."""
    done = _run(folder, *arguments)
    return done[1] if done[0] == 0 else None


def complaint(*arguments: str, folder: str = "") -> str:
    """Give the first line of what git complains of; empty where it does not."""
    code, _, complaint = _run(folder, *arguments)
    return complaint.decode("utf-8", "replace").strip().partition("\n")[0].removeprefix("fatal: ") if code else ""


def _run(folder: str, *arguments: str) -> tuple[int, bytes, bytes]:
    import subprocess  # noqa: PLC0415 - 8 ms that only who names a revision has to pay

    # Its own words in English, since they are looked at; no prompts, and no locks beside somebody else's work.
    environment = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        # A list of arguments without a shell; a name that starts with a hyphen has been refused.
        command = ["git", *(["-C", folder] if folder else []), *arguments]
        done = subprocess.run(command, capture_output=True, check=False, env=environment)  # noqa: S603 - git of the user's PATH
    except OSError:
        raise InputError(
            "git is not installed, so that no revision can be read", hint="install git, or name a path"
        ) from None
    return done.returncode, done.stdout, done.stderr
