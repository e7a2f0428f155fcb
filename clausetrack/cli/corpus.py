"""``clausetrack corpus``: build an index of many agreements, and ask it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from clausetrack.cli.exits import FOUND, OK, say, tell
from clausetrack.cli.options import Wanted, example, format_option, settings_in_force
from clausetrack.cli.output import terminal_options, write_results
from clausetrack.cli.progress import progress_bar

# Each command imports its use case itself: numpy and Arrow take a fifth of a second, and come with an extra.

F = TypeVar("F", bound=Callable[..., Any])

_BUILD = "clausetrack corpus build clause_specs --index corpus"
_SHARE = click.FloatRange(0, 1)


def _index_option(function: F) -> F:
    return click.option(
        "--index", required=True, metavar="PATH", type=click.Path(), help="The folder of the index (required)."
    )(function)


def _limit_option(default: int, what: str) -> Callable[[F], F]:
    return click.option(
        "--limit", type=click.IntRange(1), default=default, show_default=True, help=f"Show so many {what} at most."
    )


def _engine_options(function: F) -> F:
    function = click.option("--master", metavar="URL", help="Where Spark runs: spark://host:7077, or local[2].")(
        function
    )
    function = click.option(
        "--engine", "engine_name", default="duckdb", show_default=True, help="What computes: duckdb or spark."
    )(function)
    return click.option(
        "--least",
        type=_SHARE,
        default=0.5,
        show_default=True,
        help="Two clauses are the same where they share so much of their wording.",
    )(function)


def _color_option(function: F) -> F:
    return click.option(
        "--color", type=click.Choice(["auto", "always", "never"]), help="When to colour output (default: auto)."
    )(function)


@click.group("corpus", epilog=example(_BUILD))
def command() -> None:
    """Index very many agreements, and ask which clauses are the same, near, or missing."""


@command.command("build", epilog=example(_BUILD))
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…", type=click.Path())
@_index_option
@format_option("built")
@click.option("--quiet", "-q", is_flag=True, help="No progress and no notices.")
def build(*, inputs: tuple[str, ...], index: str, wanted: Wanted, output: str | None, quiet: bool) -> int:
    """Add clause sets and documents to an index, or make one.

    INPUT is a folder, a file, a zip archive, or a .jsonl file with {"id", "title", "text"} or {"id", "title",
    "clauses"} on every line. What is indexed already is not read again; a build that was stopped goes on where it was.
    What cannot be read is named on standard error, does not stop the rest, and makes the exit status 1.
    """
    from clausetrack.app.corpus_build import build as build_index  # noqa: PLC0415 - see above

    settings = settings_in_force()
    with progress_bar("reading", quiet=quiet) as progress:
        result = build_index(inputs, index, settings, progress)
    for error in result.unreadable:
        tell(error)
    write_results("built", result, wanted, output, terminal_options(settings.color))
    return FOUND if result.unreadable else OK


@command.command("stats", epilog=example(_BUILD, "clausetrack corpus stats --index corpus"))
@_index_option
@format_option("contents")
@_color_option
def stats(*, index: str, wanted: Wanted, output: str | None, color: str | None) -> None:
    """Say what an index holds."""
    from clausetrack.app.corpus import contents_of  # noqa: PLC0415 - see above

    settings = settings_in_force(color=color)
    write_results("contents", contents_of(index), wanted, output, terminal_options(settings.color))


@command.command(
    "similar",
    epilog=example(
        _BUILD,
        "clausetrack corpus similar 'The parties will hold joint exercises.' --index corpus",
        "clausetrack corpus similar clause_specs/eu-jp-sdp/2025-07-23.yaml --index corpus --limit 3",
    ),
)
@click.argument("what", metavar="TEXT|FILE[#CLAUSE]")
@_index_option
@_limit_option(10, "neighbours of each clause")
@format_option("similar")
@_color_option
def similar(*, what: str, index: str, limit: int, wanted: Wanted, output: str | None, color: str | None) -> None:
    """Find the clauses that are nearest to one: exact, near by their wording, related by their words.

    FILE is a clause set or a document, of which every clause is asked about, or the one behind #.
    """
    from clausetrack.app.corpus import similar_to  # noqa: PLC0415 - see above

    settings = settings_in_force(color=color)
    result = similar_to(what, index, settings, limit=limit)
    write_results("similar", result, wanted, output, terminal_options(settings.color))


@command.command("families", epilog=example(_BUILD, "clausetrack corpus families --index corpus --limit 5"))
@_index_option
@_limit_option(20, "families")
@_engine_options
@format_option("families")
@_color_option
def families(
    *,
    index: str,
    limit: int,
    least: float,
    engine_name: str,
    master: str | None,
    wanted: Wanted,
    output: str | None,
    color: str | None,
) -> None:
    """Find clauses that are the same in several agreements: the commonest wording, and who departs from it."""
    from clausetrack.app.corpus import families_of  # noqa: PLC0415 - see above

    settings = settings_in_force(color=color)
    result = families_of(index, least=least, limit=limit, engine_name=engine_name, master=master)
    if result.capped:
        say(
            f"{result.capped} buckets were too large to compare every pair in (the largest holds {result.largest:,} "
            "wordings); their families hang together through neighbours"
        )
    write_results("families", result, wanted, output, terminal_options(settings.color))


@command.command("matrix", epilog=example(_BUILD, "clausetrack corpus matrix --index corpus --format csv"))
@_index_option
@click.option(
    "--lowest", type=_SHARE, default=0.1, show_default=True, help="Leave out pairs that share less of their clauses."
)
@_engine_options
@format_option("resemblance")
@_color_option
def matrix(
    *,
    index: str,
    lowest: float,
    least: float,
    engine_name: str,
    master: str | None,
    wanted: Wanted,
    output: str | None,
    color: str | None,
) -> None:
    """Say how alike agreements are: the share of their clauses that both have."""
    from clausetrack.app.corpus import resemblance_of  # noqa: PLC0415 - see above

    settings = settings_in_force(color=color)
    result = resemblance_of(index, least=least, lowest=lowest, engine_name=engine_name, master=master)
    write_results("resemblance", result, wanted, output, terminal_options(settings.color))


@command.command(
    "search",
    epilog=example(
        _BUILD,
        "clausetrack corpus search joint exercises --index corpus",
        "clausetrack corpus search --where kind=dialogue --where 'level>=ministers' --index corpus",
    ),
)
@click.argument("words", nargs=-1, metavar="[WORD…]")
@_index_option
@click.option(
    "--where",
    multiple=True,
    metavar="CONDITION",
    help="Only clauses with, say, kind=dialogue, force>=commit, actor=JP or text~cyber; all conditions must hold.",
)
@_limit_option(20, "clauses")
@format_option("hits")
@_color_option
def search(
    *,
    words: tuple[str, ...],
    index: str,
    where: tuple[str, ...],
    limit: int,
    wanted: Wanted,
    output: str | None,
    color: str | None,
) -> None:
    """Find the clauses that have all words, the best first."""
    from clausetrack.app.corpus import search as search_index  # noqa: PLC0415 - see above

    settings = settings_in_force(color=color)
    result = search_index(words, where, index, limit=limit)
    write_results("hits", result, wanted, output, terminal_options(settings.color))
