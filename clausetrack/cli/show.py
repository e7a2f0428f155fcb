"""``clausetrack show``."""

from __future__ import annotations

import click

from clausetrack.app.show import list_clauses
from clausetrack.cli.exits import say
from clausetrack.cli.options import Wanted, common_options, example, format_option, settings_in_force
from clausetrack.cli.output import terminal_options, write_results
from clausetrack.report.counting import counted


@click.command(
    "show",
    epilog=example(
        "clausetrack show clause_specs/eu-jp-sdp/2025-07-23.yaml --where kind=dialogue",
        "clausetrack show clause_specs/eu-jp-sdp/2025-07-23.yaml --where 'force>=intend' --format json",
        "clausetrack show clause_specs/eu-jp-sdp/2024-11-01.yaml --quote epoch-times=article.txt",
    ),
)
@click.argument("clause_set", metavar="SET", type=click.Path())
@click.option(
    "--where",
    multiple=True,
    metavar="CONDITION",
    help="Only clauses with, say, kind=dialogue, force>=commit, actor=JP or text~cyber; all conditions must hold.",
)
@click.option(
    "--quote",
    "documents",
    multiple=True,
    metavar="DOCUMENT",
    type=click.Path(),
    help="Quote from it what each clause was read from.",
)
@format_option("clauses")
@common_options
def command(
    *,
    clause_set: str,
    where: tuple[str, ...],
    documents: tuple[str, ...],
    wanted: Wanted,
    output: str | None,
    color: str | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Show the clauses of SET: a file, - for standard input, or REV:PATH as in git.

    A CONDITION holds a field against a word with =, !=, >=, <=, > or <, or looks with ~ for a part of it, which is no
    pattern but stands as it is.
    """
    settings = settings_in_force(color=color)
    reads = any(name == "json" for name, _ in wanted)
    result = list_clauses(clause_set, where, read=reads, documents=documents, max_bytes=settings.max_bytes)
    if verbose and not quiet:
        say(f"{len(result.clauses)} of {counted(len(result.clause_set.clauses), 'clause')}")
    write_results("clauses", result, wanted, output, terminal_options(settings.color))
