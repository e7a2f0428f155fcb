"""Pages whose commands are run: what a page shows is what the commands print.

In a page, a fenced block is run by its language and what stands behind it:

- ``console``: lines that start with ``$ `` are commands (``> `` continues one), the others their output, standard error
  included. It must be the same to the character. A line that is only ``…`` stands for any lines.
- ``yaml file=PATH``, and any other language so marked: the file is written before the commands that follow.

Everything else is shown and not run. All commands of a page run in one shell, in a new folder that has copies of
``clause_specs/`` and ``seeds/``, on a terminal 80 columns wide without colour. A command must succeed, unless the next
one is ``echo $?``.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent.parent
GAP: Final = "…"
SHARED: Final = ("clause_specs", "seeds")

_FENCE: Final = re.compile(r"```(\w+)(?: file=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK: Final = "\x1e"
"""Parts the outputs of commands; no command prints it."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command as it is typed, the output that the page shows, and where that stands in the page's text."""

    line: str
    expected: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Written:
    """A file that the page has its reader write."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command printed, and its exit status."""

    command: Command
    output: str
    status: int


@dataclass(slots=True)
class Outcome:
    """What came of a page: its text as it ought to be, outputs that are not as shown, commands that failed unsaid."""

    text: str
    differing: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def pages() -> list[Path]:
    """Give the pages that have commands to run."""
    candidates = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [page for page in candidates if "```console\n" in page.read_text(encoding="utf-8")]


def steps(text: str) -> Iterator[Command | Written]:
    """Give what a page has its reader do, in order."""
    for match in _FENCE.finditer(text):
        language, path, body = match.groups()
        if path:
            yield Written(path, body)
        elif language == "console":
            yield from _commands(body, match.start(3))


def _commands(body: str, offset: int) -> Iterator[Command]:
    starts = [match.start() for match in re.finditer(r"^\$ ", body, re.MULTILINE)]
    assert starts[:1] == [0], f"a console block starts with a command: {body[:60]!r}"
    for start, end in zip(starts, [*starts[1:], len(body)], strict=True):
        first, *rest = body[start:end].splitlines(keepends=True)
        while rest and rest[0].startswith("> "):
            first += rest.pop(0).removeprefix("> ")
        shown = "".join(rest)
        yield Command(first.removeprefix("$ ").rstrip("\n"), shown, offset + end - len(shown), offset + end)


def run(text: str, folder: Path) -> list[Ran]:
    """Run the commands of a page in a folder, in one shell."""
    todo = list(steps(text))
    commands = [step for step in todo if isinstance(step, Command)]
    for name in SHARED:
        shutil.copytree(ROOT / name, folder / name)
    done = subprocess.run(
        ["bash", "-c", "exec 2>&1\nstatus=0\n" + "".join(map(_script, todo))],
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=False,
    )
    parts = done.stdout.decode("utf-8").split(_MARK)
    assert len(parts) == 2 * len(commands) + 1, f"the shell ended early: {parts[-1]}"
    return [
        Ran(command, output, int(status))
        for command, output, status in zip(commands, parts[0::2], parts[1::2], strict=False)
    ]


def _script(step: Command | Written) -> str:
    if isinstance(step, Written):
        end = "END-OF-FILE"
        return f"mkdir -p \"$(dirname '{step.path}')\"\ncat > '{step.path}' <<'{end}'\n{step.text}{end}\n"
    # Each command finds the exit status of the one before, so that `echo $?` says it.
    return f'(exit $status)\n{step.line}\nstatus=$?\nprintf "\\036%d\\036" $status\n'


def _environment(folder: Path) -> dict[str, str]:
    home = folder / ".home"
    home.mkdir()
    kept = {name: os.environ[name] for name in ("PYTHONPATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    moment = "2026-03-01T12:00:00Z"
    return kept | {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "COLUMNS": "80",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Analyst",
        "GIT_AUTHOR_EMAIL": "analyst@example.org",
        "GIT_AUTHOR_DATE": moment,
        "GIT_COMMITTER_NAME": "Analyst",
        "GIT_COMMITTER_EMAIL": "analyst@example.org",
        "GIT_COMMITTER_DATE": moment,
    }


def judge(text: str, ran: Sequence[Ran]) -> Outcome:
    """Hold what commands printed against what the page shows."""
    outcome = Outcome("")
    position = 0
    following = [*(entry.command.line for entry in ran[1:]), ""]
    for entry, then in zip(ran, following, strict=True):
        command = entry.command
        if entry.status and not then.startswith("echo $?"):
            outcome.failed.append(f"$ {command.line}\nexit status {entry.status}, which the page does not show")
        right = fits(command.expected, entry.output)
        if not right:
            outcome.differing.append(f"$ {command.line}\nexpected:\n{command.expected}\nprinted:\n{entry.output}")
        outcome.text += text[position : command.start] + (command.expected if right else entry.output)
        position = command.end
    outcome.text += text[position:]
    return outcome


def fits(expected: str, output: str) -> bool:
    """Say whether an output is as expected; a line of ``…`` stands for any lines."""
    lines = expected.splitlines(keepends=True)
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == GAP else re.escape(line) for line in lines)
    return re.fullmatch(pattern, output) is not None
