"""``clausetrack fmt``."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

import click

from clausetrack.app.format import Formatted, format_files
from clausetrack.cli.exits import FOUND, OK, WRONG_INPUT, say, tell
from clausetrack.cli.options import common_options, example, settings_in_force
from clausetrack.cli.output import wants_color, write
from clausetrack.files import STDIN_NAME
from clausetrack.report.style import paint
from clausetrack.report.visible import visible


@click.command("fmt", epilog=example("clausetrack fmt --check clause_specs"))
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where a file is not in canonical form.")
@click.option("--diff", "show_diff", is_flag=True, help="Write nothing; show what would change.")
@common_options
def command(
    *,
    paths: tuple[str, ...],
    check: bool,
    show_diff: bool,
    color: str | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Write clause files in canonical form, comments kept.

    PATHS are files, directories or - (from standard input to standard output); without any, the project's clause
    folder.
    """
    settings = settings_in_force(color=color)
    results = format_files(paths, settings, write=not (check or show_diff))
    changed = [result for result in results if result.changed]
    if show_diff:
        painted = wants_color(settings.color)
        write("".join(line for result in changed for line in _diff(result, color=painted)), None)
    elif not check:
        write("".join(result.text for result in results if result.file == STDIN_NAME), None)
    if not quiet:
        verb = "would change" if check or show_diff else "changed"
        for result in changed:
            if result.file != STDIN_NAME:
                say(f"{verb}: {result.file}")
        if verbose:
            say(f"files: {len(results)}, {verb}: {len(changed)}")
    errors = [result.error for result in results if result.error is not None]
    for error in errors:
        tell(error)
    if errors:
        return WRONG_INPUT
    return FOUND if changed and (check or show_diff) else OK


def _diff(result: Formatted, *, color: bool) -> Iterator[str]:
    """Give a unified diff, painted where wanted, its last line marked as diff(1) does where no line end follows."""
    old, new = result.original.splitlines(keepends=True), result.text.splitlines(keepends=True)
    for line in difflib.unified_diff(old, new, result.file, f"{result.file} (canonical)"):
        style = {"-": "removed", "+": "added", "@": "faint"}.get(line[0])
        text = visible(line.rstrip("\n"))
        yield f"{paint(text, style, color=color) if style else text}\n"
        if not line.endswith("\n"):
            yield "\\ No newline at end of file\n"
