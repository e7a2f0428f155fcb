"""What every picture of a clause's way says in the same words."""

from __future__ import annotations

from typing import Final

from clausetrack.model.change import Row
from clausetrack.model.timeline import Lineage, Link, Node
from clausetrack.report import rows
from clausetrack.report.timeline import words

_PLAIN: Final[dict[Link, str]] = {
    "first": "here from the first revision on",
    "same": "stands",
    "returned": "there again",
    "gone": "removed",
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
    changed = sum(node.row is not None and node.row.direction != "neutral" and _lives(node) for node in nodes)
    last = nodes[-1]
    start = f"from {stages[nodes[0].stage].name}"
    times = {0: "never changed in substance", 1: "changed in substance once"}.get(
        changed, f"changed in substance {changed} times"
    )
    if last.clause is not None:
        return f"{start}, {times}"
    gone = "not seen from" if _is_partial(lineage, last.stage) else "gone with"
    return f"{start}, {times}; {gone} {stages[last.stage].name}"


def _lives(node: Node) -> bool:
    return node.clause is not None and node.link not in {"first", "added"}


def happened(lineage: Lineage, node: Node) -> str:
    """Say what became of the clause at a stage."""
    if node.link == "gone" and _is_partial(lineage, node.stage):
        return "not seen any more"
    if node.link == "joined":
        return f"merged into {_ids(lineage, node)}"
    if node.link in {"split", "merged"} and node.row is not None:
        is_coded = lineage.timeline.stages[node.stage].is_coded
        return f"{node.link}: {words.row_name(node.row, is_coded=is_coded)}"
    if node.link == "changed" and node.row is not None:
        return _changed(node.row)
    return _PLAIN.get(node.link, node.link)


def _changed(row: Row) -> str:
    parts = [rows.label(row)]
    if row.match.moved and parts != ["moved"]:
        parts.append("moved")
    numbers = rows.numbers(row)
    if "→" in numbers:
        parts.append(numbers)
    old, new = row.match.old[0], row.match.new[0]
    if old.heading != new.heading and old.heading and new.heading:
        parts.append(f"“{old.heading}” → “{new.heading}”")
    cause = words.cause(row)
    return ", ".join(parts) + ("" if cause == "text" else f" ({words.CAUSES[cause]})")


def absence(lineage: Lineage, stage: int) -> str:
    """Say why a revision has no such clause: it was not there yet, it is gone, or it was not seen."""
    if stage < lineage.path[0][1].stage:
        return "not there yet"
    return "not seen" if _is_partial(lineage, stage) else "gone"


def _is_partial(lineage: Lineage, stage: int) -> bool:
    return lineage.timeline.stages[stage].clause_set.revision.completeness == "partial"


def _ids(lineage: Lineage, node: Node) -> str:
    return ", ".join(lineage.timeline.threads[other].clause.id for other in node.others)
