"""``clausetrack corpus``: build an index of many agreements, and ask it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from clausetrack.cli.exits import FOUND, OK, say, tell
from clausetrack.cli.options import Wanted, example, format_option, settings_in_force
from clausetrack.cli.output import terminal_options, write_results
from clausetrack.cli.progress import progress_bar
from clausetrack.report.holdings import capped_buckets
from clausetrack.report.resemblance.remarks import remarks

if TYPE_CHECKING:
    from clausetrack.app.settings import Settings
    from clausetrack.model.corpus import Contents, Families, Hits, Resemblance, Similar

# Each command imports its use case itself: numpy and Arrow take a fifth of a second, and come with an extra.

F = TypeVar("F", bound=Callable[..., Any])

_BUILD = "clausetrack corpus build clause_specs --index corpus"
_TABLES: Final = frozenset({"csv", "parquet"})
"""Formats that have no place for a remark."""

_LOWEST_LEAST: Final = 0.5
"""`clausetrack.corpus.links.LEAST`, which would bring numpy along: below it, pairs that share so much are missed."""


def _index_option(function: F) -> F:
    return click.option(
        "--index", required=True, metavar="PATH", type=click.Path(), help="The folder of the index (required)."
    )(function)


def _limit_option(default: int, what: str) -> Callable[[F], F]:
    return click.option(
        "--limit", type=click.IntRange(1), default=default, show_default=True, help=f"Show so many {what} at most."
    )


def _linking_options(function: F) -> F:
    """Add what `families_of` and `resemblance_of` take alike."""
    verbose = click.option("--verbose", "-v", is_flag=True, help="Let Spark say what it does, on standard error.")
    master = click.option("--master", metavar="URL", help="Where Spark runs: spark://host:7077, or local[2].")
    engine = click.option(
        "--engine", "engine_name", default="duckdb", show_default=True, help="What computes: duckdb or spark."
    )
    least = click.option(
        "--least",
        type=click.FloatRange(_LOWEST_LEAST, 1),
        default=_LOWEST_LEAST,
        show_default=True,
        help="Two clauses are the same where they share so much of their wording.",
    )
    return least(engine(master(verbose(function))))


def _question(kind: str, notes: Callable[[Any], Iterable[str]] = lambda _: ()) -> Callable[[F], Callable[..., None]]:
    """Let a function that gives a result answer a question: add formats and colours, and write what it gives.

    ``notes`` gives remarks on the result, for standard error where a format has no place for them.
    """

    def add(function: F) -> Callable[..., None]:
        @format_option(kind)
        @click.option(
            "--color", type=click.Choice(["auto", "always", "never"]), help="When to colour output (default: auto)."
        )
        @wraps(function)
        def answer(*, wanted: Wanted, output: str | None, color: str | None, **asked: Any) -> None:
            settings = settings_in_force(color=color)
            result = function(settings=settings, **asked)
            for note in notes(result) if _TABLES.intersection(name for name, _ in wanted) else ():
                say(note)
            write_results(kind, result, wanted, output, terminal_options(settings.color))

        return answer

    return add


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
    from clausetrack.app.corpus.build import build as build_index  # noqa: PLC0415 - see above

    settings = settings_in_force()
    with progress_bar("reading", quiet=quiet) as progress:
        result = build_index(inputs, index, settings, progress)
    for error in result.unreadable:
        tell(error)
    write_results("built", result, wanted, output, terminal_options(settings.color))
    return FOUND if result.unreadable else OK


@command.command("stats", epilog=example(_BUILD, "clausetrack corpus stats --index corpus"))
@_index_option
@_question("contents")
def stats(*, index: str, settings: Settings) -> Contents:
    """Say what an index holds."""
    from clausetrack.app.corpus.questions import contents_of  # noqa: PLC0415 - see above

    del settings
    return contents_of(index)


@command.command(
    "similar",
    epilog=example(
        _BUILD,
        "clausetrack corpus similar 'The parties will hold joint exercises.' --index corpus",
        "clausetrack corpus similar clause_specs/eu-jp-sdp/2025-07-23.yaml#cyber-issues --index corpus --limit 3",
    ),
)
@click.argument("what", metavar="TEXT|NAME[#CLAUSE]")
@_index_option
@_limit_option(10, "neighbours of each clause")
@_question("similar")
def similar(*, what: str, index: str, limit: int, settings: Settings) -> Similar:
    """Find the clauses that are nearest to one: exact, near by their wording, related by their words.

    NAME is a document of the index, as other commands print it, or else a clause set or a document on disk; every
    clause of it is asked about, or the one behind #. A text is several words in quotes, or - for standard input.
    """
    from clausetrack.app.corpus.questions import similar_to  # noqa: PLC0415 - see above

    return similar_to(what, index, settings, limit=limit)


@command.command("families", epilog=example(_BUILD, "clausetrack corpus families --index corpus --limit 5"))
@_index_option
@_limit_option(20, "families")
@_linking_options
@_question("families", capped_buckets)
def families(*, index: str, limit: int, settings: Settings, **linking: Any) -> Families:
    """Find clauses that are the same in several agreements: the commonest wording, and who departs from it."""
    from clausetrack.app.corpus.questions import Linking, families_of  # noqa: PLC0415 - see above

    del settings
    return families_of(index, Linking(**linking), limit=limit)


@command.command("matrix", epilog=example(_BUILD, "clausetrack corpus matrix --index corpus --format csv"))
@_index_option
@click.option(
    "--lowest",
    type=click.FloatRange(0, 1),
    default=0.1,
    show_default=True,
    help="Leave out pairs that share less of their clauses.",
)
@_linking_options
@_question("resemblance", remarks)
def matrix(*, index: str, lowest: float, settings: Settings, **linking: Any) -> Resemblance:
    """Say how alike agreements are: the share of their clauses that both have, and that both have word for word."""
    from clausetrack.app.corpus.questions import Linking, resemblance_of  # noqa: PLC0415 - see above

    del settings
    return resemblance_of(index, Linking(**linking), lowest=lowest)


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
    help="Only clauses with, say, kind=dialogue, force>=commit, actor=JP, text~cyber, agreement=ID or language=en; "
    "all conditions must hold.",
)
@_limit_option(20, "clauses")
@_question("hits")
def search(*, words: tuple[str, ...], index: str, where: tuple[str, ...], limit: int, settings: Settings) -> Hits:
    """Find the clauses that have all words, the best first."""
    from clausetrack.app.corpus.questions import search as search_index  # noqa: PLC0415 - see above

    del settings
    return search_index(words, where, index, limit=limit)
