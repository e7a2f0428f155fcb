"""``clausetrack blame``."""

from __future__ import annotations

import click

from clausetrack.app.blame import blame_specs
from clausetrack.cli.exits import say
from clausetrack.cli.followed import warn
from clausetrack.cli.options import Wanted, common_options, example, format_option, settings_in_force
from clausetrack.cli.output import terminal_options, write_results
from clausetrack.cli.progress import progress_bar
from clausetrack.report.counting import counted


@click.command(
    "blame",
    epilog=example(
        "clausetrack blame clause_specs/eu-jp-sdp/2025-07-23.yaml",
        "clausetrack blame eu-jp-sdp --words --format html=blame.html",
    ),
)
@click.argument("inputs", nargs=-1, required=True, metavar="SET|AGREEMENT|FILES", type=click.Path())
@format_option("blame")
@click.option("--words", is_flag=True, help="Say it for each word too.")
@click.option("--git", is_flag=True, help="Take the revisions from the commits that touched one file.")
@click.option("--all", "everything", is_flag=True, help="Show all that the revision changed.")
@common_options
def command(
    *,
    inputs: tuple[str, ...],
    wanted: Wanted,
    output: str | None,
    words: bool,
    git: bool,
    everything: bool,
    color: str | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Say for each clause which revision last changed its substance, and which its words.

    SET stands for it and the revisions before it; else they are named as for `log`.
    """
    settings = settings_in_force(color=color)
    with progress_bar("reading", quiet=quiet) as progress:
        result = blame_specs(inputs, settings, git=git, words=words, progress=progress)
    if not quiet:
        warn(result.timeline)
    if verbose and not quiet:
        say(f"{counted(len(result.timeline.stages), 'revision')}, {counted(len(result.origins), 'clause')}")
    write_results("blame", result, wanted, output, terminal_options(settings.color, all=everything))
