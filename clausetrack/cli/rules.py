"""``clausetrack rules``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click

from clausetrack.app.rule_pages import change_rules, lint_rules, rule_page
from clausetrack.cli.options import common_options, completions, example, settings_in_force
from clausetrack.cli.output import terminal_options, write
from clausetrack.model.finding import RuleInfo
from clausetrack.report.folding import fold
from clausetrack.report.registry import Options
from clausetrack.report.style import paint

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_MARGIN: Final = "      "


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    del ctx, param
    return completions([*lint_rules(), *change_rules()], incomplete)


@click.command("rules", epilog=example("clausetrack rules", "clausetrack rules dangling-reference"))
@click.argument("name", required=False, metavar="[ID]", shell_complete=_complete)
@common_options
def command(*, name: str | None, color: str | None, quiet: bool, verbose: bool) -> None:
    """List the rules, or show the page of the rule ID."""
    del quiet, verbose
    options = terminal_options(settings_in_force(color=color).color)
    if name is not None:
        write(rule_page(name), None)
        return
    lines = [
        paint("On clause files (validate)", "title", color=options.color),
        *_table(lint_rules(), options),
        "",
        paint("On changes (diff)", "title", color=options.color),
        *_table(change_rules(), options),
        "",
        "'clausetrack rules ID' shows a rule's page; severities are set in clausetrack.yaml.",
    ]
    write("\n".join(lines) + "\n", None)


def _table(rules: dict[str, RuleInfo], options: Options) -> Iterator[str]:
    for rule in rules.values():
        yield f"  {rule.id}  {paint(rule.severity, rule.severity, color=options.color)}"
        yield from fold(rule.summary, options.width, _MARGIN, _MARGIN)
