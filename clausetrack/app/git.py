"""git taught to compare and merge clause files clause by clause, and to forget it again.

What is written: entries of git's configuration that name the program, and lines of an attributes file that name the
clause files. Uninstalling takes away just that.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Final, NamedTuple

from clausetrack.app.settings import Settings
from clausetrack.errors import InputError
from clausetrack.files import read_bytes, write_atomically

NAME: Final = "clausetrack"
_SECTIONS: Final = tuple(f"{kind}.{NAME}" for kind in ("diff", "merge", "difftool", "mergetool"))
_BEGIN: Final = b"# clausetrack begin"
_END: Final = b"# clausetrack end\n"
_WITHOUT_LINE_END: Final = b" (behind a line without an end)"
_WAS_EMPTY: Final = b" (in a file that was empty)"
_SUFFIXES: Final = ("yaml", "yml")


class Change(NamedTuple):
    """One thing that is done, or would be: in which file, and what."""

    where: str
    what: str


def entries() -> dict[str, str]:
    """Give the entries of git's configuration.

    The interpreter is named by its path, so that the program is found where it is not on the PATH. ``-P`` keeps Python
    from taking modules out of the working tree.
    """
    program = shlex.join([sys.executable.replace("\\", "/"), "-P", "-m", NAME])
    return {
        f"diff.{NAME}.command": f"{program} git diff-driver",
        f"diff.{NAME}.textconv": f"{program} git textconv",
        f"diff.{NAME}.xfuncname": "^([^ ].*)$",
        f"merge.{NAME}.name": "clause by clause",
        f"merge.{NAME}.driver": f"{program} git merge-driver %O %A %B %L %P",
        f"difftool.{NAME}.cmd": f'{program} diff "$LOCAL" "$REMOTE"',
        f"mergetool.{NAME}.cmd": f'{program} git mergetool "$BASE" "$LOCAL" "$REMOTE" "$MERGED"',
        f"mergetool.{NAME}.trustExitCode": "true",
    }


def install(settings: Settings, *, everywhere: bool, dry_run: bool = False) -> list[Change]:
    """Write the entries and attributes, of this repository or of the user; give what was written.

    InputError where there is no repository, or git refuses.
    """
    scope = _scope(everywhere=everywhere)
    attributes = _attributes(everywhere=everywhere, dry_run=dry_run)
    lines = [
        f"{pattern} diff={NAME} merge={NAME}" for pattern in _patterns(settings, attributes, everywhere=everywhere)
    ]
    done = [Change(f"git config {scope}", f"{key} = {value}") for key, value in entries().items()]
    done += [Change(str(attributes), line) for line in lines]
    if not dry_run:
        for key, value in entries().items():
            _git("config", scope, key, value)
        _write_block(attributes, lines)
    return done


def uninstall(*, everywhere: bool, dry_run: bool = False) -> list[Change]:
    """Take the entries and attributes away again; give what was taken away."""
    scope = _scope(everywhere=everywhere)
    attributes = _attributes(everywhere=everywhere, dry_run=dry_run)
    there = [section for section in _SECTIONS if _has_section(scope, section)]
    done = [Change(f"git config {scope}", section) for section in there]
    content = _content(attributes)
    if (rest := _without_block(content)) != content:
        done.append(Change(str(attributes), "the lines of clausetrack"))
    if not dry_run:
        for section in there:
            _git("config", scope, "--remove-section", section)
        if rest != content:
            _write(attributes, rest)
    return done


def _scope(*, everywhere: bool) -> str:
    return "--global" if everywhere else "--local"


def _has_section(scope: str, section: str) -> bool:
    return _run("config", scope, "--get-regexp", f"^{section.replace('.', '[.]')}[.]").returncode == 0


def _attributes(*, everywhere: bool, dry_run: bool) -> Path:
    """Give the attributes file: of the repository, or the one that git reads for the user."""
    if not everywhere:
        top = _run("rev-parse", "--show-toplevel")
        if top.returncode == 0:
            return Path(os.fsdecode(top.stdout).rstrip("\n")) / ".gitattributes"
        if dry_run:
            return Path.cwd() / ".gitattributes"
        hint = "run it inside a git repository, or with --global for all of yours"
        raise InputError("there is no git repository with a working tree here", hint=hint)
    said = _run("config", "--global", "--type=path", "--get", "core.attributesFile")
    if said.returncode == 0:
        return Path(os.fsdecode(said.stdout).rstrip("\n"))
    home = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(home, "git", "attributes")


def _patterns(settings: Settings, attributes: Path, *, everywhere: bool) -> list[str]:
    """Give the patterns of clause files: the project's folder, or wherever a project usually has it."""
    if everywhere:
        folder = "clause_specs"
    else:
        top = os.path.realpath(attributes.parent)
        folder = os.path.relpath(os.path.realpath(Path(settings.root, settings.specs)), top).replace(os.sep, "/")
        if folder.startswith("../"):
            raise InputError("the clause folder is outside of the repository", file=settings.specs)
    start = "" if folder == "." else f"{folder}/"
    return [_quoted(f"{start}**/*.{suffix}") for suffix in _SUFFIXES]


def _quoted(pattern: str) -> str:
    """Write a pattern as gitattributes has it: white space and the like only in quotes."""
    if not any(character.isspace() or character in '"\\' for character in pattern) and pattern[0] not in "#!":
        return pattern
    escaped = pattern.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")
    return f'"{escaped}"'


def _write_block(file: Path, lines: list[str]) -> None:
    content = _content(file)
    rest = _without_block(content)
    flag = b""
    if rest is not None:
        flag = _WAS_EMPTY if not rest else b"" if rest.endswith(b"\n") else _WITHOUT_LINE_END
    gap = b"\n" if flag == _WITHOUT_LINE_END else b""
    body = "".join(f"{line}\n" for line in lines).encode()
    wanted = (rest or b"") + gap + _BEGIN + flag + b"\n" + body + _END
    if wanted != content:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(str(file), wanted)


def _content(file: Path) -> bytes | None:
    """Give what a file holds; None where there is none."""
    return read_bytes(str(file)) if file.exists() else None


def _without_block(content: bytes | None) -> bytes | None:
    """Give a file as it was before the block was written; None where there was none."""
    if content is None or (start := content.find(_BEGIN)) == -1 or (end := content.find(_END, start)) == -1:
        return content
    head, flag, rest = content[:start], content[start:].partition(b"\n")[0], content[end + len(_END) :]
    if flag.endswith(_WITHOUT_LINE_END) and not rest:
        head = head.removesuffix(b"\n")
    return (head + rest) or (b"" if flag.endswith(_WAS_EMPTY) else None)


def _write(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink()
    else:
        write_atomically(str(file), content)


def _git(*arguments: str) -> None:
    done = _run(*arguments)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ").removeprefix("error: ")
        raise InputError(f"git refuses: {said.partition(chr(10))[0]}", hint="see 'git config --list --show-origin'")


def _run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], capture_output=True, check=False)  # noqa: S603, S607 - git of the user's PATH, arguments of ours
    except OSError:
        raise InputError("git is not installed", hint="install git") from None
