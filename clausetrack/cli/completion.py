"""``clausetrack completion``."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from clausetrack.cli.exits import COMPLETE
from clausetrack.cli.options import example
from clausetrack.cli.output import write


@click.command("completion", epilog=example("clausetrack completion bash"))
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the script that completes commands, options and formats in SHELL.

    \b
    bash:  clausetrack completion bash > ~/.local/share/bash-completion/completions/clausetrack
    zsh:   clausetrack completion zsh > ~/.zfunc/_clausetrack
    fish:  clausetrack completion fish > ~/.config/fish/completions/clausetrack.fish
    """  # noqa: D301 - click keeps the lines of a paragraph that starts with this character
    from clausetrack.cli.main import group  # noqa: PLC0415 - the group imports its commands, not the other way round

    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101 - the choice above knows the shells
    write(_source(kind, group), None)


def _source(kind: type, group: click.Command) -> str:
    """Give click's script without its check of the shell's version, which would run the shell."""
    completer = kind(group, {}, "clausetrack", COMPLETE)
    source: str = completer.source_template % completer.source_vars()
    return source
