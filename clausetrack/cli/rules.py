"""``clausetrack rules``."""

from __future__ import annotations

import click

from clausetrack.app.rule_pages import lint_rules, rule_page
from clausetrack.cli.options import common_options, example
from clausetrack.cli.output import terminal_options, write
from clausetrack.report.style import paint


@click.command("rules", epilog=example("clausetrack rules dangling-reference"))
@click.argument("name", required=False, metavar="[ID]")
@common_options
def command(name: str | None, color: str | None, quiet: bool, verbose: bool) -> None:  # noqa: FBT001 - click passes flags so
    """List the rules, or show the page of the rule ID."""
    del quiet, verbose
    options = terminal_options(color or "auto")
    if name is not None:
        write(rule_page(name), None)
        return
    rules = lint_rules().values()
    width = max(len(rule.id) for rule in rules)
    lines = [
        f"{rule.id:{width}}  {paint(f'{rule.severity:7}', rule.severity, color=options.color)}  {rule.summary}"
        for rule in rules
    ]
    write("\n".join(lines) + "\n", None)
