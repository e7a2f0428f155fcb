"""``clausetrack resolve``."""

from __future__ import annotations

import sys
from typing import Final

import click

from clausetrack.app.resolve import BOTH, Pending, choice, choices, decide, decide_all, editable, edited, pending
from clausetrack.cli.exits import FOUND, OK, say, tell
from clausetrack.cli.options import common_options, example, settings_in_force
from clausetrack.cli.output import terminal_options
from clausetrack.diff.merge.entries import Favour
from clausetrack.errors import ClausetrackError
from clausetrack.model.merge import Conflict
from clausetrack.report.conflicts.text import drawn
from clausetrack.report.registry import Options

_KEYS: Final = {"o": "ours", "t": "theirs", "b": BOTH, "e": "edit", "s": "skip", "q": "quit"}


@click.command("resolve", epilog=example("clausetrack resolve --favour ours clause_specs/eu-jp-sdp/2025-07-23.yaml"))
@click.argument("file", type=click.Path())
@click.option("--favour", type=click.Choice(["ours", "theirs"]), help="Decide all conflicts for one side, unasked.")
@common_options
def command(*, file: str, favour: Favour, color: str | None, quiet: bool, verbose: bool) -> int:
    """Decide the conflicts that a merge left in FILE, one by one.

    Each is shown with what the base had and what either side made of it. The file is written after every decision, so
    that nothing is lost by stopping in between. The exit status is 1 while conflicts are left.
    """
    settings = settings_in_force(color=color)
    if favour:
        number = decide_all(file, favour, settings.max_bytes)
        if not quiet:
            click.echo(f"{number} {_noun(number)} decided for {favour}")
        return OK
    found = pending(file, settings.max_bytes)
    if not found.conflicts and not quiet:
        click.echo("no conflict")
    left = ask_all(found, terminal_options(settings.color))
    if (left or verbose) and not quiet:
        say(f"{left} {_noun(left)} left")
    return FOUND if left else OK


def ask_all(found: Pending, options: Options) -> int:
    """Go through the conflicts, and give how many are left."""
    total = len(found.conflicts)
    skipped = 0
    while skipped < len(found.conflicts):
        conflict = found.conflicts[skipped]
        number = total - len(found.conflicts) + skipped + 1
        click.echo("\n".join([f"{number} of {total}", *drawn(conflict, options)]))
        answer = _answer(conflict)
        if answer == "quit":
            break
        done = None if answer == "skip" else _decided(found, conflict, answer)
        skipped += done is None
        found = done or found
    return len(found.conflicts)


def _decided(found: Pending, conflict: Conflict, answer: str) -> Pending | None:
    """Decide a conflict; None where the editor was left without a usable value, so that it is skipped."""
    if answer != "edit":
        return decide(found, conflict, choice(conflict, answer))
    text = click.edit(editable(conflict), extension=".yaml")
    if text is None:
        return None
    try:
        return decide(found, conflict, edited(conflict, text))
    except ClausetrackError as error:
        tell(error)
        return None


def _answer(conflict: Conflict) -> str:
    names = [*choices(conflict), *(("edit",) if conflict.kind != "place" else ()), "skip", "quit"]
    shown = ", ".join(f"[{name[0]}]{name[1:]}" for name in names)
    known = {key: name for key, name in _KEYS.items() if name in names}
    known |= {name: name for name in names}
    while True:
        try:
            said = str(click.prompt(shown, prompt_suffix=": ", show_default=False)).strip().lower()
        except click.Abort:
            # The end of the input, or an interrupt: what was decided is written.
            click.echo()
            return "quit"
        if not sys.stdin.isatty():
            click.echo(said)  # what is piped in is not seen otherwise
        if said in known:
            return known[said]


def _noun(number: int) -> str:
    return "conflict" if number == 1 else "conflicts"
