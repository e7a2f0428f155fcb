"""The terminal's side of `draft --review`: a question for each doubtful field."""

from __future__ import annotations

from typing import Final

import click

from clausetrack.app.review import Step, accepted, corrected, steps
from clausetrack.cli.exits import say, tell
from clausetrack.cli.output import terminal_options
from clausetrack.errors import ClausetrackError
from clausetrack.model.clauseset import ClauseSet
from clausetrack.report.folding import fold
from clausetrack.report.style import paint
from clausetrack.report.visible import one_line

_KEYS: Final = {"a": "accept", "e": "edit", "s": "skip", "q": "quit"}
_EXCERPT: Final = 12
"""Lines of a clause that are shown: about what fits above the question on a small terminal."""


def review(clause_set: ClauseSet, color: str) -> ClauseSet:
    """Ask about every doubtful field and give the set with the answers; to quit or to interrupt keeps those given."""
    todo = list(steps(clause_set))
    if not todo:
        say("nothing is doubtful")
    for number, step in enumerate(todo, 1):
        _show(step, f"[{number}/{len(todo)}]", color)
        try:
            answer = _ask(clause_set, step)
        except click.Abort:
            say("")
            break
        if answer is None:
            break
        clause_set = answer
    return clause_set


def _ask(clause_set: ClauseSet, step: Step) -> ClauseSet | None:
    """Ask until the answer can be; None to quit."""
    while True:
        key = (
            click.prompt("(a)ccept, (e)dit, (s)kip, (q)uit", default="s", show_default=False, err=True).strip().lower()
        )
        if key[:1] == "q":
            return None
        if key[:1] == "a":
            return accepted(clause_set, step)
        if key[:1] == "s":
            return clause_set
        if key[:1] == "e":
            words = click.prompt(f"{step.field}", default=step.value, err=True)
            try:
                return corrected(clause_set, step, words)
            except ClausetrackError as error:
                tell(error)
        else:
            say(f"'{one_line(key)}' is none of " + ", ".join(_KEYS))


def _show(step: Step, count: str, color: str) -> None:
    options = terminal_options(color)
    clause = step.clause
    name = "  ".join(part for part in (clause.id, clause.number, clause.heading) if part)
    say("")
    say(f"{count} {paint(one_line(name), 'title', color=options.color)}")
    lines = fold(one_line(clause.text), options.width, "    ", "    ")
    for line in lines[:_EXCERPT]:
        say(line)
    if len(lines) > _EXCERPT:
        say("    …")
    for line in fold(
        f"{step.field}: {step.value or '(nothing)'} — {one_line(step.reason)}", options.width, "  ", "    "
    ):
        say(paint(line, "warning", color=options.color))
