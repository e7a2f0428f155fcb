"""``clausetrack schema``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from clausetrack.app.schemas import listing, names, schema_or_vocabulary
from clausetrack.cli.options import completions, example
from clausetrack.cli.output import write

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    del ctx, param
    return completions(names(), incomplete)


@click.command("schema", epilog=example("clausetrack schema clause-set"))
@click.argument("name", required=False, metavar="[NAME]", shell_complete=_complete)
def command(name: str | None) -> None:
    """Print a JSON Schema: of the clause file, the project file, or a JSON output.

    Without NAME, list what there is. The name `domains` prints the domain vocabulary.
    """
    write(schema_or_vocabulary(name) if name else listing(), None)
