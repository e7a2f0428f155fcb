"""``clausetrack init``."""

from __future__ import annotations

import click

from clausetrack.app.init import start_project
from clausetrack.cli.options import example
from clausetrack.cli.output import write


@click.command("init", epilog=example("clausetrack init my-agreements"))
@click.argument("directory", default=".", type=click.Path())
def command(directory: str) -> None:
    """Start a project in DIRECTORY: settings, an example set, snippets for CI and pre-commit.

    Files that are there already are left as they are.
    """
    started = start_project(directory)
    lines = [f"wrote {file}" for file in started.written] + [f"left as it is: {file}" for file in started.left]
    write("\n".join(lines) + "\n", None)
