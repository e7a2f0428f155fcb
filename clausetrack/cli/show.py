"""``clausetrack show``."""

from __future__ import annotations

import click

from clausetrack.app.show import list_clauses
from clausetrack.cli.options import common_options, example, format_option, settings_in_force
from clausetrack.cli.output import terminal_options, write_results


@click.command(
    "show", epilog=example("clausetrack show clause_specs/eu-jp-sdp/2025-07-23.yaml --where kind=dialogue --where 'level>=directors-general'")
)
@click.argument("clause_set", metavar="SET", type=click.Path())
@click.option("--where", multiple=True, metavar="CONDITION", help="Only clauses with, say, kind=dialogue, force>=commit, actor=JP, text~cyber.")
@format_option("clauses")
@common_options
def command(
    clause_set: str,
    where: tuple[str, ...],
    wanted: tuple[tuple[str, str | None], ...],
    output: str | None,
    color: str | None,
    quiet: bool,  # noqa: FBT001 - click passes flags so
    verbose: bool,  # noqa: FBT001
) -> None:
    """Show the clauses of SET: a file, - for standard input, or REV:PATH as in git."""
    del quiet, verbose
    settings = settings_in_force(color=color)
    reads = any(name == "json" for name, _ in wanted)
    write_results("clauses", list_clauses(clause_set, where, read=reads), wanted, output, terminal_options(settings.color))
