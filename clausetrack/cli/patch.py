"""``clausetrack patch``."""

from __future__ import annotations

import click

from clausetrack.app.patch import patch_set
from clausetrack.cli.options import example
from clausetrack.cli.output import write


@click.command(
    "patch",
    epilog=example(
        "clausetrack diff clause_specs/eu-jp-sdp/2024-11-01.yaml clause_specs/eu-jp-sdp/2025-07-23.yaml -f json=c.json",
        "clausetrack patch clause_specs/eu-jp-sdp/2024-11-01.yaml c.json",
    ),
)
@click.argument("clause_set", metavar="SET", type=click.Path())
@click.argument("diff", type=click.Path())
@click.option("--reverse", is_flag=True, help="Take the diff back: SET is the new side.")
@click.option("--output", "-o", metavar="FILE", type=click.Path(), help="Write to FILE, whole or not at all.")
def command(*, clause_set: str, diff: str, reverse: bool, output: str | None) -> None:
    """Apply DIFF, saved by `diff --format json`, to SET, and print the result.

    Every change must find what it expects; else nothing is written and the message says what does not fit.
    """
    write(patch_set(clause_set, diff, backwards=reverse), output)
