"""What every picture of a clause's way says in the same words."""

from __future__ import annotations

from typing import Final

from clausetrack.language.edits import word_edits
from clausetrack.model.change import Row, WordEdit
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import Event
from clausetrack.model.timeline import Lineage, Link, Node
from clausetrack.report import rows
from clausetrack.report.timeline import labels, words

_PLAIN: Final[dict[Link, str]] = {
    "first": "here from the first revision on",
    "same": "stands",
    "gone": "removed",
    "unseen": "not seen any more",
}
"""What is said of a link that needs no more; of any other its own word."""


def name(lineage: Lineage) -> str:
    """Name the clause as it was last: its number and heading, and its id where that is not drafted from them."""
    clause = lineage.clause
    said = " ".join(filter(None, (clause.number, clause.heading)))
    is_coded = lineage.timeline.stages[lineage.path[-1][1].stage].is_coded
    return said if said and not is_coded else f"{clause.id}: {said}" if said else clause.id


def summary(lineage: Lineage) -> str:
    """Say since when the clause is there, how often its substance changed, and whether it still stands."""
    stages = lineage.timeline.stages
    nodes = [node for _, node in lineage.path]
    changed = sum(node.row is not None and _is_moved(node.row) and _lives(node) for node in nodes)
    last = nodes[-1]
    reshaped = " and ".join(dict.fromkeys(node.link for node in nodes if node.link in {"split", "merged"}))
    start = f"from {stages[nodes[0].stage].name}{_first_id(lineage)}" + (f", {reshaped}" if reshaped else "")
    never = f"never changed in substance{' otherwise' if reshaped else ''}"
    times = {0: never, 1: "changed in substance once"}.get(changed, f"changed in substance {changed} times")
    if last.clause is not None:
        return f"{start}, {times}"
    gone = "not seen from" if last.link == "unseen" else "gone with"
    return f"{start}, {times}; {gone} {stages[last.stage].name}"


def _first_id(lineage: Lineage) -> str:
    """Say what the clause was called first where that is not what it is called; in documents ids are not its own."""
    ids = {node.clause.id: node.stage for _, node in lineage.path if node.clause is not None}
    first = next(iter(ids))
    are_coded = all(lineage.timeline.stages[stage].is_coded for stage in ids.values())
    return f", first as {first}" if are_coded and first != lineage.clause.id else ""


def _is_moved(row: Row) -> bool:
    return any(change.direction != "neutral" and change.cause != "coding" for change in row.changes)


def _lives(node: Node) -> bool:
    return node.clause is not None and node.link not in {"first", "added"}


def happened(lineage: Lineage, node: Node) -> str:
    """Say what became of the clause at a stage."""
    if node.link == "joined":
        return f"merged into {_ids(lineage, node)}"
    if node.link in {"split", "merged"} and node.row is not None:
        is_coded = lineage.timeline.stages[node.stage].is_coded
        return f"{node.link}: {words.row_name(node.row, is_coded=is_coded)}"
    if node.link in {"changed", "returned"} and node.row is not None:
        return _changed(node.row)
    return _PLAIN.get(node.link, node.link)


def _changed(row: Row) -> str:
    parts = [labels.word(labels.label(row))]
    if row.became == "seen" and parts != [labels.word("seen")]:
        parts.append(labels.word("seen"))
    if row.match.moved and parts != ["moved"]:
        parts.append("moved")
    if row.became == "renamed":
        parts.append(rows.name(row))
    numbers = rows.numbers(row)
    if "→" in numbers:
        parts.append(numbers)
    old, new = row.match.old[0] if row.match.old else row.clause, row.clause
    if old.heading != new.heading and old.heading and new.heading:
        parts.append(f"“{old.heading}” → “{new.heading}”")
    return ", ".join(parts) + words.why(row)


def events(lineage: Lineage, node: Node) -> list[Event]:
    """Give what happened to the clause until a stage, by the events that name it."""
    clauses = [*([node.clause] if node.clause else []), *(node.row.match.old if node.row and not node.clause else ())]
    if node.row is not None and node.link in {"changed", "same", "returned"}:
        clauses += node.row.match.old
    ids = {clause.id for clause in clauses}
    return [event for event in lineage.timeline.stages[node.stage].events if ids & {*event.clauses}]


def edits(lineage: Lineage, at: int) -> tuple[WordEdit, ...]:
    """Give what went and came in the words of the clause at a step of its way, which is one of several in a split."""
    node = lineage.path[at][1]
    if node.row is None:
        return ()
    if node.link not in {"split", "merged"} or node.clause is None or not at:
        return node.row.edits
    before = _own(lineage, at, node.row)
    return tuple(word_edits(before.text, node.clause.text)) if before.text != node.clause.text else ()


def _own(lineage: Lineage, at: int, row: Row) -> Clause:
    """Give the old clause of a row that the way comes from."""
    last = lineage.path[at - 1][1].clause if at else None
    return next((clause for clause in row.match.old if last is not None and clause.id == last.id), row.match.old[0])


def elsewhere(lineage: Lineage, at: int) -> str:
    """Say where the words are that a split took away, or were that a merger brought; empty of anything else."""
    node = lineage.path[at][1]
    if node.row is None or node.clause is None or node.link not in {"split", "merged"}:
        return ""
    is_coded = lineage.timeline.stages[node.stage].is_coded
    if node.link == "split":
        others = [clause for clause in node.row.match.new if clause.id != node.clause.id]
        lead = "what went is in"
    else:
        own = _own(lineage, at, node.row)
        others = [clause for clause in node.row.match.old if clause.id != own.id]
        lead = "what came was in"
    return f"{lead} {', '.join(clause.id if is_coded else words.title(clause) for clause in others)}"


def absence(lineage: Lineage, stage: int) -> str:
    """Say why a revision has no such clause: it was not there yet, it is gone, or it was not seen."""
    before = [node for _, node in lineage.path if node.stage <= stage]
    if not before:
        return "not there yet"
    return labels.word("unseen") if before[-1].link == "unseen" else "gone"


def _ids(lineage: Lineage, node: Node) -> str:
    return ", ".join(lineage.timeline.threads[other].clause.id for other in node.others)
