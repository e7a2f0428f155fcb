"""``clausetrack agenda``."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from clausetrack.app.agenda import agenda_of
from clausetrack.cli.exits import say
from clausetrack.cli.options import Wanted, common_options, example, format_option, settings_in_force
from clausetrack.cli.output import terminal_options, write_results
from clausetrack.report.counting import counted


@click.command(
    "agenda",
    epilog=example(
        "clausetrack agenda --from 2025-01 --until 2026-12",
        "clausetrack agenda clause_specs/eu-jp-sdp --format ics=partnerships.ics",
    ),
)
@click.argument("sets", nargs=-1, metavar="[SETS]", type=click.Path())
@format_option("agenda")
@click.option("--from", "start", metavar="DATE", help="The first day, month or year (default: today).")
@click.option("--until", metavar="DATE", help="The last day, month or year (default: a year later).")
@click.option("--all", "everything", is_flag=True, help="Show every meeting, not the first of many alone.")
@common_options
def command(
    *,
    sets: tuple[str, ...],
    wanted: Wanted,
    output: str | None,
    start: str | None,
    until: str | None,
    everything: bool,
    color: str | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Show which meetings and deadlines come next, and which are overdue.

    SETS are clause files and folders, the project's folder where none is named; of each agreement the newest revision
    counts. A meeting is due one interval after the last that was held. What is only proposed, or of an agreement that
    has ended, is not due.
    """
    settings = settings_in_force(color=color)
    today = datetime.now(UTC).date().isoformat()
    result = agenda_of(sets, settings, start or today, until, is_today=start is None)
    if verbose and not quiet:
        say(f"{counted(len(result.items), 'item')} of {counted(result.agreements, 'agreement')}")
    write_results("agenda", result, wanted, output, terminal_options(settings.color, all=everything))
