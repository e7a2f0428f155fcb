"""``clausetrack compare``."""

from __future__ import annotations

import click

from clausetrack.app.compare import Question, compare_specs
from clausetrack.cli.exits import say
from clausetrack.cli.options import Wanted, common_options, example, format_option, settings_in_force
from clausetrack.cli.output import terminal_options, write_results
from clausetrack.cli.progress import progress_bar
from clausetrack.model.matrix import BY
from clausetrack.report.counting import counted

_WITHOUT_REDLINES = frozenset({"csv", "xlsx", "svg"})


@click.command(
    "compare",
    epilog=example(
        "clausetrack compare clause_specs",
        "clausetrack compare clause_specs --where kind=dialogue",
        "clausetrack compare clause_specs --family eu-missions",
    ),
)
@click.argument("inputs", nargs=-1, metavar="SET…", type=click.Path())
@format_option("matrix")
@click.option("--by", type=click.Choice(BY), help="What rows are (default: domain; family where there are documents).")
@click.option("--family", metavar="ID", help="Only this family, or the one of this clause, with its redlines.")
@click.option("--reference", metavar="SET", help="Say of each how it departs from this one: a SET or its agreement.")
@click.option("--where", multiple=True, metavar="CONDITION", help="Only clauses with, say, kind=dialogue or actor=JP.")
@click.option(
    "--all-revisions", is_flag=True, help="Of a folder, every revision of an agreement, not the newest alone."
)
@click.option("--all", "everything", is_flag=True, help="Show all wordings as well.")
@common_options
def command(
    *,
    inputs: tuple[str, ...],
    wanted: Wanted,
    output: str | None,
    by: str | None,
    family: str | None,
    reference: str | None,
    where: tuple[str, ...],
    all_revisions: bool,
    everything: bool,
    color: str | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Lay out many agreements side by side: which has what, how strong, what only one has.

    Each SET is a clause file, a document, or a folder, of which the newest revision of each agreement is taken; of a
    folder without clause files, all documents.
    Clauses that are counterparts are one family, in all agreements at once.
    """
    if not inputs:
        raise click.UsageError("name what to compare: clause files, documents or folders")
    if family is not None and by not in {None, "family"}:
        raise click.UsageError(f"--family asks for one family, and --by {by} has none: leave out one of them")
    settings = settings_in_force(color=color)
    redlines = everything or any(name not in {*_WITHOUT_REDLINES, "text"} for name, _ in wanted)
    question = Question(by, where, reference, family, all_revisions, redlines)  # type: ignore[arg-type] # click checked it
    with progress_bar("reading", quiet=quiet) as progress:
        result = compare_specs(inputs, settings, question, progress)
    if verbose and not quiet:
        clauses = sum(len(column.clause_set.clauses) for column in result.columns)
        say(f"compared {counted(clauses, 'clause')} of {counted(len(result.columns), 'set')}")
    write_results("matrix", result, wanted, output, terminal_options(settings.color, all=everything))
