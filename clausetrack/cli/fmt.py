"""``clausetrack fmt``."""

from __future__ import annotations

import difflib

import click

from clausetrack.app.format import Formatted, format_files
from clausetrack.cli.exits import FOUND, OK, WRONG_INPUT, tell
from clausetrack.cli.options import common_options, example, settings_in_force
from clausetrack.cli.output import write
from clausetrack.files import STDIN_NAME


@click.command("fmt", epilog=example("clausetrack fmt --check clause_specs"))
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where a file is not in canonical form.")
@click.option("--diff", "show_diff", is_flag=True, help="Write nothing; show what would change.")
@common_options
def command(
    paths: tuple[str, ...],
    check: bool,  # noqa: FBT001 - click passes flags so
    show_diff: bool,  # noqa: FBT001
    color: str | None,
    quiet: bool,  # noqa: FBT001
    verbose: bool,  # noqa: FBT001
) -> int:
    """Write clause files in canonical form, comments kept.

    PATHS are files, directories or - (from standard input to standard output); without any, the project's clause folder.
    """
    settings = settings_in_force(color=color)
    results = format_files(paths, settings, write=not (check or show_diff))
    changed = [result for result in results if result.changed]
    if show_diff:
        write("".join(line for result in changed for line in _diff(result)), None)
    elif not check:
        write("".join(result.text for result in results if result.file == STDIN_NAME), None)
    if not quiet:
        verb = "would change" if check or show_diff else "changed"
        for result in changed:
            if result.file != STDIN_NAME:
                click.echo(f"{verb}: {result.file}", err=True)
        if verbose:
            click.echo(f"{len(results)} files, {len(changed)} {verb}", err=True)
    errors = [result.error for result in results if result.error is not None]
    for error in errors:
        tell(error)
    if errors:
        return WRONG_INPUT
    return FOUND if changed and (check or show_diff) else OK


def _diff(result: Formatted) -> list[str]:
    old = result.original.splitlines(keepends=True)
    return list(difflib.unified_diff(old, result.text.splitlines(keepends=True), result.file, f"{result.file} (canonical)"))
