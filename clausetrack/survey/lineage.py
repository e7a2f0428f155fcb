"""One clause followed from first to last through the threads of a timeline."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.errors import UnknownNameError, nearest
from clausetrack.model.timeline import Lineage, Node, Timeline


def lineage(timeline: Timeline, name: str) -> Lineage:
    """Follow a clause that is named by its id, or else by its number or heading; the latest revision counts.

    UnknownNameError where no revision has it.
    """
    thread = _find(timeline, name)
    path = path_to(timeline, thread)
    seen = {thread}
    while path[-1][1].link == "joined" and (target := path[-1][1].others[0]) not in seen:
        seen.add(target)
        # From the stage on in which both are one; the node of the joining says nothing that this one does not.
        stage = path.pop()[1].stage
        path += [(target, node) for node in timeline.threads[target].nodes if node.stage >= stage]
    return Lineage(timeline, name, tuple(path))


def path_to(timeline: Timeline, thread: int) -> list[tuple[int, Node]]:
    """Give the nodes of a thread, and before them those of the clauses that it was split from."""
    return [*_before(timeline, thread), *((thread, node) for node in timeline.threads[thread].nodes)]


def _before(timeline: Timeline, thread: int) -> list[tuple[int, Node]]:
    """Give the nodes of the clauses that a thread was split from, the first ones first."""
    parts: list[list[tuple[int, Node]]] = []
    here = timeline.threads[thread]
    while (origin := here.origin) is not None:
        start = here.nodes[0].stage
        here = timeline.threads[origin]
        parts.append([(origin, node) for node in here.nodes if node.stage < start])
    return [entry for part in reversed(parts) for entry in part]


def _find(timeline: Timeline, name: str) -> int:
    for names in _kinds(timeline):
        if name.casefold() in names:
            return names[name.casefold()]
    known = dict.fromkeys(node.clause.id for thread in timeline.threads for node in thread.nodes if node.clause)
    guess = nearest(name, known)
    hint = f"did you mean '{guess}'?" if guess else "'clausetrack log' lists them with their numbers"
    raise UnknownNameError(f"no revision has a clause '{name}'", hint=hint)


def _kinds(timeline: Timeline) -> Iterator[dict[str, int]]:
    """Yield what clauses can be named by, each kind of names with the threads that they lead to."""
    nodes = [
        (node.stage, index, node.clause)
        for index, thread in enumerate(timeline.threads)
        for node in thread.nodes
        if node.clause is not None
    ]
    nodes.sort(key=lambda entry: entry[0])  # later revisions overwrite earlier ones
    yield {clause.id.casefold(): index for _, index, clause in nodes}
    yield {clause.number.casefold(): index for _, index, clause in nodes if clause.number}
    yield {clause.heading.casefold(): index for _, index, clause in nodes if clause.heading}
