"""``clausetrack validate``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Final

import click

from clausetrack.app.rule_pages import lint_rules
from clausetrack.app.validate import FileReport, validate
from clausetrack.cli.exits import FOUND, OK, WRONG_INPUT, say, tell
from clausetrack.cli.options import Wanted, common_options, example, format_option, settings_in_force
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
    *,
    paths: tuple[str, ...],
    wanted: Wanted,
    output: str | None,
    fail_on: str | None,
    color: str | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Check clause files: syntax, schema, rules and evidence.

    PATHS are files, directories (searched for YAML files) or - for standard input; without any, the project's clause
    folder.
    """
    settings = settings_in_force(fail_on=fail_on, color=color)
    if verbose and not quiet:
        say(f"checking {', '.join(paths) or settings.specs} (project root {settings.root})")
    result = validate(paths, settings, progress=_progress if _shows_progress(quiet=quiet) else None)
    # Rules' pages are only wanted where a report carries them.
    pages = lint_rules() if any(name == "sarif" for name, _ in wanted) else {}
    write_results("findings", result, wanted, output, terminal_options(settings.color, rules=pages))
    if not quiet and not result.files and not result.unreadable:
        say(f"no clause files in {', '.join(paths) or settings.specs}")
    for error in result.unreadable:
        tell(error)
    if result.unreadable:
        return WRONG_INPUT
    return FOUND if any(at_least(finding.severity, settings.fail_on) for finding in result.findings) else OK


def _shows_progress(*, quiet: bool) -> bool:
    return not quiet and sys.stderr is not None and sys.stderr.isatty()


def _progress(reports: Iterable[FileReport], number: int) -> Iterator[FileReport]:
    if number < _MANY:
        yield from reports
        return
    with click.progressbar(reports, length=number, label="validate", file=sys.stderr) as shown:
        yield from shown
