"""``clausetrack log``."""

from __future__ import annotations

import click

from clausetrack.app.log import follow_clause, log_specs
from clausetrack.app.rule_pages import change_rules
from clausetrack.cli.exits import say
from clausetrack.cli.followed import warn
from clausetrack.cli.options import Wanted, common_options, example, format_option, settings_in_force
from clausetrack.cli.output import terminal_options, write_results
from clausetrack.cli.progress import progress_bar
from clausetrack.report.counting import counted
from clausetrack.report.registry import formats


@click.command(
    "log",
    epilog=example(
        "clausetrack log eu-jp-sdp",
        "clausetrack log clause_specs/eu-jp-sdp --clause strategic-dialogue",
        "clausetrack log eu-jp-sdp --format html=timeline.html --format svg=timeline.svg",
    ),
)
@click.argument("inputs", nargs=-1, required=True, metavar="AGREEMENT|FILES", type=click.Path())
@format_option("timeline")
@click.option("--clause", metavar="ID", help="Follow this clause from first to last: by id, number or heading.")
@click.option("--git", is_flag=True, help="Take the revisions from the commits that touched one file.")
@click.option("--all", "everything", is_flag=True, help="Show every change, not the weightiest alone.")
@common_options
def command(
    *,
    inputs: tuple[str, ...],
    wanted: Wanted,
    output: str | None,
    clause: str | None,
    git: bool,
    everything: bool,
    color: str | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Show the revisions of an agreement in order, with what each changed in substance.

    Name the agreement by its id or its folder, or the revisions by their files: clause files, or documents, of which
    only the words are compared.
    """
    settings = settings_in_force(color=color)
    kind = "timeline" if clause is None else "lineage"
    unknown = next((name for name, _ in wanted if name not in formats(kind)), None)
    if unknown:
        raise click.UsageError(f"--clause has no format '{unknown}'; one of " + ", ".join(formats(kind)))
    with progress_bar("reading", quiet=quiet) as progress:
        timeline = log_specs(inputs, settings, git=git, progress=progress)
    if not quiet:
        warn(timeline)
    if verbose and not quiet:
        say(f"{counted(len(timeline.stages), 'revision')}, {counted(len(timeline.threads), 'clause')} followed")
    result = timeline if clause is None else follow_clause(timeline, clause)
    rules = change_rules() if any(name == "html" for name, _ in wanted) else {}
    write_results(kind, result, wanted, output, terminal_options(settings.color, all=everything, rules=rules))
