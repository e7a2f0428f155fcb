"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from clausetrack.app.settings import Settings, load_settings
from clausetrack.report.registry import formats

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

F = TypeVar("F", bound=Callable[..., Any])
TEMPLATE: Final = "clausetrack.template"
"""Under which the context of a command keeps the template that was asked for."""

Wanted = tuple[tuple[str, str | None], ...]
"""Formats that are asked for, each with the file that it goes to, if any."""


if TYPE_CHECKING:
    _ParamType = click.ParamType[Any]
else:
    _ParamType = click.ParamType  # has no parameter before click 8.4


class FormatType(_ParamType):
    """A format, or ``format=file`` for one that is written to a file."""

    name = "format"

    def __init__(self, kind: str) -> None:
        """Take the formats of a kind of result."""
        self.kind = kind

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str | None]:
        """Split the file off and check the format's name."""
        if isinstance(value, tuple):
            return value
        name, equals, file = value.partition("=")
        if name not in formats(self.kind):
            from clausetrack.errors import nearest  # noqa: PLC0415 - only a slip pays for it

            guess = nearest(name, formats(self.kind))
            hint = f"did you mean '{guess}'?" if guess else "one of " + ", ".join(formats(self.kind))
            self.fail(f"there is no format '{name}' here; {hint}", param, ctx)
        if equals and not file:
            self.fail(f"a file is missing behind '{value}'", param, ctx)
        return name, file or None

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Complete the names of the formats."""
        del ctx, param
        return completions(formats(self.kind), incomplete)


def completions(names: Iterable[str], incomplete: str) -> list[CompletionItem]:
    """Give the names that a shell may complete a word to."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only a shell that completes pays for it

    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def format_option(kind: str) -> Callable[[F], F]:
    """Add ``--format`` (repeatable), ``--output`` and ``--template`` for a kind of result."""

    def add(function: F) -> F:
        names = ", ".join(formats(kind))
        function = click.option(
            "--template",
            metavar="FILE",
            type=click.Path(),
            expose_value=False,
            callback=_keep_template,
            help="Fill this template (jinja2, sandboxed) with what --format json has.",
        )(function)
        function = click.option(
            "--output", "-o", metavar="FILE", type=click.Path(), help="Write to FILE, whole or not at all."
        )(function)
        return click.option(
            "--format",
            "-f",
            "wanted",
            multiple=True,
            type=FormatType(kind),
            metavar="FORMAT[=FILE]",
            help=f"{names}. Give it several times, with files, for several outputs in one run.",
        )(function)

    return add


def _keep_template(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    """Keep the name of the template for `write_results`, which every command with formats calls."""
    del param
    if value is not None:
        ctx.meta[TEMPLATE] = value


def common_options(function: F) -> F:
    """Add ``--color``, ``--quiet`` and ``--verbose``."""
    function = click.option(
        "--color", type=click.Choice(["auto", "always", "never"]), help="When to colour output (default: auto)."
    )(function)
    function = click.option("--verbose", "-v", is_flag=True, help="Say more about what is done, on standard error.")(
        function
    )
    return click.option("--quiet", "-q", is_flag=True, help="No progress and no notices.")(function)


def example(*lines: str) -> str:
    """Give the epilogue of a help text that shows examples; a test runs each of them."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


def settings_in_force(**flags: Any) -> Settings:
    """Give the settings for the working directory, with what was given as flags."""
    return load_settings(os.getcwd(), os.environ, flags)  # noqa: PTH109 - a string is what the layer below takes
