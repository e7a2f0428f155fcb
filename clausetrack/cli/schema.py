"""``clausetrack schema``."""

from __future__ import annotations

import click

from clausetrack.app.schemas import listing, schema_or_vocabulary
from clausetrack.cli.options import example
from clausetrack.cli.output import write


@click.command("schema", epilog=example("clausetrack schema clause-set"))
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """Print a JSON Schema: of the clause file, the project file, or a JSON output.

    Without NAME, list what there is. The name `domains` prints the domain vocabulary.
    """
    write(schema_or_vocabulary(name) if name else listing(), None)
