"""``clausetrack diff``."""

from __future__ import annotations

import click

from clausetrack.app.diff import diff_specs
from clausetrack.cli.exits import FOUND, OK
from clausetrack.cli.options import common_options, example, format_option, settings_in_force
from clausetrack.cli.output import terminal_options, write_results


@click.command(
    "diff", epilog=example("clausetrack diff clause_specs/eu-jp-sdp/2024-11-01.yaml clause_specs/eu-jp-sdp/2025-07-23.yaml")
)
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path())
@format_option("diff")
@click.option("--all", "everything", is_flag=True, help="Show everything: numbering, typography, coding, unchanged clauses.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 where anything changed, as diff(1) does.")
@common_options
def command(
    old: str,
    new: str,
    wanted: tuple[tuple[str, str | None], ...],
    output: str | None,
    everything: bool,  # noqa: FBT001 - click passes flags so
    exit_code: bool,  # noqa: FBT001
    color: str | None,
    quiet: bool,  # noqa: FBT001
    verbose: bool,  # noqa: FBT001
) -> int:
    """Say what changed between two revisions, in words and in substance.

    OLD and NEW are clause files, - for standard input, or REV:PATH as in git.
    """
    del quiet
    settings = settings_in_force(color=color)
    result = diff_specs(old, new, settings)
    if verbose:
        click.echo(f"compared {len(result.old.clauses)} with {len(result.new.clauses)} clauses", err=True)
    write_results("diff", result, wanted, output, terminal_options(settings.color, all=everything))
    changed = bool(result.changes) or any(row.changes for row in result.rows)
    return FOUND if exit_code and changed else OK
