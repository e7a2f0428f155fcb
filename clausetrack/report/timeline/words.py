"""What every picture of a timeline says in the same words: rows worth telling, causes, marks, force."""

from __future__ import annotations

from typing import Final

from clausetrack.model.change import Change, Row
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import Event
from clausetrack.model.scales import FORCE
from clausetrack.model.timeline import ORDERS, Node, Stage, Thread, Timeline
from clausetrack.report import rows
from clausetrack.report.timeline import labels

_NAMED: Final = frozenset({"heading-changed", "clause-split", "clauses-merged"})
"""Rules whose changes the name of a row already shows."""

_BEGINNING: Final = 40
"""Characters of a text that stand for a heading."""

MANY: Final = 9
"""Revisions from which on they are numbered: one digit does not tell more apart."""

_EXCERPT: Final = 120
"""Characters of a text that say what it is about."""


def said(row: Row, *, everything: bool = False) -> str:
    """Say in a line what changed in a row: the messages of its changes, or what a clause is that came or went."""
    if row.match.relation in {"added", "removed"}:
        # Of a provision nothing is known but its words.
        about = rows.describe(row.clause)
        return about if about != "provision" else _excerpt(row.clause.text)
    found = [message for message, _ in messages(row, everything=everything)]
    if row.became == "returned" and not found:
        found = ["in other words" if row.edits else "as it was"]
    return "; ".join(dict.fromkeys(found))


def messages(row: Row, *, everything: bool) -> list[tuple[str, str]]:
    """Give what changed in a row, message by message with its rule; with the cause where it is not that of the row."""
    whole = labels.cause(row)
    found = []
    for change in changes(row, everything=everything):
        is_apart = change.cause != whole and change.rule != "source-discrepancy"
        found.append((change.message + (f" ({labels.CAUSES[change.cause]})" if is_apart else ""), change.rule))
    if row.became == "renamed" and rows.ids(row.match.old) != rows.ids(row.match.new):
        found.append(("another id" if whole == "coding" else "another id (the coding changed)", "coding-changed"))
    return found


def why(row: Row) -> str:
    """Say the cause of a row in brackets; empty where the agreement changed, which needs no saying."""
    found = labels.cause(row)
    return "" if found in {"text", "unknown"} else f" ({labels.CAUSES[found]})"


def changes(row: Row, *, everything: bool) -> list[Change]:
    """Give the changes of a row that are worth a line beside its name."""
    found = rows.shown_changes(row, everything=everything)
    return [change for change in found if everything or change.rule not in _NAMED]


def row_name(row: Row, *, is_coded: bool) -> str:
    """Name a row: by ids, which the user gave, or in a document by headings, since its ids were drafted from them."""
    if is_coded:
        return rows.name(row)
    names = [", ".join(map(title, side)) for side in (row.match.old, row.match.new) if side]
    return " → ".join(dict.fromkeys(names))


def clause_name(thread: Thread, timeline: Timeline) -> str:
    """Name a thread by the id of its clause as it was last, or in a document by its number and heading.

    The number of one that is gone stands in brackets.
    """
    clause = thread.clause
    stage = next(node.stage for node in reversed(thread.nodes) if node.clause is not None)
    if timeline.stages[stage].is_coded:
        return clause.id
    if not clause.number:
        return title(clause)
    # The number of a clause that is gone may be another's by now.
    number = clause.number if thread.nodes[-1].clause is not None else f"({clause.number})"
    return f"{number} {title(clause)}"


def _excerpt(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _EXCERPT else words[:_EXCERPT].rpartition(" ")[0] + " …"


def title(clause: Clause) -> str:
    """Give the heading of a clause, or the beginning of its text in quotation marks where it has none."""
    if clause.heading:
        return clause.heading
    text = " ".join(clause.text.split())
    start = text[:_BEGINNING]
    return f"“{text}”" if text == start else f"“{start.rpartition(' ')[0] or start} …”"


def force(node: Node) -> str:
    """Say how strongly a clause holds: its force, or how many of its norms hold how strongly; empty where unknown."""
    if node.force:
        return node.force
    counted = [(count, word) for count, word in zip(node.norms, FORCE, strict=False) if count]
    return ", ".join(f"{count} {word}" for count, word in reversed(counted))


def span(timeline: Timeline) -> str:
    """Say how many revisions there are, from when to when, and how they were ordered."""
    stages = timeline.stages
    number = len(stages)
    noun = "commit" if timeline.order == "commits" else "revision"
    known = [stage.date or stage.name for stage in stages]
    ends = known[0] if known[0] == known[-1] else f"{known[0]} to {known[-1]}"
    return f"{number} {noun}{'s' if number != 1 else ''}, {ends}, {ORDERS[timeline.order]}"


def clauses(stage: Stage) -> str:
    """Say how many clauses a revision has."""
    number = len(stage.clause_set.clauses)
    return f"{number} clause{'s' if number != 1 else ''}"


def stage_name(stage: Stage) -> str:
    """Name a revision; a commit with its date, since its id alone says nothing."""
    return f"{stage.name} {stage.date}" if stage.commit is not None and stage.date else stage.name


def dated(stage: Stage) -> str:
    """Say the date that a revision bears, or has by its name; empty where it is called by that."""
    own = stage.clause_set.revision.as_of
    if own:
        return f"dated {own}" if own not in {stage.name, stage.date} or stage.date != stage.name else ""
    return f"{stage.date} by its name" if stage.date and stage.date not in stage.name else ""


def facts(timeline: Timeline, at: int) -> list[str]:
    """Say what is known of a revision: its number where there are many, its clauses or its commit, and its date."""
    stage = timeline.stages[at]
    known = [f"no. {at + 1}"] if len(timeline.stages) > MANY else []
    if stage.commit is not None:
        return [*known, stage.commit.date, stage.commit.author, f"“{stage.commit.subject}”"]
    base = stage.before
    apart = f"compared with {timeline.stages[base].name}" if base is not None and base != at - 1 else ""
    return [*known, *filter(None, (clauses(stage), dated(stage), apart))]


def happening(event: Event) -> str:
    """Say what happened, when, to which clauses, and where."""
    named = f" ({', '.join(event.clauses)})" if event.clauses else ""
    return f"{event.date} {event.type}{named}" + (f", {event.place}" if event.place else "")


def deletion(stage: Stage) -> str:
    """Say which commit deleted the file after a revision; empty where none did."""
    commit = stage.deleted
    return f"{commit.id[:8]} {commit.date}, {commit.author}, “{commit.subject}”: the file is deleted" if commit else ""
