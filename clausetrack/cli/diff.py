"""``clausetrack diff``."""

from __future__ import annotations

import click

from clausetrack.app.diff import diff_specs
from clausetrack.cli.exits import FOUND, OK, say
from clausetrack.cli.options import Wanted, common_options, example, format_option, settings_in_force
from clausetrack.cli.output import terminal_options, write_results


@click.command(
    "diff",
    epilog=example("clausetrack diff clause_specs/eu-jp-sdp/2024-11-01.yaml clause_specs/eu-jp-sdp/2025-07-23.yaml"),
)
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path())
@format_option("diff")
@click.option("--all", "everything", is_flag=True, help="Show numbering, typography, coding and whole redlines too.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 where anything changed, as diff(1) does.")
@common_options
def command(
    *,
    old: str,
    new: str,
    wanted: Wanted,
    output: str | None,
    everything: bool,
    exit_code: bool,
    color: str | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Say what changed between two revisions, in words and in substance.

    OLD and NEW are clause files, - for standard input, or REV:PATH as in git.
    """
    settings = settings_in_force(color=color)
    result = diff_specs(old, new, settings)
    if verbose and not quiet:
        say(f"compared {len(result.old.clauses)} with {len(result.new.clauses)} clauses")
    write_results("diff", result, wanted, output, terminal_options(settings.color, all=everything))
    changed = bool(result.changes) or any(row.changes for row in result.rows)
    return FOUND if exit_code and changed else OK
