"""What every picture of a timeline says in the same words: rows worth telling, causes, marks, force."""

from __future__ import annotations

from collections import Counter
from typing import Final, Literal

from clausetrack.model.change import Change, Diff, Row
from clausetrack.model.clause import Clause
from clausetrack.model.scales import FORCE
from clausetrack.model.timeline import ORDERS, Node, Stage, Thread, Timeline
from clausetrack.report import rows

Cause = Literal["text", "event", "coding"]
CAUSES: Final[dict[Cause, str]] = {
    "text": "the agreement changed",
    "event": "something happened",
    "coding": "the coding changed",
}
"""What a change goes back to, in words."""

_NAMED: Final = frozenset({"heading-changed", "clause-split", "clauses-merged"})
"""Rules whose changes the name of a row already shows."""

_BEGINNING: Final = 40
"""Characters of a text that stand for a heading."""

_EXCERPT: Final = 120
"""Characters of a text that say what it is about."""

_LINKS: Final = {"added": "added", "gone": "removed", "joined": "merged", "split": "split", "merged": "merged"}


def cause(row: Row) -> Cause:
    """Say what a row goes back to: the words, where they changed at all; else an event; else the coding."""
    found = {change.cause for change in rows.telling(row)}
    if "text" in found or not found:
        return "text"
    return "event" if "event" in found else "coding"


def news(diff: Diff) -> list[Row]:
    """Give the rows of a comparison that are worth telling, the weightiest first."""
    return rows.ordered(row for row in diff.rows if rows.is_news(row))


def coded(diff: Diff) -> list[Row]:
    """Give the rows in which the coding changed and nothing else."""
    return [row for row in diff.rows if rows.is_noise(row) and cause(row) == "coding"]


def mark(node: Node) -> str:
    """Name what became of a clause at a stage, a key of `rows.SIGNS`, or "returned"; empty where it stands."""
    if node.link in {"first", "same"}:
        return ""
    if node.link == "returned":
        return "returned"
    if node.row is None:
        return _LINKS.get(node.link, "")
    if node.link in {"gone", "joined"}:
        return _LINKS[node.link]
    return "" if rows.is_noise(node.row) else rows.label(node.row) if node.row.changes or node.row.edits else ""


def said(row: Row, *, everything: bool = False) -> str:
    """Say in a line what changed in a row: the messages of its changes, or what a clause is that came or went."""
    if row.match.relation in {"added", "removed"}:
        # Of a provision nothing is known but its words.
        about = rows.describe(row.clause)
        return about if about != "provision" else _excerpt(row.clause.text)
    return "; ".join(dict.fromkeys(change.message for change in changes(row, everything=everything)))


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
    """Name a thread by the id of its clause as it was last, or in a document by its number and heading."""
    clause = thread.clause
    stage = next(node.stage for node in reversed(thread.nodes) if node.clause is not None)
    if timeline.stages[stage].is_coded:
        return clause.id
    return f"{clause.number} {title(clause)}" if clause.number else title(clause)


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


def dated(stage: Stage) -> str:
    """Say the date that a revision bears where it is not the one that it is called by; empty where it is."""
    own = stage.clause_set.revision.as_of
    return f"dated {own}" if own and own not in {stage.name, stage.date} else ""


def caveats(timeline: Timeline) -> list[str]:
    """Say what a reader must know before believing that something came, went or changed."""
    alone = len(timeline.stages) == 1
    notes = ["this is the only revision, so there is nothing to compare"] if alone else []
    partial = sum(stage.clause_set.revision.completeness == "partial" for stage in timeline.stages)
    if partial:
        which = "all revisions are" if partial == len(timeline.stages) else f"{partial} of the revisions {_be(partial)}"
        notes.append(f"{which} partial: what is not seen there is unknown, not absent")
    drafted = sum(not stage.is_coded for stage in timeline.stages)
    if drafted:
        which = "the revisions are" if drafted == len(timeline.stages) else f"{drafted} of the revisions {_be(drafted)}"
        noun = "a document" if drafted == 1 != len(timeline.stages) else "documents"
        notes.append(f"{which} {noun}: only the words are compared")
    if any(stage.diff is not None and stage.diff.exhausted for stage in timeline.stages):
        notes.append("the search for counterparts was cut short by its budget; some may have been missed")
    return notes


def _be(number: int) -> str:
    return "is" if number == 1 else "are"


def totals(diff: Diff) -> Counter[str]:
    """Count the rows of a comparison that are worth telling, by label."""
    return Counter(rows.label(row) for row in diff.rows if rows.is_news(row))
