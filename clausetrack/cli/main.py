"""The entry point: a group of commands, each imported only when it is called."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NoReturn

import click

from clausetrack import __version__
from clausetrack.cli.exits import run

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS: Final = {
    "agenda": "The meetings and deadlines that come next.",
    "corpus": "Index very many agreements, and ask across them.",
    "compare": "Many agreements side by side: who has what, how strong.",
    "blame": "Which revision last changed each clause.",
    "draft": "Draft a clause set from a document.",
    "diff": "What changed between two revisions, in words and in substance.",
    "feed": "An Atom feed of an agreement's changes.",
    "fmt": "Write clause files in canonical form.",
    "git": "Let git compare and merge clause files by clause.",
    "init": "Start a project: settings, an example, CI snippets.",
    "log": "The revisions of an agreement, and what each changed.",
    "merge": "Merge two clause files that were made of one.",
    "patch": "Apply a diff saved as JSON to a clause set.",
    "resolve": "Decide the conflicts that a merge left in a file.",
    "rules": "List the rules, or show one rule's page.",
    "schema": "Print the JSON Schemas, or the domain vocabulary.",
    "show": "Show the clauses of a set as a table.",
    "source": "Fingerprint a source; check evidence against it.",
    "validate": "Check clause files: syntax, schema, rules and evidence.",
    "completion": "Print the script that completes commands in a shell.",
}
"""Each command and its line in the help, so that the help need not import them. A test holds them to the commands."""

CONTEXT: Final = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class LazyGroup(click.Group):
    """A group that knows the names of its commands and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the commands in alphabetical order."""
        del ctx
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; None where there is none of the name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"clausetrack.cli.{cmd_name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Find the command; a misspelt name is told with what was meant."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from clausetrack.errors import nearest  # noqa: PLC0415 - only a slip pays for it

            guess = nearest(args[0], COMMANDS)
            hint = f" Did you mean '{guess}'?" if guess else ""
            raise click.UsageError(f"There is no command '{args[0]}'.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete commands from the table, without importing them, and options."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - only a shell that completes pays for it

        commands = [CompletionItem(name, help=text) for name, text in sorted(COMMANDS.items())]
        options = click.Command.shell_complete(self, ctx, incomplete)
        return [item for item in commands if item.value.startswith(incomplete)] + options

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings=CONTEXT, invoke_without_command=True)
@click.version_option(__version__, "--version", prog_name="clausetrack", message="%(prog)s %(version)s")
@click.option("--show-settings", is_flag=True, help="Print the settings in force, and where each comes from.")
@click.pass_context
def group(ctx: click.Context, show_settings: bool) -> None:  # noqa: FBT001 - click passes flags so
    """Say what changed between agreements in substance, and check the files that encode them.

    \b
    Example:
      clausetrack diff clause_specs/eu-jp-sdp/2024-11-01.yaml clause_specs/eu-jp-sdp/2025-07-23.yaml
    """  # noqa: D301 - click keeps the lines of a paragraph that starts with this character
    if show_settings:
        import_module("clausetrack.cli.settings").show()
        ctx.exit()
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main() -> NoReturn:
    """Run the command line and exit with its status."""
    sys.exit(run(lambda: group.main(prog_name="clausetrack", standalone_mode=False)))
