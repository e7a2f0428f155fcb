"""``clausetrack git``: install, uninstall, and what git calls."""

from __future__ import annotations

import os
import sys

import click

from clausetrack.app import git, git_drivers
from clausetrack.app.resolve import pending
from clausetrack.cli.exits import FOUND, OK
from clausetrack.cli.options import example, settings_in_force
from clausetrack.cli.output import terminal_options, write
from clausetrack.cli.resolve import ask_all

_OLD, _NEW = "clause_specs/eu-jp-sdp/2024-11-01.yaml", "clause_specs/eu-jp-sdp/2025-07-23.yaml"


@click.group("git", epilog=example("clausetrack git install --dry-run"))
def command() -> None:
    """Let git compare and merge clause files clause by clause."""


@command.command("install", epilog=example("clausetrack git install --dry-run"))
@click.option("--global", "everywhere", is_flag=True, help="For all repositories of this user, not for this one.")
@click.option("--dry-run", is_flag=True, help="Write nothing; print what would be written.")
def install(*, everywhere: bool, dry_run: bool) -> None:
    """Make git use clausetrack for clause files: diff, log, show, merge, difftool and mergetool.

    Writes entries of git's configuration, and lines of .gitattributes for the project's clause folder. Doing it twice
    changes nothing more.
    """
    done = git.install(settings_in_force(), everywhere=everywhere, dry_run=dry_run)
    write("".join(f"{change.where}: {change.what}\n" for change in done), None)


@command.command("uninstall", epilog=example("clausetrack git uninstall --dry-run"))
@click.option("--global", "everywhere", is_flag=True, help="For all repositories of this user, not for this one.")
@click.option("--dry-run", is_flag=True, help="Write nothing; print what would be taken away.")
def uninstall(*, everywhere: bool, dry_run: bool) -> None:
    """Take away what `clausetrack git install` has written."""
    done = git.uninstall(everywhere=everywhere, dry_run=dry_run)
    lines = [f"{change.where}: {change.what}\n" for change in done]
    write("".join(lines) or "nothing is installed here\n", None)


@command.command("textconv", epilog=example(f"clausetrack git textconv {_NEW}"))
@click.argument("file", type=click.Path())
def textconv(file: str) -> None:
    """Print FILE as lines, a clause a stanza, for `git log -p`, `git show` and `git blame`."""
    _hand_over(git_drivers.textconv(file))


@command.command(
    "diff-driver",
    epilog=example(f"clausetrack git diff-driver agreement.yaml {_OLD} 0000001 100644 {_NEW} 0000002 100644"),
    context_settings={"ignore_unknown_options": True},
)
@click.argument("arguments", nargs=-1, required=True, metavar="PATH [OLD HEX MODE NEW HEX MODE [NEWPATH INFO]]")
def diff_driver(arguments: tuple[str, ...]) -> None:
    """Print what changed in a file, for `git diff`. The arguments are those of GIT_EXTERNAL_DIFF."""
    color = git_drivers.wants_color(is_terminal=sys.stdout.isatty() or bool(os.environ.get("GIT_PAGER_IN_USE")))
    _hand_over(git_drivers.diff_driver(arguments, terminal_options("never"), color=color))


@command.command("merge-driver", epilog=example(f"clausetrack git merge-driver {_OLD} {_OLD} {_NEW} 7 agreement.yaml"))
@click.argument("base", type=click.Path())
@click.argument("ours", type=click.Path())
@click.argument("theirs", type=click.Path())
@click.argument("marker_size")
@click.argument("path")
def merge_driver(*, base: str, ours: str, theirs: str, marker_size: str, path: str) -> int:
    """Merge a file into OURS, for `git merge`. The arguments are git's %O %A %B %L %P.

    The exit status is 1 where conflicts are left, which `clausetrack resolve` goes through.
    """
    return git_drivers.merge_driver(base, ours, theirs, marker_size, path)


@command.command("mergetool", epilog=example(f"clausetrack git mergetool {_OLD} {_OLD} {_NEW} merged.yaml"))
@click.argument("base", type=click.Path())
@click.argument("local", type=click.Path())
@click.argument("remote", type=click.Path())
@click.argument("merged", type=click.Path())
def mergetool(*, base: str, local: str, remote: str, merged: str) -> int:
    """Go through the conflicts of MERGED, for `git mergetool`; it is merged anew where it has other marks than ours."""
    git_drivers.prepare_merge(base, local, remote, merged)
    return FOUND if ask_all(pending(merged), terminal_options("auto")) else OK


def _hand_over(data: bytes) -> None:
    """Write to standard output what git passes on, in whichever encoding the files have."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
