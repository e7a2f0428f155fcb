"""The page on the commands, from their parameters: click words its help differently from version to version."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Final

import click

from clausetrack.cli.main import group
from tools.markdown import code, notice, table

PATH: Final = "docs/reference/commands.md"

_HEAD: Final = """# Commands

`clausetrack COMMAND --help` prints what stands here. Results go to standard output, and nothing else does;
notices and errors go to standard error. [Exit statuses](exit-statuses.md) are the same for all commands.
Every example on this page is run by a test.

"""


def pages() -> dict[str, str]:
    """Give the page by its path."""
    parts = [_section(name, command) for name, command in commands(group, "clausetrack")]
    return {PATH: notice("the commands in `clausetrack/cli/`") + _HEAD + "\n".join(parts)}


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """Give a command and all those below it, with the words that call them."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=name)
        for word in command.list_commands(context):
            below = command.get_command(context, word)
            if below is not None:
                yield from commands(below, f"{name} {word}")


def examples(command: click.Command) -> list[str]:
    """Give the commands that a help text shows as examples."""
    shown = f"{inspect.cleandoc(command.help or '')}\n\n{command.epilog or ''}"
    _, _, below = shown.partition("Example:\n")
    return [line.strip() for line in below.splitlines() if line.strip()]


def _section(name: str, command: click.Command) -> str:
    parts = [f"## {name}\n", _described(command), f"```text\n{_usage(name, command)}\n```\n"]
    options = [param for param in command.params if isinstance(param, click.Option)]
    if options:
        parts.append(table(["option", "what it does"], [[_names(each), each.help or ""] for each in options]))
    if shown := examples(command):
        parts.append("```sh\n" + "\n".join(shown) + "\n```\n")
    return "\n".join(parts)


def _described(command: click.Command) -> str:
    """Give the help as paragraphs; what click is told to leave alone is a block of its own."""
    text = inspect.cleandoc(command.help or "").partition("\b\nExample:")[0]
    paragraphs = [part.strip("\n") for part in text.split("\n\n") if part.strip()]
    return "".join(_paragraph(part) for part in paragraphs)


def _paragraph(text: str) -> str:
    if text.startswith("\b\n"):
        return f"```text\n{text[2:]}\n```\n"
    return " ".join(text.split()) + "\n\n"


def _usage(name: str, command: click.Command) -> str:
    arguments = [_argument(param) for param in command.params if isinstance(param, click.Argument)]
    below = ["COMMAND …"] if isinstance(command, click.Group) else []
    return " ".join([name, "[OPTIONS]", *arguments, *below])


def _argument(param: click.Argument) -> str:
    if param.metavar:
        return param.metavar
    kind = param.type
    word = "{" + "|".join(kind.choices) + "}" if isinstance(kind, click.Choice) else (param.name or "").upper()
    word = f"{word}…" if param.nargs == -1 else word
    return word if param.required else f"[{word}]"


def _names(option: click.Option) -> str:
    names = ", ".join(code(name) for name in sorted([*option.opts, *option.secondary_opts], key=len))
    if option.is_flag:
        return names
    kind = option.type
    word = "|".join(kind.choices) if isinstance(kind, click.Choice) else option.metavar or kind.name.upper()
    return f"{names} {code(word)}"
