"""``clausetrack validate``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Final

import click

from clausetrack.app.rule_pages import lint_rules
from clausetrack.app.validate import FileReport, validate
from clausetrack.cli.exits import FOUND, OK, WRONG_INPUT, tell
from clausetrack.cli.options import common_options, example, format_option, settings_in_force
from clausetrack.cli.output import terminal_options, write_results
from clausetrack.model.scales import SEVERITY
from clausetrack.rules.severity import at_least

_MANY: Final = 50
"""Files from which on a progress bar is worth its flicker."""


@click.command("validate", epilog=example("clausetrack validate clause_specs"))
@click.argument("paths", nargs=-1, type=click.Path())
@format_option("findings")
@click.option(
    "--fail-on", type=click.Choice(list(SEVERITY)), help="Exit with 1 from this severity on (default: error)."
)
@common_options
def command(
    paths: tuple[str, ...],
    wanted: tuple[tuple[str, str | None], ...],
    output: str | None,
    fail_on: str | None,
    color: str | None,
    quiet: bool,  # noqa: FBT001 - click passes flags so
    verbose: bool,  # noqa: FBT001
) -> int:
    """Check clause files: syntax, schema, rules and evidence.

    PATHS are files, directories (searched for YAML files) or - for standard input; without any, the project's clause folder.
    """
    settings = settings_in_force(fail_on=fail_on, color=color)
    if verbose:
        click.echo(f"checking {', '.join(paths) or settings.specs} (project root {settings.root})", err=True)
    result = validate(paths, settings, progress=None if quiet or not sys.stderr.isatty() else _progress)
    write_results("findings", result, wanted, output, terminal_options(settings.color, rules=lint_rules()))
    for error in result.unreadable:
        tell(error)
    if result.unreadable:
        return WRONG_INPUT
    return FOUND if any(at_least(finding.severity, settings.fail_on) for finding in result.findings) else OK


def _progress(reports: Iterable[FileReport], number: int) -> Iterator[FileReport]:
    if number < _MANY:
        yield from reports
        return
    with click.progressbar(reports, length=number, label="validate", file=sys.stderr) as shown:
        yield from shown
