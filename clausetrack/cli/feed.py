"""``clausetrack feed``."""

from __future__ import annotations

import click

from clausetrack.app.feed import feed_specs
from clausetrack.cli.exits import say
from clausetrack.cli.followed import warn
from clausetrack.cli.options import common_options, example, settings_in_force
from clausetrack.cli.output import terminal_options, write_results
from clausetrack.cli.progress import progress_bar
from clausetrack.report.counting import counted


@click.command(
    "feed",
    epilog=example(
        "clausetrack feed eu-jp-sdp",
        "clausetrack feed eu-jp-sdp --url https://agreements.example/eu-jp-sdp.html --output eu-jp-sdp.atom",
    ),
)
@click.argument("inputs", nargs=-1, required=True, metavar="AGREEMENT|FILES", type=click.Path())
@click.option("--url", metavar="URL", default="", help="The page that the entries lead to; its host names them.")
@click.option("--git", is_flag=True, help="Take the revisions from the commits that touched one file.")
@click.option("--output", "-o", metavar="FILE", type=click.Path(), help="Write to FILE, whole or not at all.")
@common_options
def command(
    *,
    inputs: tuple[str, ...],
    url: str,
    git: bool,
    output: str | None,
    color: str | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write an Atom feed of an agreement's changes: an entry for each revision, and for each event.

    The agreement or its revisions are named as for `log`.
    """
    settings = settings_in_force(color=color)
    with progress_bar("reading", quiet=quiet) as progress:
        timeline = feed_specs(inputs, settings, git=git, url=url, progress=progress)
    if not quiet:
        warn(timeline)
    if verbose and not quiet:
        say(counted(len(timeline.stages), "revision"))
    write_results("timeline", timeline, (("atom", None),), output, terminal_options(settings.color, url=url))
