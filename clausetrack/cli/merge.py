"""``clausetrack merge``."""

from __future__ import annotations

import click

from clausetrack.app.merge import merge_specs
from clausetrack.clauseset.conflicts import said
from clausetrack.cli.exits import FOUND, OK, say
from clausetrack.cli.options import FormatType, Wanted, common_options, example, settings_in_force
from clausetrack.cli.output import terminal_options, write, write_results
from clausetrack.diff.merge.entries import Favour
from clausetrack.model.merge import Conflict

_OLD, _NEW = "clause_specs/eu-jp-sdp/2024-11-01.yaml", "clause_specs/eu-jp-sdp/2025-07-23.yaml"


@click.command("merge", epilog=example(f"clausetrack merge {_OLD} {_OLD} {_NEW} --output merged.yaml"))
@click.argument("base", type=click.Path())
@click.argument("ours", type=click.Path())
@click.argument("theirs", type=click.Path())
@click.option("--output", "-o", metavar="FILE", type=click.Path(), help="Write the merged file to FILE.")
@click.option("--favour", type=click.Choice(["ours", "theirs"]), help="Decide every conflict for one side.")
@click.option(
    "--format",
    "-f",
    "wanted",
    multiple=True,
    type=FormatType("conflicts"),
    metavar="FORMAT[=FILE]",
    help="Report the conflicts, as text or json, to FILE or to standard output.",
)
@common_options
def command(
    *,
    base: str,
    ours: str,
    theirs: str,
    output: str | None,
    favour: Favour,
    wanted: Wanted,
    color: str | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Merge two clause files that were made of one: by clause, by field, word by word.

    BASE, OURS and THEIRS are files, - for standard input, or REV:PATH as in git. The result goes to standard output or
    to FILE. Where both sides changed the same to something different, the file marks it and the exit status is 1.
    """
    settings = settings_in_force(color=color)
    if any(file is None for _, file in wanted) and not output:
        raise click.UsageError("the merged file goes to standard output; write it, or the report, to a FILE")
    merged = merge_specs((base, ours, theirs), into=output or "<stdout>", favour=favour, limit=settings.max_bytes)
    write(merged.text, output)
    if wanted:
        write_results("conflicts", merged, wanted, None, terminal_options(settings.color))
    elif not quiet:
        for conflict in merged.conflicts:
            say(_line(conflict))
    if verbose and not quiet:
        say(f"conflicts: {len(merged.conflicts)}")
    return OK if merged.is_clean else FOUND


def _line(conflict: Conflict) -> str:
    return f"{conflict.position}: conflict: {conflict.clause or conflict.what}: {said(conflict)}"
